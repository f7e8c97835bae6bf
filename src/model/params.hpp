// The limits a rule gives to its check, already in points and of the type the check declared.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "model/geometry.hpp"

namespace model {

using Value = std::variant<bool, long long, double, std::string, std::vector<std::string>,
                           std::vector<double>>;

// Lookups of a name that the check did not declare, or of another type, are programming errors and
// throw std::logic_error; `has` is false for an optional parameter that the rule leaves out.
class Params {
 public:
  void set(std::string name, Value value) { values_[std::move(name)] = std::move(value); }
  bool has(std::string_view name) const { return values_.find(name) != values_.end(); }
  bool flag(std::string_view name) const { return get<bool>(name); }
  int integer(std::string_view name) const { return static_cast<int>(get<long long>(name)); }
  double number(std::string_view name) const { return get<double>(name); }
  Points length(std::string_view name) const { return get<double>(name); }
  const std::string& text(std::string_view name) const { return get<std::string>(name); }
  const std::vector<std::string>& texts(std::string_view name) const {
    return get<std::vector<std::string>>(name);
  }
  const std::vector<Points>& lengths(std::string_view name) const {
    return get<std::vector<double>>(name);
  }
  const std::map<std::string, Value, std::less<>>& values() const { return values_; }

 private:
  template <class T>
  const T& get(std::string_view name) const;

  std::map<std::string, Value, std::less<>> values_;
};

}  // namespace model
