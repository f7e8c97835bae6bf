#include "cli/troff.hpp"

#include <vector>

#include "util/format.hpp"
#include "util/text.hpp"
#include "util/version.hpp"

namespace cli {
namespace {

// Of the letters that troff gives a meaning, or sets as others.
std::string_view escape_of(char32_t c) {
  switch (c) {
    case '\\':
      return "\\e";
    case '-':
      return "\\-";
    case '\'':
      return "\\(aq";
    case '`':
      return "\\(ga";
    case '^':
      return "\\(ha";
    case '~':
      return "\\(ti";
    default:
      return "";
  }
}

// **strong** and `code` in bold; the rest as it is.
std::string with_fonts(std::string_view text) {
  std::string out;
  bool is_strong = false, is_code = false;
  std::size_t begin = 0;
  auto switch_at = [&](std::size_t at, std::size_t length, bool& is_on) {
    out += troff(text.substr(begin, at - begin));
    is_on = !is_on;
    out += is_on ? "\\fB" : "\\fR";
    begin = at + length;
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '`') {
      switch_at(at, 1, is_code);
    } else if (!is_code && text.substr(at, 2) == "**") {
      switch_at(at, 2, is_strong);
      ++at;
    }
  }
  return out + troff(text.substr(begin));
}

class MarkdownWriter {
 public:
  explicit MarkdownWriter(std::ostream& out) : out_(out) {}
  ~MarkdownWriter() { end_block(); }
  MarkdownWriter(const MarkdownWriter&) = delete;
  MarkdownWriter& operator=(const MarkdownWriter&) = delete;

  void add(const std::string& line) {
    bool is_fence = line.starts_with("```");
    if (is_fence || is_fenced_) {
      is_fenced_ = is_fenced_ != is_fence;
      if (!is_fence) code_.push_back(line);
      if (!is_fenced_) end_block();
    } else if (line.starts_with("    ") && text_.empty()) {
      code_.push_back(line.substr(4));
    } else if (line.empty() && !code_.empty()) {
      code_.push_back("");  // code may go on behind it
    } else if (line.empty() || line.starts_with("- ")) {
      end_block();
      if (!line.empty()) begin_item(line.substr(2));
    } else {
      if (!code_.empty()) end_block();
      text_ += (text_.empty() ? "" : " ") + std::string(util::trim(line));
    }
  }

 private:
  void begin_item(const std::string& text) {
    text_ = text;
    is_item_ = true;
  }

  void end_block() {
    while (!code_.empty() && code_.back().empty()) code_.pop_back();
    if (!code_.empty()) write_verbatim(out_, util::join(code_, "\n"));
    if (!text_.empty()) out_ << (is_item_ ? ".IP \\(bu 2\n" : ".PP\n") << with_fonts(text_) << '\n';
    code_.clear();
    text_.clear();
    is_item_ = false;
  }

  std::ostream& out_;
  std::string text_;
  std::vector<std::string> code_;
  bool is_item_ = false;
  bool is_fenced_ = false;
};

}  // namespace

std::string troff(std::string_view text) {
  std::string out;
  for (char32_t c : util::to_utf32(text)) {
    if (auto escape = escape_of(c); !escape.empty())
      out += escape;
    else if (c < 0x80)
      out.push_back(static_cast<char>(c));
    else
      out += fmt::format("\\[u{:04X}]", static_cast<unsigned>(c));
  }
  return out.starts_with('.') ? "\\&" + out : out;
}

void write_title(std::ostream& out, std::string_view name, int section, std::string_view kind) {
  out << fmt::format(".TH {} {} \"\" \"deskcheck {}\" \"{}\"\n.ad l\n.nh\n", name, section,
                     util::version(), kind);
}

void write_section(std::ostream& out, std::string_view title, std::string_view text) {
  out << ".SH " << title << '\n' << text;
}

void write_entry(std::ostream& out, std::string_view bold, std::string_view italic,
                 std::string_view text) {
  out << ".TP\n\\fB" << troff(bold) << "\\fR";
  if (!italic.empty()) out << " \\fI" << troff(italic) << "\\fR";
  out << '\n' << with_fonts(text) << '\n';
}

void write_paragraph(std::ostream& out, std::string_view text) {
  out << ".PP\n" << with_fonts(text) << '\n';
}

void write_verbatim(std::ostream& out, std::string_view text) {
  out << ".PP\n.RS 4\n.nf\n";
  for (const std::string& line : util::split(text, '\n')) out << troff(line) << '\n';
  out << ".fi\n.RE\n";
}

void write_markdown(std::ostream& out, std::string_view page) {
  MarkdownWriter writer(out);
  for (const std::string& line : util::split(util::trim(page), '\n'))
    if (!line.starts_with("# ")) writer.add(line);
}

}  // namespace cli
