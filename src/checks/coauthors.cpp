#include "checks/coauthors.hpp"

#include <algorithm>

namespace checks {

Submissions::Tokens authors_of(const model::Submission& submission) {
  if (!submission.sketch) return {};
  return submission.sketch->authors;
}

Submissions::Tokens presenting_author_of(const model::Submission& submission) {
  const auto authors = authors_of(submission);
  return authors.first(std::min<std::size_t>(authors.size(), 1));
}

bool is_known_by_name(const std::string& person) {
  return person.starts_with('n');
}

Coauthors find_coauthors(const model::Submission& a, const model::Submission& b) {
  const auto ours = authors_of(a), theirs = authors_of(b);
  bool is_comparable = !ours.empty() && !theirs.empty();
  for (const std::string& one : ours)
    for (const std::string& other : theirs) {
      if (one == other) return Coauthors::some;
      is_comparable = is_comparable && is_known_by_name(one) == is_known_by_name(other);
    }
  return is_comparable ? Coauthors::none : Coauthors::unknown;
}

}  // namespace checks
