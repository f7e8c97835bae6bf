// Holds whole runs of deskcheck against other tools and against itself, in CPU time and memory:
//   bench DESKCHECK FOLDER_OF_PAPERS [ROUNDS]
// Everything that is compared runs interleaved, on the same papers, with what it prints thrown
// away.
#include <filesystem>
#include <functional>
#include <iostream>
#include <map>

#include "bench/figures.hpp"
#include "bench/process.hpp"

namespace fs = std::filesystem;

namespace bench {
namespace {

constexpr std::size_t kAlone = 20;      // papers judged one by one
constexpr std::size_t kTogether = 100;  // papers judged in one run
constexpr int kMany = 5;                // times that, to see whether the parent grows

class Benchmark {
 public:
  Benchmark(std::string program, std::vector<std::string> papers, int rounds)
      : program_(std::move(program)), papers_(std::move(papers)), rounds_(rounds) {
    help_ = output_of({program_, "check", "--help"});
  }

  void run_all() {
    const auto longest = longest_papers(kAlone);
    compare_alone("spread over the folder", some_papers(kAlone));
    compare_alone("the longest of the folder", longest);
    compare_together("the folder, again from the front", many_papers(kTogether, papers_));
    compare_together("its longest, again from the front", many_papers(kTogether, longest));
    compare_jobs();
    compare_isolation();
    weigh();
  }

 private:
  bool has(const std::string& option) const { return help_.find(option) != std::string::npos; }
  Command check(const std::vector<std::string>& papers, const Command& options = {}) const {
    Command out{program_, "check"};
    out.insert(out.end(), papers.begin(), papers.end());
    out.insert(out.end(), {"--pack", "neurips-2025", "--format", "json"});
    out.insert(out.end(), options.begin(), options.end());
    return out;
  }
  std::vector<std::string> some_papers(std::size_t count) const {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < count; ++i) out.push_back(papers_[i * papers_.size() / count]);
    return out;
  }
  // As many, again from the front where there are fewer.
  static std::vector<std::string> many_papers(std::size_t count,
                                              const std::vector<std::string>& from) {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < count; ++i) out.push_back(from[i % from.size()]);
    return out;
  }
  std::vector<std::string> many_papers(std::size_t count) const {
    return many_papers(count, papers_);
  }
  // By what pdftotext takes. The goals were set on papers of which it took 125 ms in the median;
  // of a paper of eight pages a third is start-up.
  std::vector<std::string> longest_papers(std::size_t count) const {
    std::vector<std::pair<double, std::string>> timed;
    for (const std::string& paper : papers_) timed.emplace_back(-run(read_text(paper)).cpu, paper);
    std::sort(timed.begin(), timed.end());
    std::vector<std::string> out;
    for (std::size_t i = 0; i < std::min(count, timed.size()); ++i) out.push_back(timed[i].second);
    return out;
  }
  static Command read_text(const std::string& paper) {
    return {"pdftotext", "-bbox", paper, "/dev/null"};
  }

  void compare_alone(std::string_view which, const std::vector<std::string>& papers);
  void compare_together(std::string_view which, const std::vector<std::string>& papers);
  void compare_jobs();
  void compare_isolation();
  void weigh();

  std::string program_;
  std::vector<std::string> papers_;
  int rounds_;
  std::string help_;
};

using Runs = std::map<std::string, std::vector<double>>;

// The median over papers of how much of `other`'s time `ours` takes.
double median_ratio(const std::vector<double>& ours, const std::vector<double>& other) {
  std::vector<double> ratios;
  for (std::size_t i = 0; i < ours.size(); ++i) ratios.push_back(ours[i] / other[i]);
  return median(ratios);
}

void Benchmark::compare_alone(std::string_view which, const std::vector<std::string>& papers) {
  fmt::print("One paper, whole process ({} papers, {}; {} rounds)\n", papers.size(), which, rounds_);
  std::map<std::string, std::function<Command(const std::string&)>> tools = {
      {"deskcheck", [&](const std::string& paper) { return check({paper}); }},
      // What no paper can take less than: loading libraries, and the pack.
      {"deskcheck --version",
       [&](const std::string&) {
         return Command{program_, "--version"};
       }},
      {"deskcheck packs show",
       [&](const std::string&) {
         return Command{program_, "packs", "show", "neurips-2025"};
       }},
      {"pdftotext", read_text}};
  if (can_run("mutool")) {
    tools["mutool"] = [](const std::string& paper) {
      return Command{"mutool", "draw", "-F", "txt", "-o", "/dev/null", paper};
    };
  }
  Runs medians;
  for (const std::string& paper : papers) {
    Runs runs;
    for (int round = 0; round < rounds_; ++round) {
      for (const auto& [name, command] : tools) runs[name].push_back(run(command(paper)).cpu);
    }
    for (const auto& [name, times] : runs) medians[name].push_back(median(times));
  }
  for (const auto& [name, times] : medians) {
    print_value("CPU of " + name + ", median", 1000 * median(times), "ms");
  }
  const auto& ours = medians["deskcheck"];
  print_figure("CPU against pdftotext -bbox", median_ratio(ours, medians["pdftotext"]), 0.25);
  if (tools.contains("mutool")) {
    print_figure("CPU against mutool draw -F txt", median_ratio(ours, medians["mutool"]), 1);
  }
}

