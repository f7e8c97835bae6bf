// What the tool takes from its surroundings: where packs lie, and how the terminal is to be used.
#pragma once

#include <optional>

#include "cli/request.hpp"
#include "packs/packs.hpp"
#include "report/report.hpp"

namespace cli {

// --packs, then beside the settings, then the user's own packs, then the installed ones.
packs::SearchPath pack_folders(const Request& request);

// What is wrong with the folders of --packs.
std::optional<util::Error> find_missing_folder(const Request& request);

// The file to which a job of GitHub's adds what is to be shown of it; empty outside of one.
std::string summary_file();

report::Style style_of(const Request& request, const Streams& streams);

// For what is said on the error stream.
report::Style style_of_complaints(const Request& request, const Streams& streams);

}  // namespace cli
