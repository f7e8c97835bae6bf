#include <set>

#include "model/words.hpp"
#include "report/html_assets.hpp"
#include "report/html_drawing.hpp"
#include "report/html_figures.hpp"
#include "report/html_paper.hpp"
#include "report/html_sums.hpp"
#include "report/layout.hpp"
#include "report/markup.hpp"
#include "report/report.hpp"
#include "report/telling.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace report {
namespace {

using model::Result;
using model::Verdict;

// A page takes 50 to 150 kB. More than this is no file to send or to open.
constexpr std::size_t kMostPictureBytes = 16 << 20;
constexpr int kPagesOfOne = 12;

// One style and one script, so that the policy names two hashes.
std::string joined(std::initializer_list<std::string_view> names) {
  std::string out;
  for (std::string_view name : names) out.append(html_asset(name));
  return out;
}

// The style's name for its colour as well.
std::string_view word_of(const Result& result) {
  return result.pack ? model::word(result.verdict) : "inspected";
}

// Nothing is loaded, and nothing runs or styles but what is written here.
std::string policy(const std::string& style, const std::string& script) {
  return fmt::format(
      "default-src 'none'; style-src '{}'; script-src '{}'; img-src data:; base-uri 'none'; "
      "form-action 'none'",
      content_hash(style), content_hash(script));
}

class HtmlReport {
 public:
  HtmlReport(std::ostream& out, const Style& style) : out_(out), style_(style) {}

  void one(const Result& result, const std::vector<std::string>& remarks) {
    std::string title = escaped(shown(result.file.path));
    begin(title + " - deskcheck", "one");
    out_ << "<header class=\"top " << word_of(result) << "\">\n";
    if (result.pack)
      write_verdict(result);
    else
      out_ << "<h1>" << title << "</h1>\n";
    out_ << "</header>\n<div class=\"columns\">\n<main id=\"main\" class=\"paper\" data-row="
         << html_row(result) << ">\n<div class=\"findings\">\n";
    HtmlFigures figures(result, "p1");
    std::size_t bytes = kMostPictureBytes;
    if (style_.pictures) figures.draw(*style_.pictures, {kPagesOfOne, bytes});
    out_ << figures.definitions() << html_findings(result, figures, {"p1", 2, true}, style_);
    if (result.findings.empty()) write_nothing(result);
    out_ << "</div>\n</main>\n<aside aria-label=\"About the paper\">\n"
         << html_index(result, {"p1", 2, true}) << html_remarks(remarks);
    if (std::string measures = html_measures(result); !measures.empty())
      out_ << "<h2>What was measured</h2>\n" << measures;
    out_ << html_checked(result, 2) << "</aside>\n</div>\n";
    end(result.version);
  }

  void begin_many() { begin("Papers - deskcheck", "many"); }

  // What the script shows once somebody opens it.
  void add(const Result& result) {
    version_ = result.version;
    tally_.add(result);
    std::string id = fmt::format("p{}", tally_.count());
    out_ << "<template class=\"paper\" data-row=" << html_row(result) << ">\n";
    if (result.pack && result.stopped.empty()) {
      out_ << "<p class=\"facts\">" << escaped(facts(result)) << ".</p>\n";
      if (result.pack->match)
        out_ << "<p class=\"facts\">" << escaped(how_found(*result.pack->match, result.pack->id))
             << "</p>\n";
    }
    HtmlFigures figures(result, id);
    if (style_.pictures) figures.leave_out(why_outline());
    out_ << figures.definitions() << html_findings(result, figures, {id, 4, false}, style_)
         << "<details class=\"more\"><summary>Measured and checked</summary>\n"
         << html_measures(result) << html_checked(result, 4) << "</details>\n</template>\n";
    // Their figures may come again, with pictures.
    drawing_.add(result, id);
    for (const model::Finding& finding : result.findings) checks_.insert(finding.check);
  }

