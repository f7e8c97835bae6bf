#include "checks/hidden_text.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <unordered_map>

#include "checks/findings.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace checks {
namespace {

using model::Box;
using model::Confidence;
using model::Glyph;
using model::Page;

// No injected text was longer than a page.
constexpr std::size_t kMostBytes = 20'000;
constexpr std::size_t kMostImages = 16;  // of a page, the largest
constexpr double kWordGap = 0.15;        // of the size; blanks are a quarter, kerns at most a tenth
constexpr double kSamePlace = 0.15;      // of the size; an outline is moved by less

std::u32string_view text_of(const Glyph& glyph, const Page& page) {
  return std::u32string_view(page.text).substr(std::min<std::size_t>(glyph.text, page.text.size()),
                                               glyph.text_length);
}

bool is_blank(std::u32string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char32_t c) { return c <= U' ' || c == 0xa0 || c == 0x3000; });
}

int letters_in(std::u32string_view text) {
  return static_cast<int>(std::count_if(text.begin(), text.end(), [](char32_t c) {
    return util::is_letter(c) || (c >= '0' && c <= '9');
  }));
}

Box box_of(const Glyph& glyph) {
  return {glyph.left, glyph.top, glyph.right, glyph.bottom};
}

// The glyphs of a page that are seen, by their places, which most pages are not asked for.
class Seen {
 public:
  Seen(const Page& page, const std::vector<Look>& looks) : page_(page), looks_(looks) {}

  bool has_same(const Glyph& glyph) {
    if (!has_places_) find_places();
    for (int dx = -1; dx <= 1; ++dx) {
      for (int dy = -1; dy <= 1; ++dy) {
        auto found = at_.find(key(glyph, dx, dy));
        if (found != at_.end() && is_same(page_.glyphs[found->second], glyph)) return true;
      }
    }
    return false;
  }

 private:
  void find_places() {
    has_places_ = true;
    at_.reserve(page_.glyphs.size());
    for (std::size_t i = 0; i < page_.glyphs.size(); ++i)
      if (looks_[i].why == Unseen::no) at_[key(page_.glyphs[i], 0, 0)] = i;
  }
  static std::int64_t key(const Glyph& glyph, int dx, int dy) {
    return (std::lround(glyph.x) + dx) * 1'000'000'007LL + std::lround(glyph.baseline) + dy;
  }
  bool is_same(const Glyph& a, const Glyph& b) const {
    double most = std::max(kSamePlace * a.size, 0.5);
    return std::abs(a.x - b.x) <= most && std::abs(a.baseline - b.baseline) <= most &&
           text_of(a, page_) == text_of(b, page_);
  }

  const Page& page_;
  const std::vector<Look>& looks_;
  std::unordered_map<std::int64_t, std::size_t> at_;
  bool has_places_ = false;
};

// Scanned pages and figures carry what was read in them as text that is not painted.
class Scans {
 public:
  explicit Scans(const Page& page) {
    for (const model::Image& image : page.images) boxes_.push_back(image.box);
    std::size_t kept = std::min(boxes_.size(), kMostImages);
    std::partial_sort(
        boxes_.begin(), boxes_.begin() + static_cast<std::ptrdiff_t>(kept), boxes_.end(),
        [](const Box& a, const Box& b) { return a.width() * a.height() > b.width() * b.height(); });
    boxes_.resize(kept);
  }
  bool have(const Glyph& glyph) const {
    return std::any_of(boxes_.begin(), boxes_.end(),
                       [&](const Box& box) { return box.contains(box_of(glyph), glyph.size / 2); });
  }

 private:
  std::vector<Box> boxes_;
};

class Collector {
 public:
  Collector(const Page& page, int number) : page_(page), number_(number) {}

  void add(const Glyph& glyph, Look look) {
    HiddenPassage& passage = passage_of(glyph, look);
    const Glyph*& last = last_[static_cast<std::size_t>(&passage - passages_.data())];
    std::u32string_view text = text_of(glyph, page_);
    if (passage.text.size() + 4 * text.size() > kMostBytes) return;
    bool goes_on = last && std::abs(last->baseline - glyph.baseline) < 0.3 * glyph.size &&
                   std::abs(glyph.left - last->right) < kWordGap * glyph.size;
    bool is_apart = !goes_on && !passage.text.empty();
    if ((is_apart || had_blank_) && !passage.text.empty()) passage.text += ' ';
    bool is_same_line = last && std::abs(last->baseline - glyph.baseline) < 0.3 * glyph.size;
    if (!is_same_line || passage.pieces.empty())
      passage.pieces.push_back({passage.text.size(), box_of(glyph)});
    Box& box = passage.pieces.back().box;
    box = box.joined(box_of(glyph));
    passage.text += util::to_utf8(text);
    passage.letters += letters_in(text);
    last = &glyph;
    had_blank_ = false;
  }
  void add_blank() { had_blank_ = true; }
  std::vector<HiddenPassage> take() { return std::move(passages_); }

