#include <catch2/catch.hpp>

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>
#endif

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <new>

#include "extract/limits.hpp"
#include "tiny_pdf.hpp"
#include "util/file.hpp"

namespace {

const std::string kHi = "BT /F1 12 Tf 72 700 Td (Hi) Tj ET";

model::Document read(const std::string& bytes) {
  return extract::read({bytes.data(), bytes.size()});
}

// Stopping the library amid a page, which takes an exception, loses what it had allocated there.
class LeaksExpected {
#ifdef __SANITIZE_ADDRESS__
 public:
  LeaksExpected() {
    __lsan_disable();
  }
  ~LeaksExpected() {
    __lsan_enable();
  }
#endif
};

void check_failure(const model::Document& document, model::FailureKind kind) {
  REQUIRE(document.failure);
  INFO(document.failure->message);
  CHECK(document.failure->kind == kind);
  CHECK(document.failure->message.back() == '.');
}

std::string from_hex(const std::string& hex) {
  std::string out;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
    out += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
  }
  return out;
}

[[maybe_unused]] rlim_t address_space() {
  rlim_t pages = 0;
  std::ifstream("/proc/self/statm") >> pages;
  return pages * static_cast<rlim_t>(sysconf(_SC_PAGESIZE));
}

// RC4, 40 bits, owner's password "owner"; the content is kHi's with its own key.
TinyPdf encrypted(const std::string& owner, const std::string& user, const std::string& content) {
  TinyPdf pdf = TinyPdf::with_page("");
  pdf.set_stream(4, from_hex(content));
  pdf.set(7, "<< /Filter /Standard /V 1 /R 2 /P -4 /O <" + owner + "> /U <" + user + "> >>");
  pdf.add_to_trailer("/Encrypt 7 0 R /ID [<30313233343536373839616263646566> <30>]");
  return pdf;
}

// `times` bytes of white space, packed 64 to 1.
std::string packed_spaces(std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times / 128; ++i) out += "\x81 ";
  return out + "\x80";
}

}  // namespace

TEST_CASE("what is no PDF is said in plain words", "[extract]") {
  check_failure(read(""), model::FailureKind::empty);
  check_failure(read("Dear reviewers, the paper follows."), model::FailureKind::not_pdf);
  check_failure(read(std::string(2000, ' ') + "%PDF-1.5"), model::FailureKind::not_pdf);
  check_failure(read("%PDF-1.5\n"), model::FailureKind::damaged);
  const std::string junk = "some mail header\n\n" + TinyPdf::with_page(kHi).bytes();
  CHECK(read(junk).pages.at(0).glyphs.size() == 2);
}

TEST_CASE("a file cut off is damaged, or repaired where its pages survive", "[extract]") {
  const std::string whole = TinyPdf::with_page(kHi).bytes();
  const model::Document early = read(whole.substr(0, whole.size() / 3));
  check_failure(early, model::FailureKind::damaged);
  CHECK(early.failure->message.find("breaks off") != std::string::npos);
  CHECK(early.repaired);
  const model::Document late = read(whole.substr(0, whole.find("startxref")));
  CHECK_FALSE(late.failure);
  CHECK(late.repaired);
  CHECK(late.pages.at(0).glyphs.size() == 2);
}

TEST_CASE("a wrong cross-reference table is rebuilt and said", "[extract]") {
  std::string bytes = TinyPdf::with_page(kHi).bytes();
  const auto at = bytes.find("startxref\n") + 10;
  bytes.replace(at, bytes.find('\n', at) - at, "99999");
  const model::Document document = read(bytes);
  CHECK_FALSE(document.failure);
  CHECK(document.repaired);
  CHECK(document.pages.size() == 1);
}

TEST_CASE("a reference to nothing is no damage, a wrong offset is", "[extract]") {
  TinyPdf pdf = TinyPdf::with_page(kHi + " BT /F2 12 Tf (x) Tj ET");
  CHECK_FALSE(pdf.read().repaired);
  pdf.replace(3, "/F2 6 0 R", "/F2 77 0 R");
  CHECK_FALSE(pdf.read().repaired);
  pdf.set(77, "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>");
  std::string bytes = pdf.bytes();
  bytes.replace(bytes.rfind(" 00000 n") - 10, 10, "0000000003");
  CHECK(read(bytes).repaired);
}

