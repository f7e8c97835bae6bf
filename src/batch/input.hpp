// One submission to be judged: where its bytes are and what the organizers say of it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/identities.hpp"
#include "util/descriptor.hpp"

namespace batch {

// A row of a manifest.
struct Row {
  std::string title;
  std::string track;  // the pack's; "" = its default
  std::vector<std::string> authors;
  std::vector<std::string> emails;  // one an author, or fewer
};

// An archive that belongs to a paper.
struct Supplement {
  std::string path;  // as the user gave it, or as it was found
  std::string file;  // in the file system
  int others = 0;    // archives that might be the one as well
  // Open, for the one who reads it; none where it could not be opened.
  std::shared_ptr<util::Descriptor> open;
};

struct Input {
  std::string path;  // as the user gave it, or below that: "uploads/5/x.pdf", "uploads.zip/5/x.pdf"
  std::string id;
  std::optional<Row> row;
  model::Identities known;  // who wrote it, as a file beside the papers says
  std::optional<Supplement> supplement;
  std::string problem;  // why there is nothing to read; then neither of the two below is set
  std::string file;     // in the file system
  std::shared_ptr<util::Descriptor> memory;  // sealed memory, for what lay in a zip
};

}  // namespace batch
