// Splits a content stream into operators and their operands; any bytes will do.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace extract {

struct Operand {
  // Arrays lie flat between `open` and `close`; a dictionary is its bytes; `other` is true, false
  // or null.
  enum class Kind : std::uint8_t { number, name, text, dictionary, open, close, other };
  Kind kind = Kind::number;
  bool is_decoded = false;  // stands in the lexer's own buffer, not in the content
  std::uint32_t size = 0;
  std::uint32_t offset = 0;
  double number = 0;
};

// An operator of at most three letters as one number; all longer ones are the same, unknown.
using Keyword = std::uint32_t;
inline constexpr Keyword kUnknownKeyword = 0xffffffff;
constexpr Keyword keyword_of(std::string_view letters) {
  if (letters.size() > 3) return kUnknownKeyword;
  Keyword out = 0;
  for (const char letter : letters) out = out << 8 | static_cast<unsigned char>(letter);
  return out;
}

class ContentLexer {
 public:
  // At most 4 GB, which must outlive it.
  explicit ContentLexer(std::string_view content) : content_(content) {}

  // Up to the next operator; false at the end, where operands may be left over.
  bool next();
  Keyword keyword() const { return keyword_; }
  const std::vector<Operand>& operands() const { return operands_; }
  // Of a name (escapes and all), a string (decoded) or a dictionary, until the next operator.
  std::string_view text(const Operand& operand) const {
    return std::string_view(operand.is_decoded ? decoded_ : content_)
        .substr(operand.offset, operand.size);
  }
  // Behind the operator.
  std::string_view rest() const { return content_.substr(at_); }
  void skip(std::size_t bytes) { at_ += std::min(bytes, content_.size() - at_); }
  // An operator had more operands than are read.
  bool was_cut() const { return was_cut_; }

 private:
  using Kind = Operand::Kind;
  bool is_at_end() const { return at_ >= content_.size(); }
  void push(Operand operand);
  void push_range(Kind kind, std::size_t begin, std::size_t end);
  void read_number();
  void read_name();
  void read_string();
  void decode_string(std::size_t begin);
  void decode_escape();
  void read_angle();
  void read_hex();
  void read_dictionary();
  void skip_string();
  void skip_comment();
  bool read_word();

  std::string_view content_;
  std::size_t at_ = 0;
  Keyword keyword_ = 0;
  std::vector<Operand> operands_;
  std::string decoded_;
  bool was_cut_ = false;
};

// A name's bytes with its #xx escapes decoded.
std::string decode_name(std::string_view name);

bool is_pdf_space(char letter);
// White space or one of ()<>[]{}/%.
bool ends_word(char letter);

}  // namespace extract
