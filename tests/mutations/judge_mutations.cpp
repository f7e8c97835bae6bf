// Judges the faulty papers of one style as its pack has it, and holds what is found against the
// table: judge_mutations SOURCE_ROOT STYLE [--in FOLDER] [--every N] [--learned]
//
// The folder, tests/mutations where none is named, has the table and an archive for each style.
// Each fault must be found by the check that faults.tsv names, without any other error; papers
// without a fault must be passed without a word. A style whose pack does not ask for a check has no
// row for it. With --learned the pack is one that was learned from those without a fault; what
// these do not show stands in unlearned.tsv with the reason.
#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <set>
#include <sstream>

#include "checks/registry.hpp"
#include "cli/cli.hpp"
#include "util/json.hpp"

namespace fs = std::filesystem;
using util::Json;

namespace {

[[noreturn]] void stop(const std::string& why) {
  std::cerr << why << "\n";
  std::exit(1);
}

std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> parts;
  std::istringstream words(text);
  for (std::string part; std::getline(words, part, at);)
    if (!part.empty()) parts.push_back(part);
  return parts;
}

struct Fault {
  std::string name;
  std::vector<std::string> checks;  // one of them must find it; none: nothing may be found
  std::set<std::string> allowed;    // they may object too
  std::string stage = "submission";
};

// Stars stand for all styles, a name with a minus sign for all but that one.
bool is_for(const std::string& styles, const std::string& style) {
  bool is_named = false;
  for (const std::string& word : split(styles, ' ')) {
    if (word == "-" + style) return false;
    is_named |= word == "*" || word == style || word.front() == '-';
  }
  return is_named;
}

Fault fault_of(const std::vector<std::string>& cells) {
  Fault fault = {cells[0], {}, {}};
  auto words = split(cells[2], ' ');
  if (words.at(0) != "silent") fault.checks = split(words[0], '|');
  fault.allowed.insert(words.begin() + 1, words.end());
  auto options = split(cells[3], ' ');
  if (options.at(0) == "--stage") fault.stage = options.at(1);
  return fault;
}

std::vector<Fault> faults_of(const fs::path& table, const std::string& style) {
  std::vector<Fault> faults;
  std::ifstream file(table);
  for (std::string line; std::getline(file, line);) {
    auto cells = split(line, '\t');
    if (line.starts_with("#") || cells.size() < 5 || !is_for(cells[1], style)) continue;
    faults.push_back(fault_of(cells));
  }
  return faults;
}

