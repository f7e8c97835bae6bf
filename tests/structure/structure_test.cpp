// The rules of the layout, held against the tree: who includes whom, which library stays in which
// folder, and that every check has its page, its cases and a user.
#define CATCH_CONFIG_MAIN
#include <algorithm>
#include <catch2/catch.hpp>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "checks/registry.hpp"

namespace fs = std::filesystem;

namespace {

const fs::path kRoot = DESKCHECK_SOURCE;

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<fs::path> files_below(const fs::path& folder, const std::set<std::string>& endings) {
  std::vector<fs::path> found;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file() && endings.contains(entry.path().extension().string()))
      found.push_back(entry.path());
  std::sort(found.begin(), found.end());
  return found;
}

struct Layer {
  std::set<std::string> ours, libraries;
};

std::set<std::string> words_of(const std::string& text) {
  std::istringstream stream(text);
  return {std::istream_iterator<std::string>(stream), {}};
}

std::map<std::string, Layer> layers() {
  std::map<std::string, Layer> table;
  std::istringstream lines(read(kRoot / "tests/structure/layers.txt"));
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("#")) continue;
    auto colon = line.find(':'), bar = line.find('|');
    REQUIRE(bar != std::string::npos);
    table[line.substr(0, colon)] = {words_of(line.substr(colon + 1, bar - colon - 1)),
                                    words_of(line.substr(bar + 1))};
  }
  return table;
}

std::vector<std::string> matches(const std::string& text, const std::string& pattern) {
  std::vector<std::string> found;
  std::regex regex(pattern);
  for (std::sregex_iterator it(text.begin(), text.end(), regex), end; it != end; ++it)
    found.push_back((*it)[1]);
  return found;
}

// The library behind a header written in angle brackets; empty for the standard's and the system's.
std::string library_of(const std::string& header) {
  static const std::vector<std::pair<std::string, std::string>> kHeaders = {
      {"nlohmann/", "nlohmann"},
      {"fmt/", "fmt"},
      {"nettle/", "nettle"},
      {"utf8proc", "utf8proc"},
      {"re2/", "re2"},
      {"toml++/", "toml++"},
      {"CLI/", "CLI"},
      {"podofo", "podofo"},
      {"seccomp", "seccomp"},
      {"archive", "archive"},
      {"poppler", "poppler"},
      {"goo/", "poppler"},
      {"libdeflate", "libdeflate"}};
  for (const auto& [prefix, library] : kHeaders)
    if (header.starts_with(prefix)) return library;
  // Poppler's private headers carry no folder and begin with a capital: <PDFDoc.h>.
  static const std::regex kPoppler("[A-Z][A-Za-z0-9]*\\.h");
  return std::regex_match(header, kPoppler) ? "poppler" : "";
}

std::string folder_of(const fs::path& file) {
  return fs::relative(file, kRoot / "src").begin()->string();
}

}  // namespace

TEST_CASE("includes follow the table of layers", "[layers]") {
  auto table = layers();
  auto files = files_below(kRoot / "src", {".cpp", ".hpp"});
  REQUIRE(files.size() > 20);
  for (const fs::path& file : files) {
    std::string folder = folder_of(file);
    if (folder == "main.cpp") continue;
    INFO(fs::relative(file, kRoot).string());
    REQUIRE(table.contains(folder));
    std::string text = read(file);
    for (const std::string& include : matches(text, "#include \"([^\"]+)\"")) {
      INFO("includes " << include);
      std::string other = include.substr(0, include.find('/'));
      CHECK((other == folder || table[folder].ours.contains(other)));
    }
    for (const std::string& header : matches(text, "#include <([^>]+)>")) {
      INFO("includes " << header);
      std::string library = library_of(header);
      CHECK((library.empty() || table[folder].libraries.contains(library)));
    }
  }
}

TEST_CASE("no exception type of a PDF library leaves its folder", "[layers]") {
  for (const fs::path& file : files_below(kRoot / "src", {".cpp", ".hpp"})) {
    std::string folder = folder_of(file);
    INFO(fs::relative(file, kRoot).string());
    if (folder != "extract")
      CHECK(matches(read(file), "(GooError|SplashError|BadResource)").empty());
    if (folder != "fix") CHECK(matches(read(file), "(PdfError|PoDoFo)").empty());
  }
  for (const char* name : {"extract/extract.hpp", "extract/limits.hpp", "render/pages.hpp",
                           "fix/fix.hpp", "fix/proof.hpp", "fix/rewriter/rewriter.hpp"}) {
    INFO(name);
    CHECK(matches(read(kRoot / "src" / name), "#include <([A-Z]\\w*\\.h|podofo/.*)>").empty());
  }
}

