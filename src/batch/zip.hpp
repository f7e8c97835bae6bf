// The PDFs in a zip of uploads, unpacked one at a time into memory; nothing is written to disk.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "batch/source.hpp"
#include "batch/zip_limits.hpp"

namespace batch {

// By path, byte for byte. Everything in the zip is read by a process of its own, and entries that
// cannot be taken (encrypted, broken, too large, links, names that lead out of the zip or come
// twice) are Inputs with their problem. Zips within the zip are not opened. `gives_up` is asked
// while waiting.
std::unique_ptr<Source> open_zip(const std::string& path, ZipLimits limits = {},
                                 std::function<bool()> gives_up = {});

// The one paper in a zip that a path such as "uploads.zip/5/Submission/x.pdf" names; null where no
// part of it is a zip. For many papers of a zip the above is faster.
std::unique_ptr<Source> open_in_zip(const std::string& path, ZipLimits limits = {},
                                    std::function<bool()> gives_up = {});

}  // namespace batch
