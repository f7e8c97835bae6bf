// What the user asked for: a command, its arguments and its options, all known to the table.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "cli/options.hpp"
#include "util/expected.hpp"

namespace cli {

class Request {
 public:
  const Command* command = nullptr;  // none where only general help or the version was asked for
  std::vector<std::string> arguments;
  std::string settings;  // the file that was read for it; none: ""

  // `place` is where a file of settings says so; "" = on the command line.
  void add(std::string_view option, std::vector<std::string> values, std::string place = "");
  bool has(std::string_view option) const;
  std::string place(std::string_view option) const;
  // Of an option, for what is wrong with its value: "--jobs", "deskcheck.toml:3:8: jobs".
  std::string named(std::string_view option) const;
  // The last one given, else the table's fallback.
  std::string value(std::string_view option) const;
  // All that were given, else the fallback alone.
  std::vector<std::string> values(std::string_view option) const;

 private:
  struct Given {
    std::vector<std::string> values;
    std::string place;
  };

  std::map<std::string_view, Given> options_;
};

// An error names what was not understood and the nearest known name.
util::Expected<Request> parse(const std::vector<std::string>& arguments);

// ": did you mean check?" or nothing.
std::string suggestion(std::string_view word, std::span<const std::string> known);

}  // namespace cli