// Letters, digits and underscores in a row, in lower case.
std::set<std::string> names_in(std::string text) {
  auto is_part = [](unsigned char c) { return std::isalnum(c) || c == '_'; };
  std::transform(text.begin(), text.end(), text.begin(), [&](unsigned char c) {
    return is_part(c) ? static_cast<char>(std::tolower(c)) : ' ';
  });
  return words_of(text);
}

TEST_CASE("the source names no venue", "[venues]") {
  // What every pack begins with, venues whose names are words of the language, and what addresses
  // begin with.
  const std::set<std::string> plain = {"base", "blind", "alt", "log", "talk", "www"};
  std::set<std::string> venues;
  for (const fs::path& file : files_below(kRoot / "rules", {".toml"})) {
    std::string stem = file.stem().string();
    std::string name = stem.substr(0, stem.find_first_of("-0123456789"));
    if (!plain.contains(name) && name.size() > 2) venues.insert(name);
  }
  REQUIRE(venues.contains("neurips"));
  for (const fs::path& file : files_below(kRoot / "src", {".cpp", ".hpp", ".cmake", ".txt"})) {
    std::set<std::string> names = names_in(read(file));
    for (const std::string& venue : venues) {
      INFO(fs::relative(file, kRoot).string() << " names " << venue);
      CHECK_FALSE(names.contains(venue));
    }
  }
}

TEST_CASE("every check has a page, a passing and a failing case, and a user", "[checks]") {
  std::string rules;
  for (const fs::path& file : files_below(kRoot / "rules", {".toml"})) rules += read(file);
  REQUIRE(checks::all().size() > 1);
  for (const checks::Entry& entry : checks::all()) {
    std::string id(entry.check->id);
    INFO(id);
    std::string heading = "# " + id + "\n";
    CHECK(entry.page.starts_with(heading));
    for (const char* part : {"**Measures**", "**Why venues ask.**", "**When it cannot tell.**",
                             "**Fix.**", "**Example.**"})
      CHECK(entry.page.find(part) != std::string::npos);
    // Between what it cannot tell and the fix, where each reader looks for it.
    CHECK(entry.precision());
    std::size_t measured = entry.page.find("\n\n**Measured.**");
    CHECK(measured < entry.page.find("\n\n**Fix.**"));
    CHECK(measured > entry.page.find("**When it cannot tell.**"));
    std::string name = id;
    std::replace(name.begin(), name.end(), '/', '-');
    CHECK(fs::exists(kRoot / "tests/cases" / (name + "-pass")));
    CHECK(fs::exists(kRoot / "tests/cases" / (name + "-fail")));
    CHECK(rules.find("\"" + id + "\"") != std::string::npos);
  }
}

TEST_CASE("an undecided outcome has a case wherever a check can answer so", "[checks]") {
  for (const fs::path& source : files_below(kRoot / "src/checks", {".cpp"})) {
    std::string text = read(source);
    if (text.find("undecided(") == std::string::npos) continue;
    if (source.parent_path() == kRoot / "src/checks") continue;
    std::string stem = source.stem().string();
    std::replace(stem.begin(), stem.end(), '_', '-');
    std::string name = source.parent_path().filename().string() + "-" + stem + "-undecided";
    INFO(name);
    CHECK(fs::exists(kRoot / "tests/cases" / name));
  }
}

TEST_CASE("a check neither prints, throws, sorts nor reads files", "[checks]") {
  for (const fs::path& source : files_below(kRoot / "src/checks", {".cpp"})) {
    if (source.parent_path() == kRoot / "src/checks") continue;
    INFO(fs::relative(source, kRoot).string());
    CHECK(
        matches(read(source), "(std::cout|std::cerr|\\bthrow\\b|std::sort|fstream|fopen)").empty());
  }
}

TEST_CASE("files keep to their budgets", "[budgets]") {
  auto lines = [](const fs::path& file) {
    std::string text = read(file);
    return std::count(text.begin(), text.end(), '\n');
  };
  for (const fs::path& file : files_below(kRoot / "src", {".cpp", ".hpp"})) {
    INFO(fs::relative(file, kRoot).string() << " has " << lines(file) << " lines");
    CHECK(lines(file) <= (file.extension() == ".hpp" ? 120 : 400));
  }
}

TEST_CASE("every committed fixture has its source beside it", "[fixtures]") {
  auto pdfs = files_below(kRoot / "fixtures", {".pdf"});
  REQUIRE(pdfs.size() > 5);
  for (const fs::path& pdf : pdfs) {
    if (pdf.parent_path().filename() == "broken") continue;  // made from others by the script
    INFO(fs::relative(pdf, kRoot).string());
    CHECK(fs::exists(fs::path(pdf).replace_extension(".tex")));
  }
}

TEST_CASE("the report in the README is what the program prints", "[readme]") {
  std::string report = read(kRoot / "tests/cases/readme-report/expected.txt");
  REQUIRE(report.size() > 200);
  CHECK(read(kRoot / "README.md").find("```\n" + report + "```\n") != std::string::npos);
}
