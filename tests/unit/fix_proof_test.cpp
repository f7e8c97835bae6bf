// The proof finds what a bad rewriting would change.
#include <catch2/catch.hpp>

#include "fix/proof.hpp"
#include "render/pages.hpp"
#include "tiny_pdf.hpp"

namespace {

std::string page(const std::string& content, const std::string& keys = "") {
  return TinyPdf::with_page(content, "", "/MediaBox [0 0 200 100] " + keys).bytes();
}

std::vector<std::string> differences(const std::string& before, const std::string& after) {
  return fix::prove(before, after).differences;
}

using Sentences = std::vector<std::string>;

render::Picture draw(const std::string& pdf, const render::Options& options = {}) {
  auto pages = render::Pages::open(pdf);
  REQUIRE(pages);
  REQUIRE(pages->count() == 1);
  auto picture = pages->draw(1, options);
  REQUIRE(picture);
  return *picture;
}

const std::string kComment =
    "/Annots [<< /Type /Annot /Subtype /Square /Rect [10 10 90 90] /C [1 0 0] /IC [1 0 0] >>]";

}  // namespace

TEST_CASE("the same pages are the same", "[fix]") {
  std::string pdf = page("BT /F1 12 Tf 20 50 Td (Words) Tj ET 0 0 9 9 re f");
  fix::Proof proof = fix::prove(pdf, pdf);
  CHECK(proof.differences == Sentences{});
  CHECK(proof.pages == 1);
  CHECK(proof.glyphs == 5);
}

TEST_CASE("one dot, one letter, one link or another size is told with its page", "[fix]") {
  CHECK(differences(page("0 0 9 9 re f"), page("0 0 9 10 re f")) ==
        Sentences{"page 1 would look different"});
  CHECK(differences(page("BT 3 Tr /F1 9 Tf 20 50 Td (a) Tj ET 0 0 9 9 re f"),
                    page("BT 3 Tr /F1 9 Tf 20 50 Td (b) Tj ET 0 0 9 9 re f")) ==
        Sentences{"page 1 has other text"});
  auto link = [](const std::string& uri) {
    return page("0 0 9 9 re f",
                "/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /Border "
                "[0 0 0] /A << /S /URI /URI (" +
                    uri + ") >> >>]");
  };
  CHECK(differences(link("https://a.org"), link("https://b.org")) ==
        Sentences{"page 1 has other links"});
  CHECK(differences(page("0 0 9 9 re f"), page("0 0 9 9 re f", "/Rotate 90")).front() ==
        "page 1 has another size");
  CHECK(differences(page("0 0 9 9 re f"), "%PDF-1.5 nonsense").size() == 1);
}

TEST_CASE("a comment that is gone is no difference, and one that is left is told", "[fix]") {
  std::string with = page("0 0 9 9 re f", kComment), without = page("0 0 9 9 re f");
  CHECK(differences(with, without) == Sentences{});
  CHECK(differences(with, with) == Sentences{"page 1 still has comments or marks"});
}

TEST_CASE("a page is drawn at its size, within its limit, with the annotations asked for",
          "[render]") {
  std::string pdf = page("1 0 0 rg 0 0 100 100 re f", kComment);
  render::Options options;
  options.dots_per_inch = 72;
  render::Picture all = draw(pdf, options);
  CHECK(all.width == 200);
  CHECK(all.height == 100);
  CHECK(all.samples.size() == 200 * 100 * 3);
  CHECK(all.samples[1] == 0);              // red at the left
  CHECK(all.samples[3 * 150 + 1] == 255);  // white at the right
  options.shows = [](const std::string& subtype) { return subtype == "Link"; };
  CHECK(draw(pdf, options) == draw(page("1 0 0 rg 0 0 100 100 re f"), options));
  options.most_pixels = 5'000;
  CHECK(draw(pdf, options).width == 100);
}

TEST_CASE("what is no PDF cannot be drawn", "[render]") {
  CHECK_FALSE(render::Pages::open(std::string("plain text")));
  std::string pdf = page("");
  CHECK_FALSE(render::Pages::open(pdf)->draw(2, {}));
}
