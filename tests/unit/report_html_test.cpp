#include <catch2/catch.hpp>
#include <sstream>

#include "report/html_assets.hpp"
#include "report/markup.hpp"
#include "report/page_pictures.hpp"
#include "report/report.hpp"
#include "report/strength.hpp"

namespace {

bool has(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

// Notes what it is asked for; a picture has a thousand bytes.
class NotedPictures : public report::PagePictures {
 public:
  std::vector<report::PagePicture> draw(const model::Result&,
                                        const std::vector<int>& pages) override {
    asked.push_back(pages);
    return std::vector<report::PagePicture>(pages.size(),
                                            {"image/png", std::string(bytes, 'x'), {595, 842}, ""});
  }

  std::vector<std::vector<int>> asked;
  std::size_t bytes = 1000;
};

model::Finding finding_on(int page) {
  model::Finding finding;
  finding.check = "layout/margins";
  finding.message = "Text is outside.";
  finding.page = page;
  finding.box = model::Box{10, 20, 30, 40};
  return finding;
}

model::Result result_with(int pages, model::Verdict verdict = model::Verdict::fail) {
  model::Result result;
  result.pack = model::PackFacts{"desk", "Desk", "1", "00", "submission", {}, false, {}};
  result.file = {"paper.pdf", "paper", "00", 7};
  result.verdict = verdict;
  result.paper.emplace().measured.page_size = model::Size{612, 792};
  for (int page = 1; page <= pages; ++page) result.findings.push_back(finding_on(page));
  return result;
}

std::string written(const std::vector<model::Result>& results, const report::Style& style = {}) {
  std::ostringstream out;
  report::ListedResults list(results);
  report::html(out, list, style);
  return out.str();
}

std::string explained(const std::string& page) {
  static std::string text;
  text = page;
  report::Style style;
  style.page_of = [](std::string_view) { return std::string_view(text); };
  return written({result_with(2)}, style);
}

}  // namespace

TEST_CASE("nothing breaks out of markup", "[report]") {
  CHECK(report::escaped("<a href=\"x\" id='y'>&\x1b\xe2\x80\xae") ==
        "&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;\\u{1b}\\u{202e}");
  CHECK(report::quoted_markup("{\"a\": \"</script>\"}\n") ==
        "{&quot;a&quot;: &quot;&lt;/script&gt;&quot;}\n");
  CHECK(report::quoted_json("{\"a\": \"'&quot;<b>\"}") ==
        "'{\"a\": \"&#39;&amp;quot;&lt;b&gt;\"}'");
}

TEST_CASE("bytes are written as base64", "[report]") {
  CHECK(report::base64("").empty());
  CHECK(report::base64("f") == "Zg==");
  CHECK(report::base64("fo") == "Zm8=");
  CHECK(report::base64("foo") == "Zm9v");
  CHECK(report::base64("\xff\xfe\xfd\xfc") == "//79/A==");
  // As browsers hash a script.
  CHECK(report::content_hash("alert('Hello, world.');") ==
        "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=");
}

TEST_CASE("a check's page becomes paragraphs, lists and code", "[report]") {
  CHECK(report::markup_of_page("# id\n\n**Measures** what `a**b` is\nand more.\n\n- one\n  and\n"
                               "- two\n\nThen <this>:\n\n    \\x\n\n    \\y\n\n```\n<z>\n```\n") ==
        "<p><strong>Measures</strong> what <code>a**b</code> is and more.</p>\n"
        "<ul>\n<li>one and</li>\n<li>two</li>\n</ul>\n<p>Then &lt;this&gt;:</p>\n"
        "<pre>\\x\n\n\\y</pre>\n<pre>&lt;z&gt;</pre>\n");
  CHECK(report::markup_of_page("**never closed") == "<p><strong>never closed</strong></p>\n");
}

TEST_CASE("a check is explained once in a paper", "[report]") {
  std::string page = explained("# layout/margins\n\nOnce.\n");
  CHECK(page.find("<p>Once.</p>") == page.rfind("<p>Once.</p>"));
  CHECK(has(page, "<a href=\"#p1-f1-about\">About layout/margins</a>"));
}

TEST_CASE("pages with findings are drawn, so many and no more", "[report]") {
  NotedPictures pictures;
  report::Style style;
  style.pictures = &pictures;
  auto twice = result_with(20);
  twice.findings.push_back(finding_on(1));
  std::string page = written({twice}, style);
  REQUIRE(pictures.asked.size() == 1);
  CHECK(pictures.asked[0].size() == 12);
  CHECK(has(page, "id=\"p1-page12\" x=\"0\" y=\"0\" width=\"595\" height=\"842\""));
  CHECK_FALSE(has(page, "id=\"p1-page13\""));
  CHECK(has(page, "Page 13 was not drawn"));
}

TEST_CASE("of several papers those with the strongest proof are drawn first", "[report]") {
  NotedPictures pictures;
  report::Style style;
  style.pictures = &pictures;
  auto fine = result_with(1, model::Verdict::pass),
       unclear = result_with(9, model::Verdict::review);
  for (model::Finding& finding : unclear.findings) finding.outcome = model::Outcome::undecided;
  // Whatever the order they came in; of equals the one with more to show, then the first.
  std::string page =
      written({fine, unclear, result_with(1), result_with(2), result_with(1)}, style);
  CHECK(pictures.asked == std::vector<std::vector<int>>{{1, 2}, {1}, {1}, {1, 2, 3, 4}});
  CHECK(page.find("data-paper=\"p4\"") < page.find("data-paper=\"p3\""));
  CHECK_FALSE(has(page, "data-paper=\"p1\""));
  // The last one may take what is left, and nobody is asked for what would not fit.
  pictures.asked.clear();
  pictures.bytes = 6 << 20;
  page = written({unclear, unclear, result_with(2), result_with(1)}, style);
  CHECK(pictures.asked == std::vector<std::vector<int>>{{1, 2}, {1}});
  CHECK(has(page, "id=\"p3-page2\""));
  CHECK_FALSE(has(page, "id=\"p4-page1\""));
  CHECK(has(page, "pictures go to the papers with the strongest proof"));
}

TEST_CASE("of a batch of any size so many papers are kept for drawing, the strongest", "[report]") {
  NotedPictures pictures;
  report::Style style;
  style.pictures = &pictures;
  std::vector<model::Result> results(1001, result_with(1));
  results.push_back(result_with(2));
  std::string page = written(results, style);
  REQUIRE(pictures.asked.size() == 1000);
  CHECK(pictures.asked[0] == std::vector<int>{1, 2});
  // Of equals the first ones.
  CHECK(has(page, "data-paper=\"p999\""));
  CHECK_FALSE(has(page, "data-paper=\"p1000\""));
}

TEST_CASE("pages with problems are drawn before those with notes", "[report]") {
  NotedPictures pictures;
  report::Style style;
  style.pictures = &pictures;
  auto result = result_with(3);
  result.findings[0].waived.emplace();
  result.findings[1].severity = model::Severity::note;
  written({result}, style);
  CHECK(pictures.asked == std::vector<std::vector<int>>{{3, 2, 1}});
}

TEST_CASE("where nothing of a paper could be drawn its figures stand once", "[report]") {
  class Gone : public report::PagePictures {
    std::vector<report::PagePicture> draw(const model::Result&,
                                          const std::vector<int>& pages) override {
      return std::vector<report::PagePicture>(pages.size(), {"", "", {}, "is <gone>"});
    }
  } pictures;
  report::Style style;
  style.pictures = &pictures;
  std::string page = written({result_with(1), result_with(1)}, style);
  CHECK(has(page, "<p data-page=\"1\">Page 1 is &lt;gone&gt;.</p>"));
  CHECK_FALSE(has(page, "<div data-finding="));
}

TEST_CASE("proof is strong by severity, then by confidence, then by count", "[report]") {
  auto with = [](model::Severity severity, model::Confidence confidence, int count = 1) {
    auto result = result_with(count);
    for (model::Finding& finding : result.findings) {
      finding.severity = severity;
      finding.confidence = confidence;
    }
    return report::strength_of(result);
  };
  using model::Confidence;
  using model::Severity;
  CHECK(with(Severity::error, Confidence::certain, 2) < with(Severity::error, Confidence::certain));
  CHECK(with(Severity::error, Confidence::certain) < with(Severity::error, Confidence::likely, 9));
  CHECK(with(Severity::error, Confidence::possible) <
        with(Severity::warning, Confidence::certain, 9));
  auto waived = result_with(1), passed = result_with(1, model::Verdict::pass);
  waived.findings[0].waived.emplace();
  auto stopped = result_with(0, model::Verdict::unjudged);
  CHECK(with(Severity::note, Confidence::possible) < report::strength_of(waived));
  CHECK(report::strength_of(waived) < report::strength_of(stopped));
  CHECK(report::strength_of(stopped) < report::strength_of(passed));
}

TEST_CASE("a sheet sums up what the text report sums up", "[report]") {
  auto unread = result_with(0, model::Verdict::unjudged);
  unread.file.id = "<u>";
  unread.stopped = "paper.pdf: took more than <30> s";
  std::string page = written({result_with(2), unread, result_with(0, model::Verdict::pass)});
  CHECK(has(page, "<h1>3 papers</h1>"));
  CHECK(has(page, "data-place=\"with problems\"><b>1</b> with problems</button>"));
  CHECK(has(page, "data-check=\"layout/margins\">layout/margins</button> <span>1 paper</span>"));
  CHECK(has(page, "data-text=\"took more than &lt;30&gt; s\">"));
  CHECK(has(page, "data-text=\"&lt;u&gt;\">&lt;u&gt;</button>"));
}

TEST_CASE("what is to be said behind the results stands in the page", "[report]") {
  class Remarked : public report::ListedResults {
   public:
    using ListedResults::ListedResults;
    std::vector<std::string> remarks() const override { return {"w.toml:1: <this> meets none"}; }
  };
  for (int papers : {1, 2}) {
    std::vector<model::Result> results(papers, result_with(1));
    Remarked list(results);
    std::ostringstream out;
    report::html(out, list, {});
    CHECK(has(out.str(), "<li>Note that w.toml:1: &lt;this&gt; meets none.</li>"));
  }
}

TEST_CASE("decisions that come with the results are the page's from the start", "[report]") {
  auto result = result_with(2);
  result.findings[0].waived = model::Ruling{"fine", "A", "2027-01-31"};
  std::string page = written({result});
  CHECK(has(page,
            "\"ruling\":{\"what\":\"dismissed\",\"reason\":"
            "\"fine\",\"by\":\"A\",\"until\":"
            "\"2027-01-31\"}"));
  CHECK(has(page, "\"ruling\":null"));
}

TEST_CASE("each page and its marks stand once, however many findings it has", "[report]") {
  auto crowded = result_with(0);
  for (int i = 0; i < 50; ++i) crowded.findings.push_back(finding_on(1));
  NotedPictures pictures;
  report::Style style;
  style.pictures = &pictures;
  std::string page = written({crowded}, style);
  std::size_t marks = 0;
  for (auto at = page.find("<g class=\"mark "); at != page.npos;
       at = page.find("<g class=\"mark ", at + 1))
    ++marks;
  CHECK(marks == 150);  // of the page, and of each finding on both of its figures
}

TEST_CASE("without pictures pages are outlines, and say why", "[report]") {
  CHECK(has(written({result_with(1)}), "<rect class=\"paper\" x=\"0\" y=\"0\" width=\"612\""));
  report::NoPictures none("is shown as an outline: <why>");
  report::Style style;
  style.pictures = &none;
  CHECK(has(written({result_with(1)}, style), "Page 1 is shown as an outline: &lt;why&gt;."));
}

TEST_CASE("links lead to the web alone", "[report]") {
  auto result = result_with(1);
  result.findings[0].cite = model::Cite{"", "javascript:alert(1)", ""};
  CHECK_FALSE(has(written({result}), "href=\"javascript"));
  result.findings[0].cite->url = "https://example.org/?a&b";
  CHECK(has(written({result}), "<a href=\"https://example.org/?a&amp;b\""));
}

TEST_CASE("a report of no paper is a page, too", "[report]") {
  std::string page = written({});
  CHECK(page.starts_with("<!doctype html>"));
  CHECK(page.ends_with("</html>\n"));
  CHECK_FALSE(report::html_asset("page.css").empty());
  CHECK(report::html_asset("nothing.css").empty());
}
