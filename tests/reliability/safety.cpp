// Goals about what reports say: nothing that harms who reads them, and no pass for what is damaged.
#include <algorithm>
#include <array>

#include "goals.hpp"
#include "records.hpp"

namespace lab {
namespace {

// Each does harm somewhere: a terminal, a spreadsheet, a browser, the log of a build.
constexpr std::array kPayloads = {
    "\x1b[31mred\x1b[0m\x1b]0;title\x07",
    "a\nb",
    "PASS\rFAIL",
    "tab\there",
    "\x7f\x08\x08",
    "\xc2\x9b"
    "31m c1",
    "\xe2\x80\xae"
    "fdp.exe",
    "\xe2\x81\xa6isolated\xe2\x81\xa9",
    "=1+1",
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1)",
    "::error::x",
    "##[error]x",
    "%s%n%d",
    "<img src=x onerror=alert(1)>",
    "\"'`$(id);&|",
    "]]><x>",
    "\xff\xfe caf\xe9",
    "\xef\xbb\xbf bom",
    "--help",
    "\xed\xa0\x80",
    "*?[a-z]{x,y}",
    "C:\\x\\y",
    "\xe2\x80\xa8line",
    "\x01\x02\x1f",
};

std::string hex(const std::string& bytes) {
  std::string out;
  for (const char byte : bytes) {
    char two[3];
    std::snprintf(two, sizeof two, "%02x", static_cast<unsigned char>(byte));
    out += two;
  }
  return "<" + out + ">";
}

std::string literal(const std::string& bytes) {
  std::string out = "(";
  for (const char byte : bytes) {
    if (byte == '(' || byte == ')' || byte == '\\') out += '\\';
    out += byte;
  }
  return out + ")";
}

std::string name(const std::string& bytes) {
  std::string out = "/";
  for (const char byte : bytes) {
    char escape[4];
    std::snprintf(escape, sizeof escape, "#%02x", static_cast<unsigned char>(byte));
    if (byte != 0) out += escape;
  }
  return out;
}

// One page with `words` wherever a PDF has words: title, author, font, text, link, bookmark,
// heading.
std::string paper_saying(const std::string& words) {
  const std::string content = "BT /F 10 Tf 72 700 Td " + literal(words) +
                              " Tj 0 -20 Td (Acknowledgments we thank a@b.edu) Tj ET";
  const std::vector<std::string> objects = {
      "<</Type/Catalog/Pages 2 0 R/Outlines 7 0 R/Lang " + literal(words) + ">>",
      "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>"
      ">>/Annots[6 0 R]>>",
      "<</Length " + std::to_string(content.size()) + ">>\nstream\n" + content + "\nendstream",
      "<</Type/Font/Subtype/Type1/BaseFont" + name(words) + "/Encoding/WinAnsiEncoding>>",
      "<</Type/Annot/Subtype/Link/Rect[0 0 100 100]/A<</S/URI/URI" +
          literal("https://github.com/" + words) + ">>>>",
      "<</First 8 0 R/Last 8 0 R/Count 1>>",
      "<</Title" + hex(words) + "/Parent 7 0 R/Dest[3 0 R/Fit]>>",
      "<</Title" + hex(words) + "/Author" + literal(words) + "/Creator" + hex(words) + "/Keywords" +
          literal(words) + ">>"};
  std::string pdf = "%PDF-1.7\n", table = "0000000000 65535 f \n";
  for (std::size_t i = 0; i < objects.size(); ++i) {
    char row[24];
    std::snprintf(row, sizeof row, "%010zu 00000 n \n", pdf.size());
    table += row;
    pdf += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const std::string size = std::to_string(objects.size() + 1);
  return pdf + "xref\n0 " + size + "\n" + table + "trailer\n<</Size " + size +
         "/Root 1 0 R/Info 9 0 R>>\nstartxref\n" + std::to_string(pdf.size()) + "\n%%EOF\n";
}

std::vector<fs::path> hostile_papers(const Settings& settings, const Bench& bench) {
  std::vector<fs::path> files;
  const std::string sound = read(sound_papers(settings, 1).front());
  fs::create_directories(bench / "names");
  for (std::size_t i = 0; i < kPayloads.size(); ++i) {
    files.push_back(bench / ("saying" + std::to_string(i) + ".pdf"));
    write(files.back(), paper_saying(kPayloads[i]));
    std::string file = std::string(kPayloads[i]) + ".pdf";
    std::replace(file.begin(), file.end(), '/', '_');
    files.push_back(bench / "names" / file);
    write(files.back(), i % 2 ? sound : "no PDF");
    files.push_back(bench / "names" / (file + "-missing"));
  }
  for (const Hostile& each : hostile_inputs(settings))
    if (each.group == "strings" || each.group == "filesystem") files.push_back(each.file);
  return files;
}

struct Range {
  char32_t first, last;
};

// Controls, C1, what turns the direction of text, and separators of lines.
constexpr Range kUnsafe[] = {{0x00, 0x09},     {0x0b, 0x1f},     {0x7f, 0x9f},
                             {0x061c, 0x061c}, {0x200e, 0x200f}, {0x2028, 0x202e},
                             {0x2066, 0x2069}, {0xfeff, 0xfeff}};

// The next character, or U+FFFFFFFF where the bytes are no UTF-8.
char32_t next_character(const std::string& text, std::size_t& at) {
  const auto byte = [&](std::size_t i) -> unsigned {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
  };
  const unsigned first = byte(at++);
  if (first < 0x80) return first;
  const unsigned more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1;
  char32_t value = first & (0x3fU >> more);
  bool is_good = first >= 0xc2 && first < 0xf5;
  for (unsigned i = 0; i < more; ++i) {
    is_good = is_good && (byte(at) & 0xc0U) == 0x80;
    value = (value << 6) | (byte(at++) & 0x3fU);
  }
  constexpr char32_t kLeast[] = {0, 0x80, 0x800, 0x10000};
  is_good = is_good && value >= kLeast[more] && (value < 0xd800 || value > 0xdfff);
  return is_good ? value : 0xffffffff;
}

// Tables of cells, of which RFC 4180 ends each row with CR too.
bool is_table(const std::string& format) {
  return format.starts_with("csv") || format == "mail";
}

void find_unsafe(const std::string& text, const std::string& where, Report& report) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begun = at;
    const char32_t c = next_character(text, at);
    if (c == '\r' && at < text.size() && text[at] == '\n' && is_table(where)) continue;
    const bool is_unsafe =
        c > 0x10ffff || std::any_of(std::begin(kUnsafe), std::end(kUnsafe),
                                    [c](const Range& it) { return it.first <= c && c <= it.last; });
    if (!is_unsafe) continue;
    report.faults.push_back(where + ": an unsafe character in " +
                            text.substr(begun > 30 ? begun - 30 : 0, 60));
    return;
  }
}

