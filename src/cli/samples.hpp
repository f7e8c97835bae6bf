// A venue's own papers, read and measured as any paper is, and a draft of rules held against them.
#pragma once

#include <string>
#include <vector>

#include "cli/request.hpp"
#include "learn/draft.hpp"

namespace cli {

struct SampleFile {
  std::string path;
  std::string stage;  // "" = the one that its words show, else submission
};

// Fills in the stages. kClean, or complains of what keeps it from learning.
int read_samples(const Request& request, const Streams& streams, std::vector<SampleFile>& files,
                 std::vector<learn::Sample>& samples);

// Leaves out the rules that the samples themselves do not keep; kClean, or complains.
int hold_against_samples(const Request& request, const Streams& streams,
                         const std::vector<SampleFile>& files, const learn::Heading& heading,
                         learn::Draft& draft);

}  // namespace cli
