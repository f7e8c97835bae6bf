// What a submission is called where no manifest says so: the rule that reads an id off a path.
#pragma once

#include <string>
#include <string_view>

namespace batch {

// "uploads/5/Submission/x.pdf" is 5, "conf-paper12.pdf" is 12, and any other file is called by its
// name without the ending.
std::string id_of(std::string_view path);

// Whether the name ends so, whatever the case of its letters; `ending` is in lower case.
bool ends_in(std::string_view name, std::string_view ending);

}  // namespace batch
