#include "batch/sketch.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <ctime>
#include <random>

#include "batch/examine.hpp"
#include "batch/words.hpp"
#include "tiny_pdf.hpp"
#include "util/private_path.hpp"
#include "util/sha256.hpp"

namespace {

using batch::sketch_of;
using model::Role;

std::string word(unsigned number) {
  std::string out = "w";
  for (number += 26; number > 0; number /= 26) out += static_cast<char>('a' + number % 26);
  return out;
}

// Words as of a language: few of them often, most of them seldom.
std::vector<std::string> prose(unsigned seed, int count) {
  std::mt19937 random(seed);
  std::vector<std::string> words;
  for (int i = 0; i < count; ++i) {
    const unsigned common = random() % 50, rare = random() % 5000;
    words.push_back(word(random() % 2 == 0 ? common : rare));
  }
  return words;
}

void set_line(model::Paper& paper, const std::string& text, Role role = Role::body) {
  model::Line line;
  line.role = role;
  line.text = text;
  paper.measured.lines.push_back(line);
}

// In lines of so many words; every third is broken at its end, as narrow columns do.
model::Paper typeset(const std::vector<std::string>& words, std::size_t width) {
  model::Paper paper;
  std::string line;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool is_last = (i + 1) % width == 0;
    const bool is_broken = is_last && i % 3 == 0 && words[i].size() > 3;
    line += is_broken ? words[i].substr(0, 2) + "-" : words[i] + (is_last ? "" : " ");
    if (!is_last) continue;
    set_line(paper, line);
    line = is_broken ? words[i].substr(2) + " " : "";
  }
  set_line(paper, line);
  return paper;
}

double likeness(const model::Paper& a, const model::Paper& b) {
  const auto ours = sketch_of(a, nullptr).shingles, theirs = sketch_of(b, nullptr).shingles;
  REQUIRE(ours.size() == 128);
  REQUIRE(theirs.size() == 128);
  int equal = 0;
  for (std::size_t i = 0; i < ours.size(); ++i) equal += ours[i] == theirs[i] ? 1 : 0;
  return equal / 128.0;
}

std::vector<std::uint64_t> words_of(std::initializer_list<const char*> lines) {
  batch::Words words;
  for (const char* line : lines) words.add_line(line);
  return words.take();
}

std::string hashed(const std::string& kind, const std::string& text) {
  return kind + util::sha256(text).substr(0, 15);
}

}  // namespace

TEST_CASE("words are the same however they are set", "[batch]") {
  const auto plain = words_of({"the well known definition"});
  CHECK(words_of({"The WELL  known", "defi-", "nition"}) == plain);
  CHECK(words_of({"the well known de\ufb01ni\u2010", "tion"}) == plain);
  CHECK(words_of({"\u201cthe\u201d well (known) x = 3.5, [12] definition."}) == plain);
  CHECK(words_of({"well-known"}) == words_of({"well-", "known"}));
  CHECK(words_of({"known", "well"}) != words_of({"well", "known"}));
  CHECK(words_of({"GPT4 a 1 -"}).empty());
  CHECK(words_of({"\u6df1\u5ea6\u5b66\u4e60"}).size() == 4);
  CHECK(words_of({"\u6df1\u5ea6", "\u5b66\u4e60"}) == words_of({"\u6df1\u5ea6\u5b66\u4e60"}));
  CHECK(words_of({"caf\u00e9"}) == words_of({"cafe\u0301"}));
}

TEST_CASE("a text set again in another style is like itself", "[batch]") {
  const auto text = prose(1, 4000);
  model::Paper wide = typeset(text, 14), narrow;
  set_line(narrow, "Under review at the conference", Role::running_head);
  for (const auto& line : typeset(text, 7).measured.lines) {
    set_line(narrow, "012", Role::ruler);
    set_line(narrow, line.text);
  }
  set_line(narrow, "17", Role::page_number);
  CHECK(likeness(wide, narrow) > 0.99);
}

