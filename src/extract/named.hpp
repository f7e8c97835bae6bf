// Names in a content stream and what one category of the resources has under each.
#pragma once

#include <Object.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "extract/content_lexer.hpp"

namespace extract {

// One category of a resource dictionary, by the names as they stand in the content.
template <class T>
class Named {
 public:
  void set(Object category) { category_ = std::move(category); }
  // Null where the category lacks it. `load` makes it of the entry, which is not fetched.
  template <class Load>
  const T* find(std::string_view name, Load load) {
    if (!category_.isDict()) return nullptr;
    auto known = known_.find(name);
    if (known == known_.end()) {
      const Object& entry = category_.dictLookupNF(decode_name(name).c_str());
      known = known_.emplace(name, std::nullopt).first;
      if (!entry.isNull()) known->second.emplace(load(entry));
    }
    return known->second ? &*known->second : nullptr;
  }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view name) const {
      return std::hash<std::string_view>()(name);
    }
  };
  Object category_;
  std::unordered_map<std::string, std::optional<T>, Hash, std::equal_to<>> known_;
};

}  // namespace extract
