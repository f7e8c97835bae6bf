#include "packs/packs.hpp"

#include "cli/commands.hpp"
#include "cli/outcome.hpp"
#include "cli/surroundings.hpp"
#include "packs/schema.hpp"
#include "report/layout.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace cli {
namespace {

using packs::Listing;
using report::Layout;
using report::shown;
using report::Tone;

constexpr std::size_t kMostOfAPath = 1000;
constexpr int kYearColumn = 24;
constexpr int kTitleColumn = 30;

// What packs of a year extend: nobody submits to "any year", though a venue without a pack of its
// own may be judged by one.
bool is_style(const Listing& listing) {
  return listing.is_extended && listing.year.empty();
}

bool matches(const Listing& listing, const std::string& word) {
  return util::contains_folded(listing.id, word) || util::contains_folded(listing.title, word) ||
         util::contains_folded(listing.family, word);
}

void write_listing(Layout& layout, const Listing& listing) {
  std::string text = shown(listing.title);
  if (!listing.tracks.empty())
    text += fmt::format(" (tracks: {})", shown(util::join(listing.tracks, ", ")));
  layout.row(fmt::format("{:<{}}{:<4}", shown(listing.id), kYearColumn, listing.year), text,
             kTitleColumn);
}

void write_styles(Layout& layout, const std::vector<Listing>& styles, bool in_full) {
  if (styles.empty()) return;
  layout.blank();
  std::string count = report::counted(static_cast<int>(styles.size()), "style");
  if (!in_full) {
    layout.paragraph(
        fmt::format("{} of any year that packs extend: deskcheck packs list --all", count));
    return;
  }
  layout.paragraph("Styles of any year, which packs extend:", Tone::strong);
  for (const Listing& style : styles) write_listing(layout, style);
}

std::string where(const packs::SearchPath& folders) {
  std::vector<std::string> names;
  for (const auto& folder : folders) names.push_back(folder.path.string());
  return util::join(names, ", ");
}

std::string suggest_pack(const std::string& word, const std::vector<Listing>& all) {
  std::vector<std::string> ids;
  for (const Listing& listing : all) ids.push_back(listing.id);
  return suggestion(word, ids);
}

}  // namespace

int run_packs_list(const Request& request, const Streams& streams) {
  auto folders = pack_folders(request);
  std::vector<util::Error> broken;
  std::vector<Listing> all = packs::list(folders, &broken);
  std::vector<std::string> mistakes;
  for (const util::Error& mistake : broken) mistakes.push_back(mistake.message);
  // What is sound can be used all the same: they change no exit code.
  complain_of_each(streams, mistakes);
  if (all.empty()) return refuse(streams, fmt::format("no packs in {}", where(folders)));
  std::vector<Listing> wanted, styles;
  bool is_search = !request.arguments.empty();
  for (const Listing& listing : all)
    if (!is_search || matches(listing, request.arguments.front()))
      (is_style(listing) ? styles : wanted).push_back(listing);
  if (wanted.empty() && styles.empty())
    return refuse(streams, fmt::format("no pack is called {}{}", request.arguments.front(),
                                       suggest_pack(request.arguments.front(), all)));
  auto style = style_of(request, streams);
  Layout layout(streams.out, style);
  for (const Listing& listing : wanted) write_listing(layout, listing);
  write_styles(layout, styles, is_search || request.has("--all"));
  return kClean;
}

int run_packs_check(const Request& request, const Streams& streams) {
  int code = kClean;
  auto folders = pack_folders(request);
  for (const std::string& file : request.arguments) {
    auto mistakes = packs::validate(file, folders);
    for (const util::Error& mistake : mistakes) complain(streams, mistake.message);
    if (!mistakes.empty())
      code = kUsage;
    else
      streams.out << shown(file, kMostOfAPath) << ": no mistakes\n";
  }
  return code;
}

int run_packs_schema(const Request&, const Streams& streams) {
  streams.out << packs::schema();
  return kClean;
}

}  // namespace cli
