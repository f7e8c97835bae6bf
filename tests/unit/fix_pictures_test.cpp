// What JPEG and JPEG 2000 tell beside the picture.
#include <catch2/catch.hpp>

#include "fix/fix.hpp"
#include "fix/jpeg.hpp"
#include "fix/remarks.hpp"
#include "tiny_pdf.hpp"

namespace {

using namespace std::literals;

std::string segment(char marker, const std::string& content) {
  std::string out = "\xff";
  out += marker;
  out += static_cast<char>((content.size() + 2) >> 8);
  out += static_cast<char>(content.size() + 2);
  return out + content;
}

const std::string kStart = "\xff\xd8", kEnd = "\xff\xd9";
const std::string kJfif = segment('\xe0', "JFIF\0\1\1\0\0\1\0\1\0\0"s);
const std::string kAdobe = segment('\xee', "Adobe\0d\0\0\0\0\1"s);
const std::string kProfile = segment('\xe2', "ICC_PROFILE\0\1\1profile"s);
const std::string kTables = segment('\xdb', std::string(65, '\1'));
const std::string kScan = segment('\xda', "\1\1\0\0?\0"s) +
                          "ab\xff\0c\xff\xd0"
                          "de"s;
const std::string kPicture = kTables + kScan + kTables + kScan;
const std::string kExif = segment('\xe1', "Exif\0\0Jane"s);

std::string box(const std::string& kind, const std::string& content) {
  return "\0\0\0"s + static_cast<char>(8 + content.size()) + kind + content;
}

}  // namespace

TEST_CASE("a JPEG keeps its scans and its colours, and nothing else", "[fix]") {
  std::string clean = kStart + kJfif + kAdobe + kProfile + kPicture + kEnd;
  CHECK(fix::without_metadata_jpeg(clean) == clean);
  std::string told =
      kStart + kJfif + kExif + segment('\xe1', "http://ns.adobe.com/xap/1.0/\0Jane"s) +
      segment('\xe2', "MPF\0Jane"s) + kAdobe + segment('\xed', "Photoshop 3.0\0Jane"s) +
      segment('\xfe', "by Jane") + kProfile + kPicture + kEnd + "Jane's second picture";
  CHECK(fix::without_metadata_jpeg(told) == clean);
  std::string thumbnail = segment('\xe0', "JFIF\0\1\1\0\0\1\0\1\1\1Jan"s);
  CHECK(fix::without_metadata_jpeg(kStart + thumbnail + kPicture + kEnd) ==
        kStart + kJfif + kPicture + kEnd);
}

TEST_CASE("a JPEG that breaks off is left as it is", "[fix]") {
  CHECK(fix::without_metadata_jpeg(kStart + kPicture) == kStart + kPicture);
  CHECK_FALSE(fix::without_metadata_jpeg(""));
  CHECK_FALSE(fix::without_metadata_jpeg("GIF89a"));
  CHECK_FALSE(fix::without_metadata_jpeg(kStart + "\xff"));
  CHECK_FALSE(fix::without_metadata_jpeg(kStart + "\xff\xe1\xff\xff"));
  CHECK_FALSE(fix::without_metadata_jpeg(kStart + "\xff\xe1"s + "\0\0"s));
  for (std::size_t cut = 0; cut < 120; ++cut)
    fix::without_metadata_jpeg((kStart + kJfif + kExif + kPicture).substr(0, cut));
}

TEST_CASE("a JPEG 2000 loses the boxes of its metadata", "[fix]") {
  std::string clean = box("jP  ", "\r\n\x87\n") + box("ftyp", "jp2 ") + box("jp2c", "code");
  CHECK(fix::without_metadata_jpx(clean) == clean);
  std::string told = box("jP  ", "\r\n\x87\n") + box("xml ", "Jane") + box("ftyp", "jp2 ") +
                     box("uuid", "Jane") + box("jp2c", "code");
  CHECK(fix::without_metadata_jpx(told) == clean);
  CHECK_FALSE(fix::without_metadata_jpx(""));
  CHECK_FALSE(fix::without_metadata_jpx(clean + box("ftbl", "")));
  CHECK_FALSE(fix::without_metadata_jpx(clean.substr(0, clean.size() - 1)));
}

TEST_CASE("remarks between instructions go, and what only looks like one stays", "[fix]") {
  CHECK(fix::without_remarks("% by Jane\nq%%Jane\r(100%(5%)\\)%) Tj /A%Jane") ==
        "\nq\r(100%(5%)\\)%) Tj /A");
  CHECK(fix::without_remarks("(open % string") == "(open % string");
  CHECK(fix::without_remarks("%a\nBI /W 1 ID %\x80 EI %b") == "\nBI /W 1 ID %\x80 EI %b");
  TinyPdf pdf = TinyPdf::with_page("0 0 9 9 re % Jane\nf", "/XObject << /A 8 0 R >>");
  pdf.set_stream(8, "25204a616e650a71>", "/Subtype /Form /BBox [0 0 9 9] /Filter /ASCIIHexDecode");
  auto out = fix::rewrite(pdf.bytes());
  REQUIRE(out);
  CHECK(out->bytes.find("Jane") == std::string::npos);
  CHECK(out->bytes.find("25204a61") == std::string::npos);
  CHECK(out->removed.front().text == "2 drawings with a program's remarks on them");
}

TEST_CASE("pictures in a file are cleaned, under other filters too, and once where used twice",
          "[fix]") {
  std::string told = kStart + kExif + kPicture + kEnd;
  std::string hex;
  for (unsigned char c : told) {
    hex += "0123456789abcdef"[c >> 4];
    hex += "0123456789abcdef"[c & 15];
  }
  TinyPdf pdf = TinyPdf::with_page("", "/XObject << /A 8 0 R /B 8 0 R /C 9 0 R >>");
  std::string image =
      "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray "
      "/BitsPerComponent 8 ";
  pdf.set_stream(8, told, image + "/Filter /DCTDecode");
  pdf.set_stream(9, hex + ">", image + "/Filter [/ASCIIHexDecode /DCTDecode]");
  auto out = fix::rewrite(pdf.bytes());
  REQUIRE(out);
  CHECK(out->bytes.find("Jane") == std::string::npos);
  CHECK(out->bytes.find("4a616e65") == std::string::npos);
  CHECK(out->removed.front().text == "2 pictures' EXIF, XMP, IPTC or comments");
  CHECK(out->stays.empty());
}

TEST_CASE("a picture that is not understood stays, and that is said", "[fix]") {
  TinyPdf pdf = TinyPdf::with_page("", "/XObject << /A 8 0 R >>");
  pdf.set_stream(8, "junk Exif\0\0Jane"s, "/Subtype /Image /Width 1 /Height 1 /Filter /DCTDecode");
  auto out = fix::rewrite(pdf.bytes());
  REQUIRE(out);
  CHECK(out->stays.size() == 1);
}
