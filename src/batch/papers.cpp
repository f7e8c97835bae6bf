#include "batch/papers.hpp"

#include <utility>

namespace batch {
namespace {

// One slow paper may hold up so many fast ones before processes must wait for it.
constexpr std::size_t kMostPapers = 1024;
constexpr std::size_t kMostBytes = 32u << 20;

}  // namespace

bool Papers::has_room() const {
  return papers_.empty() || (papers_.size() < kMostPapers && held_ < kMostBytes);
}

std::size_t Papers::add(Input input) {
  Paper& paper = papers_.emplace_back();
  paper.input = std::move(input);
  return first_ + papers_.size() - 1;
}

void Papers::answer(std::size_t number, std::string record) {
  Paper& paper = at(number);
  held_ += record.size();
  paper.record = std::move(record);
  finish(paper);
}

void Papers::fail(std::size_t number, std::string why) {
  Paper& paper = at(number);
  paper.why = std::move(why);
  finish(paper);
}

void Papers::finish(Paper& paper) {
  paper.is_done = true;
  paper.input.memory.reset();  // a descriptor
}

Paper Papers::take_first() {
  Paper paper = std::move(papers_.front());
  papers_.pop_front();
  ++first_;
  held_ -= paper.record.size();
  return paper;
}

}  // namespace batch
