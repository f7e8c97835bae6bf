// The goals of reliability, each shown by a test of its own.
#pragma once

#include "lab.hpp"

namespace lab {

Report answers_every_input(const Settings&);         // 1
Report leaves_neighbours_alone(const Settings&);     // 2
Report survives_killed_workers(const Settings&);     // 3
Report resumes_after_being_killed(const Settings&);  // 4
Report stops_when_told(const Settings&);             // 5
Report owns_up_to_failing_systems(const Settings&);  // 6
Report keeps_runs_apart(const Settings&);            // 7
Report gives_the_same_result(const Settings&);       // 8
Report lets_nothing_out(const Settings&);            // 9
Report writes_safe_reports(const Settings&);         // 10
Report passes_nothing_damaged(const Settings&);      // 11
Report carries_volume(const Settings&);              // 12
Report bears_changing_files(const Settings&);        // 13
Report replays_fuzzing(const Settings&);             // 14

}  // namespace lab