TEST_CASE("an owner's password only forbids; a user's keeps the file shut", "[extract]") {
  const model::Document open =
      encrypted("c92422687facee686e373f10b5c7d04738053152f7e2ee30e11c69ec442576ab",
                "13f3633f3c8fe41869648cfa5552ce67d52a786c2ca737f8f9c0e496403cd4ae",
                "ed5ce72da5b1752317867285bb6a0067d9886340229f1c7e73089ec44a66806af4")
          .read();
  CHECK_FALSE(open.failure);
  CHECK(open.encrypted);
  REQUIRE(open.pages.size() == 1);
  CHECK(open.pages[0].text == U"Hi");
  const model::Document shut =
      encrypted("92fe0f4454ad4c9644693f33c07cb54f587dce1e2682fe9ecea6107a1ef630dd",
                "902d6c0d6b77adef97ca1c71e49308c613b917b2ad6ef711a0cb410737994360",
                "2270ba61f2c1c1fa0171d267a27e675f7d402b2de5757a3a45572f3e3f5d62b200")
          .read();
  check_failure(shut, model::FailureKind::encrypted);
  CHECK(shut.encrypted);
}

TEST_CASE("pages that are missing, uncounted or too many are never passed over", "[extract]") {
  TinyPdf pdf = TinyPdf::with_page(kHi);
  pdf.set(2, "<< /Type /Pages /Kids [3 0 R 3 0 R] /Count 1 >>");
  CHECK(pdf.read().truncated);
  pdf.set(2, "<< /Type /Pages /Kids [3 0 R] /Count 4 >>");
  const model::Document fewer = pdf.read();
  CHECK(fewer.pages.size() == 1);
  CHECK(fewer.repaired);
  pdf.set(2, "<< /Type /Pages /Kids [3 0 R 8 0 R] /Count 2 >>");
  pdf.set(8, "<< /Type /Page /Parent 2 0 R /Contents (none) >>");
  const model::Document broken = pdf.read();
  CHECK(broken.truncated);
  CHECK(broken.pages.size() == 2);
  CHECK(broken.pages[0].glyphs.size() == 2);
  std::string kids;
  for (int i = 0; i <= extract::limits::kPages; ++i) kids += "3 0 R ";
  pdf.set(2, "<< /Type /Pages /Kids [" + kids + "] /Count 2001 >>");
  pdf.set(2500, "null");  // the library believes no count above the number of objects
  check_failure(pdf.read(), model::FailureKind::too_many_pages);
  pdf.set(2, "<< /Type /Pages /Kids [] /Count 0 >>");
  check_failure(pdf.read(), model::FailureKind::damaged);
}

TEST_CASE("a page tree that multiplies itself is given up", "[extract]") {
  TinyPdf pdf = TinyPdf::with_page(kHi);
  pdf.set(2, "<< /Type /Pages /Kids [10 0 R 10 0 R] /Count 3 >>");
  for (int i = 10; i < 40; ++i) {
    const std::string next = std::to_string(i + 1) + " 0 R ";
    pdf.set(i, "<< /Type /Pages /Kids [" + next + next + next + "] >>");
  }
  pdf.set(40, "<< /Type /Pages /Kids [] >>");
  check_failure(pdf.read(), model::FailureKind::damaged);
}

TEST_CASE("forms that multiply themselves end", "[extract]") {
  [[maybe_unused]] const LeaksExpected leaks;
  TinyPdf pdf = TinyPdf::with_page(kHi + " /X Do", "/XObject << /X 10 0 R >>");
  for (int i = 10; i < 22; ++i) {
    const std::string next = std::to_string(i + 1);
    pdf.set_stream(
        i, "/X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do",
        "/Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X " + next + " 0 R >> >>");
  }
  pdf.set_stream(22, "", "/Subtype /Form /BBox [0 0 9 9]");
  const model::Document document = pdf.read();
  CHECK(document.truncated);
  CHECK(document.pages.at(0).glyphs.size() == 2);
}

TEST_CASE("content that unpacks without end is cut", "[extract]") {
  [[maybe_unused]] const LeaksExpected leaks;
  TinyPdf pdf = TinyPdf::with_page("");
  pdf.set_stream(4, packed_spaces(extract::limits::kContentBytesPage + 1000),
                 "/Filter /RunLengthDecode");
  check_failure(pdf.read(), model::FailureKind::too_large);
  TinyPdf with_form = TinyPdf::with_page(kHi + " /X Do", "/XObject << /X 7 0 R >>");
  with_form.set_stream(7, packed_spaces(extract::limits::kContentBytesPage + 1000),
                       "/Filter /RunLengthDecode /Subtype /Form /BBox [0 0 9 9]");
  const model::Document document = with_form.read();
  CHECK(document.truncated);
  CHECK(document.pages.at(0).glyphs.size() == 2);
}

