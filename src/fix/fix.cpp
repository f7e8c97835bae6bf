#include "fix/fix.hpp"

#include <exception>
#include <new>

#include "fix/objects.hpp"
#include "fix/sweep.hpp"
#include "fix/tally.hpp"
#include "fix/writer.hpp"
#include "util/format.hpp"

namespace fix {
namespace {

using std::string_view;

constexpr std::size_t kHeaderSearch = 1024;  // bytes, as all readers do

// Older revisions end where a newer one was appended. A file made for the web has one end more; its
// first object says so.
int count_revisions(string_view pdf) {
  bool is_linearized = pdf.substr(0, kHeaderSearch).find("/Linearized") != string_view::npos;
  int ends = 0;
  for (auto at = pdf.find("startxref"); at != string_view::npos; at = pdf.find("startxref", at + 1))
    ++ends;
  return std::max(0, ends - (is_linearized ? 2 : 1));
}

void count_information(const Objects& objects, Tally& tally) {
  const Value* information = objects.get(objects.trailer(), "Info");
  if (!is_dictionary(information)) return;
  for (const auto& [key, entry] : information->GetDictionary().GetKeys())
    tally.add(Kind::information, key.GetName());
}

// "1.5": two digits behind the header's sign.
std::string version_of(string_view pdf, bool packs) {
  std::string version(pdf.substr(pdf.find("%PDF-") + 5, 3));
  bool is_one = version.size() == 3 && version[1] == '.' && version[0] >= '1' &&
                version[0] <= '2' && version[2] >= '0' && version[2] <= '9';
  if (!is_one) version = "1.7";
  return packs && version < "1.5" ? "1.5" : version;
}

// The library gives up on encryption before it says that there is some.
util::Error refusal(string_view pdf) {
  if (pdf.find("/Encrypt") != string_view::npos)
    return {"it is encrypted; save it without a password, then fix that file"};
  return {"it is damaged and cannot be rewritten; export the paper again"};
}

std::vector<std::string> what_stays(const Sweep& sweep) {
  std::vector<std::string> stays;
  if (int count = sweep.obscure_pictures())
    stays.push_back(fmt::format(
        "{} damaged or unusual picture{} with EXIF or XMP; save {} anew from a picture editor",
        count, count == 1 ? "" : "s", count == 1 ? "it" : "them"));
  return stays;
}

util::Expected<Rewritten> rewrite_open(string_view pdf, const Objects& objects) {
  if (has(objects.trailer(), "Encrypt") || !objects.root()) return refusal(pdf);
  Tally tally;
  count_information(objects, tally);
  if (int count = count_revisions(pdf)) tally.add(Kind::revisions, "", count);
  if (int count = count_unreachable(objects)) tally.add(Kind::unreachable, "", count);
  Sweep sweep(objects, tally);
  sweep.run();
  Rewritten out;
  out.stays = what_stays(sweep);
  out.bytes = write(sweep, version_of(pdf, objects.are_packed()), objects.are_packed());
  out.removed = tally.removals();
  return out;
}

}  // namespace

util::Expected<Rewritten> rewrite(string_view pdf) {
  auto header = pdf.substr(0, kHeaderSearch).find("%PDF-");
  if (header == string_view::npos)
    return util::Error{"it is no PDF: it does not begin with \"%PDF-\""};
  try {
    Objects objects(pdf.substr(header));
    return rewrite_open(pdf, objects);
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const PoDoFo::PdfError& error) {
    if (error.GetError() == PoDoFo::ePdfError_OutOfMemory) throw std::bad_alloc();
    return refusal(pdf);
  } catch (const std::exception& error) {
    return util::Error{fmt::format("it cannot be rewritten: {}", error.what())};
  }
}

}  // namespace fix
