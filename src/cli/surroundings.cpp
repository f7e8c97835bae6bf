#include "cli/surroundings.hpp"

#include <sys/auxv.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "util/format.hpp"

namespace cli {
namespace {

namespace fs = std::filesystem;

// Lines of prose beyond this are hard to read, however wide the terminal is.
constexpr int kWidest = 100;
constexpr int kNarrowest = 40;

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

// As the XDG base directory specification has it: relative values are to be ignored.
fs::path config_home() {
  fs::path path = environment("XDG_CONFIG_HOME");
  if (path.is_absolute()) return path;
  fs::path home = environment("HOME");
  return home.is_absolute() ? home / ".config" : fs::path();
}

fs::path installed_packs() {
  std::error_code error;
  fs::path program = fs::read_symlink("/proc/self/exe", error);
  // In a bare root /proc may not be mounted.
  auto started_as = reinterpret_cast<const char*>(getauxval(AT_EXECFN));
  if (error && started_as) program = fs::canonical(started_as, error);
  if (error) return {};
  return program.parent_path().parent_path() / "share" / "deskcheck" / "packs";
}

int terminal_width() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 80;
  return size.ws_col;
}

}  // namespace

packs::SearchPath pack_folders(const Request& request) {
  packs::SearchPath folders;
  for (const std::string& folder : request.values("--packs"))
    if (!folder.empty()) folders.emplace_back(folder);
  if (fs::path home = config_home(); !home.empty()) folders.push_back(home / "deskcheck" / "packs");
  if (fs::path installed = installed_packs(); !installed.empty()) folders.push_back(installed);
  return folders;
}

std::optional<util::Error> find_missing_folder(const Request& request) {
  std::error_code error;
  for (const std::string& folder : request.values("--packs"))
    if (!folder.empty() && !fs::is_directory(folder, error))
      return util::Error{fmt::format("--packs {}: no such folder", folder)};
  return std::nullopt;
}

report::Style style_of(const Request& request, const Streams& streams) {
  std::string when = request.value("--color");
  bool is_welcome =
      streams.out_is_terminal && environment("NO_COLOR").empty() && environment("TERM") != "dumb";
  report::Style style;
  style.color = when == "always" || (when == "auto" && is_welcome);
  style.width = std::clamp(streams.width, kNarrowest, kWidest);
  style.quiet = request.has("--quiet");
  return style;
}

Streams standard_streams() {
  bool out_is_terminal = isatty(STDOUT_FILENO) == 1;
  return {std::cout, std::cerr, out_is_terminal, isatty(STDERR_FILENO) == 1,
          out_is_terminal ? terminal_width() : 80};
}

}  // namespace cli
