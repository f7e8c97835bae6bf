// Paths into a person's own folder, and names of files that may be those of persons.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checks/patterns.hpp"
#include "model/paper.hpp"

namespace checks {

// The folder of a user that a text leads into: "ann" of "file:///C:/Users/Ann/paper.tex". `folders`
// are what stands before the user, "/home/" or "/scratch/*/", a star for any one folder. Only
// absolute paths count, and no addresses on the web. In lower case.
std::optional<std::string> find_user(std::string_view text,
                                     const std::vector<std::string>& folders);

// A user into whose folder paths lead that no page shows, destinations apart.
struct UserPath {
  std::string user;
  const model::Trace* first = nullptr;
  int count = 0;
};
std::vector<UserPath> find_user_paths(const model::Paper& paper,
                                      const std::vector<std::string>& folders,
                                      const Patterns& nobody);

// Words of a file's name that the paper itself writes nowhere but at the beginning of names:
// "smith" of "Microsoft Word - smith_final.docx". Empty where the text is no file name with such an
// ending.
std::vector<std::string> words_of_file(const model::Paper& paper, std::string_view text,
                                       const std::vector<std::string>& endings,
                                       const std::vector<std::string>& plain);

}  // namespace checks
