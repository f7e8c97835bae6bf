#include "supplement/gathering.hpp"

#include <algorithm>

#include "util/format.hpp"
#include "util/text.hpp"

namespace supplement {

bool Gathering::count_entry() {
  if (entries_ < limits::kEntries) {
    ++entries_;
    return true;
  }
  out_.is_cut = true;
  return false;
}

void Gathering::name(std::string_view entry) {
  name_bytes_ += entry.size();
  if (name_bytes_ > limits::kNamesBytes) return cut();
  out_.names.push_back(quotable(entry));
}

void Gathering::unread(std::string_view entry, std::string why, bool may_hold_files) {
  ++out_.unread_files;
  // Archives first: what lies in them may be anything.
  bool is_full = out_.unread.size() >= limits::kUnread;
  if (is_full && !may_hold_files) return;
  if (is_full) out_.unread.pop_back();
  auto at = std::find_if(out_.unread.begin(), out_.unread.end(),
                         [](const model::Unread& it) { return !it.may_hold_files; });
  out_.unread.insert(may_hold_files ? at : out_.unread.end(),
                     {quotable(entry), std::move(why), may_hold_files});
}

void Gathering::tell(std::string_view kind, std::string_view entry, int line, std::string_view text,
                     std::string_view who) {
  std::string shown = quotable(text);
  if (shown.empty()) return;
  auto known = telltales_.find({std::string(kind), shown});
  if (known != telltales_.end()) {
    ++out_.telltales[known->second].times;
    return;
  }
  std::size_t& count = counts_[std::string(kind)];
  if (count == limits::kTelltales)
    unread(entry, fmt::format("has one trace more than the {} of a kind that are kept",
                              limits::kTelltales));
  if (++count > limits::kTelltales) return;
  telltales_[{std::string(kind), shown}] = out_.telltales.size();
  out_.telltales.push_back({std::string(kind), shown, quotable(who), quotable(entry), line, 1});
}

model::Repository* Gathering::repository(std::string_view system, std::string_view folder) {
  std::string shown = quotable(folder);
  for (model::Repository& it : out_.repositories)
    if (it.folder == shown) return &it;
  if (out_.repositories.size() == limits::kRepositories) return nullptr;
  out_.repositories.push_back({std::string(system), shown, false, {}, {}});
  return &out_.repositories.back();
}

bool Gathering::take(std::uint64_t bytes) {
  if (bytes > left_) return false;
  left_ -= bytes;
  return true;
}

std::string quotable(std::string_view text) {
  // A letter has at most four bytes.
  return util::shortened(util::printable(util::trim(text.substr(0, 4 * limits::kTextBytes))),
                         limits::kTextBytes);
}

}  // namespace supplement