// A folder that goes when the run does.
class Scratch {
 public:
  Scratch() {
    std::string path = (fs::temp_directory_path() / "deskcheck-mutations-XXXXXX").string();
    if (!mkdtemp(path.data())) stop("no folder for papers");
    path_ = path;
  }
  ~Scratch() { fs::remove_all(path_); }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

std::string bytes_of(archive* papers, archive_entry* entry) {
  std::string bytes(static_cast<std::size_t>(archive_entry_size(entry)), '\0');
  if (archive_read_data(papers, bytes.data(), bytes.size()) != archive_entry_size(entry))
    stop(std::string(archive_entry_pathname(entry)) + ": " + archive_error_string(papers));
  return bytes;
}

void unpack(const fs::path& from, const fs::path& to, const std::set<std::string>& wanted) {
  std::unique_ptr<archive, decltype(&archive_read_free)> papers(archive_read_new(),
                                                                archive_read_free);
  archive_read_support_filter_xz(papers.get());
  archive_read_support_format_tar(papers.get());
  if (archive_read_open_filename(papers.get(), from.c_str(), 1 << 16) != ARCHIVE_OK)
    stop(from.string() + ": " + archive_error_string(papers.get()));
  archive_entry* entry = nullptr;
  while (archive_read_next_header(papers.get(), &entry) == ARCHIVE_OK) {
    fs::path name = fs::path(archive_entry_pathname(entry)).filename();
    if (wanted.contains(name.stem().string()))
      std::ofstream(to / name, std::ios::binary) << bytes_of(papers.get(), entry);
  }
}

// More pages than one paper has, and floats and formulas, show more of a style.
const std::vector<std::pair<std::string, std::string>> kSamples = {
    {"clean", "submission"},    {"full", "submission"},    {"figures", "submission"},
    {"formulas", "submission"}, {"final", "camera-ready"},
};

std::string learn(const fs::path& folder) {
  std::string pack = (folder / "learned.toml").string();
  std::vector<std::string> arguments = {"learn", "-o", pack, "--packs", "rules"};
  for (const auto& [name, stage] : kSamples)
    arguments.push_back((folder / (name + ".pdf")).string() + "=" + stage);
  std::ostringstream out, err;
  if (cli::run(arguments, {out, err}) != 0) stop(err.str());
  std::cout << out.str();
  return pack;
}

// Faults, and checks of which all faults are meant.
std::set<std::string> unlearned(const std::string& style) {
  std::set<std::string> names;
  std::ifstream file("tests/mutations/unlearned.tsv");
  for (std::string line; std::getline(file, line);) {
    auto cells = split(line, '\t');
    if (!line.starts_with("#") && cells.size() == 3 && is_for(cells[1], style))
      names.insert(cells[0]);
  }
  return names;
}

// Results by the paper's name.
std::map<std::string, Json> judge(const fs::path& folder, const std::string& pack,
                                  const std::string& stage, const std::vector<Fault>& faults,
                                  const fs::path& home) {
  std::vector<std::string> arguments = {"check",  "--packs", "rules",     "--pack",
                                        pack,     "--stage", stage,       "--format",
                                        "ndjson", "--quiet", "--timeout", "120"};
  if (fs::exists(home / "authors.csv"))
    arguments.insert(arguments.end(), {"--identities", (home / "authors.csv").string()});
  std::size_t papers = 0;
  for (const Fault& fault : faults) {
    fs::path path = folder / (fault.name + ".pdf");
    if (fault.stage != stage) continue;
    if (!fs::exists(path)) stop(fault.name + ": not in the archive; run scripts/make-mutations");
    arguments.push_back(path.string());
    ++papers;
  }
  std::map<std::string, Json> results;
  if (papers == 0) return results;
  std::ostringstream out, err;
  if (cli::run(arguments, {out, err}) >= 2) stop(err.str());
  for (const std::string& line : split(out.str(), '\n')) {
    Json result = Json::parse(line);
    if (!result.contains("file")) continue;
    results[fs::path(result.at("file").at("path").get<std::string>()).stem().string()] = result;
  }
  return results;
}

std::string told(const Json& finding) {
  return "  " + finding.at("severity").get<std::string>() + " " +
         finding.at("check").get<std::string>() + ": " + finding.at("message").get<std::string>();
}

bool has_run(const Json& result, const std::string& check) {
  for (const Json& each : result.at("checked"))
    if (each == check) return true;
  for (const Json& each : result.at("findings"))
    if (each.at("check") == check) return true;
  return false;
}

struct Answer {
  std::string word;  // caught, silent, waiting; missed, accused, beside, not asked
  std::vector<std::string> details;
  bool is_right() const { return word == "caught" || word == "silent" || word == "waiting"; }
};

// Why no check has found it.
Answer passed_over(const Fault& fault, const Json& result) {
  bool is_known = true, has_looked = false;
  for (const std::string& check : fault.checks) {
    is_known &= checks::find(check) != nullptr;
    has_looked |= has_run(result, check);
  }
  if (!is_known) return {"waiting", {"  there is no such check yet"}};
  if (!has_looked) return {"not asked", {}};
  return {"missed", {}};
}

Answer answer_for(const Fault& fault, const Json& result) {
  bool is_caught = false;
  std::vector<std::string> others, undecided;
  for (const Json& finding : result.at("findings")) {
    std::string check = finding.at("check"), severity = finding.at("severity");
    bool has_failed = finding.at("outcome") == "failed";
    bool is_named = std::ranges::count(fault.checks, check) > 0;
    is_caught |= is_named && has_failed;
    if (is_named && !has_failed) undecided.push_back(told(finding));
    if (is_named || fault.allowed.contains(check) || severity == "note") continue;
    bool is_blamed = severity == "error" && has_failed;
    if (is_blamed || fault.checks.empty()) others.push_back(told(finding));
  }
  if (fault.checks.empty()) return {others.empty() ? "silent" : "accused", others};
  Answer answer = is_caught ? Answer{"caught", {}} : passed_over(fault, result);
  if (!others.empty() && answer.is_right()) answer.word = "beside";
  answer.details.insert(answer.details.end(), undecided.begin(), undecided.end());
  answer.details.insert(answer.details.end(), others.begin(), others.end());
  return answer;
}

int compare(const std::vector<Fault>& faults, const std::map<std::string, Json>& results) {
  std::map<std::string, int> counts;
  bool is_right = true;
  for (const Fault& fault : faults) {
    auto found = results.find(fault.name);
    if (found == results.end()) stop(fault.name + ": no result");
    Answer answer = answer_for(fault, found->second);
    is_right &= answer.is_right();
    ++counts[answer.word];
    std::cout << answer.word << "\t" << fault.name << "\t"
              << (fault.checks.empty() ? "" : fault.checks.front()) << "\n";
    for (const std::string& detail : answer.details) std::cout << detail << "\n";
  }
  for (const auto& [word, count] : counts) std::cout << word << ": " << count << "\n";
  return is_right ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.size() < 2)
    stop("usage: judge_mutations SOURCE_ROOT STYLE [--in FOLDER] [--every N] [--learned]");
  fs::current_path(arguments[0]);
  const std::string& style = arguments[1];
  fs::path home = "tests/mutations";
  std::size_t step = 1;
  bool is_learned = false;
  for (std::size_t i = 2; i < arguments.size(); ++i) {
    if (arguments[i] == "--learned") is_learned = true;
    if (i + 1 == arguments.size()) break;
    if (arguments[i] == "--every") step = std::stoul(arguments[i + 1]);
    if (arguments[i] == "--in") home = arguments[i + 1];
  }
  auto all = faults_of(home / "faults.tsv", style);
  std::set<std::string> left_out = is_learned ? unlearned(style) : std::set<std::string>();
  std::vector<Fault> faults;
  std::set<std::string> names, stages;
  for (std::size_t i = 0; i < all.size(); i += step) {
    bool is_check_left_out = !all[i].checks.empty() && left_out.contains(all[i].checks.front());
    if (is_check_left_out || left_out.contains(all[i].name)) continue;
    faults.push_back(all[i]);
    names.insert(all[i].name);
    stages.insert(all[i].stage);
  }
  Scratch scratch;
  if (is_learned)
    for (const auto& [name, stage] : kSamples) names.insert(name);
  unpack(home / (style + ".tar.xz"), scratch.path(), names);
  std::string pack = is_learned ? learn(scratch.path()) : style;
  std::map<std::string, Json> results;
  for (const std::string& stage : stages)
    results.merge(judge(scratch.path(), pack, stage, faults, home));
  return compare(faults, results);
}
