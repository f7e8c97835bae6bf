// Goals about many inputs at once: each is answered, none changes another's answer.
#include <algorithm>
#include <set>

#include "goals.hpp"
#include "records.hpp"

namespace lab {
namespace {

std::vector<fs::path> all_inputs(const Settings& settings, const Bench& bench) {
  std::vector<fs::path> inputs;
  for (const Hostile& each : hostile_inputs(settings)) inputs.push_back(each.file);
  const auto papers =
      pdfs_below(settings.corpus && !settings.is_smoke ? *settings.corpus : settings.fixtures);
  inputs.insert(inputs.end(), papers.begin(), papers.end());
  const auto mutants = make_mutants(papers, settings.is_smoke ? 120 : 3000, bench / "mutants");
  inputs.insert(inputs.end(), mutants.begin(), mutants.end());
  return inputs;
}

// The documented code for what the records say.
int code_for(const Records& records) {
  bool is_incomplete = false, has_findings = false;
  for (const auto& [path, line] : records) {
    const auto json = nlohmann::json::parse(line);
    const bool is_unjudged = json["verdict"] == "unjudged";
    is_incomplete = is_incomplete || (is_unjudged && json["findings"].empty());
    for (const auto& finding : json["findings"])
      has_findings =
          has_findings || (finding["severity"] == "error" && finding["outcome"] == "failed" &&
                           finding["confidence"] != "possible");
  }
  return is_incomplete ? 3 : has_findings ? 1 : 0;
}

// What a tool that withstands anything says of a hostile input; "either" leaves it free.
void expect(const Hostile& input, const Records& records, Report& report) {
  const auto found = records.find(as_written(input.file));
  if (found == records.end()) return;
  const std::string verdict = verdict_of(found->second);
  const bool is_unjudged = verdict == "unjudged";
  report.require(input.expect != "checked" || !is_unjudged, input.id + " could not be judged");
  report.require(input.expect != "rejected" || verdict != "pass", input.id + " passed");
  report.require(input.expect != "skipped" || is_unjudged, input.id + " was judged");
}

// Inputs on which a process dies or is stopped by a limit.
std::vector<fs::path> killers_of(const Records& records) {
  std::vector<fs::path> killers;
  for (const auto& [path, line] : records) {
    const auto json = nlohmann::json::parse(line);
    if (json["verdict"] == "unjudged" && json["findings"].empty()) killers.emplace_back(path);
  }
  return killers;
}

// A process that ends so ends alone, but ours may not: it is a fault of reading, measuring or judging.
void expect_no_deaths(const Records& records, Report& report) {
  for (const auto& [path, line] : records)
    report.require(line.find("its process died of SIG") == std::string::npos,
                   "a process died of " + path);
}

struct Peak {
  long kib = 0;
  int files = 0;
};

Launch watched(Launch launch, Peak& peak) {
  const fs::path tool = launch.words.front();
  launch.while_running = [&peak, tool](pid_t process) {
    std::error_code gone;  // before it becomes the tool, it is as large as we are
    if (fs::read_symlink("/proc/" + std::to_string(process) + "/exe", gone) != tool) return;
    peak.kib = std::max(peak.kib, resident_kib(process));
    peak.files = std::max(peak.files, open_files(process));
  };
  return launch;
}

}  // namespace

Report answers_every_input(const Settings& settings) {
  Report report;
  const Bench bench;
  const auto inputs = all_inputs(settings, bench);
  const Ended ended = run(check(settings, inputs, bench / "out"));
  const Records records = records_of(bench / "out", report);
  for (const fs::path& input : inputs)
    report.require(records.count(as_written(input)) == 1, "no record of " + input.string());
  for (const Hostile& each : hostile_inputs(settings)) expect(each, records, report);
  expect_no_deaths(records, report);
  report.require(records.size() == std::set<fs::path>(inputs.begin(), inputs.end()).size(),
                 "records of files that were not given");
  report.require(ended.code == code_for(records),
                 "exit code " + std::to_string(ended.code) + " instead of " +
                     std::to_string(code_for(records)) + ": " + ended.err.substr(0, 500));
  report.figure = std::to_string(inputs.size()) + " inputs, " + std::to_string(records.size()) +
                  " records, " + std::to_string(killers_of(records).size()) + " not judged, exit " +
                  std::to_string(ended.code);
  return report;
}

Report leaves_neighbours_alone(const Settings& settings) {
  Report report;
  const Bench bench;
  std::vector<fs::path> killers;
  for (const Hostile& each : hostile_inputs(settings))
    if (each.expect != "checked" && each.expect != "skipped") killers.push_back(each.file);
  const auto mutants = make_mutants(pdfs_below(settings.fixtures), 20, bench / "mutants");
  killers.insert(killers.end(), mutants.begin(), mutants.end());
  if (settings.is_smoke && killers.size() > 60) killers.resize(60);
  const auto controls = sound_papers(settings, 20);
  run(check(settings, controls, bench / "alone", {"--jobs", "1"}));
  const Records alone = by_themselves(records_of(bench / "alone", report));
  report.require(alone.size() == controls.size(), "the controls alone have no records");
  std::vector<fs::path> mixed;
  for (std::size_t i = 0; i < std::max(killers.size(), controls.size()); ++i) {
    if (i < controls.size()) mixed.push_back(controls[i]);
    if (i < killers.size()) mixed.push_back(killers[i]);
  }
  Peak peak;
  for (const char* jobs : {"1", "2", "8"}) {
    const fs::path out = bench / (std::string("mixed") + jobs);
    run(watched(check(settings, mixed, out, {"--jobs", jobs}), peak));
    compare(alone, by_themselves(records_of(out, report)), controls, std::string("--jobs ") + jobs,
            report);
  }
  report.require(peak.kib < 64 * 1024, "the parent grew to " + std::to_string(peak.kib) + " KiB");
  report.figure = std::to_string(killers.size()) + " killers among " +
                  std::to_string(controls.size()) + " papers, parent at most " +
                  std::to_string(peak.kib / 1024) + " MiB and " + std::to_string(peak.files) +
                  " open files";
  return report;
}

Report gives_the_same_result(const Settings& settings) {
  Report report;
  const Bench bench;
  auto inputs = sound_papers(settings, settings.is_smoke ? 12 : 60);
  const auto mutants = make_mutants(inputs, settings.is_smoke ? 20 : 300, bench / "mutants");
  inputs.insert(inputs.end(), mutants.begin(), mutants.end());
  run(check(settings, inputs, bench / "first", {"--jobs", "2"}));
  const Records first = records_of(bench / "first", report);
  std::vector<Launch> others;
  const auto add = [&](const Words& more) -> Launch& {
    const fs::path out = bench / ("other" + std::to_string(others.size()));
    others.push_back(check(settings, inputs, out, more));
    return others.back();
  };
  add({"--jobs", "1"});
  add({"--jobs", "8"});
  add({}).environment = {{"LANG", "tr_TR.UTF-8"}, {"LC_ALL", "tr_TR.UTF-8"}, {"TZ", "Asia/Tokyo"}};
  add({}).environment = {{"MALLOC_PERTURB_", "171"}};
  add({}).folder = "/";
  add({"--isolation", "worker"});
  add({"--in-process"}).environment = {{"HOME", "/nonexistent"}};
  std::reverse(inputs.begin(), inputs.end());
  add({"--jobs", "2"});
  for (std::size_t i = 0; i < others.size(); ++i) {
    if (settings.is_smoke && i % 2 == 0) continue;
    run(others[i]);
    compare(first, records_of(bench / ("other" + std::to_string(i)), report), inputs,
            "run " + std::to_string(i), report);
  }
  report.figure = std::to_string(others.size()) + " ways to run, " + std::to_string(inputs.size()) +
                  " records each";
  return report;
}

namespace {

// Lists of names that lead nowhere, then one that does.
void read_long_lists(const Settings& settings, const Bench& bench, Peak& peak, Report& report) {
  const fs::path paper = sound_papers(settings, 1).front();
  const int count = settings.is_smoke ? 2000 : 100'000;
  std::vector<fs::path> names;
  for (int i = 0; i < count; ++i)
    names.push_back("/nonexistent/" + std::to_string(1'000'000 + i) + std::string(80, 'x'));
  names.push_back(paper);
  const Ended ended = run(watched(check(settings, names, bench / "names"), peak));
  report.require(ended.code == 3, "a list of missing files: " + std::to_string(ended.code));
  report.require(records_of(bench / "names", report).size() == names.size(),
                 "a list of missing files: records are missing");
  const std::size_t length = settings.is_smoke ? 5'000'000 : 100'000'000;
  names = {paper, "/nonexistent/" + std::string(length, 'x')};
  run(watched(check(settings, names, bench / "endless"), peak));
  report.require(lines_of(read(bench / "endless")).size() == 2, "an endless name: not two records");
}

}  // namespace

Report carries_volume(const Settings& settings) {
  Report report;
  const Bench bench;
  const auto papers = sound_papers(settings, 20);
  const std::size_t few = settings.is_smoke ? 30 : 1000, many = settings.is_smoke ? 120 : 10'000;
  std::vector<fs::path> files;
  fs::create_directories(bench / "many");
  for (std::size_t i = 0; i < many; ++i) {
    files.push_back(bench / "many" / (std::to_string(1'000'000 + i) + ".pdf"));
    fs::create_hard_link(papers[i % papers.size()], files.back());
  }
  Peak small, large;
  run(watched(check(settings, {files.begin(), files.begin() + static_cast<std::ptrdiff_t>(few)},
                    bench / "few"),
              small));
  const Ended ended = run(watched(check(settings, files, bench / "all"), large));
  report.require(records_of(bench / "all", report).size() == many, "records are missing");
  Peak lists;
  read_long_lists(settings, bench, lists, report);
  for (const Peak& peak : {small, large, lists})
    report.require(peak.kib < 64 * 1024, "the parent grew to " + std::to_string(peak.kib) + " KiB");
  report.figure = std::to_string(many) + " files in " + std::to_string(int(ended.wall)) +
                  " s; parent " + std::to_string(small.kib / 1024) + " MiB at " +
                  std::to_string(few) + ", " + std::to_string(large.kib / 1024) + " MiB at " +
                  std::to_string(many) + ", " + std::to_string(lists.kib / 1024) +
                  " MiB with lists of names that lead nowhere";
  return report;
}

}  // namespace lab
