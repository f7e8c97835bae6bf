#include <re2/re2.h>

#include <algorithm>
#include <cctype>
#include <cstring>

#include "supplement/looks.hpp"
#include "util/text.hpp"

namespace supplement {
namespace {

using re2::RE2;
using re2::StringPiece;

// In larger files an address is one of a thousand in a set of data.
constexpr std::size_t kMostBytes = 2'000'000, kMostBytesOfData = 20'000;
// Whoever wrote a file says so at its top.
constexpr int kFirstLines = 40;

bool is_data(std::string_view base) {
  for (std::string_view ending :
       {".csv", ".tsv", ".json", ".jsonl", ".txt", ".xml", ".html", ".log"})
    if (base.ends_with(ending)) return true;
  return false;
}

StringPiece piece(std::string_view text) {
  return {text.data(), text.size()};
}

std::string_view view(StringPiece piece) {
  return {piece.data(), piece.size()};
}

class Reader {
 public:
  Reader(const File& file, Gathering& out) : file_(file), out_(out) {}

  void read_addresses() {
    for (std::string_view rest = file_.bytes; !rest.empty();) {
      std::string_view line = rest.substr(0, rest.find('\n'));
      rest.remove_prefix(std::min(rest.size(), line.size() + 1));
      look_for_addresses(line.substr(0, limits::kLongestLine));
    }
  }

  void read() {
    bool is_small = file_.bytes.size() <= (is_data(file_.base()) ? kMostBytesOfData : kMostBytes);
    for (std::string_view rest = file_.bytes; !rest.empty();) {
      auto end = rest.find('\n');
      std::string_view line = rest.substr(0, end);
      rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
      ++number_;
      line = util::trim(line.substr(0, limits::kLongestLine));
      if (line.empty()) continue;
      look_for_account(line);
      if (is_small) look_for_holder(line);
      if (is_small) look_for_addresses(line);
      if (is_small && number_ <= kFirstLines) look_for_author(line);
    }
  }

 private:
  void tell(std::string_view kind, std::string_view text, std::string_view who) {
    out_.tell(kind, file_.name, number_, text, who);
  }

  // What schedulers of clusters are told in comments.
  void look_for_account(std::string_view line) {
    if (line[0] != '#' || line.size() < 4) return;
    static const RE2 account(
        R"(^#(?:SBATCH|PBS|BSUB|COBALT|FLUX:|\$)\s+)"
        R"((?:--account[= ]|--mail-user[= ]|--uid[= ]|-A\s*|-M\s+|-P\s+|-u\s+)([^\s#]+))");
    StringPiece who;
    if (RE2::PartialMatch(piece(line), account, &who)) tell("account", line, view(who));
  }

  void look_for_holder(std::string_view line) {
    if (!memmem(line.data(), line.size(), "opyright", 8) &&
        !memmem(line.data(), line.size(), "OPYRIGHT", 8))
      return;
    static const RE2 holder(
        R"((?i)copyright\s*(?:\(c\)|\x{a9}|&copy;)?[\s:]*)"
        R"(((?:\(c\)\s*)?(?:(?:19|20)\d\d(?:\s*[-,\x{2013}]\s*|\s+|\s*$))+)(?:present[,\s]+)?(?:by\s+)?([^\n]*))");
    StringPiece years, rest;
    if (!RE2::PartialMatch(piece(line), holder, &years, &rest)) return;
    static const RE2 end(R"((?i)[.,;]?\s*(?:all rights reserved|licensed under|\*/|-->|["']).*)");
    std::string who(view(rest));
    RE2::Replace(&who, end, "");
    if (who.size() > 1) tell("copyright", "Copyright " + std::string(view(years)) + who, who);
  }

  void look_for_addresses(std::string_view line) {
    if (line.find('@') == std::string_view::npos) return;
    static const RE2 address(
        R"(((?:[\pL][\pL.'-]*[ ]){0,4})<?\b([A-Za-z0-9][A-Za-z0-9._%+-]*@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,12})\b(:?))");
    StringPiece rest = piece(line), name, who, colon;
    while (RE2::FindAndConsume(&rest, address, &name, &who, &colon)) {
      // "git@host.org:group/project"
      if (!colon.empty() && !rest.empty() && std::isalnum(static_cast<unsigned char>(rest[0])))
        continue;
      bool is_named = !name.empty() && who.data() > name.data() && who.data()[-1] == '<';
      std::string text = is_named ? std::string(view(name)) + "<" + std::string(view(who)) + ">"
                                  : std::string(view(who));
      tell("email", text, view(who));
    }
  }

  void look_for_author(std::string_view line) {
    static const RE2 author(
        R"((?i)^[\s#/*%;"'!-]*(?:__author__\s*=|@?authors?\s*:|[@\\]author\s|created by\s|written by\s)[\s"']*([^"'*]+))");
    StringPiece who;
    if (!RE2::PartialMatch(piece(line), author, &who)) return;
    std::string_view name = util::trim(view(who));
    if (!name.empty()) tell("author", line, name);
  }

  const File& file_;
  Gathering& out_;
  int number_ = 0;
};

}  // namespace

void look_for_addresses(const File& file, Gathering& out) {
  Reader(file, out).read_addresses();
}

void look_at_lines(const File& file, Gathering& out) {
  Reader(file, out).read();
}

}  // namespace supplement