 private:
  HiddenPassage& passage_of(const Glyph& glyph, Look look) {
    for (HiddenPassage& each : passages_)
      if (each.why == look.why && each.sure == look.sure && each.in_form == glyph.in_form)
        return each;
    passages_.push_back({number_, look.why, look.sure, glyph.in_form, {}, 0, {}});
    last_.push_back(nullptr);
    return passages_.back();
  }

  const Page& page_;
  int number_;
  std::vector<HiddenPassage> passages_;
  std::vector<const Glyph*> last_;  // of each
  bool had_blank_ = false;
};

// Looks of all glyphs; none where all are seen.
std::optional<std::vector<Look>> look_at_all(const Page& page, PageView& view) {
  std::optional<std::vector<Look>> looks;
  for (std::size_t i = 0; i < page.glyphs.size(); ++i) {
    Look look = view.look_at(page.glyphs[i]);
    if (look.why == Unseen::no) continue;
    // What lies beneath may be in what was not read.
    if (look.why == Unseen::color && page.truncated) look.sure = Confidence::possible;
    if (!looks) looks.emplace(page.glyphs.size());
    (*looks)[i] = look;
  }
  return looks;
}

void read_page(const model::Document& document, int number, std::size_t& comparisons,
               HiddenText& out) {
  const Page& page = document.pages[static_cast<std::size_t>(number - 1)];
  PageView view(page, document.fonts, comparisons);
  auto looks = look_at_all(page, view);
  if (view.was_cut()) out.cut_pages.push_back(number);
  if (!looks) return;
  Seen seen(page, *looks);
  Scans scans(page);
  Collector collector(page, number);
  for (std::size_t i = 0; i < page.glyphs.size(); ++i) {
    const Glyph& glyph = page.glyphs[i];
    Look look = (*looks)[i];
    std::u32string_view text = text_of(glyph, page);
    if (is_blank(text)) {
      collector.add_blank();
    } else if (look.why != Unseen::no && !seen.has_same(glyph)) {
      if (look.why == Unseen::mode && scans.have(glyph)) look.sure = Confidence::possible;
      collector.add(glyph, look);
    }
  }
  for (HiddenPassage& passage : collector.take())
    if (passage.letters > 0) out.passages.push_back(std::move(passage));
}

}  // namespace

Box HiddenPassage::box_of(Span span) const {
  std::optional<Box> box;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    std::size_t end = i + 1 < pieces.size() ? pieces[i + 1].offset : text.size();
    if (end <= span.begin || pieces[i].offset >= span.end) continue;
    box = box ? box->joined(pieces[i].box) : pieces[i].box;
  }
  return box.value_or(Box{});
}

bool HiddenPassage::is_leftover() const {
  return why == Unseen::layer ||
         (in_form && (why == Unseen::clipped || why == Unseen::off_page || why == Unseen::covered));
}

const HiddenText& find_hidden_text(const model::Paper& paper) {
  return paper.workings.get<HiddenText>([&] {
    HiddenText out;
    std::size_t comparisons = kMostComparisons;
    for (std::size_t i = 0; i < paper.document.pages.size(); ++i)
      read_page(paper.document, static_cast<int>(i) + 1, comparisons, out);
    return out;
  });
}

model::Finding undecided_ink(const HiddenText& hidden) {
  return undecided(fmt::format(
      "There is more ink on {} than is compared with the text: some of it may be hidden.",
      page_list(hidden.cut_pages)));
}

std::string_view reason(const HiddenPassage& passage) {
  switch (passage.why) {
    case Unseen::mode:
      return "its render mode paints nothing";
    case Unseen::opacity:
      return "it is transparent";
    case Unseen::layer:
      return "its layer is off";
    case Unseen::off_page:
      return "it stands outside the page";
    case Unseen::clipped:
      return "it is clipped away";
    case Unseen::empty:
      return "its font draws nothing";
    case Unseen::tiny:
      return "it is too small to be read";
    case Unseen::color:
      if (passage.sure == Confidence::certain) return "it has the colour of what lies beneath it";
      return passage.sure == Confidence::likely ? "its colour is close to that of what lies beneath"
                                                : "its colour may be that of what lies beneath";
    case Unseen::covered:
      return "it is painted over";
    case Unseen::no:
      break;
  }
  return "it is seen";
}

}  // namespace checks