void find_foreign_markup(const std::string& text, const std::string& format, Report& report) {
  const bool is_json =
      format.find("json") != std::string::npos || format == "sarif" || format == "gitlab";
  if (format == "ndjson") {
    for (const std::string& line : lines_of(text))
      report.require(nlohmann::json::accept(line), "ndjson: a line that is no JSON");
  } else if (is_json) {
    report.require(nlohmann::json::accept(text), format + ": no JSON");
  }
  if (format == "html" || format == "junit")
    for (const char* markup : {"<img src=x", "]]><x>"})
      report.require(text.find(markup) == std::string::npos, format + ": foreign markup");
  for (const std::string& line : lines_of(text)) {
    const bool is_command = line.starts_with("::") || line.starts_with("##[");
    report.require(!is_command || format == "github", format + ": a command to a build: " + line);
    report.require(!line.starts_with("::error::x"), format + ": a forged command: " + line);
    if (is_table(format) && !line.empty())
      report.require(std::string("=+-@\t").find(line[0]) == std::string::npos,
                     format + ": a formula: " + line.substr(0, 60));
  }
}

// From what it says of a format that it does not know: "--format knows a, b, c, not nothing".
Words known_formats(const Settings& settings) {
  const std::string said =
      run(Words{settings.tool.string(), "check", "x.pdf", "--format", "nothing"}).err;
  const std::string before = "knows ";
  const auto from = said.find(before), to = said.find(", not ");
  if (from == std::string::npos || to == std::string::npos) return {"text", "json", "ndjson"};
  Words formats;
  std::string list = said.substr(from + before.size(), to - from - before.size()) + ", ";
  for (std::size_t at; (at = list.find(", ")) != std::string::npos; list.erase(0, at + 2))
    formats.push_back(list.substr(0, at));
  return formats;
}

}  // namespace

Report writes_safe_reports(const Settings& settings) {
  Report report;
  const Bench bench;
  const auto files = hostile_papers(settings, bench);
  const Words formats = known_formats(settings);
  std::size_t bytes = 0;
  for (const std::string& format : formats) {
    const Ended ended = run(check(settings, files, "", {"--format", format}));
    report.require(ended.code <= 3, format + ": ended with " + std::to_string(ended.code));
    report.require(!ended.out.empty(), format + ": nothing was printed");
    find_unsafe(ended.out, format, report);
    find_unsafe(ended.err, format + ", standard error", report);
    find_foreign_markup(ended.out, format, report);
    bytes += ended.out.size() + ended.err.size();
  }
  const Ended quiet = run(check(settings, files, "", {"--quiet"}));
  find_unsafe(quiet.out, "text, quiet", report);
  run(check(settings, files, bench / "out"));
  const Records records = records_of(bench / "out", report);
  for (const fs::path& file : files)
    report.require(records.count(as_written(file)) == 1, "no record of " + file.string());
  const auto rude =
      run(Words{settings.tool.string(), "check", kPayloads[0], "--pack", kPayloads[0]});
  find_unsafe(rude.err + rude.out, "a mistaken call", report);
  report.figure = std::to_string(files.size()) + " papers, " + std::to_string(formats.size()) +
                  " formats, " + std::to_string(bytes / 1024) + " KiB looked through";
  return report;
}

