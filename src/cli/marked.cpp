#include "cli/marked.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <iterator>
#include <utility>
#include <vector>

#include "batch/ids.hpp"
#include "batch/open_sources.hpp"
#include "batch/opened.hpp"
#include "batch/walled.hpp"
#include "cli/outcome.hpp"
#include "fix/annotate.hpp"
#include "model/result_json.hpp"
#include "util/file.hpp"
#include "util/format.hpp"
#include "util/output_file.hpp"
#include "util/sha256.hpp"

namespace cli {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kMostBytes = 100'000'000;
constexpr std::size_t kMostAnswer = 8'000'000;  // of marks alone; the paper itself comes not back
// More cover a page rather than mark it.
constexpr std::size_t kMostMarks = 300;
constexpr std::size_t kMostWords = 4'000;
// Of a name on most file systems, with room for what keeps two apart and for what a file has while
// it is written.
constexpr std::size_t kLongestName = 200;
// Papers of zips are held in memory.
constexpr std::size_t kFarthestAhead = 20;
// Higher boxes are paragraphs and figures, which a frame shows better than a marker.
constexpr model::Points kHighlight = 30;
// A copy that we wrote says so; anything else of that name is left alone.
constexpr const char* kOurs = "/T(deskcheck)";

std::string words_of(const model::Finding& finding) {
  std::string words = finding.outcome == model::Outcome::undecided ? "Undecided: " + finding.message
                                                                   : finding.message;
  if (!finding.measured.empty()) words += "\nMeasured: " + finding.measured;
  if (!finding.allowed.empty()) words += "\nAllowed: " + finding.allowed;
  if (finding.cite && !finding.cite->text.empty()) words += "\nVenue: " + finding.cite->text;
  if (!finding.fix.empty()) words += "\nFix: " + finding.fix;
  words += "\nCheck: " + finding.check;
  if (words.size() <= kMostWords) return words;
  std::size_t end = kMostWords;
  while ((static_cast<unsigned char>(words[end]) & 0xc0) == 0x80) --end;
  return words.substr(0, end) + "...";
}

fix::MarkColor color_of(const model::Finding& finding) {
  if (finding.severity == model::Severity::note) return fix::MarkColor::blue;
  return model::is_blocking(finding) ? fix::MarkColor::red : fix::MarkColor::orange;
}

// What belongs to the whole file, or to several, stands in the corner of its first page.
std::vector<fix::Mark> marks_of(const model::Result& result) {
  std::vector<fix::Mark> marks;
  for (const model::Finding& finding : result.findings) {
    if (is_set_aside(finding)) continue;
    fix::Mark mark;
    mark.page = finding.page.value_or(1);
    if (finding.page && finding.box && !finding.box->is_empty()) mark.box = finding.box;
    mark.is_highlight = mark.box && mark.box->height() <= kHighlight && !finding.evidence.empty();
    mark.color = color_of(finding);
    mark.words = words_of(finding);
    marks.push_back(std::move(mark));
  }
  return marks;
}

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_' || c == '.';
}

bool is_below(const fs::path& path, const fs::path& folder) {
  auto [end, rest] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
  return end == folder.end();
}

std::optional<std::pair<std::uint64_t, std::uint64_t>> file_number(const std::string& path) {
  struct stat facts;
  if (path.empty() || stat(path.c_str(), &facts) != 0) return std::nullopt;
  return std::pair<std::uint64_t, std::uint64_t>(facts.st_dev, facts.st_ino);
}

bool is_our_copy(const std::string& path) {
  auto there = util::read_file(path, 2 * kMostBytes);
  return there && there->find(kOurs) != std::string::npos;
}

}  // namespace

Marked::Marked(std::unique_ptr<batch::Source> papers, const Request& request,
               const Streams& streams, const batch::RunOptions& options)
    : papers_(std::move(papers)),
      streams_(streams),
      options_(options),
      folder_(request.value("--annotate")) {
  std::vector<std::string> paths = request.arguments;
  std::erase_if(paths, [](const std::string& path) { return batch::ends_in(path, ".zip"); });
  auto named = batch::open_sources(paths);
  while (auto input = named->next())
    if (auto number = file_number(input->file)) files_.insert(*number);
}

std::optional<util::Error> Marked::find_obstacle(const Request& request) {
  if (!request.has("--annotate")) return std::nullopt;
  const auto& paths = request.arguments;
  if (std::find(paths.begin(), paths.end(), "-") != paths.end())
    return util::Error{
        "--annotate reads the papers twice, and a list on standard input comes once"};
  if (auto obstacle = fix::find_annotating_obstacle()) return obstacle;
  const std::string folder = request.value("--annotate");
  std::error_code error;
  for (const std::string& path : paths) {
    if (!fs::is_directory(path, error)) continue;
    if (is_below(fs::weakly_canonical(folder, error), fs::canonical(path, error)))
      return util::Error{
          fmt::format("--annotate {} lies in {}, which is judged: the next run would judge the "
                      "copies too; name a folder elsewhere",
                      folder, path)};
  }
  fs::create_directories(folder, error);
  if (error)
    return util::Error{fmt::format("{} cannot be made a folder: {}", folder, error.message())};
  if (access(folder.c_str(), W_OK | X_OK) != 0)
    return util::Error{
        fmt::format("nothing can be written into {}: {}", folder, std::strerror(errno))};
  return std::nullopt;
}