TEST_CASE("what the library would crash on is kept from it", "[extract]") {
  [[maybe_unused]] const LeaksExpected leaks;
  TinyPdf font = TinyPdf::with_page(kHi);
  font.set(5, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 7 0 R >>");
  font.set_stream(7, "begincmap endcmap", "/UseCMap 7 0 R");
  check_failure(font.read(), model::FailureKind::damaged);
  font.set(2, "<< /Type /Pages /Kids [3 0 R 3 0 R] /Count 2 >>");
  check_failure(font.read(), model::FailureKind::damaged);
  TinyPdf function = TinyPdf::with_page(
      "/S cs 1 scn " + kHi, "/ColorSpace << /S [/Separation /Spot /DeviceGray 7 0 R] >>");
  const auto nested = [](std::size_t depth) {
    return std::string(depth, '{') + std::string(depth, '}');
  };
  const std::string keys = "/FunctionType 4 /Domain [0 1] /Range [0 1]";
  function.set_stream(7, nested(100'000), keys);
  const model::Document cut = function.read();
  CHECK(cut.truncated);
  CHECK(cut.pages.at(0).glyphs.at(0).color == model::kUnknownColor);
  function.set_stream(7, "{ 1 exch sub }", keys);
  CHECK(function.read().pages.at(0).glyphs.size() == 2);
}

TEST_CASE("a font that is more than is read is no damage", "[extract]") {
  [[maybe_unused]] const LeaksExpected leaks;
  TinyPdf pdf = TinyPdf::with_page(kHi);
  pdf.set(5, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 7 0 R >>");
  pdf.set_stream(7, packed_spaces(extract::limits::kResourceBytes + 1000),
                 "/Filter /RunLengthDecode");
  check_failure(pdf.read(), model::FailureKind::too_large);
  pdf.set_stream(7, "1 beginbfrange <00> <ffffffff> <0041> endbfrange");
  check_failure(pdf.read(), model::FailureKind::too_large);
  pdf.set_stream(4, kHi + " 0 0 9 9 re f");
  const model::Document document = pdf.read();
  CHECK_FALSE(document.failure);
  CHECK(document.truncated);
  CHECK(document.complaints == 0);
}

// In a process of its own, which may take little more memory than it has. No sanitizer can do with
// so little, and their allocators end the process instead.
TEST_CASE("a file is not damaged because memory ran out", "[extract]") {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  WARN("skipped: a sanitizer takes more memory than this test allows");
#else
  TinyPdf pdf = TinyPdf::with_page("");
  pdf.set_stream(4, packed_spaces(60'000'000), "/Filter /RunLengthDecode");
  const std::string bytes = pdf.bytes();
  REQUIRE(read(bytes).failure == std::nullopt);
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    const rlim_t most = address_space() + 20'000'000;
    const rlimit limit{most, most};
    setrlimit(RLIMIT_AS, &limit);
    try {
      _exit(read(bytes).failure ? 2 : 1);
    } catch (const std::bad_alloc&) {
      _exit(0);
    }
  }
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  CHECK(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 0);
#endif
}

TEST_CASE("states saved without end are cut", "[extract]") {
  [[maybe_unused]] const LeaksExpected leaks;
  std::string saves = kHi;
  for (int i = 0; i < 2 * extract::limits::kStateDepth; ++i) saves += " q";
  const model::Document document = TinyPdf::with_page(saves + " " + kHi).read();
  CHECK(document.truncated);
  CHECK(document.pages.at(0).glyphs.size() == 2);
}

TEST_CASE("every paper of the corpus is read whole", "[extract]") {
  const char* folder = std::getenv("DESKCHECK_CORPUS");
  if (!folder) {
    WARN("skipped: DESKCHECK_CORPUS is not set");
    return;
  }
  for (const auto& entry :
       std::filesystem::directory_iterator(std::filesystem::path(folder) / "pdf")) {
    INFO(entry.path().filename().string());
    const auto bytes = util::read_file(entry.path(), extract::kMostFileBytes);
    REQUIRE(bytes);
    const model::Document document = read(*bytes);
    CHECK_FALSE(document.failure);
    CHECK_FALSE(document.truncated);
    CHECK_FALSE(document.pages.empty());
    CHECK_FALSE(document.fonts.empty());
    std::size_t placed = 0, all = 0;
    for (const model::Page& page : document.pages) {
      CHECK(page.size.width > 100);
      all += page.glyphs.size();
      for (const model::Glyph& glyph : page.glyphs) {
        const bool is_boxed = glyph.left <= glyph.right && glyph.top <= glyph.bottom;
        placed += is_boxed && glyph.size > 0 && glyph.font < document.fonts.size() &&
                  glyph.text + glyph.text_length <= page.text.size();
      }
    }
    CHECK(all > 500);
    CHECK(placed == all);
  }
}
