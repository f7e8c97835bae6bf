#include "measure/class_words.hpp"

#include <algorithm>
#include <utility>

#include "measure/wording.hpp"

namespace measure {
namespace {

constexpr std::size_t kLongestVenue = 24;

bool is_beyond_ascii(char c) {
  return static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

ClassWords::ClassWords(const model::Vocabulary& vocabulary) {
  for (const model::SectionClass& section : vocabulary.sections) {
    for (const std::string& word : section.words) {
      std::string plain = without_accents(squeezed(word));
      if (section.id == "checklist") checklist_words_.push_back(plain);
      ids_.emplace(std::move(plain), section.id);
    }
  }
}

std::string ClassWords::find(std::string_view title) const {
  std::string bare;
  if (std::any_of(title.begin(), title.end(), is_beyond_ascii))
    bare = without_accents(std::string(title));
  std::string_view plain = bare.empty() ? title : bare;
  while (!plain.empty() && (plain.back() == '.' || plain.back() == ':')) plain.remove_suffix(1);
  if (auto found = ids_.find(plain); found != ids_.end()) return found->second;
  // Styles put the venue before: "<Venue> Paper Checklist".
  bool is_checklist =
      std::any_of(checklist_words_.begin(), checklist_words_.end(), [&](const std::string& word) {
        return plain.ends_with(word) && plain.size() < word.size() + kLongestVenue;
      });
  return is_checklist ? "checklist" : "";
}

}  // namespace measure