// The next one but for papers that came or went since: they must not hide those behind them.
std::optional<batch::Input> Marked::find(const model::FileFacts& file) {
  auto is_it = [&](const batch::Input& input) {
    return model::in_record(input.path) == model::in_record(file.path) &&
           model::in_record(input.id) == model::in_record(file.id);
  };
  auto found = std::find_if(ahead_.begin(), ahead_.end(), is_it);
  while (found == ahead_.end() && ahead_.size() < kFarthestAhead) {
    auto input = papers_->next();
    if (!input) break;
    ahead_.push_back(std::move(*input));
    found = is_it(ahead_.back()) ? std::prev(ahead_.end()) : ahead_.end();
  }
  if (found == ahead_.end()) return std::nullopt;
  batch::Input input = std::move(*found);
  ahead_.erase(ahead_.begin(), std::next(found));
  return input;
}

std::string Marked::free_name(const std::string& id) {
  std::string name;
  for (char c : id.substr(0, kLongestName)) name += is_plain(c) ? c : '_';
  if (name.empty() || name[0] == '.') name.insert(0, 1, '_');
  std::string free = name;
  for (int n = 2; !names_.insert(free).second; ++n) free = fmt::format("{}-{}", name, n);
  return free + ".pdf";
}

util::Expected<std::string> Marked::copy_of(const model::Result& shown,
                                            const std::optional<batch::Input>& input,
                                            const std::string& sha256) {
  batch::Opened opened = input ? batch::open_input(*input) : batch::Opened{};
  if (!opened.file) return util::Error{"it cannot be read again"};
  batch::Reading reading = batch::read_whole(opened.file->number(), opened.state);
  if (reading.remark != batch::Remark::none) return util::Error{"it cannot be read again"};
  if (util::sha256(reading.bytes) != sha256)
    return util::Error{"it was changed since it was judged"};
  auto marks = marks_of(shown);
  if (marks.size() > kMostMarks) {
    complain(streams_, fmt::format("{}: of {} findings only {} are marked in the copy",
                                   shown.file.path, marks.size(), kMostMarks));
    marks.resize(kMostMarks);
  }
  auto answer = batch::run_walled(
      [&](util::Stage& stage) {
        stage.enter(util::Step::open);
        return fix::encode(fix::annotate(reading.bytes, marks));
      },
      options_, kMostAnswer);
  auto update = answer ? fix::decode_update(*answer) : util::Expected<std::string>(answer.error());
  if (!update) return update.error();
  return reading.bytes + *update;
}

bool Marked::is_of_a_paper(const std::string& path) const {
  auto number = file_number(path);
  return number && files_.contains(*number);
}

void Marked::tell(const std::string& paper, const std::string& why) {
  complain(streams_, fmt::format("{}: no marked-up copy: {}", paper, why));
}

void Marked::write(const std::string& path, const std::string& copy, const std::string& paper) {
  std::error_code error;
  std::string why;
  if (is_of_a_paper(path)) {
    why = fmt::format("{} is a paper that is judged", path);
  } else if (fs::exists(path, error) && !is_our_copy(path)) {
    why = fmt::format("{} is there already and is none", path);
  } else if (auto failure = util::write_file(path, copy)) {
    why = failure->message;
  }
  if (why.empty()) return;
  has_failed_ = true;
  tell(paper, why);
}

// Each paper has its name, also where nothing is found in it: the next run takes the same.
void Marked::add(const model::Result& shown, const model::FileFacts& file) {
  const std::string path = fs::path(folder_) / free_name(shown.file.id);
  const auto input = find(file);
  bool is_clean = std::all_of(shown.findings.begin(), shown.findings.end(), model::is_set_aside);
  std::error_code error;
  if (is_clean || !shown.stopped.empty()) {
    if (fs::exists(path, error) && !is_of_a_paper(path) && is_our_copy(path)) old_.push_back(path);
    return;
  }
  auto copy = copy_of(shown, input, file.sha256);
  if (copy) return write(path, *copy, shown.file.path);
  tell(shown.file.path, copy.error().message);
}

bool Marked::finish() {
  std::vector<std::string> sentences;
  for (const std::string& path : old_)
    sentences.push_back(
        fmt::format("{} is of an earlier run: there is nothing to mark in this paper now", path));
  complain_of_each(streams_, sentences);
  if (is_cut_short_) complain(streams_, "interrupted before all marked-up copies were written");
  return !has_failed_ && !is_cut_short_;
}

}  // namespace cli
