#include "model/paper_json.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <type_traits>

#include "model/document_fields.hpp"

namespace model {
namespace {

using util::Json;

constexpr std::array<std::string_view, 18> kRoles = {
    "body",        "title",    "author",       "heading",     "caption", "figure",
    "display",     "footnote", "running_head", "page_number", "ruler",   "notice",
    "margin_note", "abstract", "list_item",    "reference",   "code",    "stamp"};
constexpr std::array<std::string_view, 10> kSpacings = {
    "heading_above", "heading_below", "caption_above", "caption_below", "float_above",
    "float_below",   "display_above", "display_below", "paragraph",     "list_item"};
constexpr std::array<std::string_view, 3> kDrawings = {"picture", "drawing", "line"};
constexpr std::array<std::string_view, 6> kFailures = {"empty",     "not_pdf",   "damaged",
                                                       "encrypted", "too_large", "too_many_pages"};
constexpr std::array<std::string_view, 17> kTraces = {
    "info",       "xmp",        "figure_file", "figure_info", "figure_xmp", "private_data",
    "image",      "annotation", "attachment",  "outline",     "page_label", "layer",
    "form_field", "structure",  "link",        "destination", "revision"};

template <class Enum, std::size_t N>
Enum parse_name(const std::string& name, const std::array<std::string_view, N>& names) {
  for (std::size_t i = 0; i < N; ++i)
    if (names[i] == name) return static_cast<Enum>(i);
  throw std::invalid_argument("unknown name " + name);
}

// Writes and reads the same list of fields, so that the two directions cannot drift apart. Reading
// takes the keys out of the object; what is left is unknown.
class Writer {
 public:
  template <class T>
  void field(const char* key, T& value) {
    json_[key] = write(value);
  }
  Json take() { return std::move(json_); }

  template <class T>
  static Json write(T& value);

 private:
  Json json_ = Json::object();
};

class Reader {
 public:
  explicit Reader(const Json& json) : json_(json) {
    if (!json.is_object()) throw std::invalid_argument("an object was expected");
  }
  template <class T>
  void field(const char* key, T& value) {
    auto found = json_.find(key);
    if (found == json_.end()) return;
    try {
      read(*found, value);
    } catch (const std::exception& problem) {
      throw std::invalid_argument(std::string(key) + ": " + problem.what());
    }
    json_.erase(key);
  }
  void finish() const {
    if (!json_.empty()) throw std::invalid_argument("unknown key " + json_.begin().key());
  }

  template <class T>
  static void read(const Json& json, T& value);

