// The objects of a PDF as the library holds them, and the few questions that are asked of them.
#pragma once

#include <podofo/podofo-base.h>

#include <initializer_list>
#include <string>
#include <string_view>

namespace fix {

using Value = PoDoFo::PdfObject;
using Entries = PoDoFo::TKeyMap;

class Objects {
 public:
  // Parses all of it; the library's exception where it cannot.
  explicit Objects(std::string_view pdf);

  // What a reference leads to, over a bounded way; null where it leads nowhere.
  Value* resolve(Value* value) const;
  // An entry of a dictionary, resolved; null where there is none.
  Value* get(const Value& dictionary, const char* key) const;
  std::string_view name(const Value& dictionary, const char* key) const;  // "" where it is none

  Value* root() const;
  const Value& trailer() const { return *parser_.GetTrailer(); }
  bool are_packed() const { return are_packed_; }  // in object streams
  const PoDoFo::PdfVecObjects& all() const { return all_; }

 private:
  PoDoFo::PdfVecObjects all_;
  PoDoFo::PdfParser parser_;
  bool are_packed_ = false;
};

bool is_dictionary(const Value* value);  // that of a stream too
bool is_stream(const Value* value);
bool has(const Value& dictionary, const char* key);
bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words);

// The bytes of a stream as the file has them.
std::string_view raw_bytes(const Value& stream);

// Those of a string, with the mark of UTF-16 that the library takes off.
std::string bytes_of(const PoDoFo::PdfString& string);

}  // namespace fix
