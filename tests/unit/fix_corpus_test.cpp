// Real papers, rewritten: skipped without the corpus. The command is tried on all of it by hand.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "fix/fix.hpp"
#include "fix/proof.hpp"
#include "recoverable.hpp"

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kTried = 12;

// The smallest, which are of all kinds and are drawn in a moment.
std::vector<fs::path> small_papers() {
  const char* folder = std::getenv("DESKCHECK_CORPUS");
  std::vector<fs::path> papers;
  if (!folder) return papers;
  for (const auto& entry : fs::directory_iterator(fs::path(folder) / "pdf"))
    papers.push_back(entry.path());
  std::sort(papers.begin(), papers.end(), [](const fs::path& a, const fs::path& b) {
    return std::pair(fs::file_size(a), a) < std::pair(fs::file_size(b), b);
  });
  if (papers.size() > kTried) papers.resize(kTried);
  return papers;
}

}  // namespace

TEST_CASE("real papers stay the same and tell nothing", "[fix]") {
  for (const fs::path& paper : small_papers()) {
    INFO(paper.filename().string());
    std::ifstream file(paper, std::ios::binary);
    std::string pdf{std::istreambuf_iterator<char>(file), {}};
    auto out = fix::rewrite(pdf);
    REQUIRE(out);
    CHECK(fix::prove(pdf, out->bytes).differences == std::vector<std::string>{});
    std::string all = recoverable(out->bytes);
    for (const char* word : {"PTEX.", "/PieceInfo", "<?xpacket", "/ModDate", "/Producer"})
      CHECK(all.find(word) == std::string::npos);
    auto again = fix::rewrite(out->bytes);
    REQUIRE(again);
    CHECK(again->bytes == out->bytes);
  }
}
