// How the tool ends and what it says when something is wrong.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "cli/cli.hpp"
#include "model/result.hpp"

namespace cli {

// As the contract numbers them.
inline constexpr int kClean = 0;
inline constexpr int kFindings = 1;
inline constexpr int kUsage = 2;       // nothing was judged
inline constexpr int kIncomplete = 3;  // something could not be judged or written
// Within the program: nobody reads the output any more, which is kIncomplete without a complaint.
inline constexpr int kUnread = -1;

// "deskcheck: message", whatever bytes the message holds.
void complain(const Streams& streams, std::string_view message);

// Of the first ones, and how many more there are.
void complain_of_each(const Streams& streams, std::span<const std::string> messages);

// Complains; the answer is kUsage.
int refuse(const Streams& streams, std::string_view message);

// The exit code that results add up to, one after another. `fail_on` is "error", "warning" or
// "never".
class Outcome {
 public:
  explicit Outcome(std::string fail_on) : fail_on_(std::move(fail_on)) {}
  void add(const model::Result& result);
  int code() const;

 private:
  std::string fail_on_;
  bool is_incomplete_ = false;
  bool has_findings_ = false;
};

}  // namespace cli
