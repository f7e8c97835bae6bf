#include "model/shortcomings.hpp"

#include <algorithm>

#include "util/format.hpp"

namespace model {
namespace {

// A page that could not be opened has no size.
bool was_opened(const Page& page) {
  return page.size.width > 0 && page.size.height > 0;
}

std::string pages_in_part(const std::vector<int>& pages) {
  constexpr std::size_t kMostNamed = 5;
  std::string text = pages.size() == 1 ? "Page" : "Pages";
  for (std::size_t i = 0; i < std::min(pages.size(), kMostNamed); ++i)
    text += fmt::format("{} {}", i == 0 ? "" : ",", pages[i]);
  if (pages.size() > kMostNamed) text += fmt::format(" and {} more", pages.size() - kMostNamed);
  return text + " could be read in part only.";
}

}  // namespace

std::string unread_part(const Document& document) {
  auto opened = std::count_if(document.pages.begin(), document.pages.end(), was_opened);
  auto all = std::max(static_cast<std::ptrdiff_t>(document.pages.size()),
                      static_cast<std::ptrdiff_t>(document.pages_in_file));
  if (opened < all)
    return fmt::format("Only {} of {} page{} could be read.", opened, all, all == 1 ? "" : "s");
  std::vector<int> cut;
  for (std::size_t i = 0; i < document.pages.size(); ++i)
    if (document.pages[i].truncated) cut.push_back(static_cast<int>(i) + 1);
  return cut.empty() ? "Parts of the file could not be read." : pages_in_part(cut);
}

std::vector<std::string> shortcomings(const Document& document) {
  std::vector<std::string> all;
  if (document.truncated)
    all.push_back(unread_part(document));
  else if (document.pages_in_file > static_cast<int>(document.pages.size()))
    all.push_back(fmt::format("The file counts {} pages, of which {} are there.",
                              document.pages_in_file, document.pages.size()));
  if (document.encrypted) all.emplace_back("The file is encrypted, though it opens.");
  if (document.repaired) all.emplace_back("The file is damaged; its table was rebuilt.");
  if (document.complaints > 0)
    all.push_back(
        fmt::format("{} {} not as the format has {}.", document.complaints,
                    document.complaints == 1 ? "thing in the file is" : "things in the file are",
                    document.complaints == 1 ? "it" : "them"));
  return all;
}

}  // namespace model
