#include "oracle/tally.hpp"

#include <algorithm>
#include <iostream>
#include <map>

#include "oracle/compare.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace oracle {
namespace {

constexpr std::size_t kMostLetters = 160;  // of a value shown

using Complaints = std::vector<std::vector<std::string>>;

// What one page, or the document, has of one property.
struct Found {
  bool accepted = false, different = false;
};

class Counter {
 public:
  Counter(const Complaints& complaints, int shown, Tally& tally)
      : complaints_(complaints), shown_(shown), tally_(tally) {}

  void take(Difference difference) {
    hear(difference);
    const auto property = static_cast<std::size_t>(difference.property);
    Found& found = found_[difference.page][property];
    const int reason = find_reason(difference);
    if (reason >= 0) {
      found.accepted = true;
      ++tally_.counts[property].accepted;
      ++tally_.reasons[static_cast<std::size_t>(reason)];
      return;
    }
    found.different = true;
    if (tally_.counts[property].different++ < shown_) print(difference);
  }

  void finish(std::size_t pages) {
    tally_.pages = static_cast<long>(pages);
    tally_.pages_equal = tally_.pages;
    for (const auto& [page, properties] : found_) {
      bool is_different = false;
      for (std::size_t i = 0; i < kProperties; ++i) {
        tally_.counts[i].pages_different += properties[i].different ? 1 : 0;
        const bool is_accepted = properties[i].accepted && !properties[i].different;
        tally_.counts[i].pages_accepted += is_accepted ? 1 : 0;
        is_different = is_different || properties[i].different;
      }
      if (page == 0) {
        tally_.documents_different += is_different ? 1 : 0;
        continue;
      }
      --tally_.pages_equal;
      tally_.pages_accepted += is_different ? 0 : 1;
    }
  }

 private:
  static void print(const Difference& difference) {
    std::cout << fmt::format("  page {} {} {}: {} instead of {}\n", difference.page,
                             name_of(difference.property), difference.index,
                             difference.ours.substr(0, kMostLetters),
                             difference.theirs.substr(0, kMostLetters));
    constexpr std::size_t kMostShown = 3;
    for (std::size_t i = 0; i < std::min(kMostShown, difference.complaints.size()); ++i) {
      std::cout << "    the library: " << util::printable(difference.complaints[i]) << "\n";
    }
  }

  void hear(Difference& difference) const {
    for (std::size_t i = 0; i < complaints_.size(); ++i) {
      if (difference.page != 0 && static_cast<std::size_t>(difference.page) != i + 1) continue;
      difference.complaints.insert(difference.complaints.end(), complaints_[i].begin(),
                                   complaints_[i].end());
    }
  }

  const Complaints& complaints_;
  int shown_;
  Tally& tally_;
  std::map<int, std::array<Found, kProperties>> found_;
};

}  // namespace

void Tally::add(const Tally& other) {
  pages += other.pages;
  pages_equal += other.pages_equal;
  pages_accepted += other.pages_accepted;
  glyphs += other.glyphs;
  inks += other.inks;
  documents_different += other.documents_different;
  for (std::size_t i = 0; i < kProperties; ++i) {
    counts[i].pages_accepted += other.counts[i].pages_accepted;
    counts[i].pages_different += other.counts[i].pages_different;
    counts[i].accepted += other.counts[i].accepted;
    counts[i].different += other.counts[i].different;
  }
  for (std::size_t i = 0; i < kMostReasons; ++i) reasons[i] += other.reasons[i];
}

bool Tally::has_unexplained() const {
  return std::any_of(counts.begin(), counts.end(),
                     [](const Count& count) { return count.different > 0; });
}

void compare_and_count(const model::Document& ours, const model::Document& theirs,
                       const Complaints& complaints, int shown, Tally& tally) {
  Counter counter(complaints, shown, tally);
  compare(ours, theirs, [&](const Difference& difference) { counter.take(difference); });
  counter.finish(std::min(ours.pages.size(), theirs.pages.size()));
  tally.is_read_by_neither = ours.failure && theirs.pages.empty();
  for (const model::Page& page : ours.pages) {
    tally.glyphs += static_cast<long>(page.glyphs.size());
    tally.inks += static_cast<long>(page.inks.size());
  }
}

void print_summary(std::ostream& out, const Tally& tally) {
  out << fmt::format(
      "{} pages compared with {} glyphs and {} inks: {} equal, {} with accepted differences only, "
      "{} different\n",
      tally.pages, tally.glyphs, tally.inks, tally.pages_equal, tally.pages_accepted,
      tally.pages - tally.pages_equal - tally.pages_accepted);
  out << fmt::format("{:<14} {:>8} {:>9} {:>9} {:>12} {:>12}\n", "property", "equal", "accepted",
                     "different", "accepted", "different");
  out << fmt::format("{:<14} {:>8} {:>9} {:>9} {:>12} {:>12}\n", "", "pages", "pages", "pages",
                     "marks", "marks");
  for (std::size_t i = 0; i < kProperties; ++i) {
    const Tally::Count& count = tally.counts[i];
    out << fmt::format(
        "{:<14} {:>8} {:>9} {:>9} {:>12} {:>12}\n", name_of(static_cast<Property>(i)),
        tally.pages - count.pages_accepted - count.pages_different, count.pages_accepted,
        count.pages_different, count.accepted, count.different);
  }
  for (std::size_t i = 0; i < reason_count(); ++i) {
    if (tally.reasons[i] == 0) continue;
    out << fmt::format("accepted, {} {}: {}\n", name_of(reason_property(i)), tally.reasons[i],
                       reason_text(i));
  }
}

}  // namespace oracle
