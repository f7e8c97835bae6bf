// Runs the tool as its users do, as a process with arguments, and watches it from outside.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace lab {

namespace fs = std::filesystem;
using Words = std::vector<std::string>;

struct Settings {
  fs::path tool;                    // the deskcheck to test
  fs::path fixtures;                // sound papers
  std::optional<fs::path> hostile;  // a folder of hostile inputs with its MANIFEST.jsonl
  std::optional<fs::path> corpus;   // real papers
  fs::path fuzzing;                 // where fuzz targets and their seeds/ are
  bool is_smoke = false;            // small numbers, for every commit
};

// A folder of its own that is gone afterwards.
class Bench {
 public:
  Bench();
  ~Bench();
  Bench(const Bench&) = delete;
  Bench& operator=(const Bench&) = delete;
  fs::path operator/(const fs::path& name) const { return folder_ / name; }
  const fs::path& folder() const { return folder_; }

 private:
  fs::path folder_;
};

struct Launch {
  Words words;                                     // the program and its arguments
  std::map<std::string, std::string> environment;  // added to ours
  fs::path folder;                                 // to run in; "" = ours
  std::string input;                               // for its standard input
  fs::path out, err;                               // "" = kept in Ended
  double seconds = 120;                            // then it is killed
  std::function<void(pid_t)> while_running;  // called again and again, some 500 times a second
  std::function<void()> in_child;            // just before exec
};

struct Ended {
  int code = -1;            // exit code; 128 + n for signal n
  bool was_killed = false;  // by us, for its time
  double wall = 0;          // seconds
  double cpu = 0;           // of it and all its children
  long peak_kib = 0;
  std::string out, err;
};

Ended run(const Launch& launch);
Ended run(const Words& words, double seconds = 120);

// Whether strace is there and permitted, as it is not in every container.
bool can_trace();

// The processes that `parent` started and that still are, dead ones not waited for included.
std::vector<pid_t> children_of(pid_t parent);
long resident_kib(pid_t process);
int open_files(pid_t process);

std::string read(const fs::path& file);
void write(const fs::path& file, const std::string& bytes);
Words lines_of(const std::string& text);
// What is not plain ASCII as \xNN.
std::string printable(const std::string& text);

// Every PDF below a folder, by name.
std::vector<fs::path> pdfs_below(const fs::path& folder);
// `count` broken copies of the PDFs, the same every time, written into `folder`.
std::vector<fs::path> make_mutants(const std::vector<fs::path>& pdfs, int count,
                                   const fs::path& folder);

// What a goal found: empty where it holds.
struct Report {
  Words faults;        // the first few are printed
  std::string figure;  // what was measured, in a few words
  bool was_skipped = false;
  void require(bool holds, const std::string& fault) {
    if (!holds) faults.push_back(fault);
  }
};

struct Goal {
  int number;
  const char* name;
  Report (*run)(const Settings&);
};

}  // namespace lab
