// The files of a tar, one after another, with those whom it names as their owners.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "archives/bytes.hpp"

namespace archives {

struct TarEntry {
  std::string name;
  std::string target;  // of a link
  std::string owner;
  std::string group;
  std::uint64_t owner_number = 0;
  bool is_file = false;
  std::uint64_t offset = 0;  // of its bytes
  std::uint64_t bytes = 0;
};

class Tar {
 public:
  explicit Tar(const Bytes& bytes) : bytes_(bytes) {}

  static bool is_tar(const Bytes& bytes);

  // None at the end; then is_whole() says whether it was one.
  std::optional<TarEntry> next();
  bool is_whole() const { return is_whole_; }

 private:
  struct Extras;
  bool read_header(std::string& header);
  bool read_text(std::uint64_t size, std::string& text);

  const Bytes& bytes_;
  std::uint64_t at_ = 0;
  bool is_whole_ = true;
};

}  // namespace archives
