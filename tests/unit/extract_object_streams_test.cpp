#include <catch2/catch.hpp>

#include "extract/object_streams.hpp"
#include "extract/objects.hpp"
#include "open_pdf.hpp"

namespace {

// Objects 1 (catalog), 2 (page tree) and 3 (page) stand in the stream 4; 5 is the table.
struct Packed {
  std::string head = "1 0 2 39 3 86 ";
  std::string body =
      "<< /Type /Catalog /Pages 2 0 R       >>"
      "<< /Type /Pages /Kids [3 0 R] /Count 1       >>"
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Note (a\\)b) >>";
  std::string count = "3";
  std::string first;    // of `head` where empty
  std::string trailer;  // more entries
  std::vector<int> in = {4, 4, 4};
  std::vector<int> at = {0, 1, 2};

  std::string bytes() const {
    std::string out = "%PDF-1.5\n";
    const std::string text = head + body;
    const std::size_t stream = out.size();
    out += "4 0 obj\n<< /Type /ObjStm /N " + count + " /First " +
           (first.empty() ? std::to_string(head.size()) : first) + " /Length " +
           std::to_string(text.size()) + " >>\nstream\n" + text + "\nendstream\nendobj\n";
    const std::size_t table = out.size();
    std::string rows = row(0, 0, 0);
    for (std::size_t i = 0; i < 3; ++i) rows += row(2, static_cast<std::size_t>(in[i]), at[i]);
    rows += row(1, stream, 0) + row(1, table, 0);
    out += "5 0 obj\n<< /Type /XRef /Size 6 /W [1 2 1] /Root 1 0 R " + trailer + " /Length " +
           std::to_string(rows.size()) + " >>\nstream\n" + rows + "\nendstream\nendobj\n";
    return out + "startxref\n" + std::to_string(table) + "\n%%EOF\n";
  }

 private:
  static std::string row(int kind, std::size_t second, int third) {
    return {static_cast<char>(kind), static_cast<char>(second >> 8), static_cast<char>(second),
            static_cast<char>(third)};
  }
};

// How many of the three were put into the table; each reads as the library alone reads it, and
// nothing is complained of beside what the library would.
int unpacked(const Packed& packed) {
  OpenPdf plain(packed.bytes()), open(packed.bytes());
  extract::take_complaints();
  extract::unpack_object_streams(open.xref());
  CHECK(extract::take_complaints().count == 0);
  int out = 0;
  for (int number = 1; number <= 3; ++number) {
    const XRefEntry* const entry = open.xref().getEntry(number, false);
    out += entry->type == xrefEntryCompressed && !entry->obj.isNull() ? 1 : 0;
    CAPTURE(number);
    CHECK(extract::key_of(open.object(number)) == extract::key_of(plain.object(number)));
  }
  return out;
}

}  // namespace

TEST_CASE("objects in streams are put into the table", "[extract]") {
  CHECK(unpacked({}) == 3);
  OpenPdf open(Packed{}.bytes());
  extract::unpack_object_streams(open.xref());
  CHECK(open.object(3).dictLookup("Note").getString()->toStr() == "a)b");
}

TEST_CASE("what an object stream has for another number stays out", "[extract]") {
  Packed packed;
  packed.head = "1 0 2 39 9 86 ";
  CHECK(unpacked(packed) == 2);
  packed = {};
  packed.at = {0, 1, 7};
  CHECK(unpacked(packed) == 2);
  packed.at = {0, 2, 1};
  CHECK(unpacked(packed) == 1);
}

TEST_CASE("an odd object stream is left to the library", "[extract]") {
  std::vector<Packed> odd(14);
  odd[0].head = "1 0 2 39 3 96000 ";
  odd[1].head = "1 0 2 86 3 39 ";
  odd[2].head = "1 0 2 x 3 86 ";
  odd[3].head = "1 1 2 39 3 86 ";
  odd[4].head = "1 0 2 39 3 86%c\n";
  odd[5].head = "1 0 2 -39 3 86 ";
  odd[6].count = "4";
  odd[7].count = "2000000000";
  odd[8].count = "-1";
  odd[9].first = "100000";
  odd[10].first = "-3";
  odd[11].body.back() = ' ';  // a dictionary without an end
  odd[12].in = {5, 3, 2};
  odd[13].in = {60'000, 60'000, 60'000};
  for (std::size_t i = 0; i < odd.size(); ++i) {
    CAPTURE(i);
    CHECK(unpacked(odd[i]) == 0);
  }
}

TEST_CASE("a file that was appended to is left to the library", "[extract]") {
  Packed packed;
  packed.trailer = "/Prev 9";
  CHECK(unpacked(packed) == 0);
}

TEST_CASE("a deep object in a stream is read as deep as the library reads it", "[extract]") {
  Packed packed;
  packed.body.replace(39, 47, std::string(100'000, '[') + std::string(100'000, ']'));
  packed.head = "1 0 2 39 3 200039 ";
  CHECK(unpacked(packed) <= 3);
}
