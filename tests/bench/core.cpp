// Holds reading a paper, in one process, against the least that it can take and against the
// library's own interpreter:  bench_core FOLDER_OF_PAPERS [ROUNDS]
#include <ctime>
#include <filesystem>

#include "bench/figures.hpp"
#include "bench/floor.hpp"
#include "extract/extract.hpp"
#include "oracle/gfx/read.hpp"
#include "util/file.hpp"

namespace fs = std::filesystem;

namespace bench {
namespace {

double cpu_now() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

template <class Work>
double time_of(Work work) {
  const double start = cpu_now();
  work();
  return cpu_now() - start;
}

struct Times {
  double floor = 0, ours = 0, theirs = 0;  // seconds
};

// Each the median of the rounds; the library's interpreter, which takes longest, runs once.
Times time_paper(const std::string& bytes, int rounds, std::size_t& sink) {
  std::vector<double> floor, ours;
  for (int round = 0; round < rounds; ++round) {
    floor.push_back(time_of([&] { sink += count_operators(bytes); }));
    ours.push_back(time_of([&] { sink += extract::read(bytes).pages.size(); }));
  }
  const double theirs = time_of([&] { sink += oracle::read(bytes).document.pages.size(); });
  return {median(floor), median(ours), theirs};
}

int run(const fs::path& folder, int rounds) {
  std::vector<double> to_floor, to_theirs;
  Times sum;
  std::size_t sink = 0;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() != ".pdf") continue;
    const auto bytes = util::read_file(entry.path(), 100'000'000);
    if (!bytes) continue;
    const Times times = time_paper(*bytes, rounds, sink);
    to_floor.push_back(times.ours / times.floor);
    to_theirs.push_back(times.ours / times.theirs);
    sum = {sum.floor + times.floor, sum.ours + times.ours, sum.theirs + times.theirs};
  }
  if (to_floor.empty()) {
    fmt::print(stderr, "bench_core: no PDFs in {}\n", folder.string());
    return 2;
  }
  fmt::print("Reading, in one process ({} papers, {} rounds, {} operators and pages)\n",
             to_floor.size(), rounds, sink);
  print_value("CPU of opening, unpacking and splitting alone, in all", sum.floor, "s");
  print_value("CPU of reading, in all", sum.ours, "s");
  print_value("CPU of reading by the library's interpreter, in all", sum.theirs, "s");
  print_figure("reading against the floor, median of papers", median(to_floor), 3);
  print_figure("reading against the floor, in all", sum.ours / sum.floor, 3);
  print_value("reading against the library's interpreter, median", median(to_theirs), "");
  return 0;
}

}  // namespace
}  // namespace bench

int main(int argc, char** argv) {
  if (argc < 2) {
    fmt::print(stderr, "usage: bench_core FOLDER_OF_PAPERS [ROUNDS]\n");
    return 2;
  }
  return bench::run(argv[1], argc > 2 ? std::max(1, std::atoi(argv[2])) : 5);
}
