#include "batch/archive_library.hpp"

#include <dlfcn.h>

#include <optional>

namespace batch {
namespace {

// Its name wherever libarchive 3 is installed, whose headers this is built with.
constexpr const char* kName = "libarchive.so.13";
static_assert(ARCHIVE_VERSION_NUMBER / 1'000'000 == 3);

template <typename Function>
bool find(void* library, const char* name, Function& function) {
  function = reinterpret_cast<Function>(dlsym(library, name));
  return function != nullptr;
}

std::optional<ArchiveLibrary> load() {
  void* library = dlopen(kName, RTLD_LAZY | RTLD_LOCAL);
  if (!library) return std::nullopt;
  ArchiveLibrary found;
  bool is_whole = find(library, "archive_read_new", found.read_new) &&
                  find(library, "archive_read_free", found.read_free) &&
                  find(library, "archive_read_support_format_zip_streamable", found.support_zip) &&
                  find(library, "archive_read_open", found.open) &&
                  find(library, "archive_read_next_header", found.next_header) &&
                  find(library, "archive_read_data", found.data);
  return is_whole ? std::optional(found) : std::nullopt;
}

}  // namespace

const ArchiveLibrary* archive_library() {
  static const auto loaded = load();
  return loaded ? &*loaded : nullptr;
}

}  // namespace batch
