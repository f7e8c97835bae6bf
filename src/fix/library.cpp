#include "fix/library.hpp"

#include <dlfcn.h>

#include <filesystem>
#include <string>

#include "util/format.hpp"

namespace fix {
namespace {

namespace fs = std::filesystem;

// Beside the program's folder, in the build tree and where it is installed.
constexpr const char* kPlace = "lib/deskcheck/rewriter.so";

}  // namespace

util::Expected<void*> find_function(const char* name) {
  std::error_code error;
  fs::path program = fs::read_symlink("/proc/self/exe", error);
  std::string path = (program.parent_path().parent_path() / kPlace).string();
  void* library = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (void* function = library ? dlsym(library, name) : nullptr) return function;
  const char* why = dlerror();
  return util::Error{fmt::format("what rewrites PDFs cannot be loaded: {}; install deskcheck again",
                                 why ? why : path)};
}

}  // namespace fix
