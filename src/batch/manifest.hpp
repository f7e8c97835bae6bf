// Manifests: the organizers' tables of submissions, as CSV or as JSON lines.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "batch/source.hpp"

namespace batch {

// Columns or keys: paper_id, file (relative to the manifest's folder, and perhaps in a zip), title,
// track, authors and emails (separated by ';', or in JSON arrays), supplement (an archive, relative
// likewise). Others are passed over; all but `file` may be left out. A row that cannot be read,
// names no file or repeats an id is an Input with its problem.
std::unique_ptr<Source> open_csv_manifest(const std::string& path,
                                          std::function<bool()> gives_up = {});
std::unique_ptr<Source> open_json_manifest(const std::string& path,
                                           std::function<bool()> gives_up = {});

}  // namespace batch
