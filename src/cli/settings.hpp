// Options that a file of settings gives: deskcheck.toml, from the papers' folders upward.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/cli.hpp"
#include "cli/request.hpp"

namespace cli {

struct Settled {
  Request request;  // with what the file says and the command line does not
  // For reports: which file held, and which one was passed over.
  std::vector<std::string> remarks;
};

// One file serves all commands that take --settings: of its keys, those that are options of the
// command hold. A file in a folder that is judged, or below it, is never read: it may be anybody's.
// Nor is one of another user, or one that lies on another file system.
util::Expected<Settled> settle(const Request& request);

// `run` with what holds, or what --show-settings asks for.
int with_settings(const Request& request, const Streams& streams,
                  const std::function<int(const Settled&)>& run);

// Every option that may stand in such a file, and why it holds.
int show_settings(const Settled& settled, const Streams& streams);

}  // namespace cli
