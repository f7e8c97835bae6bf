// What several checks work out of one paper, kept so that it is worked out once.
#pragma once

#include <map>
#include <memory>
#include <typeindex>

namespace model {

// One of each type. A paper is judged by one thread, and a copy of it starts without: what is kept
// may point into the paper that it was made of.
class Workings {
 public:
  Workings() = default;
  Workings(const Workings& /*other*/) {}
  Workings& operator=(const Workings& /*other*/) {
    kept_.clear();
    return *this;
  }

  // `make` returns a T; it runs when the first asks.
  template <class T, class Make>
  const T& get(Make make) const {
    std::shared_ptr<const void>& kept = kept_[typeid(T)];
    if (!kept) kept = std::make_shared<const T>(make());
    return *static_cast<const T*>(kept.get());
  }

 private:
  mutable std::map<std::type_index, std::shared_ptr<const void>> kept_;
};

}  // namespace model
