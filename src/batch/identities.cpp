#include "batch/identities.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "batch/packing.hpp"
#include "util/format.hpp"
#include "util/sha256.hpp"

namespace batch {
namespace {

// Of a name that files in several folders have.
constexpr std::size_t kAmbiguous = SIZE_MAX;

// A key takes no more memory than a short one, and says nothing to who finds it.
std::string digest_of(std::string_view key) {
  return util::sha256(key).substr(0, 24);
}

std::string name_of_file(std::string_view path) {
  return std::string(path.substr(path.rfind('/') + 1));
}

// Forks inherit mappings but not what a descriptor leads to once they have closed it.
bool append(int memory, const std::string& bytes, std::uint64_t offset) {
  std::size_t written = 0;
  while (written < bytes.size()) {
    ssize_t count = pwrite(memory, bytes.data() + written, bytes.size() - written,
                           static_cast<off_t>(offset + written));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    written += static_cast<std::size_t>(count);
  }
  return true;
}

void add(std::vector<std::string>& all, const std::vector<std::string>& more) {
  for (const std::string& each : more)
    if (!each.empty() && std::find(all.begin(), all.end(), each) == all.end()) all.push_back(each);
}

void add(model::Identities& all, const model::Identities& more) {
  add(all.names, more.names);
  add(all.emails, more.emails);
  add(all.affiliations, more.affiliations);
  add(all.handles, more.handles);
}

}  // namespace

util::Expected<std::shared_ptr<IdentityTable>> IdentityTable::read(const std::string& path) {
  auto rows = read_identity_rows(path);
  if (!rows) return rows.error();
  auto table = std::make_shared<IdentityTable>();
  table->memory_ = util::Descriptor(memfd_create("identities", MFD_CLOEXEC));
  for (const IdentityRow& row : *rows)
    if (!table->keep(row))
      return util::Error{fmt::format("{}: cannot be kept: {}", path, std::strerror(errno))};
  return table;
}

bool IdentityTable::keep(const IdentityRow& row) {
  Packer packer;
  packer.people(row.people);
  if (!append(memory_.number(), packer.bytes(), size_)) return false;
  std::size_t number = places_.size();
  places_.push_back({size_, packer.bytes().size()});
  size_ += packer.bytes().size();
  has_row_without_key_ = has_row_without_key_ || (row.id.empty() && row.file.empty());
  if (!row.id.empty()) by_id_.emplace(digest_of(row.id), number);
  if (row.file.empty()) return true;
  by_file_.emplace(digest_of(row.file), number);
  auto [name, is_new] = by_name_.emplace(digest_of(name_of_file(row.file)), number);
  if (!is_new) name->second = kAmbiguous;
  return true;
}

std::optional<std::size_t> IdentityTable::place_of(const Input& input) const {
  if (is_for_any_) return 0;
  auto look = [](const auto& map, const std::string& key) -> std::optional<std::size_t> {
    auto found = map.find(digest_of(key));
    if (found == map.end() || found->second == kAmbiguous) return std::nullopt;
    return found->second;
  };
  if (auto place = look(by_id_, input.id)) return place;
  if (auto place = look(by_file_, input.path)) return place;
  return look(by_name_, name_of_file(input.path));
}

model::Identities IdentityTable::find(const Input& input) const {
  auto number = place_of(input);
  if (!number) return {};
  const Place& place = places_[*number];
  std::string bytes(place.length, '\0');
  ssize_t got =
      pread(memory_.number(), bytes.data(), bytes.size(), static_cast<off_t>(place.offset));
  if (got != static_cast<ssize_t>(bytes.size())) return {};
  return Unpacker(bytes).people();
}

std::optional<Input> Identified::next() {
  auto input = source_->next();
  if (input) input->known = table_->find(*input);
  return input;
}

model::Identities identities_of(const Input& input) {
  model::Identities all = input.known;
  if (input.row) add(all, {input.row->authors, input.row->emails, {}, {}});
  return all;
}

}  // namespace batch
