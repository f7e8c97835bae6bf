// A pack of any bytes is answered with a pack or with mistakes that can be printed.
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "packs/packs.hpp"
#include "util/text.hpp"

namespace {

namespace fs = std::filesystem;

const fs::path& folder() {
  static const fs::path made = [] {
    std::string name = (fs::temp_directory_path() / "deskcheck-fuzz-XXXXXX").string();
    if (!mkdtemp(name.data())) std::abort();
    return fs::path(name);
  }();
  return made;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const packs::SearchPath kPath = {folder(), fs::path(DESKCHECK_SOURCE) / "rules"};
  const fs::path file = folder() / "fuzzed.toml";
  std::ofstream(file, std::ios::binary)
      .write(reinterpret_cast<const char*>(bytes), static_cast<std::streamsize>(size));
  auto mistakes = packs::validate(file, kPath);
  auto pack = packs::load(file.string(), {}, kPath);
  if (pack && !mistakes.empty() && pack->rules.empty() && pack->id.empty()) std::abort();
  if (!pack && mistakes.empty()) std::abort();  // refused without a reason
  for (const util::Error& mistake : mistakes)
    if (mistake.message.empty() || mistake.message.size() > 10'000) std::abort();
  return 0;
}
