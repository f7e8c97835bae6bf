#include "cli/supplements.hpp"

#include <filesystem>
#include <utility>

#include "batch/besides.hpp"
#include "cli/run_options.hpp"
#include "util/format.hpp"

namespace cli {
namespace {

constexpr std::string_view kOption = "--supplement", kNone = "none";

}  // namespace

std::optional<util::Error> find_wrong_supplement(const Request& request) {
  if (!request.has(kOption) || request.value(kOption) == kNone) return std::nullopt;
  if (!is_one_pdf(request))
    return util::Error{
        "--supplement names the archive of one PDF; for many, a manifest has a column "
        "\"supplement\""};
  std::error_code error;
  std::string path = request.value(kOption);
  if (std::filesystem::is_regular_file(path, error)) return std::nullopt;
  return util::Error{fmt::format("--supplement {}: there is no such file", path)};
}

std::unique_ptr<batch::Source> with_supplements(std::unique_ptr<batch::Source> source,
                                                const Request& request) {
  std::string named = request.has(kOption) ? request.value(kOption) : "";
  if (request.command->name != "check" || named == kNone) return source;
  if (!named.empty())
    return std::make_unique<batch::WithOneSupplement>(std::move(source), std::move(named));
  return std::make_unique<batch::WithSupplements>(std::move(source), request.arguments);
}

}  // namespace cli
