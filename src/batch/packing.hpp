// Texts in a row of bytes, lengths and letters in turn, as they go from one process to another:
// they may hold any byte.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "model/identities.hpp"

namespace batch {

class Packer {
 public:
  void number(std::uint64_t value) {
    bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  void text(const std::string& text) {
    number(text.size());
    bytes_ += text;
  }
  void list(const std::vector<std::string>& texts) {
    number(texts.size());
    for (const std::string& each : texts) text(each);
  }
  void people(const model::Identities& people) {
    for (const auto* texts : {&people.names, &people.emails, &people.affiliations, &people.handles})
      list(*texts);
  }
  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

// Of bytes that this program packed itself, so that there is nothing to distrust.
class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : bytes_(bytes) {}
  std::uint64_t number() {
    std::uint64_t value;
    std::memcpy(&value, take(sizeof value).data(), sizeof value);
    return value;
  }
  std::string text() { return std::string(take(number())); }
  std::vector<std::string> list() {
    std::vector<std::string> texts(number());
    for (std::string& each : texts) each = text();
    return texts;
  }
  model::Identities people() {
    model::Identities people;
    for (auto* texts : {&people.names, &people.emails, &people.affiliations, &people.handles})
      *texts = list();
    return people;
  }

 private:
  std::string_view take(std::size_t count) {
    std::string_view taken = bytes_.substr(0, count);
    bytes_.remove_prefix(count);
    return taken;
  }
  std::string_view bytes_;
};

}  // namespace batch