  // The sheet stands behind what it is made of: only then is known what the papers add up to.
  void end_many(const std::vector<std::string>& remarks) {
    if (style_.pictures && style_.pictures->why_none().empty())
      drawing_.write(out_, *style_.pictures, kMostPictureBytes);
    for (const std::string& check : checks_) {
      std::string_view page = style_.page_of ? style_.page_of(check) : "";
      if (!page.empty())
        out_ << "<template data-check=\"" << escaped(check) << "\">\n"
             << markup_of_page(page) << "</template>\n";
    }
    out_ << "<header class=\"top\">\n"
         << html_counts(tally_)
         << "<p class=\"jump\"><a href=\"#run\">Sums and histograms</a></p>\n</header>\n<div "
            "class=\"columns\">\n"
         << html_asset("sheet.html") << "<aside id=\"run\" aria-label=\"The run as a whole\">\n"
         << html_sums(tally_) << html_remarks(remarks) << html_asset("histograms.html")
         << "</aside>\n</div>\n";
    end(version_);
  }

 private:
  // No word of a paper stands before the policy, which holds for all that comes behind it.
  void begin(const std::string& title, std::string_view kind) {
    script_ = joined({"decisions.js", "waivers.js", "cards.js", "loading.js", "histograms.js",
                      "sheet.js", "keys.js"});
    std::string css = joined({"page.css", "sheet.css"});
    out_ << "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
         << "<meta http-equiv=\"Content-Security-Policy\" content=\"" << policy(css, script_)
         << "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         << "<meta name=\"color-scheme\" content=\"light dark\">\n"
         << "<meta name=\"referrer\" content=\"no-referrer\">\n<title>" << title << "</title>\n"
         << "<style>" << css << "</style>\n</head>\n<body class=\"" << kind << "\">\n"
         << "<a class=\"skip\" href=\"#main\">To the findings</a>\n";
    // Long lists of papers stand between the keyboard and the sums.
    if (kind == "many") out_ << "<a class=\"skip\" href=\"#run\">To sums and histograms</a>\n";
  }

  void end(const std::string& version) {
    out_ << "<footer>\n<p>Written by deskcheck " << escaped(version)
         << ". It says what was found; people decide.</p>\n</footer>\n"
         << html_asset("help.html") << "<script>" << script_ << "</script>\n</body>\n</html>\n";
  }

  void write_verdict(const Result& result) {
    out_ << "<p class=\"verdict\">" << word_of(result) << "</p>\n<h1>" << escaped(headline(result))
         << "</h1>\n";
    if (!result.stopped.empty()) return;
    out_ << "<p class=\"facts\">" << escaped(facts(result)) << ".</p>\n";
    if (result.pack->match)
      out_ << "<p class=\"facts\">" << escaped(how_found(*result.pack->match, result.pack->id))
           << "</p>\n";
  }

  // Nobody is to wonder whether something is missing below.
  void write_nothing(const Result& result) {
    if (result.verdict == Verdict::pass)
      out_
          << "<p class=\"nothing\"><strong>Nothing to mend.</strong> " << result.checked.size()
          << " checks found nothing; beside this stands what they measured, and what nothing could "
             "check.</p>\n";
    else if (result.pack)
      out_ << "<p class=\"nothing\">The paper was not judged: nothing is said for it, and nothing "
              "against it.</p>\n";
  }

  // Of a paper in a sheet, unless it is among those that are drawn.
  std::string why_outline() const {
    std::string why = style_.pictures->why_none();
    return why.empty()
               ? "is shown as an outline: pictures go to the papers with the strongest proof"
               : why;
  }

  std::ostream& out_;
  const Style& style_;
  std::string script_, version_;
  std::set<std::string> checks_;  // that found something
  Tally tally_;
  HtmlDrawing drawing_;
};

}  // namespace

void html(std::ostream& out, Results& results, const Style& style) {
  HtmlReport report(out, style);
  const Result* next = results.next();
  std::optional<Result> first;
  if (next) first = *next;  // what is written depends on whether another one follows
  next = next ? results.next() : nullptr;
  if (first && !next) return report.one(*first, results.remarks());
  report.begin_many();
  if (first) report.add(*first);
  first.reset();
  for (; next; next = results.next()) report.add(*next);
  report.end_many(results.remarks());
}

}  // namespace report
