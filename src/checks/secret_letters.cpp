#include "checks/secret_letters.hpp"

#include "util/text.hpp"

namespace checks {
namespace {

constexpr char32_t kBlackFlag = 0x1f3f4;  // before the tags of a region's flag
constexpr char32_t kLastTag = 0xe007f;
// An emoji takes one selector; a run of them is a message of bytes.
constexpr std::size_t kFewestSelectors = 4;

bool is_tag(char32_t c) {
  return c >= 0xe0000 && c <= kLastTag;
}
bool is_selector(char32_t c) {
  return (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xe0100 && c <= 0xe01ef);
}
// Embeddings and isolates belong to text of two directions; overrides turn letters about.
bool is_override(char32_t c) {
  return c == 0x202d || c == 0x202e;
}
bool is_zero_width(char32_t c) {
  return (c >= 0x200b && c <= 0x200d) || (c >= 0x2060 && c <= 0x2064) || c == 0xfeff;
}
// Other scripts join and part their letters by them.
bool is_western_letter(char32_t c) {
  return c < 0x530 && util::is_letter(c);
}

class Search {
 public:
  explicit Search(std::u32string_view text) : text_(text) {}

  SecretLetters all() {
    for (std::size_t i = 0; i < text_.size();) {
      char32_t c = text_[i];
      if (c < 0x2000) {
        ++i;
      } else if (is_tag(c)) {
        i = take_tags(i);
      } else if (is_selector(c)) {
        i = take_selectors(i);
      } else {
        if (is_override(c)) note(i, found_.overrides);
        if (is_zero_width(c) && is_inside(i)) note(i, found_.inside);
        ++i;
      }
    }
    return std::move(found_);
  }

 private:
  void note(std::size_t at, std::size_t& count, std::size_t number = 1) {
    if (found_.count() == 0) found_.first = at;
    count += number;
  }
  std::size_t take_tags(std::size_t begin) {
    std::size_t end = begin;
    while (end < text_.size() && is_tag(text_[end])) ++end;
    bool is_flag = begin > 0 && text_[begin - 1] == kBlackFlag && text_[end - 1] == kLastTag;
    if (is_flag) return end;
    note(begin, found_.tags, end - begin);
    for (std::size_t i = begin; i < end; ++i)
      if (text_[i] >= 0xe0020 && text_[i] < kLastTag)
        found_.spelt += static_cast<char>(text_[i] - 0xe0000);
    found_.spelt += ' ';
    return end;
  }
  std::size_t take_selectors(std::size_t begin) {
    std::size_t end = begin;
    while (end < text_.size() && is_selector(text_[end])) ++end;
    if (end - begin >= kFewestSelectors) note(begin, found_.selectors, end - begin);
    return end;
  }
  bool is_inside(std::size_t at) const {
    return at > 0 && at + 1 < text_.size() && is_western_letter(text_[at - 1]) &&
           is_western_letter(text_[at + 1]);
  }

  std::u32string_view text_;
  SecretLetters found_;
};

}  // namespace

SecretLetters find_secret_letters(std::u32string_view text) {
  return Search(text).all();
}

}  // namespace checks
