// What each command does; the table of options.cpp names these.
#pragma once

#include "cli/request.hpp"

namespace cli {

int run_check(const Request& request, const Streams& streams);
int run_inspect(const Request& request, const Streams& streams);
int run_merge(const Request& request, const Streams& streams);
int run_report(const Request& request, const Streams& streams);
int run_fix(const Request& request, const Streams& streams);
int run_hotcrp(const Request& request, const Streams& streams);
int run_learn(const Request& request, const Streams& streams);
int run_explain(const Request& request, const Streams& streams);
int run_packs_list(const Request& request, const Streams& streams);
int run_packs_show(const Request& request, const Streams& streams);
int run_packs_check(const Request& request, const Streams& streams);
int run_packs_schema(const Request& request, const Streams& streams);
int run_completions(const Request& request, const Streams& streams);
int run_man(const Request& request, const Streams& streams);

}  // namespace cli
