#include "fix/rewriter/annotator.hpp"

#include <algorithm>
#include <charconv>
#include <exception>
#include <map>
#include <new>
#include <optional>
#include <string>

#include "fix/rewriter/sheets.hpp"
#include "fix/rewriter/text.hpp"
#include "util/format.hpp"

namespace fix {
namespace {

using std::size_t;
using std::string_view;

// Of a note that belongs to a whole page, in its corner.
constexpr double kNote = 14, kNoteGap = 4;
constexpr int kNotesInRow = 20;  // narrower than A5

constexpr string_view kIdPlace = "00000000000000000000000000000000";

// As painted over black text on white, by multiplying.
string_view paint(MarkColor color) {
  switch (color) {
    case MarkColor::red:
      return "1 .7 .66";
    case MarkColor::orange:
      return "1 .85 .5";
    default:
      return ".7 .85 1";
  }
}

string_view line_paint(MarkColor color) {
  switch (color) {
    case MarkColor::red:
      return ".85 .1 .1";
    case MarkColor::orange:
      return ".9 .5 0";
    default:
      return ".1 .4 .8";
  }
}

void append_utf16(std::string& hex, unsigned code) {
  hex += fmt::format("{:04x}", code & 0xffff);
}

// As a string of hexadecimal UTF-16, which needs no escapes.
std::string text_string(string_view utf8) {
  std::string hex = "<feff";
  for (size_t at = 0; at < utf8.size();) {
    auto byte = static_cast<unsigned char>(utf8[at++]);
    int more = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc0 ? 1 : 0;
    unsigned code = more == 0 ? byte : byte & (0x3fU >> more);
    for (; more > 0 && at < utf8.size(); --more)
      code = code << 6 | (static_cast<unsigned char>(utf8[at++]) & 0x3fU);
    if (code < 0x10000) {
      append_utf16(hex, code);
    } else {
      append_utf16(hex, 0xd800 + ((code - 0x10000) >> 10));
      append_utf16(hex, 0xdc00 + ((code - 0x10000) & 0x3ff));
    }
  }
  return hex + ">";
}

struct Rectangle {
  double left = 0, bottom = 0, right = 0, top = 0;
};

Rectangle on_page(const Sheet& sheet, const model::Box& box) {
  auto a = sheet.own_place(box.left, box.top), b = sheet.own_place(box.right, box.bottom);
  return {std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y)};
}

// The corners of what is marked, the upper ones first, as the page is shown.
std::string corners(const Sheet& sheet, const model::Box& box) {
  std::string list;
  for (auto [x, y] : {std::pair{box.left, box.top}, std::pair{box.right, box.top},
                      std::pair{box.left, box.bottom}, std::pair{box.right, box.bottom}}) {
    auto spot = sheet.own_place(x, y);
    list += fmt::format("{:.2f} {:.2f} ", spot.x, spot.y);
  }
  return list;
}

// The number behind the last "startxref": where the newest table is.
std::optional<size_t> find_table(string_view pdf) {
  constexpr string_view kWord = "startxref";
  size_t at = pdf.rfind(kWord);
  if (at == string_view::npos) return std::nullopt;
  at = pdf.find_first_not_of(" \r\n\t", at + kWord.size());
  size_t offset = 0;
  if (at == string_view::npos) return std::nullopt;
  auto [end, error] = std::from_chars(pdf.data() + at, pdf.data() + pdf.size(), offset);
  if (error != std::errc() || offset == 0 || offset >= pdf.size()) return std::nullopt;
  return offset;
}

bool is_plain_table(string_view pdf, size_t table) {
  table = pdf.find_first_not_of(" \r\n\t", table);
  return table != string_view::npos && pdf.substr(table).starts_with("xref");
}

// Objects appended behind a file, and the table that leads to them and to the file's own.
class Update {
 public:
  Update(string_view pdf, const Objects& objects, size_t table, Written& out)
      : objects_(objects),
        text_([](const PoDoFo::PdfReference& it) {
          return fmt::format("{} {} R", it.ObjectNumber(), it.GenerationNumber());
        }),
        begin_(pdf.size()),
        table_(table),
        is_plain_(is_plain_table(pdf, table)),
        written_(out),
        out_(out.bytes) {
    for (const Value* object : objects.all())
      next_ = std::max(next_, object->Reference().ObjectNumber() + 1);
    if (const Value* size = objects.trailer().GetDictionary().GetKey("Size");
        size && size->IsNumber() && size->GetNumber() < 100'000'000)
      next_ =
          std::max(next_, static_cast<unsigned>(std::max<PoDoFo::pdf_int64>(0, size->GetNumber())));
    out_ = "\n";
  }

