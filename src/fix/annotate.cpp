#include "fix/annotate.hpp"

#include "fix/library.hpp"
#include "fix/rewriter/annotator.hpp"
#include "util/sha256.hpp"

namespace fix {
namespace {

constexpr char kUpdate = '+', kError = '!';

const util::Expected<Annotate*>& annotator() {
  static const auto loaded = [] {
    auto function = find_function("deskcheck_annotate");
    return function ? util::Expected(reinterpret_cast<Annotate*>(*function))
                    : util::Expected<Annotate*>(function.error());
  }();
  return loaded;
}

util::Error refusal(Fate fate) {
  switch (fate) {
    case Fate::no_pdf:
      return {"the file does not begin as a PDF"};
    case Fate::encrypted:
      return {"it is encrypted"};
    default:
      return {"it is damaged"};
  }
}

}  // namespace

std::optional<util::Error> find_annotating_obstacle() {
  return annotator() ? std::nullopt : std::optional(annotator().error());
}

util::Expected<std::string> annotate(std::string_view pdf, const std::vector<Mark>& marks) {
  if (!annotator()) return annotator().error();
  Written written;
  (**annotator())(pdf, marks, written);
  if (written.fate != Fate::written) return refusal(written.fate);
  if (written.second_id > 0)
    written.bytes.replace(written.second_id, kIdDigits,
                          util::sha256(written.bytes).substr(0, kIdDigits));
  return std::move(written.bytes);
}

std::string encode(const util::Expected<std::string>& update) {
  return update ? kUpdate + *update : kError + update.error().message;
}

util::Expected<std::string> decode_update(std::string_view bytes) {
  if (bytes.starts_with(kUpdate)) return std::string(bytes.substr(1));
  if (bytes.starts_with(kError)) return util::Error{std::string(bytes.substr(1))};
  return util::Error{"the process that worked on it answered nonsense"};
}

}  // namespace fix
