// Compares what extract reads with what the library's own interpreter paints:
//   oracle [--show N] [--list FILE] PATH...   files, and the PDFs below folders
//   oracle --corpus                           the papers of DESKCHECK_CORPUS; 77 where it is not
//   set
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <optional>
#include <string>

#include "oracle/files.hpp"

namespace fs = std::filesystem;

namespace {

constexpr int kSkipped = 77;  // as CTest is told

struct Request {
  std::vector<fs::path> paths;
  int shown = 2;  // differences of each property in each file
};

const char* describe(oracle::Ending ending) {
  switch (ending) {
    case oracle::Ending::compared:
      return "compared";
    case oracle::Ending::theirs_died:
      return "accepted: the library's interpreter died";
    case oracle::Ending::both_died:
      return "accepted: the library's interpreter died, and so did ours";
    case oracle::Ending::ours_died:
      return "died in ours alone";
    case oracle::Ending::unreadable:
      return "accepted: cannot be opened, or is too large for either";
  }
  return "";
}

bool read_list(const char* name, std::vector<fs::path>& out) {
  std::ifstream list(name);
  for (std::string line; std::getline(list, line);) out.emplace_back(line);
  return list.eof();
}

std::optional<Request> parse(int argc, char** argv) {
  Request out;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    const char* next = i + 1 < argc ? argv[i + 1] : nullptr;
    if (word == "--show" && next) {
      out.shown = std::atoi(argv[++i]);
    } else if (word == "--list" && next) {
      if (!read_list(argv[++i], out.paths)) return std::nullopt;
    } else if (word == "--corpus") {
      const char* corpus = std::getenv("DESKCHECK_CORPUS");
      if (corpus) out.paths.push_back(fs::path(corpus) / "pdf");
    } else if (word.starts_with("--")) {
      return std::nullopt;
    } else {
      out.paths.emplace_back(word);
    }
  }
  for (const fs::path& path : out.paths) {
    if (!fs::exists(path)) return std::nullopt;
  }
  return out;
}

int run(const Request& request) {
  oracle::Tally total;
  std::map<oracle::Ending, int> endings;
  int neither = 0;
  for (const fs::path& file : oracle::list_files(request.paths)) {
    oracle::Tally tally;
    const oracle::Ending ending = oracle::compare_file(file, request.shown, tally);
    ++endings[ending];
    total.add(tally);
    neither += tally.is_read_by_neither ? 1 : 0;
    if (ending != oracle::Ending::compared || tally.has_unexplained()) {
      std::cout << "^ " << file.string() << ": " << describe(ending) << std::endl;
    }
  }
  for (const auto& [ending, count] : endings) {
    std::cout << count << " files: " << describe(ending) << "\n";
  }
  if (neither > 0) std::cout << "of these " << neither << " read by neither\n";
  oracle::print_summary(std::cout, total);
  const bool all_ended = endings[oracle::Ending::ours_died] == 0;
  return all_ended && !total.has_unexplained() && total.pages > 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  const auto request = parse(argc, argv);
  if (!request || argc < 2) {
    std::cerr
        << "usage: oracle [--show N] [--list FILE] [--corpus] PATH..., all of which must exist\n";
    return 2;
  }
  if (request->paths.empty()) {
    std::cout << "skipped: DESKCHECK_CORPUS is not set\n";
    return kSkipped;
  }
  return run(*request);
}
