// Writes manual pages: text as troff takes it, sections, entries, examples.
#pragma once

#include <ostream>
#include <string>
#include <string_view>

namespace cli {

// Text as troff takes it literally.
std::string troff(std::string_view text);

void write_title(std::ostream& out, std::string_view name, int section, std::string_view kind);
// `text` is troff already.
void write_section(std::ostream& out, std::string_view title, std::string_view text);
// A term with what it means, which is Markdown's plainest: `code` and **strong** words.
void write_entry(std::ostream& out, std::string_view bold, std::string_view italic,
                 std::string_view text);
void write_paragraph(std::ostream& out, std::string_view text);
// Lines that stand as they are.
void write_verbatim(std::ostream& out, std::string_view text);
// Markdown as the pages of checks use it, without its title.
void write_markdown(std::ostream& out, std::string_view page);

}  // namespace cli
