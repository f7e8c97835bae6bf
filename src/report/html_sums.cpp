#include "report/html_sums.hpp"

#include <string_view>

#include "report/layout.hpp"
#include "report/markup.hpp"
#include "report/telling.hpp"
#include "util/format.hpp"

namespace report {
namespace {

std::string papers(std::size_t count) {
  return fmt::format("{} {}", count, count == 1 ? "paper" : "papers");
}

// Without anything in it, it would be a heading that asks what is missing.
std::string section(std::string_view kind, std::string_view heading, const std::string& text) {
  if (text.empty()) return "";
  return fmt::format(
      "<section class=\"sum {0}\" aria-labelledby=\"sum-{0}\">\n<h2 id=\"sum-{0}\">{1}</h2>\n{2}"
      "</section>\n",
      kind, heading, text);
}

std::string list(const std::string& items) {
  return items.empty() ? "" : "<ul>\n" + items + "</ul>\n";
}

// A button that lists the papers with this in them; what it sets is the name of a filter.
std::string filter(std::string_view name, std::string_view value, std::string_view text) {
  return fmt::format("<button type=\"button\" class=\"filter\" data-{}=\"{}\">{}</button>", name,
                     escaped(value), escaped(text));
}

// Papers, not findings: one with twenty of a kind is one to write to.
std::string frequent(const Tally& tally) {
  std::string items;
  for (const Tally::Counted& check : tally.frequent())
    items += fmt::format("<li>{} <span>{}</span></li>\n",
                         filter("check", check.name, shown(check.name)), papers(check.papers));
  return list(items);
}

// By their reason, since what helps one of them may help all.
std::string unjudged(const Tally& tally) {
  std::string items;
  for (const Tally::Reason& reason : tally.reasons()) {
    std::string ids;
    for (const std::string& id : reason.ids)
      ids += (ids.empty() ? "" : ", ") + filter("text", id, id);
    if (reason.papers > reason.ids.size())
      ids += fmt::format(" and {} more", reason.papers - reason.ids.size());
    items += fmt::format("<li>{} <span>{}</span><p>{}</p></li>\n",
                         filter("text", reason.why, reason.why), papers(reason.papers), ids);
  }
  if (tally.other_reasons() > 0)
    items +=
        fmt::format("<li>for other reasons <span>{}</span></li>\n", papers(tally.other_reasons()));
  return list(items);
}

// No filters: what most papers hide is in the list of none of them.
std::string hidden(const Tally& tally) {
  std::string items;
  for (const Tally::PlatformText& text : tally.platform_texts())
    items += fmt::format("<li>{} <span>{}</span>{}</li>\n", escaped(shown(text.quote)),
                         papers(text.papers), markup_of_page(text.advice()));
  return list(items);
}

}  // namespace

std::string html_counts(const Tally& tally) {
  std::string out = fmt::format(
      "<h1>{}</h1>\n", tally.count() == 0 ? std::string("No papers") : papers(tally.count()));
  // Without a script these are numbers still.
  std::string items;
  for (const Tally::Counted& place : tally.places())
    items += fmt::format(
        "<li><button type=\"button\" class=\"filter\" data-place=\"{0}\"><b>{1}</b> {0}</button>"
        "</li>\n",
        place.name, place.papers);
  if (!items.empty())
    out += "<ul class=\"places\" aria-label=\"What became of the papers\">\n" + items + "</ul>\n";
  return out;
}

std::string html_sums(const Tally& tally) {
  if (!tally.is_of_many()) return "";
  return section("frequent", "Most frequent findings", frequent(tally)) +
         section("hidden", "Hidden in most papers, so perhaps the platform's", hidden(tally)) +
         section("unjudged", "Could not be judged", unjudged(tally));
}

std::string html_remarks(const std::vector<std::string>& remarks) {
  std::string items;
  for (const std::string& remark : remarks)
    items += fmt::format("<li>Note that {}.</li>\n", escaped(shown(remark, kMostOfASentence)));
  return section("remarks", "Remarks on this run", list(items));
}

}  // namespace report
