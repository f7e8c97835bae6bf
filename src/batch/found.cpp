#include "batch/found.hpp"

#include "batch/ids.hpp"
#include "util/format.hpp"

namespace batch {

Input found_at(std::string path) {
  Input input;
  input.id = id_of(path);
  input.file = path;
  input.path = std::move(path);
  return input;
}

Input stuck_at(const std::string& path, const std::string& why) {
  Input input;
  input.id = id_of(path);
  input.path = path;
  input.problem = fmt::format("{}: {}", path, why);
  return input;
}

}  // namespace batch
