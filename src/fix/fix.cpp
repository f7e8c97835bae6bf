#include "fix/fix.hpp"

#include "extract/text_string.hpp"
#include "fix/library.hpp"
#include "fix/rewriter/rewriter.hpp"
#include "fix/wording.hpp"
#include "util/format.hpp"
#include "util/private_path.hpp"
#include "util/sha256.hpp"

namespace fix {
namespace {

const util::Expected<Rewrite*>& rewriter() {
  static const auto loaded = [] {
    auto function = find_function("deskcheck_rewrite");
    return function ? util::Expected(reinterpret_cast<Rewrite*>(*function))
                    : util::Expected<Rewrite*>(function.error());
  }();
  return loaded;
}

util::Error refusal(Fate fate) {
  switch (fate) {
    case Fate::no_pdf:
      return {"it is no PDF: it does not begin with \"%PDF-\""};
    case Fate::encrypted:
      return {"it is encrypted; save it without a password, then fix that file"};
    default:
      return {"it is damaged and cannot be rewritten; export the paper again"};
  }
}

// Files with other bytes have other identifiers, and no clock is asked.
void fill_in_ids(Written& written) {
  std::string id = util::sha256(written.bytes).substr(0, kIdDigits);
  for (std::size_t at : {written.first_id, written.second_id})
    written.bytes.replace(at, kIdDigits, id);
}

std::vector<std::string> what_stays(const Written& written) {
  std::vector<std::string> stays;
  if (int count = written.obscure_pictures)
    stays.push_back(fmt::format(
        "{} damaged or unusual picture{} with EXIF or XMP; save {} anew from a picture editor",
        count, count == 1 ? "" : "s", count == 1 ? "it" : "them"));
  for (const auto& [key, bytes] : written.paths)
    if (auto path = util::private_path(extract::decode_text_string(bytes)))
      stays.push_back(fmt::format(
          "\"{}\" in an entry {} of the structure, the outline or a form; it comes from "
          "the paper's source",
          *path, key));
  return stays;
}

}  // namespace

std::optional<util::Error> find_obstacle() {
  return rewriter() ? std::nullopt : std::optional(rewriter().error());
}

util::Expected<Rewritten> rewrite(std::string_view pdf) {
  if (!rewriter()) return rewriter().error();
  Written written;
  (**rewriter())(pdf, written);
  if (written.fate != Fate::written) return refusal(written.fate);
  fill_in_ids(written);
  Rewritten out;
  out.bytes = std::move(written.bytes);
  out.removed = removals(written.counts);
  out.stays = what_stays(written);
  return out;
}

}  // namespace fix