  // `body` is what stands between "obj" and "endobj".
  unsigned add(const std::string& body) {
    put(next_, 0, body);
    return next_++;
  }
  void replace_page(const Sheet& sheet, const std::string& annotations);
  void finish();
  std::string own_annotations(const Sheet& sheet);

 private:
  struct Place {
    size_t at = 0;
    unsigned generation = 0;
  };
  void put(unsigned number, unsigned generation, const std::string& body) {
    places_[number] = {begin_ + out_.size(), generation};
    out_ += fmt::format("{} {} obj\n{}\nendobj\n", number, generation, body);
  }
  std::string trailer_keys();
  void write_plain_table();
  void write_packed_table();
  void find_id_place(size_t from);

  const Objects& objects_;
  Text text_;
  size_t begin_, table_;
  bool is_plain_;
  Written& written_;
  std::string& out_;
  unsigned next_ = 1;
  std::map<unsigned, Place> places_;
};

std::string Update::own_annotations(const Sheet& sheet) {
  Value* list = objects_.get(*sheet.page, "Annots");
  if (!list || !list->IsArray()) return "";
  std::string text = text_.of(*list);
  return text.substr(1, text.size() - 2) + " ";
}

void Update::replace_page(const Sheet& sheet, const std::string& annotations) {
  std::string body = "<<";
  for (const auto& [key, value] : sheet.page->GetDictionary().GetKeys())
    if (key.GetName() != "Annots") body += text_.of(Value(key)) + " " + text_.of(*value);
  const auto& own = sheet.page->Reference();
  put(own.ObjectNumber(), own.GenerationNumber(), body + "/Annots[" + annotations + "]>>");
}

std::string Update::trailer_keys() {
  std::string keys = fmt::format("/Size {}/Prev {}", next_, table_);
  for (const char* key : {"Root", "Info"})
    if (const Value* value = objects_.trailer().GetDictionary().GetKey(key))
      keys += fmt::format("/{} {}", key, text_.of(*value));
  const Value* id = objects_.trailer().GetDictionary().GetKey("ID");
  if (id && id->IsArray() && id->GetArray().size() == 2)
    keys += fmt::format("/ID[{}<{}>]", text_.of(id->GetArray()[0]), kIdPlace);
  return keys;
}

void Update::find_id_place(size_t from) {
  size_t at = out_.find(fmt::format("<{}>]", kIdPlace), from);
  written_.second_id = at == std::string::npos ? 0 : at + 1;
}

void Update::write_plain_table() {
  out_ += "xref\n";
  for (auto first = places_.begin(); first != places_.end();) {
    auto last = std::next(first);
    while (last != places_.end() && last->first == std::prev(last)->first + 1) ++last;
    out_ += fmt::format("{} {}\n", first->first, std::distance(first, last));
    for (; first != last; ++first)
      out_ += fmt::format("{:010} {:05} n \n", first->second.at, first->second.generation);
  }
  out_ += fmt::format("trailer\n<<{}>>\n", trailer_keys());
}

void Update::write_packed_table() {
  const unsigned own = next_++;
  places_[own] = {begin_ + out_.size(), 0};
  std::string rows, index;
  for (const auto& [number, place] : places_) {
    index += fmt::format("{} 1 ", number);
    rows += '\1';
    for (int shift = 24; shift >= 0; shift -= 8) rows += static_cast<char>(place.at >> shift);
    rows += static_cast<char>(place.generation >> 8);
    rows += static_cast<char>(place.generation);
  }
  out_ += fmt::format("{} 0 obj\n<</Type/XRef/W[1 4 2]/Index[{}]/Length {}{}>>\nstream\n", own,
                      index, rows.size(), trailer_keys());
  out_ += rows + "\nendstream\nendobj\n";
}

void Update::finish() {
  const size_t at = out_.size();
  if (is_plain_)
    write_plain_table();
  else
    write_packed_table();
  find_id_place(at);
  out_ += fmt::format("startxref\n{}\n%%EOF\n", begin_ + at);
}

std::string appearance(const Rectangle& r, const Mark& mark, bool is_note) {
  const double width = r.right - r.left, height = r.top - r.bottom;
  std::string content, state;
  if (mark.is_highlight || is_note) {
    content = fmt::format("/M gs {} rg {:.2f} {:.2f} {:.2f} {:.2f} re f\n", paint(mark.color),
                          r.left, r.bottom, width, height);
    state = "/ExtGState<</M<</BM/Multiply>>>>";
  }
  if (!mark.is_highlight)
    content += fmt::format("{} RG 1 w {:.2f} {:.2f} {:.2f} {:.2f} re S\n", line_paint(mark.color),
                           r.left + 0.5, r.bottom + 0.5, std::max(0.0, width - 1),
                           std::max(0.0, height - 1));
  return fmt::format(
      "<</Type/XObject/Subtype/Form/BBox[{:.2f} {:.2f} {:.2f} {:.2f}]/Resources<<{}>>/Length "
      "{}>>\nstream\n{}endstream",
      r.left, r.bottom, r.right, r.top, state, content.size(), content);
}

// Its reference, for the list of the page.
std::string add_mark(Update& update, const Sheet& sheet, const Mark& mark, int notes_before) {
  model::Box box = mark.box.value_or(model::Box{});
  if (!mark.box) {
    box.left = kNoteGap + notes_before % kNotesInRow * (kNote + kNoteGap);
    box.top = kNoteGap + notes_before / kNotesInRow * (kNote + kNoteGap);
    box = {box.left, box.top, box.left + kNote, box.top + kNote};
  }
  const Rectangle r = on_page(sheet, box);
  const unsigned drawn = update.add(appearance(r, mark, !mark.box));
  const auto& page = sheet.page->Reference();
  std::string body = fmt::format(
      "<</Type/Annot/Subtype/{}/Rect[{:.2f} {:.2f} {:.2f} {:.2f}]/C[{}]/F 4/T(deskcheck)"
      "/Contents{}/P {} {} R/AP<</N {} 0 R>>",
      mark.is_highlight ? "Highlight" : "Square", r.left, r.bottom, r.right, r.top,
      mark.is_highlight ? paint(mark.color) : line_paint(mark.color), text_string(mark.words),
      page.ObjectNumber(), page.GenerationNumber(), drawn);
  if (mark.is_highlight) body += fmt::format("/QuadPoints[{}]", corners(sheet, box));
  if (!mark.is_highlight && !mark.box) body += fmt::format("/IC[{}]", paint(mark.color));
  return fmt::format("{} 0 R ", update.add(body + ">>"));
}

// An object of its own, which an update can replace.
bool can_be_marked(const Sheet& sheet) {
  return sheet.page->Reference().ObjectNumber() > 0;
}

// Its page, or else the first one that can be marked, where it becomes a note.
std::optional<size_t> sheet_for(const Mark& mark, const std::vector<Sheet>& sheets) {
  auto own = static_cast<size_t>(std::max(1, mark.page)) - 1;
  if (own < sheets.size() && can_be_marked(sheets[own])) return own;
  auto first = std::find_if(sheets.begin(), sheets.end(), can_be_marked);
  if (first == sheets.end()) return std::nullopt;
  return static_cast<size_t>(first - sheets.begin());
}

void annotate_open(string_view pdf, const Objects& objects, const std::vector<Mark>& marks,
                   Written& out) {
  auto table = find_table(pdf);
  if (has(objects.trailer(), "Encrypt")) out.fate = Fate::encrypted;
  if (!objects.root() || !table) out.fate = Fate::damaged;
  if (out.fate != Fate::written) return;
  auto sheets = find_sheets(objects);
  Update update(pdf, objects, *table, out);
  std::map<size_t, std::vector<Mark>> by_sheet;
  for (const Mark& mark : marks) {
    auto index = sheet_for(mark, sheets);
    if (!index) return void(out.fate = Fate::damaged);
    Mark& placed = by_sheet[*index].emplace_back(mark);
    if (static_cast<size_t>(mark.page) != *index + 1) placed.box.reset();
  }
  for (const auto& [index, on_it] : by_sheet) {
    const Sheet& sheet = sheets[index];
    std::string list = update.own_annotations(sheet);
    int notes = 0;
    for (const Mark& mark : on_it) {
      list += add_mark(update, sheet, mark, notes);
      notes += mark.box ? 0 : 1;
    }
    update.replace_page(sheet, list);
  }
  update.finish();
}

}  // namespace
}  // namespace fix

void deskcheck_annotate(std::string_view pdf, const std::vector<fix::Mark>& marks,
                        fix::Written& out) {
  using namespace fix;
  // With anything before it, offsets would count from one place to some and another to others.
  if (!pdf.starts_with("%PDF-")) {
    out.fate = Fate::no_pdf;
    return;
  }
  try {
    Objects objects(pdf);
    annotate_open(pdf, objects, marks, out);
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const PoDoFo::PdfError& error) {
    if (error.GetError() == PoDoFo::ePdfError_OutOfMemory) throw std::bad_alloc();
    bool is_locked = pdf.find("/Encrypt") != std::string_view::npos;
    out.fate = is_locked ? Fate::encrypted : Fate::damaged;
  } catch (const std::exception&) {
    out.fate = Fate::damaged;
  }
}
