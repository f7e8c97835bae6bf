// Papers that are compared with each other: which are one submission, what several have in common,
// and how a message names them.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "model/sketch.hpp"

namespace checks {

// Papers with something in common.
struct Shared {
  std::string token;
  std::vector<std::size_t> positions;  // ascending
  std::size_t submissions = 0;         // that these papers belong to
};

class Submissions {
 public:
  using Tokens = std::span<const std::string>;

  explicit Submissions(std::span<const model::Submission> all);

  const model::Submission& operator[](std::size_t position) const { return all_[position]; }
  std::size_t size() const { return all_.size(); }

  // Files with the same id are parts of one submission; but an id that is only the file's name, as
  // any number of "main.pdf" have it, says nothing, and each such path is one.
  bool is_same(std::size_t a, std::size_t b) const { return numbers_[a] == numbers_[b]; }

  // Byte for byte the same file.
  bool is_copy(std::size_t a, std::size_t b) const {
    return !all_[a].sha256.empty() && all_[a].sha256 == all_[b].sha256;
  }

  // What is found in more than one submission, in the order of the tokens.
  std::vector<Shared> find_shared(Tokens (*tokens)(const model::Submission&)) const;

  // The other submissions of a group, at most kMostOthers and one paper of each.
  static constexpr std::size_t kMostOthers = 20;
  std::vector<std::size_t> others(const Shared& group, std::size_t self) const;

  // "17", "17 and 23", "17, 23, 31 and others": ids, or paths where ids do not tell them apart.
  std::string names(std::size_t self, std::span<const std::size_t> others) const;

 private:
  std::string name(std::size_t self, std::size_t other) const;

  std::span<const model::Submission> all_;
  std::vector<std::size_t> numbers_;  // of the submission that each belongs to
};

}  // namespace checks
