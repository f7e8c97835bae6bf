#include "packs/toml.hpp"

// The library (3.3) asserts what it then tests, and "[[/" would end a debug build.
#define TOML_ASSERT(expression) static_cast<void>(0)
#include <toml++/toml.h>
#include <exception>
#include <utility>

#include "packs/nesting.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace packs {
namespace {

Place place_of(const toml::source_region& source, int file) {
  return {file, static_cast<int>(source.begin.line), static_cast<int>(source.begin.column)};
}

std::string iso(const toml::date& date) {
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

Node convert(const toml::node& value, int file) {
  Node node;
  node.place = place_of(value.source(), file);
  if (const toml::table* table = value.as_table()) {
    node.kind = Node::Kind::table;
    for (auto&& [key, inner] : *table)  // toml++ keeps keys sorted
      node.entries.push_back(
          {std::string(key.str()), place_of(key.source(), file), convert(inner, file)});
  } else if (const toml::array* list = value.as_array()) {
    node.kind = Node::Kind::list;
    for (const toml::node& inner : *list) node.items.push_back(convert(inner, file));
  } else if (auto text = value.as_string()) {
    node.kind = Node::Kind::text;
    node.text = text->get();
  } else if (auto integer = value.as_integer()) {
    node.kind = Node::Kind::integer;
    node.integer = integer->get();
  } else if (auto number = value.as_floating_point()) {
    node.kind = Node::Kind::number;
    node.number = number->get();
  } else if (auto flag = value.as_boolean()) {
    node.kind = Node::Kind::flag;
    node.flag = flag->get();
  } else if (auto date = value.as_date()) {
    node.kind = Node::Kind::date;
    node.text = iso(date->get());
  } else {
    // A time of day, or a date with one: no key of a pack wants either, and a date without text is
    // refused where a date is read.
    node.kind = Node::Kind::date;
  }
  return node;
}

// The library's words are for those who know TOML; what most often is behind them. Of toml++ 3.
std::string_view advice_on(std::string_view description) {
  constexpr std::pair<std::string_view, std::string_view> kAdvice[] = {
      {"parsing boolean", "; a text stands in quotes, a flag is true or false in small letters"},
      {"determine value type", "; a text stands in straight quotes: \"...\""},
      {"unknown escape", "; in quotes of one kind, '...', a backslash is a backslash"},
      {"unicode scalar", "; in quotes of one kind, '...', a backslash is a backslash"},
      {"parsing inline table", "; what stands in { } stands on one line"},
      {"cannot redefine", "; it stands in this file already"},
      {"parsing floating-point", "; a date is written 2026-11-21"},
      {"expected '=', saw ':'", "; a key and its value are joined by ="},
      {"invalid utf-8", "; save the file as UTF-8"},
  };
  for (auto [words, advice] : kAdvice)
    if (description.find(words) != description.npos) return advice;
  return "";
}

}  // namespace

std::variant<Node, SyntaxError> read_toml(std::string_view text, int file) {
  if (auto deep = find_deep_nesting(text)) {
    deep->file = file;
    return SyntaxError{*deep, "nested deeper than any pack needs"};
  }
  try {
    toml::table table = toml::parse(text);
    return convert(table, file);
  } catch (const toml::parse_error& error) {
    return SyntaxError{place_of(error.source(), file),
                       fmt::format("not TOML: {}{}", util::printable(error.description()),
                                   advice_on(error.description()))};
  } catch (const std::exception& error) {
    return SyntaxError{{file, 1, 1}, fmt::format("not TOML: {}", util::printable(error.what()))};
  }
}

}  // namespace packs
