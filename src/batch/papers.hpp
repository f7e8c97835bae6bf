// The papers between those that were answered and those not begun: in the source's order, and not
// more than fit in a bounded memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>

#include "batch/input.hpp"

namespace batch {

struct Paper {
  Input input;
  int kills = 0;     // from outside
  int refusals = 0;  // by a system that is short of something
  bool is_done = false;
  std::string record;  // empty where `why` says why there is none
  std::string why;
  std::string key;  // for Result::key, where there is no record
  std::uint64_t file_bytes = 0;
};

class Papers {
 public:
  bool is_empty() const { return papers_.empty(); }
  bool has_room() const;
  std::size_t add(Input input);  // its number
  Paper& at(std::size_t number) { return papers_[number - first_]; }
  void answer(std::size_t number, std::string record);
  void fail(std::size_t number, std::string why);
  bool is_first_done() const { return !papers_.empty() && papers_.front().is_done; }
  Paper take_first();

 private:
  void finish(Paper& paper);

  std::deque<Paper> papers_;
  std::size_t first_ = 0;  // number of the first
  std::size_t held_ = 0;   // bytes of records
};

}  // namespace batch