TEST_CASE("likeness is the share of common runs of five words", "[batch]") {
  auto text = prose(2, 6000);
  const auto other = prose(3, 6000);
  const model::Paper whole = typeset(text, 12);
  CHECK(likeness(whole, typeset(other, 12)) < 0.03);
  // Half of it and half of another: a third of all runs are common.
  std::vector<std::string> half(text.begin(), text.begin() + 3000);
  half.insert(half.end(), other.begin(), other.begin() + 3000);
  CHECK(likeness(whole, typeset(half, 12)) == Approx(1.0 / 3).margin(0.13));
  CHECK(likeness(whole, typeset({text.begin(), text.begin() + 3000}, 12)) ==
        Approx(0.5).margin(0.14));
  // Every hundredth word changed: five runs in a hundred are others.
  for (std::size_t i = 50; i < text.size(); i += 100) text[i] = "changed";
  CHECK(likeness(whole, typeset(text, 12)) == Approx(0.95 / 1.05).margin(0.08));
}

TEST_CASE("short texts can be compared, very short ones cannot", "[batch]") {
  auto text = prose(4, 160);
  const model::Paper abstract = typeset(text, 12);
  CHECK(likeness(abstract, typeset(text, 9)) == 1);
  CHECK(likeness(abstract, typeset(prose(5, 160), 12)) < 0.05);
  text.resize(99);
  CHECK(sketch_of(typeset(text, 12), nullptr).shingles.empty());
  CHECK(sketch_of({}, nullptr).shingles.empty());
}

TEST_CASE("references and what is not seen are no part of the text", "[batch]") {
  const auto text = prose(6, 1000);
  const model::Paper plain = typeset(text, 12);
  model::Paper paper = plain;
  model::Section references;
  references.class_id = "references";
  references.first_line = static_cast<int>(paper.measured.lines.size());
  paper.measured.sections = {references};
  for (const auto& line : typeset(prose(7, 1000), 12).measured.lines) set_line(paper, line.text);
  CHECK(likeness(plain, paper) == 1);
  for (auto& line : paper.measured.lines) line.visible = false;
  CHECK(sketch_of(paper, nullptr).shingles.empty());
}

TEST_CASE("a sketch is the same in every version", "[batch]") {
  // Records of last week are compared with today's: these numbers must never change.
  const auto numbers = sketch_of(typeset(prose(8, 2000), 10), nullptr).shingles;
  std::string all;
  for (const std::uint32_t number : numbers) all += std::to_string(number) + " ";
  CHECK(util::sha256(all).substr(0, 16) == "2aa56755ad835364");
}

TEST_CASE("traces are ids and private paths, hashed", "[batch]") {
  model::Paper paper;
  model::Document& document = paper.document;
  document.trailer_ids = {"4a5b6c7d8e9f00112233445566778899", "00000000000000000000000000000000"};
  document.xmp =
      "<rdf:Description xmpMM:DocumentID=\"uuid:4A5B6C7D-8E9F-0011-2233-445566778899\">"
      "<xmpMM:InstanceID>xmp.iid:ABCDEF0123456789</xmpMM:InstanceID>"
      "<xmpMM:OriginalDocumentID>xmp.did:77777777777777778</xmpMM:OriginalDocumentID>";
  document.figure_files = {"./figures/plot.pdf", "/home/ann/plots/plot.pdf"};
  document.info = {{"Title", "Microsoft Word - C:\\Users\\Ann\\Paper.doc"}, {"Author", "Ann"}};
  std::vector<std::string> expected = {
      hashed("d", "4a5b6c7d8e9f00112233445566778899"), hashed("d", "abcdef0123456789"),
      hashed("p", "/home/ann/plots/plot.pdf"), hashed("p", "/users/ann/paper.doc")};
  std::sort(expected.begin(), expected.end());
  CHECK(sketch_of(paper, nullptr).traces == expected);
  document.failure = model::Failure{};
  CHECK(sketch_of(paper, nullptr).traces == expected);
}

