#include "lab.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <thread>

namespace lab {
namespace {

double now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
}

void redirect(const fs::path& file, int flags, int target) {
  const int opened = ::open(file.c_str(), flags | O_CLOEXEC, 0644);
  if (opened < 0 || ::dup2(opened, target) < 0) ::_exit(125);
}

[[noreturn]] void become(const Launch& launch, const fs::path& in, const fs::path& out,
                         const fs::path& err) {
  redirect(in, O_RDONLY, STDIN_FILENO);
  redirect(out, O_WRONLY | O_CREAT | O_TRUNC, STDOUT_FILENO);
  redirect(err, O_WRONLY | O_CREAT | O_TRUNC, STDERR_FILENO);
  if (!launch.folder.empty() && ::chdir(launch.folder.c_str()) != 0) ::_exit(125);
  for (const auto& [name, value] : launch.environment) ::setenv(name.c_str(), value.c_str(), 1);
  if (launch.in_child) launch.in_child();
  std::vector<char*> words;
  for (const std::string& word : launch.words) words.push_back(const_cast<char*>(word.c_str()));
  words.push_back(nullptr);
  ::execvp(words[0], words.data());
  ::_exit(127);
}

// Waits for the end, looking on meanwhile.
void watch(const Launch& launch, pid_t process, Ended& ended) {
  const double begun = now();
  int status = 0;
  rusage used{};
  while (::wait4(process, &status, WNOHANG, &used) == 0) {
    if (launch.while_running) launch.while_running(process);
    if (!ended.was_killed && now() - begun > launch.seconds) {
      ended.was_killed = true;
      ::kill(process, SIGKILL);
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  ended.wall = now() - begun;
  ended.cpu = seconds(used.ru_utime) + seconds(used.ru_stime);
  ended.peak_kib = used.ru_maxrss;
  ended.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

Bench::Bench() {
  std::string name = (fs::temp_directory_path() / "deskcheck-lab-XXXXXX").string();
  if (!::mkdtemp(name.data())) throw std::runtime_error("no temporary folder");
  folder_ = name;
}

Bench::~Bench() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

Ended run(const Launch& launch) {
  const Bench bench;
  write(bench / "in", launch.input);
  const fs::path out = launch.out.empty() ? bench / "out" : launch.out;
  const fs::path err = launch.err.empty() ? bench / "err" : launch.err;
  const pid_t process = ::fork();
  if (process < 0) throw std::runtime_error("cannot fork");
  if (process == 0) become(launch, bench / "in", out, err);
  Ended ended;
  watch(launch, process, ended);
  if (launch.out.empty()) ended.out = read(out);
  if (launch.err.empty()) ended.err = read(err);
  return ended;
}

Ended run(const Words& words, double seconds) {
  Launch launch;
  launch.words = words;
  launch.seconds = seconds;
  return run(launch);
}

bool can_trace() {
  return run(Words{"strace", "-f", "-qq", "-o", "/dev/null", "true"}).code == 0;
}

std::vector<pid_t> children_of(pid_t parent) {
  std::istringstream list(
      read("/proc/" + std::to_string(parent) + "/task/" + std::to_string(parent) + "/children"));
  return {std::istream_iterator<pid_t>(list), {}};
}

long resident_kib(pid_t process) {
  std::istringstream status(read("/proc/" + std::to_string(process) + "/status"));
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmRSS:")) return std::atol(line.c_str() + 6);
  return 0;
}

int open_files(pid_t process) {
  std::error_code error;
  fs::directory_iterator files("/proc/" + std::to_string(process) + "/fd", error);
  return error ? 0 : static_cast<int>(std::distance(files, {}));
}

std::string read(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write(const fs::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary) << bytes;
}

Words lines_of(const std::string& text) {
  Words lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::string printable(const std::string& text) {
  std::string out;
  for (const char byte : text) {
    char hex[8];
    std::snprintf(hex, sizeof hex, "\\x%02x", static_cast<unsigned char>(byte));
    out += byte >= 0x20 && byte < 0x7f ? std::string(1, byte) : hex;
  }
  return out;
}

std::vector<fs::path> pdfs_below(const fs::path& folder) {
  std::vector<fs::path> found;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.path().extension() == ".pdf" && entry.is_regular_file())
      found.push_back(entry.path());
  std::sort(found.begin(), found.end());
  return found;
}

namespace {

// Not a distribution of the standard library, whose answers differ between libraries.
std::size_t below(std::mt19937& engine, std::size_t limit) {
  return limit == 0 ? 0 : engine() % limit;
}

void damage(std::string& bytes, std::mt19937& engine) {
  const std::size_t at = below(engine, bytes.size());
  const std::size_t length = std::min(below(engine, 400), bytes.size() - at);
  switch (below(engine, 6)) {
    case 0:
      bytes.resize(at);
      return;
    case 1:
      bytes.erase(at, length);
      return;
    case 2:
      bytes.insert(at, bytes.substr(below(engine, bytes.size()), length));
      return;
    case 3:
      std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(at), length, '\0');
      return;
    default:
      for (std::size_t i = 0; i < 20 && !bytes.empty(); ++i)
        bytes[below(engine, bytes.size())] = static_cast<char>(engine());
  }
}

}  // namespace

std::vector<fs::path> make_mutants(const std::vector<fs::path>& pdfs, int count,
                                   const fs::path& folder) {
  fs::create_directories(folder);
  std::mt19937 engine(20260101);
  std::vector<fs::path> made;
  for (int i = 0; i < count; ++i) {
    std::string bytes = read(pdfs[below(engine, pdfs.size())]);
    for (std::size_t faults = 1 + below(engine, 3); faults > 0 && !bytes.empty(); --faults)
      damage(bytes, engine);
    made.push_back(folder / ("mutant" + std::to_string(100'000 + i) + ".pdf"));
    write(made.back(), bytes);
  }
  return made;
}

}  // namespace lab
