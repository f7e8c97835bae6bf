#include "checks/telltales.hpp"

#include <algorithm>
#include <set>

#include "checks/addresses.hpp"
#include "checks/findings.hpp"
#include "checks/patterns.hpp"
#include "checks/people.hpp"
#include "util/format.hpp"
#include "util/text.hpp"

namespace checks {
namespace {

using model::Confidence;
using model::Telltale;

constexpr std::size_t kMostShown = 5;

std::vector<std::string> parts_of(std::string_view path) {
  return util::split(path, '/');
}

// At the top of an archive, or in its one folder.
bool is_at_top(std::string_view entry) {
  return std::count(entry.begin(), entry.end(), '/') <= 1;
}

bool is_named_with_address(const Telltale& it) {
  auto at = it.text.find('@');
  return at != std::string::npos && it.text.find(' ') < it.text.size();
}

bool is_licence(std::string_view entry) {
  std::string base = util::fold(entry.substr(entry.find_last_of('/') + 1));
  return base.starts_with("licen") || base.starts_with("copying") || base.starts_with("notice");
}

bool names_authors(const Telltale& byline) {
  People people = find_people(byline.text, {"Universi", "Institut", "Department", "Faculty"});
  return people.authors || (people.names && people.institutions);
}

Confidence confidence_in(const Telltale& it) {
  if (it.kind == "owner")
    return it.who.starts_with("uid ") ? Confidence::possible : Confidence::certain;
  if (it.kind == "manifest")
    return is_named_with_address(it) ? Confidence::certain : Confidence::likely;
  if (it.kind == "copyright")
    return is_licence(it.entry) && is_at_top(it.entry) ? Confidence::likely : Confidence::possible;
  // Pictures of sets of data are credited to their photographers.
  if (it.kind == "picture" &&
      (it.text.find("opyright") < it.text.find(':') || it.text.find("redit") < it.text.find(':') ||
       it.text.starts_with("dc:rights")))
    return Confidence::possible;
  // Files are copied with what their first authors wrote into them.
  if (it.kind == "author" || it.kind == "byline") return Confidence::possible;
  if (it.kind == "email") return is_at_top(it.entry) ? Confidence::likely : Confidence::possible;
  return Confidence::likely;
}

// Such things people copy with the work of others; but where that was built, somebody's folder was.
bool comes_with_work_of_others(std::string_view kind) {
  return kind != "path" && kind != "owner" && kind != "host" && kind != "account";
}

}  // namespace

bool lies_in(std::string_view entry, const std::vector<std::string>& folders) {
  std::vector<std::string> parts = parts_of(entry);
  if (!parts.empty()) parts.pop_back();
  return std::any_of(parts.begin(), parts.end(), [&](const std::string& part) {
    std::string folded = util::fold(part);
    return std::find(folders.begin(), folders.end(), folded) != folders.end();
  });
}

std::vector<Suspicion> suspicions(const model::Supplement& supplement, std::string_view kind,
                                  const Exceptions& exceptions) {
  Patterns allowed(exceptions.allow);
  Patterns holders(exceptions.holders);
  std::vector<Suspicion> found;
  for (const Telltale& it : supplement.telltales) {
    if (it.kind != kind || allowed.match(it.who)) continue;
    if (kind == "email" && find_emails(it.who).empty()) continue;  // "recall@k.this"
    if (kind == "byline" && !names_authors(it)) continue;
    if (kind == "copyright" && holders.match(it.who)) continue;
    bool is_others = lies_in(it.entry, exceptions.others);
    if (is_others && comes_with_work_of_others(kind)) continue;
    found.push_back({&it, is_others ? Confidence::possible : confidence_in(it)});
  }
  std::stable_sort(found.begin(), found.end(), [](const Suspicion& a, const Suspicion& b) {
    return a.confidence > b.confidence;
  });
  return found;
}

std::vector<std::string> leftovers(const model::Supplement& supplement,
                                   const std::vector<std::string>& parts) {
  std::set<std::string> known;
  std::vector<std::string> found;
  for (const std::string& name : supplement.names)
    for (const std::string& part : parts_of(name)) {
      std::string folded = util::fold(part);
      bool is_one = std::find(parts.begin(), parts.end(), folded) != parts.end();
      if (is_one && known.insert(folded).second) found.push_back(name);
    }
  return found;
}

Findings unless_read(const model::Supplement& supplement, bool of_names) {
  if (supplement.is_cut)
    return {undecided(fmt::format("{} holds more files than are looked at.", supplement.path))};
  for (const model::Unread& it : supplement.unread) {
    if (of_names && !it.may_hold_files) continue;
    std::string what =
        it.entry.empty() ? supplement.path : fmt::format("{} in {}", it.entry, supplement.path);
    std::string message = fmt::format("{} {}", what, it.why);
    if (supplement.unread_files > 1)
      message += fmt::format(", and {} more could not be looked into", supplement.unread_files - 1);
    model::Finding finding = undecided(message + ".");
    finding.fix =
        "Upload one zip with plain files that are not encrypted, without large sets of data.";
    return {std::move(finding)};
  }
  return {};
}

std::string shown(const std::vector<Suspicion>& all) {
  std::vector<std::string> texts;
  for (const Suspicion& it : all) {
    if (texts.size() == kMostShown) break;
    const Telltale& telltale = *it.telltale;
    std::string line = telltale.line > 0 ? fmt::format(":{}", telltale.line) : "";
    texts.push_back(fmt::format("{} ({}{})", telltale.text, telltale.entry, line));
  }
  std::string more =
      all.size() > kMostShown ? fmt::format(" and {} more", all.size() - kMostShown) : "";
  return util::join(texts, "; ") + more;
}

}  // namespace checks
