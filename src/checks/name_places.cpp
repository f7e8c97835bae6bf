#include "checks/name_places.hpp"

#include <algorithm>
#include <cctype>
#include <utility>

#include "checks/main_part.hpp"
#include "checks/passages.hpp"
#include "util/private_path.hpp"
#include "util/text.hpp"

namespace checks {
namespace {

using model::Account;
using model::Confidence;
using model::KnownNames;
using model::Line;
using model::Role;
using model::Wording;

// Annotations and bookmarks of a hostile file may be without end.
constexpr std::size_t kMostOfAKind = 10'000;

std::string_view kind_of(const Line& line, const std::string& section) {
  switch (line.role) {
    case Role::author:
    case Role::title:
      return "below the title";
    case Role::running_head:
    case Role::notice:
      return "in a running head or notice";
    case Role::footnote:
      return "in a footnote";
    case Role::margin_note:
    case Role::stamp:
      return "in the margin";
    case Role::figure:
    case Role::caption:
    case Role::code:
      return "in a figure, table or listing";
    default:
      return section == "acknowledgments" ? "in the acknowledgments" : "in the text";
  }
}

// Those who are named in running text and figures may be others, of one name or cited.
Confidence confidence_in(const Line& line) {
  bool is_text = model::is_running_text(line.role) || line.role == Role::heading;
  bool is_shown = line.role == Role::figure || line.role == Role::caption ||
                  line.role == Role::code || line.role == Role::display;
  bool is_later_note = line.role == Role::footnote && line.page > 1;
  return is_text || is_shown || is_later_note ? Confidence::likely : Confidence::certain;
}

// Without its marks: what stands in elements and attributes.
std::string text_of(std::string_view xmp) {
  std::string out;
  bool is_mark = false, is_quoted = false;
  for (char c : xmp) {
    if (is_mark && (c == '"' || c == '\'')) is_quoted = !is_quoted;
    if (c == '<') is_mark = true;
    if (!is_mark || is_quoted) out += c;
    if (c == '>' && !std::exchange(is_mark, false)) continue;
    if (!is_mark) is_quoted = false;
    if (c == '>' || (is_mark && !is_quoted)) out += '\n';
  }
  return out;
}

using Places = std::vector<NamePlace>;

void add_info(const model::Paper& paper, Places& places) {
  for (const auto& [key, value] : paper.document.info)
    places.push_back({"in the metadata", value, 0, {}});
}
void add_xmp(const model::Paper& paper, Places& places) {
  for (const std::string& value : util::split(text_of(paper.document.xmp), '\n'))
    if (!util::trim(value).empty()) places.push_back({"in the XMP metadata", value, 0, {}});
}
void add_figures(const model::Paper& paper, Places& places) {
  for (const std::string& name : paper.document.figure_files)
    places.push_back({"in the name of a figure's file", name, 0, {}});
}
void add_outline(const model::Paper& paper, Places& places) {
  for (const model::OutlineEntry& entry : paper.document.outline)
    places.push_back({"in a bookmark", entry.title, entry.page, {}});
}
void add_annotations(const model::Paper& paper, Places& places) {
  for (std::size_t i = 0; i < paper.document.pages.size(); ++i)
    for (const model::Annotation& it : paper.document.pages[i].annotations)
      places.push_back(
          {"in an annotation", it.author + ": " + it.contents, static_cast<int>(i) + 1, it.box});
}
void add_actual_texts(const model::Paper& paper, Places& places) {
  for (std::size_t i = 0; i < paper.document.pages.size(); ++i)
    for (const model::ActualText& it : paper.document.pages[i].actual_texts)
      places.push_back({"in text for reading aloud", it.text, static_cast<int>(i) + 1, it.box});
}

// Links and destinations name whom the paper cites, and are looked at elsewhere.
void add_traces(const model::Paper& paper, Places& places) {
  using model::TraceKind;
  static constexpr TraceKind kElsewhere[] = {TraceKind::info,    TraceKind::xmp,
                                             TraceKind::outline, TraceKind::annotation,
                                             TraceKind::link,    TraceKind::destination};
  static constexpr TraceKind kMadeOfText[] = {TraceKind::attachment, TraceKind::private_data,
                                              TraceKind::structure, TraceKind::revision};
  auto is_in = [](const auto& kinds, TraceKind kind) {
    return std::find(std::begin(kinds), std::end(kinds), kind) != std::end(kinds);
  };
  for (const model::Trace& it : paper.document.traces) {
    if (is_in(kElsewhere, it.kind)) continue;
    Confidence confidence = is_in(kMadeOfText, it.kind) ? Confidence::likely : Confidence::certain;
    for (const std::string* text : {&it.text, &it.place})
      if (!text->empty())
        places.push_back({"in what no page shows", *text, it.page, {}, Wording::label, confidence});
  }
}

void add_supplement(const model::Paper& paper, Places& places) {
  if (!paper.supplement) return;
  constexpr std::string_view kKind = "in the supplement";
  for (const model::Telltale& it : paper.supplement->telltales)
    places.push_back({kKind, it.text, 0, {}});
  for (const model::Repository& it : paper.supplement->repositories)
    for (const auto* list : {&it.people, &it.remotes})
      for (const std::string& text : *list) places.push_back({kKind, text, 0, {}});
  for (const std::string& name : paper.supplement->names) places.push_back({kKind, name, 0, {}});
}

// All that a file carries; each adds its kind.
constexpr void (*kInFile[])(const model::Paper&, Places&) = {
    add_info,        add_xmp,          add_figures, add_outline,
    add_annotations, add_actual_texts, add_traces,  add_supplement,
};

bool is_part_of_account(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) || (c & 0x80) ||
         std::string_view("._-").find(c) != std::string_view::npos;
}

// Of paths and addresses, each part with and without an ending as of files.
void add_accounts(const KnownNames& known, std::string_view label,
                  std::vector<std::string>& found) {
  for (std::size_t at = 0; at < label.size();) {
    std::size_t end = at;
    while (end < label.size() && is_part_of_account(label[end])) ++end;
    std::string_view part = label.substr(at, end - at);
    std::string_view stem = part.substr(0, part.rfind('.'));
    for (std::string_view each : {part, stem})
      if (known.account(each) > Account::family) {
        found.emplace_back(each);
        break;
      }
    at = std::max(end, at + 1);
  }
}

// "/home/doe/paper.tex" is a user's even where the log-in is a word.
void add_user(const KnownNames& known, std::string_view label, std::vector<std::string>& found) {
  auto path = util::private_path(label);
  if (!path) return;
  std::string_view rest = *path;
  rest.remove_prefix(rest.find('/', 1) + 1);
  std::string_view user = rest.substr(0, rest.find('/'));
  if (known.account(user) == Account::family) found.emplace_back(user);
}

}  // namespace

