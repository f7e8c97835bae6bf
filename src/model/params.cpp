#include "model/params.hpp"

#include <stdexcept>

namespace model {

template <class T>
const T& Params::get(std::string_view name) const {
  auto found = values_.find(name);
  if (found == values_.end()) throw std::logic_error("no parameter " + std::string(name));
  const T* value = std::get_if<T>(&found->second);
  if (!value) throw std::logic_error("parameter " + std::string(name) + " has another type");
  return *value;
}

template const bool& Params::get(std::string_view) const;
template const long long& Params::get(std::string_view) const;
template const double& Params::get(std::string_view) const;
template const std::string& Params::get(std::string_view) const;
template const std::vector<std::string>& Params::get(std::string_view) const;
template const std::vector<double>& Params::get(std::string_view) const;

}  // namespace model
