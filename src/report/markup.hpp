// HTML from text that an enemy may have written, and from the pages of checks.
#pragma once

#include <string>
#include <string_view>

namespace report {

// Stands between tags and in quoted attributes; what a browser might obey is shown as \u{..}.
std::string escaped(std::string_view text);

// The same of text without orders in it, such as JSON, which must keep its new lines.
std::string quoted_markup(std::string_view text);

// JSON as the value of an attribute. In single quotation marks, since it is full of the others.
std::string quoted_json(std::string_view json);

std::string base64(std::string_view bytes);

// "sha256-...", by which a page names the scripts and styles that may work in it.
std::string content_hash(std::string_view text);

// Paragraphs, lists, code and **words** of a check's page, without its heading.
std::string markup_of_page(std::string_view markdown);

}  // namespace report
