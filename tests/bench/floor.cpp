#include "bench/floor.hpp"

#include <PDFDoc.h>

#include <map>
#include <string>

#include "extract/content_lexer.hpp"
#include "extract/library.hpp"
#include "extract/streams.hpp"

namespace bench {
namespace {

constexpr std::size_t kMostBytes = 100'000'000;
constexpr int kDeepest = 20;

class Floor {
 public:
  std::size_t read(PDFDoc& document) {
    for (int number = 1; number <= document.getNumPages(); ++number) {
      Page* page = document.getPage(number);
      if (!page) continue;
      std::string content;
      unpack(page->getContents(), content);
      split(content, *page->getResourceDictObject(), 0);
    }
    return operators_;
  }

 private:
  static void unpack(const Object& content, std::string& out) {
    if (content.isStream()) extract::append_decoded(content, kMostBytes, out);
    for (int i = 0; content.isArray() && i < content.arrayGetLength(); ++i) {
      extract::append_decoded(content.arrayGet(i), kMostBytes, out);
      out += '\n';
    }
  }

  // Forms are split each time they are painted, as any reader must, and unpacked once.
  void split(std::string_view content, const Object& resources, int depth) {
    extract::ContentLexer lexer(content);
    while (lexer.next()) {
      ++operators_;
      const auto& operands = lexer.operands();
      if (lexer.keyword() == extract::keyword_of("Do") && operands.size() == 1 &&
          depth < kDeepest) {
        paint(extract::decode_name(lexer.text(operands[0])), resources, depth);
      }
    }
  }

  void paint(const std::string& name, const Object& resources, int depth) {
    if (!resources.isDict()) return;
    const Object all = resources.dictLookup("XObject");
    if (!all.isDict()) return;
    const Object& id = all.dictLookupNF(name.c_str());
    if (!id.isRef()) return;
    const auto [known, is_new] = forms_.try_emplace(id.getRefNum());
    Form& form = known->second;
    if (is_new) open(id.fetch(resources.getDict()->getXRef()), form);
    if (form.is_form) split(form.content, form.resources, depth + 1);
  }

  struct Form {
    bool is_form = false;
    std::string content;
    Object resources;
  };

  static void open(const Object& object, Form& form) {
    if (!object.isStream() || !object.streamGetDict()->lookup("Subtype").isName("Form")) return;
    form.is_form = true;
    form.resources = object.streamGetDict()->lookup("Resources");
    unpack(object, form.content);
  }

  std::size_t operators_ = 0;
  std::map<int, Form> forms_;
};

}  // namespace

std::size_t count_operators(std::span<const char> bytes) {
  extract::set_up_library();
  PDFDoc document(
      new MemStream(bytes.data(), 0, static_cast<Goffset>(bytes.size()), Object(objNull)));
  return document.isOk() ? Floor().read(document) : 0;
}

}  // namespace bench
