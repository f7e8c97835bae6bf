#include "cli/surroundings.hpp"

#include <fcntl.h>
#include <sys/auxv.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "checks/registry.hpp"
#include "cli/outcome.hpp"
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

// 80 where it is no terminal.
int width_of(int terminal) {
  winsize size{};
  if (ioctl(terminal, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 80;
  return size.ws_col;
}

std::string_view page_of(std::string_view check) {
  const checks::Entry* entry = checks::find(check);
  return entry ? entry->page : "";
}

std::string_view summary_of(std::string_view check) {
  const checks::Entry* entry = checks::find(check);
  return entry ? entry->check->summary : "";
}

// Fewer say little of the next one.
constexpr int kFewestCounted = 5;

std::optional<double> right_of(std::string_view check) {
  const checks::Entry* entry = checks::find(check);
  auto counted = entry ? entry->precision() : std::nullopt;
  if (!counted || counted->findings < kFewestCounted) return {};
  return static_cast<double>(counted->right) / counted->findings;
}

// Paths in reports for code hosts begin at the checkout, where the tool is run within one.
void set_folders(report::Style& style) {
  std::error_code error;
  fs::path here = fs::current_path(error);
  if (error) return;
  style.started_in = style.root = here.string();
  for (const char* name : {"GITHUB_WORKSPACE", "CI_PROJECT_DIR"}) {
    fs::path checkout = fs::path(environment(name)).lexically_normal();
    if (!checkout.is_absolute()) continue;
    fs::path below = here.lexically_relative(checkout);
    if (!below.empty() && *below.begin() != "..") style.root = checkout.string();
  }
}

report::Style style(const Request& request, bool is_terminal, int width) {
  std::string when = request.value("--color");
  bool is_welcome = is_terminal && environment("NO_COLOR").empty() && environment("TERM") != "dumb";
  report::Style style;
  style.color = when == "always" || (when == "auto" && is_welcome);
  style.width = std::clamp(width, kNarrowest, kWidest);
  style.quiet = request.has("--quiet");
  style.explain_all = request.has("--explain-all");
  style.page_of = page_of;
  style.summary_of = summary_of;
  style.right_of = right_of;
  set_folders(style);
  return style;
}

// A file opened later must not take the place of a stream that the caller closed. The other way
// round, so that using it still fails.
void fill_closed_streams() {
  for (int number : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    if (fcntl(number, F_GETFD) < 0)
      (void)open("/dev/null", number == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

}  // namespace

packs::SearchPath pack_folders(const Request& request) {
  packs::SearchPath folders;
  for (const std::string& folder : request.values("--packs"))
    if (!folder.empty()) folders.emplace_back(folder);
  if (!request.settings.empty())
    folders.emplace_back(fs::path(request.settings).parent_path(), true);
  if (fs::path home = config_home(); !home.empty()) folders.push_back(home / "deskcheck" / "packs");
  if (fs::path installed = installed_packs(); !installed.empty()) folders.push_back(installed);
  return folders;
}

std::optional<util::Error> find_missing_folder(const Request& request) {
  std::error_code error;
  for (const std::string& folder : request.values("--packs"))
    if (!folder.empty() && !fs::is_directory(folder, error))
      return util::Error{fmt::format("{} {}: no such folder", request.named("--packs"), folder)};
  return std::nullopt;
}

std::string summary_file() {
  return environment("GITHUB_STEP_SUMMARY");
}

report::Style style_of(const Request& request, const Streams& streams) {
  report::Style out = style(request, streams.out_is_terminal, streams.width);
  out.complain = [&streams](const std::string& sentence) { complain(streams, sentence); };
  return out;
}

report::Style style_of_complaints(const Request& request, const Streams& streams) {
  return style(request, streams.err_is_terminal, streams.err_width);
}

Streams standard_streams() {
  fill_closed_streams();
  std::ios::sync_with_stdio(false);
  return {std::cout,
          std::cerr,
          isatty(STDOUT_FILENO) == 1,
          isatty(STDERR_FILENO) == 1,
          width_of(STDOUT_FILENO),
          width_of(STDERR_FILENO)};
}

}  // namespace cli
