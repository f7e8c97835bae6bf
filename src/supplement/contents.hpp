// What an archive holds, whatever its kind: a list, and each file when it is asked for.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "archives/inflate.hpp"
#include "supplement/gathering.hpp"

namespace supplement {

struct Item {
  std::string name;
  std::uint64_t bytes = 0;  // as the archive says
  std::size_t number = 0;
};

class Contents {
 public:
  virtual ~Contents() = default;
  // Its items; what cannot be listed is said to `out`, and so are the owners that it names. Names
  // begin with `prefix`.
  virtual std::vector<Item> list(const std::string& prefix, Gathering& out) = 0;
  virtual archives::Refusal take_out(const Item& item, std::size_t most, std::string& into) = 0;
};

// Null where these are no such bytes. They must outlive it.
std::unique_ptr<Contents> open_zip(const archives::Bytes& bytes, archives::Inflater& inflater);
std::unique_ptr<Contents> open_tar(const archives::Bytes& bytes);

}  // namespace supplement
