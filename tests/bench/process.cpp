#include "bench/process.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <thread>

extern char** environ;

namespace bench {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

double seconds_of(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
}

pid_t start(const Command& command) {
  std::vector<char*> words;
  for (const std::string& word : command) words.push_back(const_cast<char*>(word.c_str()));
  words.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0);
  }
  pid_t child = -1;
  const int error = posix_spawnp(&child, words[0], &actions, nullptr, words.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  return error == 0 ? child : -1;
}

// In MiB; 0 for a process that is gone.
double peak_size(pid_t process) {
  std::ifstream status("/proc/" + std::to_string(process) + "/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmHWM:")) return std::atof(line.c_str() + 6) / 1024;
  }
  return 0;
}

void look(pid_t process, double& parent, std::map<pid_t, double>& children) {
  parent = std::max(parent, peak_size(process));
  const std::string name = std::to_string(process);
  std::ifstream list("/proc/" + name + "/task/" + name + "/children");
  for (pid_t child = 0; list >> child;) {
    const double size = peak_size(child);
    if (size > 0) children[child] = std::max(children[child], size);
  }
}

void spin_here() {
  volatile unsigned value = 1;
  for (unsigned i = 0; i < 400'000'000; ++i) value = value * 1664525 + 1013904223;
}

}  // namespace

Usage run(const Command& command) {
  const auto began = Clock::now();
  const pid_t child = start(command);
  int status = 0;
  rusage used{};
  if (child < 0 || wait4(child, &status, 0, &used) < 0 || !WIFEXITED(status)) {
    std::cerr << "bench: " << command[0] << " did not run to its end\n";
    std::exit(1);
  }
  Usage out;
  out.wall = seconds_since(began);
  out.cpu = seconds_of(used.ru_utime) + seconds_of(used.ru_stime);
  out.memory = static_cast<double>(used.ru_maxrss) / 1024;
  return out;
}

Sizes watch(const Command& command) {
  Sizes out;
  std::map<pid_t, double> children;
  const pid_t child = start(command);
  if (child < 0) return out;
  int status = 0;
  while (waitpid(child, &status, WNOHANG) == 0) {
    look(child, out.parent, children);
    std::this_thread::sleep_for(std::chrono::milliseconds(4));
  }
  for (const auto& [process, size] : children) out.children.push_back(size);
  return out;
}

double spin(int count) {
  const auto began = Clock::now();
  for (int i = 0; i < count; ++i) {
    if (fork() == 0) {
      spin_here();
      _exit(0);
    }
  }
  for (int i = 0; i < count; ++i) wait(nullptr);
  return seconds_since(began);
}

bool can_run(const std::string& program) {
  const std::string found = output_of({"sh", "-c", "command -v \"$1\"", "sh", program});
  return !found.empty();
}

std::string output_of(const Command& command) {
  int ends[2];
  if (pipe(ends) != 0) return "";
  const pid_t child = fork();
  if (child == 0) {
    dup2(ends[1], STDOUT_FILENO);
    close(ends[0]);
    std::vector<char*> words;
    for (const std::string& word : command) words.push_back(const_cast<char*>(word.c_str()));
    words.push_back(nullptr);
    execvp(words[0], words.data());
    _exit(127);
  }
  close(ends[1]);
  std::string out;
  char buffer[4096];
  for (ssize_t got; (got = ::read(ends[0], buffer, sizeof buffer)) > 0;) {
    out.append(buffer, static_cast<std::size_t>(got));
  }
  close(ends[0]);
  waitpid(child, nullptr, 0);
  return out;
}

}  // namespace bench
