// SHA-256 of bytes, as 64 lower-case hexadecimal digits.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace util {

std::string sha256(std::string_view bytes);

// The same of bytes that come piece by piece.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  void add(std::string_view bytes);
  std::string digits();  // once, at the end

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace util
