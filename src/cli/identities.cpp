#include "cli/identities.hpp"

#include "cli/run_options.hpp"
#include "util/format.hpp"

namespace cli {

util::Expected<std::shared_ptr<const batch::IdentityTable>> read_identities(
    const Request& request) {
  std::string path = request.value("--identities");
  if (path.empty()) return std::shared_ptr<const batch::IdentityTable>();
  auto table = batch::IdentityTable::read(path);
  if (!table) return table.error();
  bool is_about_one = (*table)->has_one_row() && is_one_pdf(request);
  if ((*table)->has_row_without_key() && !is_about_one)
    return util::Error{fmt::format(
        "{}: it does not say which paper is whose; give each a paper_id or file, or check one PDF",
        path)};
  if (is_about_one) (*table)->use_for_any();
  return std::shared_ptr<const batch::IdentityTable>(std::move(*table));
}

bool is_for_the_blind(const Request& request) {
  return request.value("--audience") == "blind";
}

}  // namespace cli
