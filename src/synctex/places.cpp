#include "synctex/places.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <limits>
#include <map>
#include <set>

#include "extract/frames.hpp"
#include "synctex/records.hpp"
#include "util/json.hpp"

namespace synctex {
namespace {

namespace fs = std::filesystem;

using Lines = std::vector<std::optional<model::SourceLine>>;

// Places are rounded to TeX's points on one side and to the font's box on the other.
constexpr model::Points kSlack = 1;
constexpr model::Points kSameLine = 2;
// A box that is so much larger holds the page, or the column, and not what is looked for.
constexpr double kMuchLarger = 4;

struct Origin {
  int input = 0, line = 0;
};

// The space at the left edge was read before what stands in the box, perhaps on a line before.
bool is_within(const model::Box& point, const model::Box& box) {
  return point.left > box.left + kSlack && point.left <= box.right + kSlack &&
         point.bottom > box.top && point.bottom <= box.bottom + kSlack;
}

// Of the first line of text within the box: the file of most of it, and there the first line of
// source. What TeX adds as it breaks a paragraph has the line of its end, which is a later one.
std::optional<Origin> origin_of_text(const std::vector<model::Box>& places,
                                     const std::vector<Record>& records, const model::Box& box) {
  double baseline = std::numeric_limits<double>::max();
  for (std::size_t i = 0; i < records.size(); ++i)
    if (records[i].is_point && is_within(places[i], box))
      baseline = std::min(baseline, places[i].bottom);
  std::map<int, std::pair<int, int>> inputs;  // how often, and the first line
  for (std::size_t i = 0; i < records.size(); ++i) {
    if (!records[i].is_point || !is_within(places[i], box)) continue;
    if (places[i].bottom > baseline + kSameLine) continue;
    auto& [count, line] = inputs.try_emplace(records[i].input, 0, records[i].line).first->second;
    ++count;
    line = std::min(line, records[i].line);
  }
  auto most = std::max_element(inputs.begin(), inputs.end(), [](const auto& a, const auto& b) {
    return a.second.first < b.second.first;
  });
  if (most == inputs.end()) return std::nullopt;
  return Origin{most->first, most->second.second};
}

// Of the smallest box around the middle, as for a picture.
std::optional<Origin> origin_of_box(const std::vector<model::Box>& places,
                                    const std::vector<Record>& records, const model::Box& box) {
  const model::Box middle = {box.middle_x(), box.middle_y(), box.middle_x(), box.middle_y()};
  const Record* best = nullptr;
  double least = kMuchLarger * box.width() * box.height();
  for (std::size_t i = 0; i < records.size(); ++i) {
    double area = places[i].width() * places[i].height();
    if (records[i].is_point || area <= 0 || area >= least || !places[i].contains(middle)) continue;
    best = &records[i];
    least = area;
  }
  if (!best) return std::nullopt;
  return Origin{best->input, best->line};
}

std::string name_from(const std::string& folder, const std::string& input) {
  fs::path path = fs::path(input).lexically_normal();
  if (path.is_relative()) return path.generic_string();
  fs::path below = path.lexically_relative(folder);
  // latexmk -outdir=build puts the paper one folder below its source.
  const auto parts = static_cast<std::size_t>(std::distance(below.begin(), below.end()));
  bool is_near = parts > 1 && (*below.begin() != ".." || *std::next(below.begin()) != "..");
  bool is_below = parts == 1 && *below.begin() != "..";
  return (is_near || is_below ? below : path).generic_string();
}

std::optional<model::SourceLine> line_of(const model::Finding& finding, const Records& records,
                                         const extract::Frames& frames, const std::string& folder) {
  if (!finding.page || !finding.box) return std::nullopt;
  auto frame = frames.by_page.find(*finding.page);
  auto on_page = records.by_page.find(*finding.page);
  if (frame == frames.by_page.end() || on_page == records.by_page.end()) return std::nullopt;
  std::vector<model::Box> places;
  for (const Record& record : on_page->second) places.push_back(frame->second.shown(record.box));
  auto origin = origin_of_text(places, on_page->second, *finding.box);
  if (!origin) origin = origin_of_box(places, on_page->second, *finding.box);
  auto input = origin ? records.inputs.find(origin->input) : records.inputs.end();
  if (input == records.inputs.end() || input->second.empty()) return std::nullopt;
  return model::SourceLine{name_from(folder, input->second), origin->line};
}

}  // namespace

Lines find_lines(std::string_view pdf, std::string_view packed,
                 const std::vector<model::Finding>& findings, const std::string& folder) {
  std::set<int> pages;
  for (const model::Finding& finding : findings)
    if (finding.page && finding.box) pages.insert(*finding.page);
  Lines lines(findings.size());
  if (pages.empty()) return lines;
  auto records = read(packed, pages);
  if (!records) return lines;
  auto frames = extract::read_frames(pdf, pages);
  if (frames.pages != records->pages) return lines;  // of another compilation
  for (std::size_t i = 0; i < findings.size(); ++i)
    lines[i] = line_of(findings[i], *records, frames, folder);
  return lines;
}

std::string encode(const Lines& lines) {
  util::Json list = util::Json::array();
  for (const auto& line : lines)
    list.push_back(line ? util::Json::array({line->file, line->line}) : util::Json());
  return util::dump(list);
}

Lines decode(std::string_view bytes, std::size_t count) {
  constexpr std::size_t kMostName = 4'096;
  Lines lines(count);
  auto list = util::parse(bytes);
  if (!list || !list->is_array()) return lines;
  for (std::size_t i = 0; i < std::min(count, list->size()); ++i) {
    const util::Json& pair = (*list)[i];
    bool is_pair = pair.is_array() && pair.size() == 2 && pair[0].is_string() &&
                   pair[1].is_number_integer() && pair[1] > 0 && pair[1] < 1'000'000'000;
    if (!is_pair) continue;
    auto name = pair[0].get<std::string>();
    if (!name.empty() && name.size() <= kMostName)
      lines[i] = model::SourceLine{std::move(name), pair[1].get<int>()};
  }
  return lines;
}

}  // namespace synctex
