#include <utility>
#include <vector>

#include "util/format.hpp"
#include "util/json.hpp"

namespace util {
namespace {

// Builds the value from what the library's parser meets, and stops it at the first excess.
class Builder : public nlohmann::json_sax<Json> {
 public:
  explicit Builder(const JsonLimits& limits) : limits_(limits) {}

  bool null() override { return place({}); }
  bool boolean(bool value) override { return place(value); }
  bool number_integer(std::int64_t value) override { return place(value); }
  bool number_unsigned(std::uint64_t value) override { return place(value); }
  bool number_float(double value, const std::string&) override { return place(value); }
  bool string(std::string& value) override { return place(std::move(value)); }
  bool binary(Json::binary_t&) override { return refuse("binary values are not known"); }
  bool start_object(std::size_t) override { return open(Json::object()); }
  bool start_array(std::size_t) override { return open(Json::array()); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(std::string& name) override {
    Json& object = *open_.back();
    if (object.size() >= limits_.keys) return refuse("an object has too many keys");
    if (object.contains(name)) return refuse(fmt::format("the key {} comes twice", name));
    auto& members = object.get_ref<Json::object_t&>();
    // An object that grows copies what it holds, and the outermost one holds all.
    if (open_.size() == 1) members.reserve(limits_.keys);
    slot_ = &members.emplace_back(std::move(name), Json()).second;
    return true;
  }

  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception&) override {
    return refuse(fmt::format("not valid JSON at byte {}", position));
  }

  Expected<Json> take() {
    if (!problem_.empty()) return Error{problem_};
    return std::move(root_);
  }

 private:
  bool refuse(std::string why) {
    problem_ = std::move(why);
    return false;
  }

  // Pointers stay good: a list or object grows only while it is the innermost open one.
  Json& put(Json value) {
    ++values_;
    if (open_.empty()) return root_ = std::move(value);
    if (open_.back()->is_object()) return *slot_ = std::move(value);
    open_.back()->push_back(std::move(value));
    return open_.back()->back();
  }
  bool place(Json value) {
    if (values_ >= limits_.values) return refuse("too many values");
    put(std::move(value));
    return true;
  }
  bool open(Json value) {
    if (open_.size() >= limits_.depth) return refuse("lists and objects nest too deep");
    if (values_ >= limits_.values) return refuse("too many values");
    open_.push_back(&put(std::move(value)));
    return true;
  }
  bool close() {
    open_.pop_back();
    return true;
  }

  const JsonLimits& limits_;
  Json root_;
  std::vector<Json*> open_;
  Json* slot_ = nullptr;
  std::size_t values_ = 0;
  std::string problem_;
};

}  // namespace

Expected<Json> parse(std::string_view text, const JsonLimits& limits) {
  // The library takes a zero byte for the end, whatever follows it.
  if (text.find('\0') != std::string_view::npos) return Error{"not valid JSON: it has a zero byte"};
  Builder builder(limits);
  Json::sax_parse(text.begin(), text.end(), &builder);
  return builder.take();
}

}  // namespace util