 private:
  Json json_;
};

template <class V>
void fields(V& visit, Line& it) {
  visit.field("page", it.page);
  visit.field("box", it.box);
  visit.field("baseline", it.baseline);
  visit.field("size", it.size);
  visit.field("font", it.font);
  visit.field("scale", it.scale);
  visit.field("tracking", it.tracking);
  visit.field("word_gap", it.word_gap);
  visit.field("column", it.column);
  visit.field("role", it.role);
  visit.field("section", it.section);
  visit.field("counted", it.counted);
  visit.field("visible", it.visible);
  visit.field("text", it.text);
}
template <class V>
void fields(V& visit, Section& it) {
  visit.field("title", it.title);
  visit.field("number", it.number);
  visit.field("level", it.level);
  visit.field("page", it.page);
  visit.field("y", it.y);
  visit.field("class", it.class_id);
  visit.field("first_line", it.first_line);
  visit.field("size", it.size);
}
template <class V>
void fields(V& visit, WordSpaces& it) {
  visit.field("middle", it.middle);
  visit.field("low", it.low);
  visit.field("lines", it.lines);
}
template <class V>
void fields(V& visit, BodyType& it) {
  visit.field("font", it.font);
  visit.field("family", it.family);
  visit.field("size", it.size);
  visit.field("leading", it.leading);
  visit.field("share", it.share);
  visit.field("lines", it.lines);
  visit.field("word_spaces", it.word_spaces);
}
template <class V>
void fields(V& visit, TypeSizes& it) {
  visit.field("title", it.title);
  visit.field("section", it.section);
  visit.field("caption", it.caption);
  visit.field("references", it.references);
  visit.field("footnote", it.footnote);
  visit.field("smallest", it.smallest);
}
template <class V>
void fields(V& visit, Place& it) {
  visit.field("page", it.page);
  visit.field("y", it.y);
}
template <class V>
void fields(V& visit, MainEnd& it) {
  visit.field("page", it.page);
  visit.field("y", it.y);
  visit.field("fill", it.fill);
}
template <class V>
void fields(V& visit, References& it) {
  visit.field("page", it.page);
  visit.field("y", it.y);
  visit.field("ends", it.ends);
}
template <class V>
void fields(V& visit, PageLayout& it) {
  visit.field("columns", it.columns);
  visit.field("text_block", it.text_block);
  visit.field("body_lines", it.body_lines);
  visit.field("fills", it.fills);
  visit.field("body_size", it.body_size);
  visit.field("leading", it.leading);
  visit.field("distances", it.distances);
}
template <class V>
void fields(V& visit, ColumnFill& it) {
  visit.field("column", it.column);
  visit.field("lines", it.lines);
  visit.field("first", it.first);
  visit.field("last", it.last);
}
template <class V>
void fields(V& visit, Spacing& it) {
  visit.field("page", it.page);
  visit.field("kind", it.kind);
  visit.field("level", it.level);
  visit.field("distance", it.distance);
  visit.field("line", it.line);
}
template <class V>
void fields(V& visit, Drawing& it) {
  visit.field("page", it.page);
  visit.field("box", it.box);
  visit.field("kind", it.kind);
}
template <class V>
void fields(V& visit, Measured& it) {
  visit.field("pages", it.pages);
  visit.field("page_size", it.page_size);
  visit.field("columns", it.columns);
  visit.field("column_gap", it.column_gap);
  visit.field("text_block", it.text_block);
  visit.field("body", it.body);
  visit.field("sizes", it.sizes);
  visit.field("main_end", it.main_end);
  visit.field("references", it.references);
  visit.field("appendix", it.appendix);
  visit.field("sections", it.sections);
  visit.field("line_numbers", it.line_numbers);
  visit.field("page_numbers", it.page_numbers);
  visit.field("stage", it.stage);
  visit.field("words", it.words);
  visit.field("layouts", it.layouts);
  visit.field("spacings", it.spacings);
  visit.field("drawings", it.drawings);
  visit.field("lines", it.lines);
}
template <class V>
void fields(V& visit, Identities& it) {
  visit.field("names", it.names);
  visit.field("emails", it.emails);
  visit.field("affiliations", it.affiliations);
  visit.field("handles", it.handles);
}
template <class V>
void fields(V& visit, Repository& it) {
  visit.field("system", it.system);
  visit.field("folder", it.folder);
  visit.field("has_history", it.has_history);
  visit.field("people", it.people);
  visit.field("remotes", it.remotes);
}
template <class V>
void fields(V& visit, Telltale& it) {
  visit.field("kind", it.kind);
  visit.field("text", it.text);
  visit.field("who", it.who);
  visit.field("entry", it.entry);
  visit.field("line", it.line);
  visit.field("times", it.times);
}
template <class V>
void fields(V& visit, Unread& it) {
  visit.field("entry", it.entry);
  visit.field("why", it.why);
  visit.field("may_hold_files", it.may_hold_files);
}
template <class V>
void fields(V& visit, Supplement& it) {
  visit.field("path", it.path);
  visit.field("names", it.names);
  visit.field("repositories", it.repositories);
  visit.field("telltales", it.telltales);
  visit.field("unread", it.unread);
  visit.field("unread_files", it.unread_files);
  visit.field("is_cut", it.is_cut);
}
template <class V>
void fields(V& visit, Paper& it) {
  visit.field("document", it.document);
  visit.field("measured", it.measured);
  visit.field("identities", it.identities);
  visit.field("supplement", it.supplement);
}

template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};
template <class T>
struct IsVector : std::false_type {};
template <class T>
struct IsVector<std::vector<T>> : std::true_type {};
using Pair = std::pair<std::string, std::string>;

template <class T>
Json Writer::write(T& value) {
  if constexpr (IsOptional<T>::value) {
    return value ? write(*value) : Json(nullptr);
  } else if constexpr (IsVector<T>::value) {
    Json list = Json::array();
    for (auto& item : value) list.push_back(write(item));
    return list;
  } else if constexpr (std::is_same_v<T, Size>) {
    return Json::array({util::rounded(value.width), util::rounded(value.height)});
  } else if constexpr (std::is_same_v<T, Box>) {
    return to_json(value);
  } else if constexpr (std::is_same_v<T, Pair>) {
    return Json::array({value.first, value.second});
  } else if constexpr (std::is_enum_v<T>) {
    return name_of(value);
  } else if constexpr (std::is_same_v<T, double>) {
    return util::rounded(value);
  } else if constexpr (std::is_class_v<T> && !std::is_same_v<T, std::string>) {
    Writer writer;
    fields(writer, value);
    return writer.take();
  } else {
    return value;
  }
}

template <class T>
void Reader::read(const Json& json, T& value) {
  if constexpr (IsOptional<T>::value) {
    if (json.is_null())
      value.reset();
    else
      read(json, value.emplace());
  } else if constexpr (IsVector<T>::value) {
    value.clear();
    for (const Json& item : json) read(item, value.emplace_back());
  } else if constexpr (std::is_same_v<T, Size>) {
    value = {json.at(0).get<double>(), json.at(1).get<double>()};
  } else if constexpr (std::is_same_v<T, Box>) {
    value = {json.at(0).get<double>(), json.at(1).get<double>(), json.at(2).get<double>(),
             json.at(3).get<double>()};
  } else if constexpr (std::is_same_v<T, Pair>) {
    value = {json.at(0).get<std::string>(), json.at(1).get<std::string>()};
  } else if constexpr (std::is_same_v<T, Role>) {
    value = parse_name<Role>(json.get<std::string>(), kRoles);
  } else if constexpr (std::is_same_v<T, SpacingKind>) {
    value = parse_name<SpacingKind>(json.get<std::string>(), kSpacings);
  } else if constexpr (std::is_same_v<T, DrawingKind>) {
    value = parse_name<DrawingKind>(json.get<std::string>(), kDrawings);
  } else if constexpr (std::is_same_v<T, FailureKind>) {
    value = parse_name<FailureKind>(json.get<std::string>(), kFailures);
  } else if constexpr (std::is_same_v<T, TraceKind>) {
    value = parse_name<TraceKind>(json.get<std::string>(), kTraces);
  } else if constexpr (std::is_class_v<T> && !std::is_same_v<T, std::string>) {
    Reader reader(json);
    fields(reader, value);
    reader.finish();
  } else {
    value = json.get<T>();
  }
}

}  // namespace

