#include <libdeflate.h>

#include <catch2/catch.hpp>

#include "extract/inflater.hpp"
#include "extract/streams.hpp"
#include "open_pdf.hpp"
#include "tiny_pdf.hpp"

namespace {

std::string packed(const std::string& text) {
  libdeflate_compressor* const packer = libdeflate_alloc_compressor(6);
  std::string out(libdeflate_zlib_compress_bound(packer, text.size()), '\0');
  out.resize(libdeflate_zlib_compress(packer, text.data(), text.size(), out.data(), out.size()));
  libdeflate_free_compressor(packer);
  return out;
}

// The stream stands in object 7.
OpenPdf with_stream(const std::string& data, const std::string& keys) {
  TinyPdf pdf = TinyPdf::with_page("");
  pdf.set_stream(7, data, keys);
  return OpenPdf(pdf.bytes());
}

struct Decoded {
  bool is_whole = false;
  std::string text;
};

Decoded decode(OpenPdf& open, std::size_t most) {
  Decoded out;
  out.text = "before ";
  out.is_whole = extract::append_decoded(open.object(7), most, out.text);
  REQUIRE(out.text.substr(0, 7) == "before ");
  out.text.erase(0, 7);
  return out;
}

std::string varied(std::size_t size) {
  std::string out;
  for (unsigned i = 0; out.size() < size; ++i) out += std::to_string(i * 2654435761u) + " Td\n";
  out.resize(size);
  return out;
}

const std::string kFlate = "/Filter /FlateDecode";

}  // namespace

TEST_CASE("a deflated stream unpacks whole, up to what is allowed", "[extract]") {
  for (const std::size_t size : {0u, 1u, 5'000u, 300'000u, 3'000'000u}) {
    const std::string text = varied(size);
    OpenPdf open = with_stream(packed(text), kFlate);
    CAPTURE(size);
    CHECK(decode(open, size + 10).text == text);
    CHECK(decode(open, size + 10).is_whole);
    CHECK(decode(open, size).is_whole);
    CHECK(decode(open, size).text == text);
    CHECK(extract::decoded_size(open.object(7), size) == size);
    if (size < 2) continue;
    CHECK(!decode(open, size - 1).is_whole);
    CHECK(decode(open, size - 1).text == text.substr(0, size - 1));
    CHECK(extract::decoded_size(open.object(7), size / 2) == size / 2 + 1);
  }
}

TEST_CASE("a stream that unpacks without end stops at what is allowed", "[extract]") {
  OpenPdf open = with_stream(packed(std::string(50'000'000, ' ')), kFlate);
  const Decoded part = decode(open, 100'000);
  CHECK(!part.is_whole);
  CHECK(part.text == std::string(100'000, ' '));
  CHECK(extract::decoded_size(open.object(7), 1'000) == 1'001);
}

TEST_CASE("a damaged stream gives what the library saves of it", "[extract]") {
  const std::string text = varied(20'000), whole = packed(text);
  // The checksum is wrong, which the library does not look at.
  std::string odd = whole;
  odd.back() = static_cast<char>(odd.back() ^ 1);
  OpenPdf wrong_sum = with_stream(odd, kFlate);
  CHECK(decode(wrong_sum, 100'000).text == text);
  OpenPdf broken = with_stream(whole.substr(0, whole.size() / 2), kFlate);
  const std::string saved = decode(broken, 100'000).text;
  CHECK(saved.size() > 1'000);
  CHECK(text.compare(0, saved.size() - 300, saved, 0, saved.size() - 300) == 0);
  OpenPdf junk = with_stream("no zlib", kFlate);
  CHECK(decode(junk, 100'000).text.empty());
}

TEST_CASE("a length that lies does not lose the stream", "[extract]") {
  const std::string text = varied(20'000), data = packed(text);
  for (const char* length : {"3", "99999999"}) {
    TinyPdf pdf = TinyPdf::with_page("");
    pdf.set(7, "<< /Length " + std::string(length) + " " + kFlate + " >>\nstream\n" + data +
                   "\nendstream");
    OpenPdf open(pdf.bytes());
    CAPTURE(length);
    CHECK(decode(open, 100'000).text == text);
  }
}

TEST_CASE("predictors, other filters and plain bytes are left to the library", "[extract]") {
  const std::string rows("\2abc\2\1\1\1", 8);
  OpenPdf predicted =
      with_stream(packed(rows), kFlate + " /DecodeParms << /Predictor 12 /Columns 3 >>");
  CHECK(decode(predicted, 100).text == "abcbcd");
  OpenPdf twice = with_stream(packed("6869>"), "/Filter [/FlateDecode /ASCIIHexDecode]");
  CHECK(decode(twice, 100).text == "hi");
  OpenPdf single = with_stream(packed("hi"), "/Filter [/FlateDecode]");
  CHECK(decode(single, 100).text == "hi");
  OpenPdf plain = with_stream("hi", "");
  CHECK(decode(plain, 100).text == "hi");
  OpenPdf picture = with_stream("hi", "/Filter /DCTDecode");
  CHECK(!decode(picture, 100).is_whole);
  CHECK(extract::decoded_start(plain.object(7), 1) == "h");
}