namespace {

using Damages = std::vector<std::pair<std::string, std::string>>;  // how, and the bytes

enum class Part { content, font };

// Where the bytes of the longest compressed stream of a page, or of a font, begin and end.
std::pair<std::size_t, std::size_t> longest_stream(const std::string& pdf, Part part) {
  std::pair<std::size_t, std::size_t> longest{0, 0};
  for (std::size_t at = 0; (at = pdf.find("\nstream\n", at)) != std::string::npos;) {
    const std::size_t from = at + 8, to = pdf.find("endstream", from);
    if (to == std::string::npos) break;
    const std::size_t dictionary = pdf.rfind(" obj", at);
    const auto has = [&](const char* key) {
      return pdf.substr(dictionary, at - dictionary).find(key) != std::string::npos;
    };
    const bool is_font = has("/Length1"), is_other = has("/Type") || has("/Subtype");
    const bool is_wanted = part == Part::font ? is_font : !is_font && !is_other;
    if (is_wanted && has("/FlateDecode") && to - from > longest.second - longest.first)
      longest = {from, to};
    at = to;
  }
  return longest;
}

// Single bits of it turned.
void flip(const std::string& pdf, Part part, int count, Damages& made) {
  std::mt19937 engine(5);
  const auto [from, to] = longest_stream(pdf, part);
  if (to - from < 100) return;
  for (int i = 0; i < count; ++i) {
    std::string flipped = pdf;
    char& hit = flipped[from + 20 + engine() % (to - from - 60)];
    hit = static_cast<char>(hit ^ (1 << engine() % 8));
    made.emplace_back((part == Part::font ? "font" : "flip") + std::to_string(i), flipped);
  }
}

// The ways in which an upload goes wrong.
Damages damages_of(const std::string& pdf) {
  Damages made;
  for (const int share : {5, 10, 30, 50, 70, 90, 97})
    made.emplace_back("cut" + std::to_string(share),
                      pdf.substr(0, pdf.size() * static_cast<std::size_t>(share) / 100));
  flip(pdf, Part::content, 8, made);
  flip(pdf, Part::font, 4, made);
  const auto [from, to] = longest_stream(pdf, Part::content);
  std::string hole = pdf;
  std::fill_n(hole.begin() + static_cast<std::ptrdiff_t>((from + to) / 2),
              std::min<std::size_t>(512, (to - from) / 3), '\0');
  made.emplace_back("hole", hole);
  std::string text;
  for (const char byte : pdf) {
    if (byte == '\n') text += '\r';
    text += byte;
  }
  made.emplace_back("crlf", text);
  std::string seven = pdf;
  for (char& byte : seven) byte = static_cast<char>(byte & 0x7f);
  made.emplace_back("seven-bits", seven);
  return made;
}

bool is_damaged_by_name(const std::string& id) {
  for (const char* word : {"truncated", "bitflip", "crlf", "flate_corrupt", "corrupt", "length_",
                           "transfer", "halved", "bomb_giant"})
    if (id.find(word) != std::string::npos) return true;
  return false;
}

// The verdict of a paper that is judged alone: none is a duplicate of another.
std::string verdict_alone(const Settings& settings, const fs::path& file, const fs::path& out,
                          Report& report) {
  run(check(settings, {file}, out));
  const Records records = records_of(out, report);
  return records.size() == 1 ? verdict_of(records.begin()->second) : "none";
}

}  // namespace

// Damaged copies of papers that pass, so that whatever else is said of them is owing to the damage.
Report passes_nothing_damaged(const Settings& settings) {
  Report report;
  const Bench bench;
  std::vector<fs::path> files;
  const std::size_t most = settings.is_smoke ? 2 : 100;
  std::size_t passing = 0;
  // Of other venues none passes by the rules of this one.
  for (const fs::path& paper : pdfs_below(settings.fixtures / kPack)) {
    if (passing >= most) break;
    if (verdict_alone(settings, paper, bench / "out", report) != "pass") continue;
    ++passing;
    for (const auto& [how, bytes] : damages_of(read(paper))) {
      files.push_back(bench / (std::to_string(passing) + "-" + paper.stem().string() + "-" + how));
      write(files.back(), bytes);
    }
  }
  report.require(passing > 0, "no sound paper passes, so nothing is shown");
  for (const Hostile& each : hostile_inputs(settings))
    if (is_damaged_by_name(each.id)) files.push_back(each.file);
  std::size_t owned_up = 0;
  for (const fs::path& file : files) {
    const std::string verdict = verdict_alone(settings, file, bench / "out", report);
    const bool is_said = verdict != "pass" && verdict != "none";
    owned_up += is_said;
    report.require(is_said, "verdict " + verdict + ": " + file.filename().string());
  }
  report.figure = std::to_string(files.size()) + " damaged copies of " + std::to_string(passing) +
                  " papers that pass and made ones, " + std::to_string(owned_up) +
                  " not passed in silence";
  return report;
}

}  // namespace lab
