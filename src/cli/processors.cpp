#include "cli/processors.hpp"

#include <sched.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <thread>

namespace cli {
namespace {

namespace fs = std::filesystem;

int in_affinity_mask() {
  cpu_set_t set;
  if (sched_getaffinity(0, sizeof set, &set) == 0) return CPU_COUNT(&set);
  return static_cast<int>(std::thread::hardware_concurrency());
}

// Below /sys/fs/cgroup; the root where no control group of the second version is named.
fs::path own_group() {
  std::ifstream groups("/proc/self/cgroup");
  for (std::string line; std::getline(groups, line);)
    if (line.starts_with("0::/")) return line.substr(4);
  return {};
}

// "150000 100000" allows one and a half processors; "max 100000" as many as there are.
std::optional<double> quota_in(const fs::path& folder) {
  std::ifstream file(folder / "cpu.max");
  double quota = 0, period = 0;
  if (!(file >> quota >> period) || quota <= 0 || period <= 0) return std::nullopt;
  return quota / period;
}

}  // namespace

int allowed_processors() {
  int most = in_affinity_mask();
  const fs::path root = "/sys/fs/cgroup";
  // Each group is within the quota of those above it.
  for (fs::path group = own_group();; group = group.parent_path()) {
    if (auto quota = quota_in(root / group))
      most = std::min(most, static_cast<int>(std::ceil(*quota)));
    if (group.empty()) break;
  }
  return std::max(most, 1);
}

}  // namespace cli
