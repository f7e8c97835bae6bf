#include "synctex/records.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <optional>

#include "archives/inflate.hpp"

namespace synctex {
namespace {

using std::size_t;
using std::string_view;

constexpr double kPoints = 72 / 72.27 / 65'536;  // of TeX's scaled points
constexpr size_t kMostInputs = 20'000;
constexpr size_t kMostName = 4'096;  // as long as Linux lets a path be
constexpr double kFarthest = 1e6;    // points; beyond any page
constexpr double kMostNumber = 1e9;  // of a file or a line

// Numbers from the front of a line.
class Numbers {
 public:
  explicit Numbers(string_view text) : text_(text) {}

  bool next(double& number) {
    std::int64_t value = 0;
    auto [end, error] = std::from_chars(text_.data(), text_.data() + text_.size(), value);
    if (error != std::errc()) return false;
    text_.remove_prefix(static_cast<size_t>(end - text_.data()));
    number = static_cast<double>(value);
    return true;
  }
  bool skip(char c) {
    if (text_.empty() || text_[0] != c) return false;
    text_.remove_prefix(1);
    return true;
  }

 private:
  string_view text_;
};

class Reader {
 public:
  Reader(const std::set<int>& pages, Records& out) : pages_(pages), out_(out) {}

  bool read_line(string_view line) {
    if (line.starts_with("Input:"))
      read_input(line.substr(6));
    else if (line.starts_with("Magnification:"))
      scale(line.substr(14), magnification_, 0.001);
    else if (line.starts_with("Unit:"))
      scale(line.substr(5), unit_, 1);
    else if (line.starts_with("X Offset:"))
      scale(line.substr(9), x_offset_, 1);
    else if (line.starts_with("Y Offset:"))
      scale(line.substr(9), y_offset_, 1);
    else if (line.starts_with("{"))
      begin_page(line.substr(1));
    else if (line.starts_with("}"))
      page_ = 0;
    else if (page_ > 0)
      read_record(line);
    return count_ <= kMostRecords;
  }

 private:
  void read_input(string_view rest) {
    Numbers numbers(rest);
    double tag = 0;
    size_t colon = rest.find(':');
    if (!numbers.next(tag) || tag < 0 || tag > kMostNumber || colon == string_view::npos) return;
    if (out_.inputs.size() < kMostInputs && rest.size() - colon <= kMostName)
      out_.inputs.emplace(static_cast<int>(tag), rest.substr(colon + 1));
  }

  void scale(string_view text, double& value, double factor) {
    double number = 0;
    if (Numbers(text).next(number)) value = number * factor;
  }

  void begin_page(string_view rest) {
    double number = 0;
    if (!Numbers(rest).next(number) || std::abs(number) > 1e6) return;
    ++out_.pages;
    page_ = pages_.count(static_cast<int>(number)) > 0 ? static_cast<int>(number) : 0;
    last_y_ = 0;
  }

  double points(double scaled, double offset) const {
    return scaled * unit_ * magnification_ * kPoints + offset * kPoints;
  }

  // "x12,41:10210734,=": a kind, the file, the line (and a column), a place, perhaps its extent. A
  // mark for the height is that of the record before.
  void read_record(string_view line) {
    static constexpr string_view kPoint = "xkg$", kBox = "[(hvr";
    const bool is_point = !line.empty() && kPoint.find(line[0]) != string_view::npos;
    if (line.empty() || (!is_point && kBox.find(line[0]) == string_view::npos)) return;
    Numbers numbers(line.substr(1));
    double tag = 0, row = 0, column = 0, x = 0, y = last_y_;
    if (!numbers.next(tag) || !numbers.skip(',') || !numbers.next(row)) return;
    if (numbers.skip(',')) numbers.next(column);
    if (!numbers.skip(':') || !numbers.next(x) || !numbers.skip(',')) return;
    if (!numbers.skip('=') && !numbers.next(y)) return;
    last_y_ = y;
    std::array<double, 3> extent = {};
    if (numbers.skip(':') && numbers.next(extent[0]) && numbers.skip(',') &&
        numbers.next(extent[1]) && numbers.skip(','))
      numbers.next(extent[2]);
    add(is_point, tag, row, {points(x, x_offset_), points(y, y_offset_)}, extent);
  }

  void add(bool is_point, double tag, double row, std::array<double, 2> at,
           std::array<double, 3> extent) {
    if (tag < 0 || tag > kMostNumber || row < 1 || row > kMostNumber) return;
    Record record;
    record.input = static_cast<int>(tag), record.line = static_cast<int>(row);
    record.is_point = is_point;
    record.box = {at[0], at[1], at[0], at[1]};
    if (!is_point)
      record.box = {at[0], at[1] - points(extent[1], 0), at[0] + points(extent[0], 0),
                    at[1] + points(extent[2], 0)};
    for (double edge : {record.box.left, record.box.top, record.box.right, record.box.bottom})
      if (!(std::abs(edge) < kFarthest)) return;
    ++count_;
    out_.by_page[page_].push_back(record);
  }

  const std::set<int>& pages_;
  Records& out_;
  double magnification_ = 1, unit_ = 1, x_offset_ = 0, y_offset_ = 0, last_y_ = 0;
  int page_ = 0;
  size_t count_ = 0;
};

}  // namespace

util::Expected<Records> read(string_view packed, const std::set<int>& pages) {
  constexpr string_view kBegin = "SyncTeX Version:1";
  std::string unpacked;
  string_view text = packed;
  if (!packed.starts_with(kBegin)) {
    if (archives::Inflater().gunzip(packed, kMostUnpacked, unpacked) != archives::Refusal::none)
      return util::Error{"it cannot be unpacked"};
    text = unpacked;
  }
  if (!text.starts_with(kBegin)) return util::Error{"it is none of SyncTeX's"};
  Records records;
  Reader reader(pages, records);
  for (size_t at = 0; at < text.size();) {
    size_t end = std::min(text.find('\n', at), text.size());
    if (!reader.read_line(text.substr(at, end - at)))
      return util::Error{"it has more than is read"};
    at = end + 1;
  }
  return records;
}

}  // namespace synctex
