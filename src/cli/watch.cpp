#include "cli/watch.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "batch/ids.hpp"
#include "cli/changes.hpp"
#include "cli/outcome.hpp"
#include "cli/settings.hpp"
#include "cli/settings_file.hpp"
#include "cli/signals.hpp"
#include "packs/settings.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace cli {
namespace {

namespace fs = std::filesystem;

// What counts of one paper: checks by fingerprint.
using Found = std::map<std::string, std::string>;
using Papers = std::map<std::string, Found>;  // by path

Found found_in(const model::Result& result) {
  Found found;
  for (const model::Finding& finding : result.findings)
    if (!model::is_set_aside(finding)) found[finding.fingerprint] = finding.check;
  return found;
}

// "2 fixed (font/type3, length/main-pages)"
std::string counted(const Found& findings, const Found& others, std::string_view what) {
  int count = 0;
  std::set<std::string> names;
  for (const auto& [fingerprint, check] : findings) {
    if (others.contains(fingerprint)) continue;
    ++count;
    names.insert(check);
  }
  std::vector<std::string> checks(names.begin(), names.end());
  return fmt::format("{} {}{}", count, what,
                     count == 0 ? "" : fmt::format(" ({})", util::join(checks, ", ")));
}

void tell_changes(const Streams& streams, const Papers& before, const Papers& now) {
  for (const auto& [path, found] : now) {
    auto earlier = before.find(path);
    if (earlier == before.end()) continue;
    if (earlier->second == found)
      complain(streams, fmt::format("{}: the same findings as before", path));
    else
      complain(streams,
               fmt::format("{}: {}, {}, {} in all", path, counted(earlier->second, found, "fixed"),
                           counted(found, earlier->second, "new"), found.size()));
  }
}

std::optional<util::Error> find_obstacle(const Request& request) {
  if (request.has("--resume"))
    return util::Error{"--watch and --resume do not go together: each run is a new one"};
  std::error_code error;
  for (const std::string& path : request.arguments)
    if (!batch::ends_in(path, ".pdf") || !std::filesystem::is_regular_file(path, error))
      return util::Error{fmt::format("--watch waits for changes of PDFs, and {} is none", path)};
  return std::nullopt;
}

// Files that options name, and settings, also where there are none yet.
std::vector<std::string> deciding_files(const Request& given) {
  auto settled = settle(given);
  const Request& request = settled ? settled->request : given;
  std::vector<std::string> files;
  for (const char* option : {"--waivers", "--baseline", "--identities", "--reference", "--pack"})
    for (std::string& file : request.values(option))
      if (!file.empty()) files.push_back(std::move(file));
  if (auto found = find_settings(given); found && !found->file.empty())
    files.push_back(found->file.string());
  for (const std::string& paper : request.arguments)
    files.push_back(fs::path(paper).replace_filename(packs::kSettingsFile).string());
  return files;
}

void clear_terminal(const Streams& streams) {
  if (streams.out_is_terminal) streams.out << "\x1b[H\x1b[2J\x1b[3J";
}

}  // namespace

int watch(const Request& request, const Streams& streams, const JudgeOnce& judge) {
  if (auto obstacle = find_obstacle(request)) return refuse(streams, obstacle->message);
  StopSignals signals;
  auto gives_up = [&signals] { return signals.came(); };
  Changes changes(request.arguments);
  Papers before;
  std::optional<int> code;
  do {
    Papers now;
    changes.watch_also(deciding_files(request));
    changes.mark();
    clear_terminal(streams);
    int latest = judge([&](const auto& result) { now[result.file.path] = found_in(result); });
    if (signals.was_pipe() || !streams.out.flush()) return kUnread;
    if (signals.came()) break;
    if (!code && latest == kUsage) return latest;
    code = latest;
    tell_changes(streams, before, now);
    if (!now.empty()) before = std::move(now);
    if (streams.err_is_terminal) complain(streams, "waiting for changes; Ctrl-C ends this");
    streams.err.flush();
  } while (changes.wait(gives_up));
  return code.value_or(kIncomplete);
}

}  // namespace cli