std::vector<NamePlace> places_in_text(const model::Paper& paper) {
  Places places;
  for (const Passage& passage : passages(paper)) {
    const Line& line = passage.first();
    const std::string& section = class_of(line, paper.measured);
    if (line.role == Role::reference || section == "references") continue;
    places.push_back({kind_of(line, section), passage.text, line.page, line.box, Wording::prose,
                      confidence_in(line)});
  }
  for (const Line& line : paper.measured.lines)
    if (!line.visible && !util::trim(line.text).empty() && places.size() < kMostOfAKind)
      places.push_back({"in text that is not seen", line.text, line.page, line.box, Wording::prose,
                        Confidence::certain});
  return places;
}

std::vector<NamePlace> places_in_file(const model::Paper& paper) {
  Places places;
  for (auto* add : kInFile) {
    Places of_kind;
    add(paper, of_kind);
    of_kind.resize(std::min(of_kind.size(), kMostOfAKind));
    std::move(of_kind.begin(), of_kind.end(), std::back_inserter(places));
  }
  return places;
}

const model::KnownNames& known_names(const model::Paper& paper) {
  return paper.workings.get<KnownNames>([&] { return KnownNames(paper.identities); });
}

// First as it stands, then with the signs between words of file names taken for blanks, then the
// accounts in it.
std::vector<std::string> names_in_label(const KnownNames& known, std::string_view label) {
  std::vector<std::string> found;
  std::string apart(label);
  std::replace_if(
      apart.begin(), apart.end(),
      [](char c) { return std::string_view("_/\\.-").find(c) != std::string_view::npos; }, ' ');
  for (const std::string_view text : {label, std::string_view(apart)}) {
    for (const model::Mention& it : known.find(text, Wording::label))
      found.emplace_back(label.substr(it.begin, it.end - it.begin));
    if (!found.empty()) return found;
  }
  add_accounts(known, label, found);
  add_user(known, label, found);
  return found;
}

}  // namespace checks
