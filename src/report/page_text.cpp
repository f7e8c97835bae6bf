#include "report/page_text.hpp"

#include <string>

#include "util/text.hpp"

namespace report {
namespace {

// Markdown as the pages of checks use it: paragraphs and list items are wrapped anew, code stands.
class PageWriter {
 public:
  explicit PageWriter(Layout& layout) : layout_(layout) {}
  ~PageWriter() { end_paragraph(); }
  PageWriter(const PageWriter&) = delete;
  PageWriter& operator=(const PageWriter&) = delete;

  void add(const std::string& line) {
    bool is_fence = line.starts_with("```");
    bool is_item = line.starts_with("- ");
    bool is_indented = line.starts_with("    ") && paragraph_.empty();
    bool is_set_off = is_fence || is_code_ || is_indented;
    if (is_set_off || is_item || line.empty() || line.starts_with("# ")) end_paragraph();
    if (is_fence)
      is_code_ = !is_code_;
    else if (is_code_)
      layout_.verbatim("    " + line);
    else if (is_set_off)
      layout_.verbatim(line);
    else if (line.empty())
      layout_.blank();
    else if (line.starts_with("# "))
      layout_.paragraph(line.substr(2), Tone::strong);
    else
      continue_paragraph(line, is_item);
  }

 private:
  void continue_paragraph(const std::string& line, bool is_item) {
    if (paragraph_.empty())
      indent_ = is_item ? 2 : 0;
    else
      paragraph_ += ' ';
    paragraph_ += line;
  }

  void end_paragraph() {
    if (!paragraph_.empty()) layout_.rich_paragraph(paragraph_, indent_);
    paragraph_.clear();
  }

  Layout& layout_;
  std::string paragraph_;
  int indent_ = 0;
  bool is_code_ = false;
};

}  // namespace

void write_page(Layout& layout, std::string_view page) {
  PageWriter writer(layout);
  for (const std::string& line : util::split(util::trim(page), '\n')) writer.add(line);
}

}  // namespace report
