// Papers whose work is a test's own function, and runs over them.
#pragma once

#include <dirent.h>
#include <unistd.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "batch/run.hpp"
#include "batch/sanitized.hpp"
#include "desk.hpp"
#include "util/sha256.hpp"

using batch::kIsSanitized;

class ListSource : public batch::Source {
 public:
  explicit ListSource(std::vector<batch::Input> inputs) : inputs_(std::move(inputs)) {}
  std::optional<batch::Input> next() override {
    if (at_ == inputs_.size()) return std::nullopt;
    return inputs_[at_++];
  }

 private:
  std::vector<batch::Input> inputs_;
  std::size_t at_ = 0;
};

// What a paper's process does; the paper's id says which.
using Act = std::function<void(const std::string& id, util::Stage& stage)>;

inline model::Result plain_result(const batch::Input& input) {
  model::Result result;
  result.file.path = input.path;
  result.file.id = input.id;
  return result;
}

inline batch::Work work_of(Act act) {
  batch::Work work;
  work.examine = [act](const batch::Input& input, std::span<const char> bytes, util::Stage& stage) {
    stage.enter(util::Step::page, 3);
    act(input.id, stage);
    auto result = plain_result(input);
    result.file.bytes = bytes.size();
    result.file.sha256 = util::sha256({bytes.data(), bytes.size()});
    return result;
  };
  work.give_up = [](const batch::Input& input, const std::string& why) {
    auto result = plain_result(input);
    result.stopped = why;
    return result;
  };
  return work;
}

// One paper for each id; all are the same bytes on disk.
inline std::vector<batch::Input> papers_of(const Desk& desk, const std::vector<std::string>& ids) {
  std::string file = desk.write("paper.pdf", "%PDF-1.4 some bytes");
  std::vector<batch::Input> inputs;
  for (const std::string& id : ids) {
    batch::Input input;
    input.path = "in/" + id + ".pdf";
    input.id = id;
    input.file = file;
    inputs.push_back(input);
  }
  return inputs;
}

inline batch::RunOptions quick_options() {
  batch::RunOptions options;
  options.cpu_seconds = 5;
  options.wall_seconds = 20;
  return options;
}

inline std::vector<model::Result> run_all(std::vector<batch::Input> inputs, batch::Work work,
                                          const batch::RunOptions& options) {
  ListSource source(std::move(inputs));
  auto run = batch::Run::start(source, std::move(work), options);
  std::vector<model::Result> results;
  while (auto result = (*run)->next()) results.push_back(std::move(*result));
  return results;
}

inline int open_descriptors() {
  int count = 0;
  DIR* folder = opendir("/proc/self/fd");
  while (readdir(folder)) ++count;
  closedir(folder);
  return count;
}
