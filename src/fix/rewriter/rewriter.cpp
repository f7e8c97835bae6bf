#include "fix/rewriter/rewriter.hpp"

#include <algorithm>
#include <exception>
#include <new>

#include "fix/rewriter/objects.hpp"
#include "fix/rewriter/sweep.hpp"
#include "fix/rewriter/tally.hpp"
#include "fix/rewriter/writer.hpp"

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
Fate fate_of_unread(string_view pdf) {
  return pdf.find("/Encrypt") == string_view::npos ? Fate::damaged : Fate::encrypted;
}

void rewrite_open(string_view pdf, const Objects& objects, Written& out) {
  if (has(objects.trailer(), "Encrypt") || !objects.root()) {
    out.fate = fate_of_unread(pdf);
    return;
  }
  Tally tally;
  count_information(objects, tally);
  if (int count = count_revisions(pdf)) tally.add(Kind::revisions, "", count);
  if (int count = count_unreachable(objects)) tally.add(Kind::unreachable, "", count);
  Sweep sweep(objects, tally);
  sweep.run();
  write(sweep, version_of(pdf, objects.are_packed()), objects.are_packed(), out);
  out.counts = tally.counts();
  out.paths = sweep.paths();
  out.obscure_pictures = sweep.obscure_pictures();
}

}  // namespace
}  // namespace fix

void deskcheck_rewrite(std::string_view pdf, fix::Written& out) {
  using namespace fix;
  auto header = pdf.substr(0, kHeaderSearch).find("%PDF-");
  if (header == string_view::npos) {
    out.fate = Fate::no_pdf;
    return;
  }
  try {
    Objects objects(pdf.substr(header));
    rewrite_open(pdf, objects, out);
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const PoDoFo::PdfError& error) {
    if (error.GetError() == PoDoFo::ePdfError_OutOfMemory) throw std::bad_alloc();
    out.fate = fate_of_unread(pdf);
  } catch (const std::exception&) {
    out.fate = Fate::damaged;
  }
}
