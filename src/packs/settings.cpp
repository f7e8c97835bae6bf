#include "packs/settings.hpp"

#include <algorithm>
#include <cstdint>

#include "packs/fields.hpp"
#include "packs/toml.hpp"
#include "util/file.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace packs {
namespace {

constexpr std::uint64_t kMostBytes = 1 << 20;  // as of a pack

Node::Kind kind_of(SettingKey::Kind kind) {
  switch (kind) {
    case SettingKey::Kind::number:
      return Node::Kind::integer;
    case SettingKey::Kind::flag:
      return Node::Kind::flag;
    case SettingKey::Kind::text:
      break;
  }
  return Node::Kind::text;
}

std::string written(const Node& value) {
  if (value.is(Node::Kind::integer)) return std::to_string(value.integer);
  if (value.is(Node::Kind::flag)) return value.flag ? "true" : "false";
  return value.text;
}

void add_value(const Entry& entry, const Node& value, const SettingKey& key, Setting& setting,
               Problems& problems) {
  if (!value.is(kind_of(key.kind))) {
    problems.add(
        value.place,
        fmt::format("{} must be {}{}, not {}", in_quotes(entry.key), name_of(kind_of(key.kind)),
                    key.is_list ? ", or a list of such" : "", name_of(value.kind)));
    return;
  }
  std::string text = written(value);
  if (util::trim(text).empty() || text.find('\0') != std::string::npos)
    problems.add(value.place, fmt::format("{} is empty", in_quotes(entry.key)));
  else if (!key.choices.empty())
    expect_one_of(text, key.choices, fmt::format("value of {}", entry.key), value.place, problems);
  setting.values.push_back(std::move(text));
}

Setting setting_of(const Entry& entry, const SettingKey& key, const std::string& file,
                   Problems& problems) {
  Setting setting{entry.key, {}, ""};
  setting.place = fmt::format("{}:{}:{}", util::printable(file), entry.value.place.line,
                              entry.value.place.column);
  if (!key.is_list || !entry.value.is(Node::Kind::list)) {
    add_value(entry, entry.value, key, setting, problems);
    return setting;
  }
  for (const Node& item : entry.value.items) add_value(entry, item, key, setting, problems);
  return setting;
}

}  // namespace

util::Expected<std::vector<Setting>> read_settings(const std::string& file,
                                                   std::span<const SettingKey> keys) {
  auto text = util::read_file(file, kMostBytes);
  if (!text) return text.error();
  auto tree = read_toml(*text, 0);
  Problems problems;
  std::vector<Setting> settings;
  if (auto* wrong = std::get_if<SyntaxError>(&tree)) {
    problems.add(wrong->place, wrong->message);
  } else {
    const Node& root = std::get<Node>(tree);
    std::vector<std::string_view> names;
    for (const SettingKey& key : keys) names.push_back(key.name);
    reject_unknown_keys(root, names, "the settings", problems);
    for (const SettingKey& key : keys)
      if (const Entry* entry = root.find(key.name))
        settings.push_back(setting_of(*entry, key, file, problems));
  }
  const std::vector<std::string> files = {file};
  if (auto mistakes = problems.listed(files); !mistakes.empty()) return first_of(mistakes);
  return settings;
}

}  // namespace packs
