#include "batch/merge.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <set>

#include "model/result_json.hpp"
#include "util/format.hpp"

namespace batch {

namespace {

using model::Result;
using util::Error;
using util::Expected;

constexpr std::size_t kOtherFiles = 64;

// Of a paper as sentences name it.
std::string name_of(const std::string& path, const std::string& id) {
  return id.empty() ? path : fmt::format("{} (id {})", path, id);
}

bool is_across(const std::string& check) {
  return check.starts_with("batch/");
}

std::string line_of(const Result& result) {
  return util::dump(model::to_record(result));
}

// Without what papers say of each other, and the verdict, which may follow from it.
std::string content_of(Result result) {
  std::erase_if(result.findings, [](const auto& it) { return is_across(it.check); });
  std::erase_if(result.checked, [](const auto& it) { return is_across(it); });
  std::erase_if(result.unchecked, [](const auto& it) { return is_across(it.check); });
  result.verdict = model::Verdict::unjudged;
  return line_of(result);
}

// A run may have had a thousand shards.
void allow_open_files(std::size_t count) {
  rlimit limit;
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  rlim_t wanted = std::min<rlim_t>(limit.rlim_max, count + kOtherFiles);
  if (limit.rlim_cur >= wanted) return;
  limit.rlim_cur = wanted;
  setrlimit(RLIMIT_NOFILE, &limit);
}

}  // namespace

struct Merge::Origin {
  std::string version, pack;
  std::string file;

  bool operator==(const Origin& other) const {
    return version == other.version && pack == other.pack;
  }
  static Origin of(const Result& result, const std::string& file) {
    std::string pack = "no pack";
    // Tracks are parts of one run.
    if (result.pack && result.pack->automatic)
      pack = "packs found by style";
    else if (result.pack)
      pack = fmt::format("{} {} as {} (sha256 {})", result.pack->id, result.pack->version,
                         result.pack->stage, result.pack->sha256);
    return {result.version, std::move(pack), file};
  }
  std::string words() const {
    return fmt::format("{} is from deskcheck {} with {}", file, version, pack);
  }
};

// Walks over the papers in their order.
class MergedRecords : public Records {
 public:
  explicit MergedRecords(const Merge& merge) : merge_(merge) {}

  Expected<std::optional<Result>> next() override {
    if (at_ == merge_.order_.size()) return std::optional<Result>();
    const Merge::Entry& entry = *merge_.order_[at_++];
    auto result = entry.file->result(entry.place);
    if (!result) return result.error();
    return std::optional(std::move(*result));
  }

 private:
  const Merge& merge_;
  std::size_t at_ = 0;
};

std::size_t Merge::PaperHash::operator()(const Paper& paper) const {
  std::hash<std::string> hash;
  return hash(paper.first) * 31 + hash(paper.second);
}

Merge::Merge() = default;
Merge::~Merge() = default;

std::optional<Error> Merge::add(const RecordFile& file, Place place, const Result& result) {
  Entry entry{&file, place};
  auto [known, is_new] = papers_.try_emplace({result.file.path, result.file.id}, entry);
  Entry& other = known->second;
  if (is_new || other.is_conflicting) return std::nullopt;
  auto before = other.file->result(other.place);
  if (!before) return before.error();
  other.is_conflicting = content_of(*before) != content_of(result);
  // Which of equal ones is kept must not depend on the order in which they come.
  if (!other.is_conflicting && line_of(result) < line_of(*before)) other = entry;
  return std::nullopt;
}

std::optional<Error> Merge::add(RecordFile& file, bool allow_mixed) {
  while (true) {
    auto line = file.next();
    if (!line) return line.error();
    if (!*line) return std::nullopt;
    const RecordFile::Line& it = **line;
    if (!it.result) {
      complaints_.damaged.push_back(
          it.is_torn ? fmt::format("{}:{}: the last record is torn and was left out", file.path(),
                                   it.number)
                     : fmt::format("{}:{}: no record ({}); it was left out", file.path(), it.number,
                                   it.result.error().message));
      continue;
    }
    Origin origin = Origin::of(*it.result, file.path());
    if (!first_) first_ = std::make_unique<Origin>(origin);
    if (!allow_mixed && !(origin == *first_))
      return Error{fmt::format("{}, but {}; add --allow-mixed to join them all the same",
                               first_->words(), origin.words())};
    if (auto error = add(file, it.place, *it.result)) return error;
  }
}

void Merge::order_by_path() {
  std::vector<const Paper*> papers;
  for (const auto& [paper, entry] : papers_)
    if (!entry.is_conflicting) papers.push_back(&paper);
  std::sort(papers.begin(), papers.end(), [](const Paper* a, const Paper* b) { return *a < *b; });
  for (const Paper* paper : papers) order_.push_back(&papers_.at(*paper));
}

void Merge::order_by(Source& listed) {
  std::set<const Entry*> seen;
  while (auto input = listed.next()) {
    Paper paper = {model::in_record(input->path), model::in_record(input->id)};
    auto found = papers_.find(paper);
    if (found == papers_.end())
      complaints_.missing.push_back(
          fmt::format("{}: there is no record of it", name_of(paper.first, paper.second)));
    else if (seen.insert(&found->second).second && !found->second.is_conflicting)
      order_.push_back(&found->second);
  }
  for (const auto& [paper, entry] : papers_)
    if (!seen.contains(&entry))
      complaints_.unlisted.push_back(fmt::format("{}: it is not listed; its record was left out",
                                                 name_of(paper.first, paper.second)));
}

void Merge::sort_complaints() {
  for (const auto& [paper, entry] : papers_)
    if (entry.is_conflicting)
      complaints_.conflicting.push_back(
          fmt::format("{}: its records differ and were left out; keep one of them",
                      name_of(paper.first, paper.second)));
  for (auto* list : {&complaints_.damaged, &complaints_.conflicting, &complaints_.unlisted}) {
    std::sort(list->begin(), list->end());
    list->erase(std::unique(list->begin(), list->end()), list->end());
  }
}

Expected<std::unique_ptr<Merge>> Merge::of(const std::vector<std::string>& files,
                                           const Options& options) {
  auto merge = std::unique_ptr<Merge>(new Merge);
  std::set<std::string> paths(files.begin(), files.end());
  allow_open_files(paths.size());
  for (const std::string& path : paths) {
    auto file = RecordFile::open(path);
    if (!file) return file.error();
    if (auto error = merge->add(**file, options.allow_mixed)) return *error;
    merge->files_.push_back(std::move(*file));
  }
  if (options.listed)
    merge->order_by(*options.listed);
  else
    merge->order_by_path();
  merge->sort_complaints();
  return merge;
}

std::unique_ptr<Records> Merge::records() const {
  return std::make_unique<MergedRecords>(*this);
}

}  // namespace batch
