#include "cli/cli.hpp"

#include <exception>

#include "cli/commands.hpp"
#include "cli/help.hpp"
#include "cli/outcome.hpp"
#include "cli/request.hpp"
#include "cli/surroundings.hpp"
#include "util/format.hpp"
#include "util/version.hpp"

namespace cli {
namespace {

int answer(const std::vector<std::string>& arguments, const Streams& streams) {
  auto request = parse(arguments);
  if (!request) {
    complain(streams, request.error().message);
    streams.err << "Try: deskcheck --help\n";
    // Who reads its answer does not look at the exit code.
    if (!arguments.empty() && arguments[0] == "hotcrp") return run_hotcrp({}, streams);
    return kUsage;
  }
  if (request->has("--version")) {
    streams.out << fmt::format("deskcheck {}\n", util::version());
    return kClean;
  }
  if (request->has("--help")) {
    write_help(streams.out, request->command);
    return kClean;
  }
  if (!request->command) {
    write_help(streams.err, nullptr);
    return kUsage;
  }
  if (auto missing = find_missing_folder(*request)) return refuse(streams, missing->message);
  return request->command->run(*request, streams);
}

}  // namespace

int run(const std::vector<std::string>& arguments, const Streams& streams) {
  int code = kIncomplete;
  try {
    code = answer(arguments, streams);
  } catch (const std::exception& error) {
    complain(streams, fmt::format("stopped by an error of its own: {}", error.what()));
  }
  if (code == kUnread) return kIncomplete;
  if (!streams.out.flush()) {
    complain(streams, "cannot write the output; it is incomplete");
    return kIncomplete;
  }
  return code;
}

}  // namespace cli
