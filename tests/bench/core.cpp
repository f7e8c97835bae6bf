// Holds reading a paper, in one process, against the least that it can take and against the
// library's own interpreter, and says where the rest of the time goes:
//   bench_core FOLDER_OF_PAPERS [ROUNDS]
#include <ctime>
#include <filesystem>

#include "bench/figures.hpp"
#include "bench/floor.hpp"
#include "extract/extract.hpp"
#include "judge/judge.hpp"
#include "measure/measure.hpp"
#include "oracle/gfx/read.hpp"
#include "packs/packs.hpp"
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
  double floor = 0, reading = 0, theirs = 0, measuring = 0, judging = 0;  // seconds

  void add(const Times& other) {
    floor += other.floor;
    reading += other.reading;
    theirs += other.theirs;
    measuring += other.measuring;
    judging += other.judging;
  }
};

// Each the median of the rounds; the library's interpreter, which takes longest, runs once.
Times time_paper(const std::string& bytes, const model::Pack& pack, int rounds, std::size_t& sink) {
  std::vector<double> floor, reading, measuring, judging;
  for (int round = 0; round < rounds; ++round) {
    floor.push_back(time_of([&] { sink += count_operators(bytes); }));
    model::Result result;
    model::Paper& paper = result.paper.emplace();
    reading.push_back(time_of([&] { paper.document = extract::read(bytes); }));
    measuring.push_back(
        time_of([&] { paper.measured = measure::measure(paper.document, pack.vocabulary); }));
    judging.push_back(time_of([&] { result = judge::judge(std::move(result), pack); }));
    sink += result.findings.size();
  }
  const double theirs = time_of([&] { sink += oracle::read(bytes).document.pages.size(); });
  return {median(floor), median(reading), theirs, median(measuring), median(judging)};
}

void print_sums(const Times& sum) {
  print_value("CPU of opening, unpacking and splitting alone, in all", sum.floor, "s");
  print_value("CPU of reading, in all", sum.reading, "s");
  print_value("CPU of reading by the library's interpreter, in all", sum.theirs, "s");
  print_value("CPU of measuring, in all", sum.measuring, "s");
  print_value("CPU of judging, in all", sum.judging, "s");
}

int run(const fs::path& folder, int rounds) {
  const auto pack = packs::load("neurips-2025", {}, {DESKCHECK_SOURCE "/rules"});
  if (!pack) return 2;
  std::vector<double> to_floor, to_theirs;
  Times sum;
  std::size_t sink = 0;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() != ".pdf") continue;
    const auto bytes = util::read_file(entry.path(), 100'000'000);
    if (!bytes) continue;
    const Times times = time_paper(*bytes, *pack, rounds, sink);
    to_floor.push_back(times.reading / times.floor);
    to_theirs.push_back(times.reading / times.theirs);
    sum.add(times);
  }
  if (to_floor.empty()) {
    fmt::print(stderr, "bench_core: no PDFs in {}\n", folder.string());
    return 2;
  }
  fmt::print("Reading, in one process ({} papers, {} rounds, {} things counted)\n", to_floor.size(),
             rounds, sink);
  print_sums(sum);
  print_figure("reading against the floor, median of papers", median(to_floor), 3);
  print_figure("reading against the floor, in all", sum.reading / sum.floor, 3);
  print_value("reading against the library's interpreter, median", median(to_theirs), "");
  print_figure("judging against reading, measuring and judging, in all",
               sum.judging / (sum.reading + sum.measuring + sum.judging), 0.2);
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
