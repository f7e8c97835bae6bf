#include "cli/page_pictures.hpp"

#include <algorithm>
#include <cstring>

#include "batch/open_sources.hpp"
#include "batch/opened.hpp"
#include "batch/walled.hpp"
#include "cli/identities.hpp"
#include "cli/run_options.hpp"
#include "cli/surroundings.hpp"
#include "render/encoded.hpp"
#include "render/pages.hpp"
#include "util/sha256.hpp"

namespace cli {
namespace {

using report::PagePicture;

// A page of text can be read at this, and takes some 60 kB.
constexpr double kDotsPerInch = 110;
constexpr std::size_t kMostPixels = 2'500'000;
// One that takes longer is drawn by a viewer, not for a report.
constexpr int kMostSeconds = 10;
// Of all papers together, for pages that could not be drawn.
constexpr std::chrono::seconds kMostLost{60};

// What the process that draws answers, in front of the samples.
struct Head {
  int width = 0, height = 0;
  double page_width = 0, page_height = 0;
};

PagePicture missing(std::string why) {
  return {"", "", {}, std::move(why)};
}

// The bytes of the paper that was judged; none where they are no longer there.
std::optional<std::string> read_paper(const model::Result& result) {
  const std::string& path = result.file.path;
  if (path == "-" || result.file.sha256.empty()) return std::nullopt;
  auto input = batch::open_sources({path})->next();
  // A folder or a manifest would lead to others.
  if (!input || !input->problem.empty() || input->path != path) return std::nullopt;
  batch::Opened opened = batch::open_input(*input);
  if (!opened.file) return std::nullopt;
  batch::Reading reading = batch::read_whole(opened.file->number(), opened.state);
  bool is_same =
      reading.remark == batch::Remark::none && util::sha256(reading.bytes) == result.file.sha256;
  return is_same ? std::optional(std::move(reading.bytes)) : std::nullopt;
}

// Nothing where the page cannot be drawn.
std::string drawn(const std::string& pdf, int page, util::Stage& stage) {
  stage.enter(util::Step::open);
  auto pages = render::Pages::open(pdf);
  if (!pages || page > pages->count()) return "";
  auto size = pages->size(page);
  render::Options options;
  options.dots_per_inch = kDotsPerInch;
  options.most_pixels = kMostPixels;
  auto picture = pages->draw(page, options);
  if (!size || !picture) return "";
  Head head{picture->width, picture->height, size->width, size->height};
  std::string out(reinterpret_cast<const char*>(&head), sizeof head);
  return out.append(picture->samples.begin(), picture->samples.end());
}

// From a process that a paper may have taken over: samples are taken, never a file's bytes.
PagePicture understood(const std::string& answer) {
  PagePicture undrawable = missing("could not be drawn");
  Head head;
  if (answer.size() < sizeof head) return undrawable;
  std::memcpy(&head, answer.data(), sizeof head);
  constexpr int kMostSide = 20'000;
  constexpr double kMostPoints = 100'000;
  auto is_sane = [](auto value, auto most) { return value > 0 && value <= most; };
  if (!is_sane(head.width, kMostSide) || !is_sane(head.height, kMostSide) ||
      !is_sane(head.page_width, kMostPoints) || !is_sane(head.page_height, kMostPoints))
    return undrawable;
  auto pixels = static_cast<std::size_t>(head.width) * static_cast<std::size_t>(head.height);
  if (answer.size() - sizeof head != 3 * pixels) return undrawable;
  render::Picture picture{head.width, head.height, {}};
  picture.samples.assign(answer.begin() + sizeof head, answer.end());
  render::Encoded file = render::encoded(picture);
  if (file.bytes.empty()) return undrawable;
  return {file.type, std::move(file.bytes), {head.page_width, head.page_height}, ""};
}

}  // namespace

DrawnPages::~DrawnPages() {
  if (terminal_ && drawn_ > 0) *terminal_ << "\r\x1b[K" << std::flush;
}

PagePicture DrawnPages::draw_page(const std::string& pdf, int page) {
  if (lost_ > kMostLost) return missing("was not drawn: pages of other papers took too long");
  ++drawn_;
  if (terminal_) *terminal_ << "\r\x1b[Kdrawing pages with findings: " << drawn_ << std::flush;
  auto begun = std::chrono::steady_clock::now();
  auto answer = batch::run_walled([&](util::Stage& stage) { return drawn(pdf, page, stage); },
                                  options_, 4 * kMostPixels);
  if (answer) return understood(*answer);
  lost_ += std::chrono::steady_clock::now() - begun;
  return missing("could not be drawn: " + answer.error().message);
}

std::vector<PagePicture> DrawnPages::draw(const model::Result& result,
                                          const std::vector<int>& pages) {
  auto pdf = read_paper(result);
  if (!pdf)
    return std::vector<PagePicture>(
        pages.size(), missing("is shown as an outline: the PDF that was judged is not at hand"));
  std::vector<PagePicture> pictures;
  // A page that cannot be drawn may have taken all its time, and so may the others.
  bool has_failed = false;
  for (int page : pages) {
    pictures.push_back(has_failed ? missing("was not drawn, since another page could not be")
                                  : draw_page(*pdf, page));
    has_failed = has_failed || !pictures.back().missing.empty();
  }
  return pictures;
}

namespace {

// Null where nobody wants them.
std::unique_ptr<report::PagePictures> page_pictures(const Request& request,
                                                    const Streams& streams) {
  if (request.has("--no-pictures")) return nullptr;
  if (is_for_the_blind(request))
    return std::make_unique<report::NoPictures>(
        "is shown as an outline: a picture could show who wrote the paper");
  auto options = run_options(request);
  if (!options) return nullptr;
  options->wall_seconds = std::min(options->wall_seconds, kMostSeconds);
  options->cpu_seconds = std::min(options->cpu_seconds, kMostSeconds);
  bool is_told = streams.err_is_terminal && !request.has("--quiet");
  return std::make_unique<DrawnPages>(*options, is_told ? &streams.err : nullptr);
}

}  // namespace

PicturedStyle::PicturedStyle(const Request& request, const Streams& streams)
    : pictures_(page_pictures(request, streams)), style_(style_of(request, streams)) {
  style_.pictures = pictures_.get();
}

}  // namespace cli
