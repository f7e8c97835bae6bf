#include "batch/in_place_run.hpp"

#include <exception>
#include <new>

#include "batch/deaths.hpp"
#include "batch/opened.hpp"
#include "batch/record.hpp"
#include "batch/sandbox.hpp"

namespace batch {

std::optional<model::Result> InPlaceRun::next() {
  if (is_stopped_) return std::nullopt;
  auto input = source_.next();
  if (!input) return std::nullopt;
  if (!input->problem.empty()) return work_.give_up(*input, input->problem);
  return work_on(*input);
}

std::vector<std::string> InPlaceRun::missing_walls() const {
  return names_of(kAllWalls);
}

model::Result InPlaceRun::work_on(Input input) {
  Note note;
  try {
    Opened opened = open_input(input);
    if (!opened.file) return work_.give_up(input, opened.problem);
    Reading reading = read_whole(opened.file->number(), opened.state);
    note.say(reading.remark, reading.error);
    attach(input, opened);
    if (reading.remark == Remark::none) {
      // Through a record, so that the answer is the one that a process would give.
      auto record = encode(work_.examine(input, reading.bytes, note.stage));
      auto result = decode(record, work_.give_up(input, ""), opened.state.bytes);
      return result ? std::move(*result) : work_.give_up(input, result.error().message);
    }
  } catch (const std::bad_alloc&) {
    note.say(Remark::memory);
  } catch (const std::exception&) {
    note.say(Remark::threw);
  }
  return work_.give_up(input, explain({}, note, {}));
}

}  // namespace batch
