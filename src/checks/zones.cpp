#include "checks/zones.hpp"

#include <algorithm>

namespace checks {
namespace {

using model::Role;

bool stands_in(const model::Line& line, std::string_view zone) {
  const Role role = line.role;
  if (zone == "anywhere") return true;
  if (zone == "first-page") return line.page == 1;
  if (zone == "title") return role == Role::title;
  if (zone == "authors") return role == Role::author;
  if (zone == "abstract") return role == Role::abstract;
  if (zone == "body") return role == Role::body || role == Role::list_item;
  if (zone == "headings") return role == Role::heading;
  if (zone == "captions") return role == Role::caption;
  if (zone == "figures") return role == Role::figure;
  if (zone == "footnotes") return role == Role::footnote;
  if (zone == "references") return role == Role::reference;
  return zone == "beside" && (role == Role::notice || model::is_apart_from_text(role));
}

}  // namespace

bool Zones::has(const model::Line& line) const {
  return std::any_of(names_.begin(), names_.end(),
                     [&](const std::string& name) { return stands_in(line, name); });
}

}  // namespace checks
