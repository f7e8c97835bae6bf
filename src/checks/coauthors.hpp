// Who the authors of submissions are, as far as the organizers name them.
#pragma once

#include "checks/submissions.hpp"

namespace checks {

// Hashes of people, as in the sketch; none where nobody is named.
Submissions::Tokens authors_of(const model::Submission& submission);
Submissions::Tokens presenting_author_of(const model::Submission& submission);

// Known without an address: two people may have one name, and one person both.
bool is_known_by_name(const std::string& person);

enum class Coauthors { some, none, unknown };

// Unknown where one of the two names nobody, or one gives addresses alone and the other names.
Coauthors find_coauthors(const model::Submission& a, const model::Submission& b);

}  // namespace checks