void Benchmark::compare_together(std::string_view which, const std::vector<std::string>& papers) {
  fmt::print("{} papers, two at a time ({}; {} rounds)\n", papers.size(), which, rounds_);
  const Command two = has("--jobs") ? Command{"--jobs", "2"} : Command{};
  std::map<std::string, Command> ways;
  if (has("--isolation")) {
    for (const char* kind : {"process", "worker"}) {
      Command options = two;
      options.insert(options.end(), {"--isolation", kind});
      ways[kind] = options;
    }
  } else {
    fmt::print("  --isolation is absent: all papers in one process\n");
    ways["process"] = two;
  }
  Runs runs;
  for (int round = 0; round < rounds_; ++round) {
    for (const auto& [name, options] : ways) runs[name].push_back(run(check(papers, options)).cpu);
    double sum = 0;
    for (const std::string& paper : papers) sum += run(read_text(paper)).cpu;
    runs["pdftotext"].push_back(sum);
  }
  for (const auto& [name, times] : runs) print_value("CPU of " + name, median(times), "s");
  print_figure("CPU, a process each, against pdftotext -bbox",
               median(runs["process"]) / median(runs["pdftotext"]), 0.18);
  if (!has("--isolation")) return;
  print_figure("CPU, workers, against pdftotext -bbox",
               median(runs["worker"]) / median(runs["pdftotext"]), 0.13);
}

void Benchmark::compare_jobs() {
  fmt::print("Two at a time against one ({} papers, {} rounds)\n", kTogether, rounds_);
  if (!has("--jobs")) {
    fmt::print("  --jobs is absent: not compared\n");
    return;
  }
  const auto papers = many_papers(kTogether);
  std::vector<double> cpu, speed, idle;
  for (int round = 0; round < rounds_; ++round) {
    const double one_spin = spin(1);
    const Usage one = run(check(papers, {"--jobs", "1"}));
    const double two_spins = spin(2);
    const Usage two = run(check(papers, {"--jobs", "2"}));
    cpu.push_back(two.cpu / one.cpu);
    // Two processors that others use as well give two loops less than twice one's speed.
    const double processors = 2 * one_spin / two_spins;
    idle.push_back(processors);
    speed.push_back(one.wall / two.wall * 2 / processors);
  }
  print_value("processors that two spinning loops got", median(idle), "");
  print_figure("CPU of two against one", median(cpu), 1.05);
  print_figure("speed of two against one, normalised", median(speed), 1.9, false);
}

void Benchmark::compare_isolation() {
  fmt::print("Isolation ({} papers, one at a time, {} rounds)\n", kTogether, rounds_);
  if (!has("--isolation") || !has("--in-process")) {
    fmt::print("  --isolation or --in-process is absent: not compared\n");
    return;
  }
  const auto papers = many_papers(kTogether);
  const std::map<std::string, Command> ways = {
      {"in-process", {"--in-process"}},
      {"process", {"--jobs", "1", "--isolation", "process"}},
      {"worker", {"--jobs", "1", "--isolation", "worker"}}};
  Runs runs;
  for (int round = 0; round < rounds_; ++round) {
    for (const auto& [name, options] : ways) runs[name].push_back(run(check(papers, options)).cpu);
  }
  for (const auto& [name, times] : runs) print_value("CPU of " + name, median(times), "s");
  print_figure("CPU, a process each, against one process",
               median_ratio(runs["process"], runs["in-process"]), 1.20);
  print_figure("CPU, workers, against one process",
               median_ratio(runs["worker"], runs["in-process"]), 1.05);
}

void Benchmark::weigh() {
  fmt::print("Memory\n");
  std::vector<double> alone;
  for (const std::string& paper : papers_) alone.push_back(run(check({paper})).memory);
  print_figure("MiB for one paper, median", median(alone), 48);
  print_figure("MiB for one paper, 99th percentile", quantile(alone, 0.99), 96);
  const Sizes hundred = watch(check(many_papers(kTogether)));
  const Sizes more = watch(check(many_papers(kMany * kTogether)));
  print_value(fmt::format("MiB of the parent, {} papers", kTogether), hundred.parent, "");
  print_value(fmt::format("MiB of the parent, {} papers", kMany * kTogether), more.parent, "");
  // A record in the window or two, but nothing for each paper.
  print_figure("growth of the parent", more.parent / hundred.parent, 1.1);
  if (!has("--isolation")) return;
  const Sizes workers = watch(check(many_papers(kTogether), {"--isolation", "worker"}));
  print_figure("MiB of a persistent worker, median", median(workers.children), 48);
}

int run_benchmark(int argc, char** argv) {
  if (argc < 3) {
    fmt::print(stderr, "usage: bench DESKCHECK FOLDER_OF_PAPERS [ROUNDS]\n");
    return 2;
  }
  std::vector<std::string> papers;
  for (const auto& entry : fs::directory_iterator(argv[2])) {
    if (entry.path().extension() == ".pdf") papers.push_back(entry.path().string());
  }
  std::sort(papers.begin(), papers.end());
  if (papers.empty() || !can_run("pdftotext")) {
    fmt::print(stderr, "bench: needs PDFs in {} and pdftotext\n", argv[2]);
    return 2;
  }
  std::setvbuf(stdout, nullptr, _IOLBF, BUFSIZ);
  Benchmark(argv[1], papers, argc > 3 ? std::max(1, std::atoi(argv[3])) : 5).run_all();
  return 0;
}

}  // namespace
}  // namespace bench

int main(int argc, char** argv) {
  return bench::run_benchmark(argc, argv);
}
