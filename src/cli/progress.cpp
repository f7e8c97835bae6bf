#include "cli/progress.hpp"

#include "util/format.hpp"
#include "util/text.hpp"

namespace cli {

// Short enough that the line never wraps: a wrapped line cannot be taken back.
constexpr std::size_t kMostOfAName = 40;

void Progress::begin(std::string_view file) {
  if (!is_shown_) return;
  auto slash = file.rfind('/');
  if (slash != std::string_view::npos) file.remove_prefix(slash + 1);
  out_ << fmt::format("\r\x1b[K{} of {}: {}", ++begun_, all_,
                      util::shortened(util::printable(file), kMostOfAName))
       << std::flush;
}

void Progress::clear() {
  if (is_shown_ && begun_ > 0) out_ << "\r\x1b[K" << std::flush;
}

}  // namespace cli
