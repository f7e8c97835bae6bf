#include "batch/record_key.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <vector>

#include "archives/bytes.hpp"
#include "extract/limits.hpp"
#include "supplement/limits.hpp"
#include "util/format.hpp"
#include "util/sha256.hpp"
#include "util/version.hpp"

namespace batch {
namespace {

constexpr std::size_t kPiece = 1 << 18;

// With its length, so that no two lists of texts give the same bytes.
void add(util::Sha256& hash, std::string_view text) {
  hash.add(fmt::format("{}:", text.size()));
  hash.add(text);
}

void add(util::Sha256& hash, std::span<const std::string> texts) {
  hash.add(fmt::format("{}*", texts.size()));
  for (const std::string& text : texts) add(hash, text);
}

std::optional<std::string> hash_of(int descriptor) {
  struct stat facts;
  if (fstat(descriptor, &facts) != 0 || !S_ISREG(facts.st_mode)) return std::nullopt;
  util::Sha256 hash;
  std::vector<char> piece(kPiece);
  for (std::uint64_t offset = 0; offset <= extract::kMostFileBytes;) {
    ssize_t count = pread(descriptor, piece.data(), piece.size(), static_cast<off_t>(offset));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return std::nullopt;
    if (count == 0) return hash.digits();
    hash.add({piece.data(), static_cast<std::size_t>(count)});
    offset += static_cast<std::uint64_t>(count);
  }
  return std::nullopt;
}

std::shared_ptr<util::Descriptor> open_file(const std::string& path) {
  return std::make_shared<util::Descriptor>(
      open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
}

}  // namespace

std::optional<std::string> hash_of(const Input& input) {
  if (!input.problem.empty()) return std::nullopt;
  std::shared_ptr<util::Descriptor> file = input.memory ? input.memory : open_file(input.file);
  auto hash = file->number() < 0 ? std::nullopt : hash_of(file->number());
  if (hash && input.supplement) *hash += '+' + digest_of(*input.supplement);
  return hash;
}

// Not by fstat(), which the walls refuse to whoever reads the supplement.
std::string digest_of(const Supplement& supplement) {
  auto file = supplement.open ? supplement.open : open_file(supplement.file);
  if (file->number() < 0) return "";
  archives::Bytes bytes(file->number());
  if (bytes.size() > supplement::kMostFileBytes) return fmt::format("{} bytes", bytes.size());
  util::Sha256 hash;
  std::string piece;
  for (std::uint64_t at = 0; at < bytes.size(); at += piece.size()) {
    auto count = static_cast<std::size_t>(std::min<std::uint64_t>(kPiece, bytes.size() - at));
    if (!bytes.read(at, count, piece)) return "";
    hash.add(piece);
  }
  return hash.digits();
}

std::string record_key(const Input& input, std::string_view sha256, const model::Pack& pack,
                       std::span<const std::string> options) {
  util::Sha256 hash;
  for (std::string_view text :
       {std::string_view("deskcheck/1"), util::version(), std::string_view(input.path),
        std::string_view(input.id), sha256, std::string_view(pack.id),
        std::string_view(pack.sha256), std::string_view(pack.stage)})
    add(hash, text);
  add(hash, pack.track ? "=" + *pack.track : "");
  add(hash, options);
  if (input.supplement) {
    add(hash, input.supplement->path);
    hash.add(fmt::format("{} others", input.supplement->others));
  }
  hash.add(input.row ? "row" : "no row");
  if (input.row) {
    add(hash, input.row->title);
    add(hash, input.row->track);
    add(hash, input.row->authors);
    add(hash, input.row->emails);
  }
  const model::Identities& known = input.known;
  if (!known.empty())
    for (const auto* texts : {&known.names, &known.emails, &known.affiliations, &known.handles})
      add(hash, *texts);
  return hash.digits();
}

}  // namespace batch
