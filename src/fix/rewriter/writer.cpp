#include "fix/rewriter/writer.hpp"

#include <cstdint>

#include "fix/rewriter/streams.hpp"
#include "fix/rewriter/text.hpp"
#include "util/format.hpp"

namespace fix {
namespace {

using std::size_t;

// As many as readers unpack at a time to get at one.
constexpr size_t kPacked = 100;

constexpr std::string_view kIds =
    "/ID[<00000000000000000000000000000000><00000000000000000000000000000000>]";

// Where an object lies: at an offset of the file, or as the n-th of a stream of objects.
struct Place {
  bool is_packed = false;
  size_t where = 0;
  size_t nth = 0;
};

class Writer {
 public:
  Writer(const Sweep& sweep, const std::string& version, Written& out)
      : sweep_(sweep),
        text_([&sweep](const PoDoFo::PdfReference& reference) {
          auto number = sweep.number_of(reference);
          return number ? fmt::format("{} 0 R", *number) : "null";
        }),
        places_(sweep.kept().size() + 1),
        written_(out),
        out_(out.bytes) {
    // Bytes beyond ASCII tell those who carry files that this is none.
    out_ = fmt::format("%PDF-{}\n%\xe2\xe3\xcf\xd3\n", version);
  }

  void write_plain();
  void write_packed();

 private:
  void add_object(size_t number);
  void add_stream(size_t number, std::string entries, std::string_view bytes);
  void pack(size_t first, size_t last);
  void finish(size_t table);
  bool is_packable(size_t number) const { return !sweep_.kept()[number - 1]->HasStream(); }

  const Sweep& sweep_;
  Text text_;
  std::vector<Place> places_;  // the first is of no object
  Written& written_;
  std::string& out_;
};

// `entries` is a dictionary without its end.
void Writer::add_stream(size_t number, std::string entries, std::string_view bytes) {
  places_[number] = {false, out_.size(), 0};
  out_ += fmt::format("{} 0 obj\n{}/Length {}>>\nstream\n", number, entries, bytes.size());
  out_ += bytes;
  out_ += "\nendstream\nendobj\n";
}

void Writer::add_object(size_t number) {
  Value& object = *sweep_.kept()[number - 1];
  if (object.HasStream()) {
    std::string entries = text_.of(object);
    entries.resize(entries.size() - 2);
    const std::string* bytes = sweep_.new_bytes(object);
    add_stream(number, std::move(entries), bytes ? std::string_view(*bytes) : raw_bytes(object));
    return;
  }
  places_[number] = {false, out_.size(), 0};
  out_ += fmt::format("{} 0 obj\n{}\nendobj\n", number, text_.of(object));
}

void Writer::finish(size_t table) {
  written_.first_id = out_.find(kIds, table) + kIds.find('0');
  written_.second_id = written_.first_id + kIdDigits + 2;
  out_ += fmt::format("startxref\n{}\n%%EOF\n", table);
}

void Writer::write_plain() {
  for (size_t number = 1; number < places_.size(); ++number) add_object(number);
  size_t table = out_.size();
  out_ += fmt::format("xref\n0 {}\n0000000000 65535 f \n", places_.size());
  for (size_t number = 1; number < places_.size(); ++number)
    out_ += fmt::format("{:010} 00000 n \n", places_[number].where);
  out_ += fmt::format("trailer\n<<{}/Root 1 0 R/Size {}>>\n", kIds, places_.size());
  finish(table);
}

void Writer::pack(size_t first, size_t last) {
  std::string heads, bodies;
  size_t count = 0;
  for (size_t number = first; number < last; ++number) {
    if (!is_packable(number)) continue;
    heads += fmt::format("{} {} ", number, bodies.size());
    bodies += text_.of(*sweep_.kept()[number - 1]) + "\n";
    places_[number] = {true, places_.size(), count++};
  }
  size_t own = places_.size();
  places_.emplace_back();
  add_stream(own,
             fmt::format("<</Filter/FlateDecode/First {}/N {}/Type/ObjStm", heads.size(), count),
             deflated(heads + bodies));
}

void Writer::write_packed() {
  const size_t end = places_.size();
  for (size_t number = 1; number < end; ++number)
    if (!is_packable(number)) add_object(number);
  size_t first = 1, waiting = 0;
  for (size_t number = 1; number < end; ++number) {
    if (is_packable(number)) ++waiting;
    if (waiting == kPacked || (waiting > 0 && number + 1 == end)) {
      pack(first, number + 1);
      first = number + 1;
      waiting = 0;
    }
  }
  const size_t own = places_.size(), table = out_.size();
  places_.push_back({false, table, 0});
  std::string rows(7, '\0');
  rows[5] = rows[6] = '\xff';
  for (size_t number = 1; number < places_.size(); ++number) {
    const Place& place = places_[number];
    rows += place.is_packed ? '\2' : '\1';
    for (int shift = 24; shift >= 0; shift -= 8) rows += static_cast<char>(place.where >> shift);
    rows += static_cast<char>(place.nth >> 8);
    rows += static_cast<char>(place.nth);
  }
  add_stream(own,
             fmt::format("<</Filter/FlateDecode{}/Root 1 0 R/Size {}/Type/XRef/W[1 4 2]", kIds,
                         places_.size()),
             deflated(rows));
  finish(table);
}

}  // namespace

void write(const Sweep& sweep, const std::string& version, bool packs, Written& out) {
  Writer writer(sweep, version, out);
  if (packs)
    writer.write_packed();
  else
    writer.write_plain();
}

}  // namespace fix
