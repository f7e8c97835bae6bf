#include "batch/sketch.hpp"

#include <algorithm>
#include <limits>
#include <string_view>
#include <utility>

#include "batch/words.hpp"
#include "checks/patterns.hpp"
#include "util/private_path.hpp"
#include "util/sha256.hpp"
#include "util/text.hpp"

namespace batch {
namespace {

using model::Role;

// Enough that a likeness of 0.8 is estimated within 0.07 in 19 of 20 pairs.
constexpr std::size_t kBins = 128;
constexpr std::size_t kShingle = 5;
// Of a title and a sentence or two nobody can say that they are someone else's.
constexpr std::size_t kFewestWords = 100;

std::size_t end_of_text(const model::Measured& measured) {
  for (const model::Section& section : measured.sections)
    if (section.class_id == "references") return static_cast<std::size_t>(section.first_line);
  return measured.lines.size();
}

// Smallest hash of each of kBins parts of all shingles, which does for many hash functions what
// many hash functions do (one permutation hashing).
class MinHash {
 public:
  MinHash() : least_(kBins, kNone) {}

  void add(const std::vector<std::uint64_t>& words) {
    words_ += words.size();
    for (std::size_t i = 0; i + kShingle <= words.size(); ++i) {
      std::uint64_t hash = 0;
      for (std::size_t j = 0; j < kShingle; ++j) hash = mixed(hash + words[i + j]);
      std::uint64_t& least = least_[hash % kBins];
      least = std::min(least, hash / kBins);
    }
  }

  // 16 bits of each: by chance, two agree in one of 65,536.
  std::vector<std::uint32_t> take() const {
    if (words_ < kFewestWords) return {};
    std::vector<std::uint32_t> numbers;
    for (std::size_t bin = 0; bin < kBins; ++bin)
      numbers.push_back(static_cast<std::uint32_t>(mixed(least_[filled(bin)]) & 0xffff));
    return numbers;
  }

 private:
  static constexpr auto kNone = std::numeric_limits<std::uint64_t>::max();

  // Of short texts some parts are empty: each of these borrows from one that is not, by a rule that
  // is the same for all texts (optimal densification).
  std::size_t filled(std::size_t bin) const {
    std::size_t at = bin;
    for (std::uint64_t attempt = 1; least_[at] == kNone; ++attempt)
      at = mixed(bin * 0x9e3779b97f4a7c15 + attempt) % kBins;
    return at;
  }

  std::vector<std::uint64_t> least_;
  std::size_t words_ = 0;
};

// Floats and footnotes drift when a paper is set again, so they are no part of the running text.
std::vector<std::uint32_t> shingles_of(const model::Measured& measured) {
  const std::size_t end = std::min(end_of_text(measured), measured.lines.size());
  Words running, aside;
  for (std::size_t i = 0; i < end; ++i) {
    const model::Line& line = measured.lines[i];
    if (!line.visible) continue;
    if (model::is_running_text(line.role) || line.role == Role::heading)
      running.add_line(line.text);
    if (line.role == Role::caption || line.role == Role::footnote || line.role == Role::code)
      aside.add_line(line.text);
  }
  MinHash hash;
  hash.add(running.take());
  hash.add(aside.take());
  return hash.take();
}

std::string hashed(char kind, std::string_view text) {
  return kind + util::sha256(text).substr(0, 15);
}

// Letters and digits alone: producers write one id as "uuid:4A-..", "xmp.did:4a..".
std::string bare(std::string_view id) {
  std::string out;
  for (const char c : util::fold(id.substr(id.rfind(':') + 1)))
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out += c;
  return out;
}

// Not one of zeros alone, as some producers fill in.
bool is_telling(std::string_view id) {
  constexpr std::size_t kFewest = 8;
  return id.size() >= kFewest && id.find_first_not_of(id.front()) != std::string_view::npos;
}

// What stands behind a property's name, as an attribute or an element.
void find_property(std::string_view xmp, std::string_view name, std::vector<std::string>& found) {
  constexpr std::size_t kLongest = 200;
  for (auto at = xmp.find(name); at != std::string_view::npos; at = xmp.find(name, at + 1)) {
    const std::string_view rest = xmp.substr(at + name.size(), kLongest);
    const auto begin = rest.find_first_not_of("=\"'> \t\r\n");
    if (begin == std::string_view::npos || begin == 0) continue;
    found.push_back(bare(rest.substr(begin, rest.find_first_of("\"'<", begin) - begin)));
  }
}

// "ann" of "/home/ann/paper.tex".
std::string_view user_of(std::string_view path) {
  const auto begin = path.find('/', 1) + 1;
  return path.substr(begin, path.find('/', begin) - begin);
}

std::vector<std::string> traces_of(const model::Document& document,
                                   const checks::Patterns& nobody) {
  std::vector<std::string> ids, traces;
  for (const std::string& id : document.trailer_ids) ids.push_back(bare(id));
  for (const char* name : {"xmpMM:DocumentID", "xmpMM:InstanceID"})
    find_property(document.xmp, name, ids);
  for (const std::string& id : ids)
    if (is_telling(id)) traces.push_back(hashed('d', id));
  auto add_path = [&](std::string_view text) {
    const auto path = util::private_path(text);
    if (path && !nobody.match(user_of(*path))) traces.push_back(hashed('p', *path));
  };
  for (const std::string& file : document.figure_files) add_path(file);
  for (const auto& [key, value] : document.info) add_path(value);
  std::sort(traces.begin(), traces.end());
  traces.erase(std::unique(traces.begin(), traces.end()), traces.end());
  constexpr std::size_t kMost = 100;
  traces.resize(std::min(traces.size(), kMost));
  return traces;
}

std::string hash_of_name(std::string_view name) {
  std::string bare = util::fold(name);
  std::erase_if(bare, [](char c) { return c == '.' || c == ','; });
  return hashed('n', bare);
}

bool is_address(std::string_view text) {
  return text.find('@') != std::string_view::npos;
}

// Addresses tell people apart, but only where it is clear whose each is.
std::vector<std::string> people_of(const Row& row) {
  std::vector<std::string> people;
  const bool has_addresses = row.authors.empty() || row.emails.size() == row.authors.size();
  const std::size_t count = row.authors.empty() ? row.emails.size() : row.authors.size();
  for (std::size_t i = 0; i < count; ++i) {
    if (has_addresses && is_address(row.emails[i]))
      people.push_back(hashed('e', util::fold(row.emails[i])));
    else if (i < row.authors.size() && !util::trim(row.authors[i]).empty())
      people.push_back(hash_of_name(row.authors[i]));
  }
  return people;
}

}  // namespace

model::Sketch sketch_of(const model::Paper& paper, const Row* row,
                        const std::vector<std::string>& users) {
  model::Sketch sketch;
  if (!paper.document.failure) sketch.shingles = shingles_of(paper.measured);
  sketch.traces = traces_of(paper.document, checks::Patterns(users));
  if (row) sketch.authors = people_of(*row);
  return sketch;
}

}  // namespace batch
