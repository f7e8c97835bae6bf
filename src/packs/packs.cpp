#include "packs/packs.hpp"

#include <algorithm>
#include <memory>
#include <set>
#include <system_error>
#include <utility>

#include "packs/chain.hpp"
#include "packs/fields.hpp"
#include "packs/idle.hpp"
#include "packs/resolve.hpp"
#include "packs/search.hpp"
#include "packs/vocabulary.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace packs {
namespace {

// The entry that leads to the file, however its path is written; none where the search does not.
Index::const_iterator find_entry(const std::filesystem::path& file, const Index& index) {
  std::error_code error;
  auto found = index.find(file.stem().string());
  bool is_same =
      found != index.end() && std::filesystem::equivalent(found->second.file, file, error);
  return is_same ? found : index.end();
}

Found as_found(const std::filesystem::path& file, const Index& index) {
  auto entry = find_entry(file, index);
  return {file, entry == index.end() ? file.filename().string() : entry->second.name};
}

util::Expected<Found> find_file(const std::string& name, const Index& index) {
  if (is_path(name)) return as_found(name, index);
  auto found = index.find(name);
  if (found != index.end()) return found->second;
  return util::Error{fmt::format("unknown pack {}{} (\"deskcheck packs list\" shows all)",
                                 in_quotes(name), suggest(name, ids(index)))};
}

util::Expected<std::string> choose(const std::string& wanted, const std::vector<std::string>& known,
                                   std::string_view what, const std::string& id) {
  if (wanted.empty()) return known.front();
  if (std::find(known.begin(), known.end(), wanted) != known.end()) return wanted;
  return util::Error{fmt::format("the pack {} has no {} {}; it has: {}", id, what,
                                 in_quotes(wanted), util::join(known, ", "))};
}

util::Expected<Situation> choose(const Choice& choice, const model::Pack& pack) {
  auto stage = choose(choice.stage, pack.stages, "stage", pack.id);
  if (!stage) return stage.error();
  if (pack.tracks.empty() && choice.track.empty()) return Situation{*stage, std::nullopt};
  if (pack.tracks.empty())
    return util::Error{
        fmt::format("the pack {} has no tracks; leave {} out", pack.id, in_quotes(choice.track))};
  auto track = choose(choice.track, pack.tracks, "track", pack.id);
  if (!track) return track.error();
  return Situation{*stage, *track};
}

// A pack as read; sound when there was no problem.
struct Book {
  Chain chain;
  model::Pack pack;  // at the situation, where there is such a one
  util::Expected<Situation> situation{Situation{}};
};

Book read_book(const Found& file, const std::string& id, const Choice& choice, const Index& index,
               Problems& problems) {
  Book book;
  book.chain = read_chain(file, id, index, problems);
  // Where a parent is missing, what it would have brought looks like mistakes of the child.
  if (!problems.empty()) return book;
  book.pack = read_header(book.chain, problems);
  if (problems.empty()) book.situation = choose(choice, book.pack);
  const Situation wanted = book.situation ? *book.situation : Situation{};
  book.pack.rules = read_rules(book.chain, book.pack, wanted, problems);
  book.pack.stage = wanted.stage;
  book.pack.track = wanted.track;
  std::erase_if(book.pack.gaps,
                [&](const model::Gap& gap) { return !is_one(gap, wanted.stage, wanted.track); });
  return book;
}

util::Error first_of(const std::vector<util::Error>& errors) {
  util::Error first = errors.front();
  if (errors.size() > 1)
    first.message +=
        fmt::format(" (and {} more; \"deskcheck packs check\" lists them)", errors.size() - 1);
  return first;
}

// "2026" of "venue-2026" and of "venue-26".
std::string year_of(std::string_view id) {
  std::string_view last = id.substr(id.rfind('-') + 1);
  bool is_number =
      std::all_of(last.begin(), last.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (last.size() == id.size() || !is_number) return "";
  if (last.size() == 4 && (last.starts_with("19") || last.starts_with("20")))
    return std::string(last);
  return last.size() == 2 ? fmt::format("20{}", last) : "";
}

util::Expected<model::Pack> open(const Found& file, const std::string& id, const Choice& choice,
                                 const Index& index) {
  Problems problems;
  Book book = read_book(file, id, choice, index, problems);
  if (!problems.empty()) return first_of(problems.listed(book.chain.files));
  if (!book.situation) return book.situation.error();
  return std::move(book.pack);
}

// Settings and files of other programs are TOML too.
bool is_pack(const Chain& chain) {
  bool is_toml = !chain.sources.empty();
  return !is_toml || chain.own.find("id") || chain.own.find("rule");
}

util::Error why_left_out(const Found& found, const Problems& problems, const Chain& chain) {
  util::Error first = first_of(problems.listed(chain.files));
  std::string file = found.file.string();
  // The mistake may be that of a pack it extends.
  if (!first.message.starts_with(file + ':'))
    first.message = fmt::format("{} is left out: {}", file, first.message);
  return first;
}

}  // namespace

std::vector<Listing> list(const SearchPath& path, std::vector<util::Error>* broken) {
  std::vector<Listing> all;
  std::set<std::string> extended;
  Index index = find_packs(path);
  for (const auto& [id, found] : index) {
    Problems problems;
    Chain chain = read_chain(found, id, index, problems);
    if (!problems.empty()) {
      if (broken && is_pack(chain)) broken->push_back(why_left_out(found, problems, chain));
      continue;
    }
    auto slash = found.name.find('/');
    all.push_back({id, text_or(chain.own, "title", id, problems), found.file,
                   slash == std::string::npos ? "" : found.name.substr(0, slash), year_of(id),
                   texts(chain.merged, "tracks", problems)});
    for (const model::Source& source : chain.sources)
      if (source.id != id) extended.insert(source.id);
  }
  for (Listing& listing : all) listing.is_extended = extended.contains(listing.id);
  return all;
}

util::Expected<model::Pack> load(const std::string& name, const Choice& choice,
                                 const SearchPath& path) {
  return load(name, choice, find_packs(path));
}

util::Expected<model::Pack> load(const std::string& name, const Choice& choice,
                                 const Index& index) {
  auto file = find_file(name, index);
  if (!file) return file.error();
  return open(*file, is_path(name) ? "" : name, choice, index);
}

util::Expected<model::Pack> load_text(const std::string& text, const std::string& name,
                                      const Choice& choice, const SearchPath& path) {
  return open({name, name, std::make_shared<const std::string>(text)}, "", choice,
              find_packs(path));
}

std::vector<util::Error> validate(const std::filesystem::path& file, const SearchPath& path) {
  Index index = find_packs(path);
  auto entry = find_entry(file, index);
  std::string id = entry == index.end() ? "" : entry->first;
  Problems problems;
  Book book = read_book(as_found(file, index), id, {}, index, problems);
  if (problems.empty()) reject_unknown_sections(book.chain, book.pack, problems);
  return problems.listed(book.chain.files);
}

}  // namespace packs