std::string_view name_of(Role role) {
  return kRoles.at(static_cast<std::size_t>(role));
}

std::string_view name_of(SpacingKind kind) {
  return kSpacings.at(static_cast<std::size_t>(kind));
}

std::string_view name_of(DrawingKind kind) {
  return kDrawings.at(static_cast<std::size_t>(kind));
}

std::string_view name_of(FailureKind kind) {
  return kFailures.at(static_cast<std::size_t>(kind));
}

std::string_view name_of(TraceKind kind) {
  return kTraces.at(static_cast<std::size_t>(kind));
}

std::optional<Role> role_named(std::string_view name) {
  auto at = std::find(kRoles.begin(), kRoles.end(), name) - kRoles.begin();
  return at == std::ssize(kRoles) ? std::nullopt : std::optional(static_cast<Role>(at));
}

Json to_json(const Paper& paper) {
  // The visitors take non-const references for the sake of reading; writing changes nothing.
  Json json = Writer::write(const_cast<Paper&>(paper));
  if (paper.identities.empty()) json.erase("identities");
  return json;
}

util::Expected<Paper> paper_from_json(const Json& json) {
  try {
    Paper paper;
    Reader::read(json, paper);
    return paper;
  } catch (const std::exception& problem) {
    return util::Error{problem.what()};
  }
}

}  // namespace model
