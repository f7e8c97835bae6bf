#include "checks/submissions.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "checks/wording.hpp"

namespace checks {
namespace {

std::string_view stem_of(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  return name.substr(0, name.rfind('.'));
}

std::pair<bool, std::string_view> key_of(const model::Submission& submission) {
  const bool is_file_name = submission.id.empty() || submission.id == stem_of(submission.path);
  return {is_file_name, is_file_name ? submission.path : submission.id};
}

}  // namespace

Submissions::Submissions(std::span<const model::Submission> all) : all_(all) {
  std::map<std::pair<bool, std::string_view>, std::size_t> known;
  numbers_.reserve(all.size());
  for (const model::Submission& each : all)
    numbers_.push_back(known.emplace(key_of(each), known.size()).first->second);
}

std::vector<Shared> Submissions::find_shared(Tokens (*tokens)(const model::Submission&)) const {
  std::vector<std::pair<std::string_view, std::size_t>> uses;
  for (std::size_t i = 0; i < all_.size(); ++i)
    for (const std::string& token : tokens(all_[i])) uses.emplace_back(token, i);
  std::sort(uses.begin(), uses.end());
  uses.erase(std::unique(uses.begin(), uses.end()), uses.end());
  std::vector<Shared> groups;
  for (std::size_t begin = 0, end = 0; begin < uses.size(); begin = end) {
    Shared group{std::string(uses[begin].first), {}, 0};
    std::vector<std::size_t> numbers;
    for (end = begin; end < uses.size() && uses[end].first == group.token; ++end) {
      group.positions.push_back(uses[end].second);
      numbers.push_back(numbers_[uses[end].second]);
    }
    std::sort(numbers.begin(), numbers.end());
    group.submissions =
        static_cast<std::size_t>(std::unique(numbers.begin(), numbers.end()) - numbers.begin());
    if (group.submissions > 1) groups.push_back(std::move(group));
  }
  return groups;
}

std::vector<std::size_t> Submissions::others(const Shared& group, std::size_t self) const {
  std::vector<std::size_t> found;
  for (const std::size_t other : group.positions) {
    if (found.size() == kMostOthers) break;
    auto is_same_one = [&](std::size_t known) { return is_same(known, other); };
    if (!is_same(self, other) && std::none_of(found.begin(), found.end(), is_same_one))
      found.push_back(other);
  }
  return found;
}

std::string Submissions::name(std::size_t self, std::size_t other) const {
  const model::Submission& it = all_[other];
  const bool is_telling = !it.id.empty() && it.id != all_[self].id;
  return is_telling ? it.id : it.path;
}

std::string Submissions::names(std::size_t self, std::span<const std::size_t> others) const {
  constexpr std::size_t kNamed = 3;
  std::vector<std::string> names;
  for (const std::size_t other : others.first(std::min(others.size(), kNamed))) {
    names.push_back(name(self, other));
    if (std::count(names.begin(), names.end(), names.back()) > 1) names.back() = all_[other].path;
  }
  if (others.size() > kNamed) names.emplace_back("others");
  return name_list(names);
}

}  // namespace checks
