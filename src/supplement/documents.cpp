#include <re2/re2.h>

#include <string>

#include "supplement/looks.hpp"

namespace supplement {

void look_at_part(const File& document, std::string_view part, std::string_view bytes,
                  Gathering& out) {
  File inner{document.name, bytes, false};
  look_for_paths(inner, out);
  if (!part.ends_with(".xml")) return look_at_picture(inner, out);
  // Elements of Office and of OpenDocument, then attributes of remarks and of changes.
  static const re2::RE2 element(
      R"(<(?:dc:creator|cp:lastModifiedBy|Company|Manager|meta:initial-creator|author)(?:\s[^>]*[^/>])?>)"
      R"(([^<]*)<)");
  static const re2::RE2 attribute(
      R"re((?:\bw:author|\bw15:author|\bdisplayName|\buserName|<p:cmAuthor\s[^>]*\bname)="([^"]+)")re");
  static const re2::RE2 person(R"re(<p188:author\s[^>]*\bname="([^"]+)")re");
  for (const re2::RE2* expression : {&element, &attribute, &person}) {
    re2::StringPiece rest(bytes.data(), bytes.size()), who;
    while (re2::RE2::FindAndConsume(&rest, *expression, &who))
      out.tell("document", document.name, 0, {who.data(), who.size()}, {who.data(), who.size()});
  }
}

}  // namespace supplement
