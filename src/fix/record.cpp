#include <charconv>

#include "fix/fix.hpp"
#include "fix/proof.hpp"
#include "util/format.hpp"
#include "util/json.hpp"

namespace fix {
namespace {

using util::Json;

// The facts behind their length in eight digits, then the bytes of the file.
constexpr std::size_t kDigits = 8;
constexpr const char* kNonsense = "the process that worked on it answered nonsense";

std::string framed(const Json& facts, std::string_view bytes) {
  std::string text = util::dump(facts);
  return fmt::format("{:08}{}", text.size(), text).append(bytes);
}

struct Frame {
  Json facts;
  std::string_view bytes;
};

util::Expected<Frame> unframed(std::string_view record) {
  std::size_t length = 0;
  auto head = record.substr(0, kDigits);
  auto [end, error] = std::from_chars(head.data(), head.data() + head.size(), length);
  bool is_whole = head.size() == kDigits && error == std::errc() && end == head.data() + kDigits &&
                  record.size() - kDigits >= length;
  if (!is_whole) return util::Error{kNonsense};
  auto facts = util::parse(record.substr(kDigits, length));
  if (!facts || !facts->is_object()) return util::Error{kNonsense};
  return Frame{std::move(*facts), record.substr(kDigits + length)};
}

std::string text_of(const Json& object, const char* key) {
  auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

int number_of(const Json& object, const char* key) {
  auto found = object.find(key);
  return found != object.end() && found->is_number_integer() ? found->get<int>() : 0;
}

std::vector<std::string> texts_of(const Json& object, const char* key) {
  std::vector<std::string> texts;
  auto found = object.find(key);
  if (found == object.end() || !found->is_array()) return texts;
  for (const Json& each : *found)
    if (each.is_string()) texts.push_back(each.get<std::string>());
  return texts;
}

}  // namespace

std::string encode(const util::Expected<Rewritten>& rewritten) {
  if (!rewritten) return framed(util::object({{"error", rewritten.error().message}}), "");
  Json removed = Json::array();
  for (const Removal& each : rewritten->removed)
    removed.push_back(
        util::object({{"kind", each.kind}, {"count", each.count}, {"text", each.text}}));
  return framed(util::object({{"removed", removed}, {"stays", rewritten->stays}}),
                rewritten->bytes);
}

util::Expected<Rewritten> decode(std::string_view bytes) {
  auto frame = unframed(bytes);
  if (!frame) return frame.error();
  if (frame->facts.contains("error")) return util::Error{text_of(frame->facts, "error")};
  Rewritten out;
  out.bytes = frame->bytes;
  if (auto removed = frame->facts.find("removed"); removed != frame->facts.end())
    for (const Json& each : *removed)
      if (each.is_object())
        out.removed.push_back(
            {text_of(each, "kind"), number_of(each, "count"), text_of(each, "text")});
  out.stays = texts_of(frame->facts, "stays");
  return out;
}

std::string encode(const Proof& proof) {
  return framed(
      util::object(
          {{"pages", proof.pages}, {"glyphs", proof.glyphs}, {"differences", proof.differences}}),
      "");
}

Proof decode_proof(std::string_view bytes) {
  Proof proof;
  auto frame = unframed(bytes);
  bool is_whole = frame && frame->facts.contains("differences");
  if (!is_whole) {
    proof.differences.push_back(kNonsense);
    return proof;
  }
  proof.pages = number_of(frame->facts, "pages");
  proof.glyphs = static_cast<std::size_t>(number_of(frame->facts, "glyphs"));
  proof.differences = texts_of(frame->facts, "differences");
  return proof;
}

}  // namespace fix