TEST_CASE("folders of users that are nobody's are no traces", "[batch]") {
  model::Paper paper;
  paper.document.figure_files = {"/home/runner/out/plot.pdf", "/home/runnermann/plot.pdf",
                                 "C:\\Users\\EzGif\\a.pdf"};
  CHECK(sketch_of(paper, nullptr).traces.size() == 3);
  CHECK(sketch_of(paper, nullptr, {"runner", "ezgif"}).traces ==
        std::vector<std::string>{hashed("p", "/home/runnermann/plot.pdf")});
}

TEST_CASE("paths are private below a user's folder", "[util]") {
  using util::private_path;
  CHECK(private_path("/home/ann/a.tex") == "/home/ann/a.tex");
  CHECK(private_path("file:///Users/Ann/My%20Papers/") == "/users/ann/my%20papers/");
  CHECK(private_path("see C:/Documents and Settings/Ann/x") == "/documents and settings/ann/x");
  for (const char* text : {"", "/home/", "/home/ann", "/home/ann/", "/home//x", "./home.pdf",
                           "/usr/share/texmf/x.pdf", "/compile/figures/x.pdf"})
    CHECK_FALSE(private_path(text));
}

TEST_CASE("people are known by their addresses, else by their names", "[batch]") {
  batch::Row row;
  row.authors = {"Ann Lee", "B. Ode"};
  row.emails = {"Ann@Example.org", ""};
  auto authors = [&] { return sketch_of({}, &row).authors; };
  CHECK(authors() == std::vector{hashed("e", "ann@example.org"), hashed("n", "b ode")});
  row.emails = {"Ann@Example.org"};  // whose?
  CHECK(authors() == std::vector{hashed("n", "ann lee"), hashed("n", "b ode")});
  row.authors = {};
  CHECK(authors() == std::vector{hashed("e", "ann@example.org")});
  row.emails = {};
  CHECK(authors().empty());
}

TEST_CASE("a sketch costs little", "[batch]") {
  const model::Paper paper = typeset(prose(9, 6000), 12);
  std::vector<double> times;
  for (int i = 0; i < 9; ++i) {
    const std::clock_t start = std::clock();
    CHECK(sketch_of(paper, nullptr).shingles.size() == 128);
    times.push_back(1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
  }
  std::sort(times.begin(), times.end());
  INFO("a sketch of 6,000 words takes " << times[4] << " ms");
  CHECK(times[4] < 20);  // 0.5 ms without sanitizers
}

TEST_CASE("results carry sketches where the pack compares papers", "[batch]") {
  model::Pack pack;
  pack.id = "test";
  batch::Judging judging;
  judging.packs = {pack};
  batch::Input input;
  input.path = "17.pdf";
  input.row.emplace().emails = {"ann@example.org"};
  TinyPdf pdf = TinyPdf::with_page("");
  pdf.add_to_trailer("/ID [<4a5b6c7d8e9f0011> <4a5b6c7d8e9f0011>]");
  const std::string bytes = pdf.bytes();
  util::Stage stage;
  CHECK_FALSE(batch::make_work(judging).examine(input, bytes, stage).sketch);
  judging.packs[0].rules.emplace_back().check = "batch/duplicate-file";
  const batch::Work work = batch::make_work(judging);
  const auto read = work.examine(input, bytes, stage).sketch;
  REQUIRE(read);
  CHECK(read->traces == std::vector{hashed("d", "4a5b6c7d8e9f0011")});
  CHECK(read->authors == std::vector{hashed("e", "ann@example.org")});
  const auto lost = work.give_up(input, "it took too long").sketch;
  REQUIRE(lost);
  CHECK(lost->traces.empty());
  CHECK(lost->authors == read->authors);
}
