#include <string>

#include "extract/extract.hpp"
#include "supplement/looks.hpp"

namespace supplement {

void look_at_pdf(const File& file, Gathering& out) {
  if (file.bytes.size() > limits::kPdfBytes || !out.take_pdf()) {
    out.unread(file.name, "is one more PDF than is looked into, or too large a one");
    return;
  }
  model::Document document = extract::read_facts(file.bytes);
  if (document.failure) {
    out.unread(file.name, "is a PDF that cannot be opened");
    return;
  }
  for (const auto& [key, value] : document.info)
    if (key == "Author" || key == "Company" || key == "Manager")
      out.tell("document", file.name, 0, value, value);
}

void look_at_properties(std::string_view document, std::string_view xml, Gathering& out) {
  for (std::string_view key :
       {"dc:creator", "cp:lastModifiedBy", "Company", "Manager", "meta:initial-creator"}) {
    auto begin = xml.find("<" + std::string(key));
    if (begin == std::string_view::npos) continue;
    begin = xml.find('>', begin);
    if (begin == std::string_view::npos || xml[begin - 1] == '/') continue;
    std::string_view value = xml.substr(begin + 1);
    value = value.substr(0, value.find('<'));
    out.tell("document", document, 0, value, value);
  }
}

}  // namespace supplement
