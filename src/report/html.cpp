#include <set>

#include "model/words.hpp"
#include "report/html_assets.hpp"
#include "report/html_figures.hpp"
#include "report/html_paper.hpp"
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

// A page takes 50 to 150 kB. More than this is no file to send or to open. Papers that only may
// have a problem leave a half to those that have one.
constexpr std::size_t kMostPictureBytes = 16 << 20;
constexpr int kPagesOfOne = 12, kPagesOfMany = 4;

std::string joined(std::initializer_list<std::string_view> names) {
  std::string out;
  for (std::string_view name : names) out.append(html_asset(name));
  return out;
}

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

  void one(const Result& result) {
    std::string title = escaped(shown(result.file.path));
    begin(title + " - deskcheck", "one");
    out_ << "<header class=\"top " << word_of(result) << "\">\n";
    if (result.pack)
      write_verdict(result);
    else
      out_ << "<h1>" << title << "</h1>\n";
    out_ << "</header>\n<main id=\"main\" class=\"paper\" data-row=\"" << html_row(result)
         << "\">\n<div class=\"findings\">\n";
    write_findings(result, {"p1", 2, true});
    if (result.pack && result.findings.empty() && result.verdict == Verdict::pass)
      out_ << "<p class=\"nothing\">Nothing to mend.</p>\n";
    out_ << "</div>\n<aside aria-label=\"About the paper\">\n";
    if (std::string measures = html_measures(result); !measures.empty())
      out_ << "<h2>What was measured</h2>\n" << measures;
    out_ << html_checked(result, 2) << "</aside>\n</main>\n";
    end(result.version);
  }

  void begin_many() {
    begin("Papers - deskcheck", "many");
    out_ << html_asset("sheet.html");
  }

  // What the script shows once somebody opens it.
  void add(const Result& result) {
    version_ = result.version;
    out_ << "<template class=\"paper\" data-row=\"" << html_row(result) << "\">\n";
    if (result.pack && result.stopped.empty()) {
      out_ << "<p class=\"facts\">" << escaped(facts(result)) << ".</p>\n";
      if (result.pack->match)
        out_ << "<p class=\"facts\">" << escaped(how_found(*result.pack->match, result.pack->id))
             << "</p>\n";
    }
    write_findings(result, {fmt::format("p{}", ++papers_), 4, false});
    out_ << "<details class=\"more\"><summary>Measured and checked</summary>\n"
         << html_measures(result) << html_checked(result, 4) << "</details>\n</template>\n";
    for (const model::Finding& finding : result.findings) checks_.insert(finding.check);
  }

  void end_many() {
    for (const std::string& check : checks_) {
      std::string_view page = style_.page_of ? style_.page_of(check) : "";
      if (!page.empty())
        out_ << "<template data-check=\"" << escaped(check) << "\">\n"
             << markup_of_page(page) << "</template>\n";
    }
    end(version_);
  }

 private:
  void begin(const std::string& title, std::string_view kind) {
    script_ = joined({"decisions.js", "cards.js", "histograms.js", "sheet.js", "keys.js"});
    std::string css = joined({"page.css", "sheet.css"});
    out_ << "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
         << "<meta http-equiv=\"Content-Security-Policy\" content=\"" << policy(css, script_)
         << "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         << "<meta name=\"color-scheme\" content=\"light dark\">\n"
         << "<meta name=\"referrer\" content=\"no-referrer\">\n<title>" << title << "</title>\n"
         << "<style>" << css << "</style>\n</head>\n<body class=\"" << kind << "\">\n"
         << "<a class=\"skip\" href=\"#main\">To the findings</a>\n";
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

  void write_findings(const Result& result, const HtmlPlace& place) {
    HtmlFigures figures(result, place.id);
    bool is_shown = place.is_alone || result.verdict == Verdict::fail ||
                    (result.verdict == Verdict::review && picture_bytes_ > kMostPictureBytes / 2);
    if (style_.pictures && is_shown)
      figures.draw(*style_.pictures, {place.is_alone ? kPagesOfOne : kPagesOfMany, picture_bytes_});
    out_ << figures.definitions() << html_findings(result, figures, place, style_);
  }

  std::ostream& out_;
  const Style& style_;
  std::size_t picture_bytes_ = kMostPictureBytes;
  std::string script_, version_;
  std::set<std::string> checks_;  // that found something
  int papers_ = 0;
};

}  // namespace

void html(std::ostream& out, Results& results, const Style& style) {
  HtmlReport report(out, style);
  const Result* next = results.next();
  std::optional<Result> first;
  if (next) first = *next;  // what is written depends on whether another one follows
  next = next ? results.next() : nullptr;
  if (first && !next) return report.one(*first);
  report.begin_many();
  if (first) report.add(*first);
  first.reset();
  for (; next; next = results.next()) report.add(*next);
  report.end_many();
}

}  // namespace report
