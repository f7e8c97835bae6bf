#include "cli/settings.hpp"

#include <algorithm>

#include "cli/outcome.hpp"
#include "cli/processors.hpp"
#include "cli/run_options.hpp"
#include "cli/settings_file.hpp"
#include "packs/settings.hpp"
#include "report/layout.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace cli {
namespace {

namespace fs = std::filesystem;

using packs::Setting;
using packs::SettingKey;

std::string key_of(const Option& option) {
  return std::string(option.name.substr(2));
}

SettingKey::Kind kind_of(InFile in_file) {
  if (in_file == InFile::number) return SettingKey::Kind::number;
  return in_file == InFile::flag ? SettingKey::Kind::flag : SettingKey::Kind::text;
}

// Every key stands for an option of it.
const Command& check_command() {
  return *std::find_if(commands().begin(), commands().end(),
                       [](const Command& command) { return command.name == "check"; });
}

// What another command has an option for, but means something else by.
bool holds_for(const Option& option, const Command& command) {
  if (option.in_file == InFile::no || !belongs_to(option, command)) return false;
  const bool is_number = option.in_file == InFile::number, is_format = option.name == "--format";
  if (command.name == "fix") return !is_number && !is_format;
  return command.name != "inspect" || !is_format;
}

// Of all that may stand in the file.
std::vector<SettingKey> all_keys() {
  std::vector<SettingKey> keys;
  for (const Option& option : options()) {
    if (option.in_file == InFile::no || !belongs_to(option, check_command())) continue;
    keys.push_back({key_of(option), kind_of(option.in_file), option.is_repeatable, {}});
    if (!option.choices.empty()) keys.back().choices = util::split(option.choices, ' ');
  }
  return keys;
}

// With a path as it is from here. An error where the value is not for a file to give.
util::Expected<std::string> taken(const Option& option, const std::string& value,
                                  const Setting& setting, const fs::path& folder) {
  bool is_path = option.in_file == InFile::path;
  if (option.in_file == InFile::pack)
    is_path = value.find('/') != std::string::npos || value.ends_with(".toml");
  if (is_path) return (folder / value).lexically_normal().string();
  if (option.in_file == InFile::formats && value.find(':') != std::string::npos)
    return util::Error{
        fmt::format("{}: settings name a format and no file; say --format {} on the command line",
                    setting.place, value)};
  return value;
}

// Whoever asks `fix` for a clean copy alone is not told that it judges no pack it has to find.
bool takes_pack(const Request& request, const Setting& setting) {
  return request.command->name != "fix" ||
         (setting.values.back() != "auto" && request.value("--format") != "json");
}

std::optional<util::Error> add(Request& request, const Option& option, const Setting& setting,
                               const fs::path& folder) {
  if (request.has(option.name) || setting.values.empty()) return std::nullopt;
  if (option.in_file == InFile::pack && !takes_pack(request, setting)) return std::nullopt;
  if (option.in_file == InFile::flag) {
    if (setting.values.back() == "true") request.add(option.name, {""}, setting.place);
    return std::nullopt;
  }
  std::vector<std::string> values;
  for (const std::string& value : setting.values) {
    auto one = taken(option, value, setting, folder);
    if (!one) return one.error();
    values.push_back(std::move(*one));
  }
  request.add(option.name, std::move(values), setting.place);
  return std::nullopt;
}

std::optional<util::Error> add_all(Request& request) {
  auto settings = packs::read_settings(request.settings, all_keys());
  if (!settings) return settings.error();
  fs::path folder = fs::path(request.settings).parent_path();
  for (const Option& option : options())
    for (const Setting& setting : *settings)
      if (setting.key == key_of(option) && holds_for(option, *request.command))
        if (auto error = add(request, option, setting, folder)) return error;
  return std::nullopt;
}

// "Settings of /papers/deskcheck.toml hold: pack, ignore".
std::optional<std::string> which_hold(const Request& request) {
  std::vector<std::string> held;
  for (const Option& option : options())
    if (!request.place(option.name).empty()) held.push_back(key_of(option));
  if (held.empty() && request.command->name != "check") return std::nullopt;
  return fmt::format("settings of {} hold: {}", util::printable(request.settings),
                     held.empty() ? "none" : util::join(held, ", "));
}

// What an option comes to where nobody gives it.
std::string fallback_of(const Option& option) {
  if (option.name == "--jobs") return std::to_string(allowed_processors());
  if (option.name == "--stage") return "the pack's first";
  if (option.name == "--track") return "the pack's first, where it has tracks";
  if (option.name == "--select") return "all";
  if (option.in_file == InFile::flag) return "no";
  return option.fallback.empty() ? "none" : std::string(option.fallback);
}

void show(report::Layout& layout, const Request& request, const Option& option) {
  bool is_given = request.has(option.name);
  std::string value = is_given ? util::join(request.values(option.name), ", ") : "";
  if (is_given && option.argument.empty()) value = "yes";
  if (!is_given) value = fallback_of(option);
  std::string why = request.place(option.name);
  if (why.empty()) why = is_given ? "command line" : "default";
  layout.row(key_of(option), fmt::format("{} ({})", report::shown(value, 1000), why), 18);
}

void show_shard(report::Layout& layout, const Request& request) {
  auto shard = shard_of(request);
  if (!shard || !*shard) return;
  layout.row("shard",
             fmt::format("{}/{} ({})", (*shard)->index, (*shard)->count,
                         request.has("--shard") ? "command line" : "environment of an array job"),
             18);
}

}  // namespace

util::Expected<Settled> settle(const Request& request) {
  Settled settled{request, {}};
  auto found = find_settings(request);
  if (!found) return found.error();
  settled.remarks = std::move(found->remarks);
  if (found->file.empty()) return settled;
  settled.request.settings = found->file.string();
  if (auto error = add_all(settled.request)) return *error;
  if (auto held = which_hold(settled.request)) settled.remarks.push_back(std::move(*held));
  return settled;
}

int show_settings(const Settled& settled, const Streams& streams) {
  const Request& request = settled.request;
  for (const std::string& remark : settled.remarks) complain(streams, remark);
  report::Style style;
  style.width = 1000;  // a line each
  report::Layout layout(streams.out, style);
  layout.row("settings", request.settings.empty() ? "none" : report::shown(request.settings, 1000),
             18);
  for (const Option& option : options())
    if (holds_for(option, *request.command)) show(layout, request, option);
  if (request.command->name == "check") show_shard(layout, request);
  return kClean;
}

int with_settings(const Request& request, const Streams& streams,
                  const std::function<int(const Settled&)>& run) {
  auto settled = settle(request);
  if (!settled) return refuse(streams, settled.error().message);
  return request.has("--show-settings") ? show_settings(*settled, streams) : run(*settled);
}

}  // namespace cli
