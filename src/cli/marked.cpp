#include "cli/marked.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>
#include <vector>

#include "batch/opened.hpp"
#include "batch/walled.hpp"
#include "cli/outcome.hpp"
#include "fix/annotate.hpp"
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

// What belongs to the whole file stands in the corner of its first page.
std::vector<fix::Mark> marks_of(const model::Result& result) {
  std::vector<fix::Mark> marks;
  for (const model::Finding& finding : result.findings) {
    if (marks.size() == kMostMarks) break;
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

}  // namespace

Marked::Marked(std::unique_ptr<batch::Source> papers, const Request& request,
               const Streams& streams, const batch::RunOptions& options)
    : papers_(std::move(papers)),
      streams_(streams),
      options_(options),
      folder_(request.value("--annotate")) {}

std::optional<util::Error> Marked::find_obstacle(const Request& request) {
  if (!request.has("--annotate")) return std::nullopt;
  const auto& paths = request.arguments;
  if (std::find(paths.begin(), paths.end(), "-") != paths.end())
    return util::Error{
        "--annotate reads the papers twice, and a list on standard input comes once"};
  if (auto obstacle = fix::find_annotating_obstacle()) return obstacle;
  std::error_code error;
  fs::create_directories(request.value("--annotate"), error);
  if (error)
    return util::Error{fmt::format("{} cannot be made a folder: {}", request.value("--annotate"),
                                   error.message())};
  return std::nullopt;
}

std::optional<batch::Input> Marked::find(const model::Result& result) {
  while (auto input = papers_->next())
    if (input->path == result.file.path && input->id == result.file.id) return input;
  return std::nullopt;
}

std::string Marked::free_name(const std::string& id) {
  std::string name;
  for (char c : id) name += is_plain(c) ? c : '_';
  if (name.empty() || name[0] == '.') name.insert(0, 1, '_');
  std::string free = name;
  for (int n = 2; !names_.insert(free).second; ++n) free = fmt::format("{}-{}", name, n);
  return free + ".pdf";
}

util::Expected<std::string> Marked::copy_of(const model::Result& result,
                                            const model::Result& shown) {
  auto input = find(result);
  batch::Opened opened = input ? batch::open_input(*input) : batch::Opened{};
  if (!opened.file) return util::Error{"it cannot be read again"};
  batch::Reading reading = batch::read_whole(opened.file->number(), opened.state);
  if (reading.remark != batch::Remark::none) return util::Error{"it cannot be read again"};
  if (util::sha256(reading.bytes) != result.file.sha256)
    return util::Error{"it was changed while it was judged"};
  auto marks = marks_of(shown);
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

void Marked::add(const model::Result& judged, const model::Result& shown) {
  bool is_clean = std::all_of(shown.findings.begin(), shown.findings.end(), model::is_set_aside);
  if (is_clean || !shown.stopped.empty()) return;
  auto tell = [&](const std::string& why) {
    complain(streams_, fmt::format("{}: no marked-up copy: {}", shown.file.path, why));
  };
  auto copy = copy_of(judged, shown);
  if (!copy) return tell(copy.error().message);
  fs::path path = fs::path(folder_) / free_name(shown.file.id);
  std::error_code error;
  if (fs::exists(path, error)) {
    auto there = util::read_file(path, 2 * kMostBytes);
    if (!there || there->find(kOurs) == std::string::npos) {
      has_failed_ = true;
      return tell(fmt::format("{} is there already and is none", path.string()));
    }
  }
  if (auto failure = util::write_file(path, *copy)) {
    has_failed_ = true;
    tell(failure->message);
  }
}

}  // namespace cli
