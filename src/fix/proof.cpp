#include "fix/proof.hpp"

#include <algorithm>

#include "extract/extract.hpp"
#include "fix/paths.hpp"
#include "render/pages.hpp"
#include "util/format.hpp"

namespace fix {
namespace {

using model::Document;
using model::Glyph;
using model::Page;

// More do not help who reads them.
constexpr std::size_t kMostDifferences = 5;

bool is_same_box(const model::Box& a, const model::Box& b) {
  return a.left == b.left && a.top == b.top && a.right == b.right && a.bottom == b.bottom;
}

bool is_kept(const std::string& subtype) {
  return subtype != "FileAttachment" &&
         (subtype == "Link" || subtype == "Widget" || subtype == "Watermark" ||
          subtype == "PrinterMark" || subtype == "TrapNet");
}

bool has_foreign_annotation(const Page& page) {
  return std::any_of(page.annotations.begin(), page.annotations.end(),
                     [](const auto& annotation) { return !is_kept(annotation.type); });
}

std::u32string_view text_of(const Page& page, const Glyph& glyph) {
  return std::u32string_view(page.text).substr(glyph.text, glyph.text_length);
}

class Comparison {
 public:
  Comparison(const Document& before, const Document& after, Proof& proof)
      : before_(before), after_(after), proof_(proof) {}
  void run();

 private:
  void compare(const Page& before, const Page& after, int number);
  bool are_same(const Page& before, const Glyph& a, const Page& after, const Glyph& b) const;
  bool are_same_glyphs(const Page& before, const Page& after) const;
  void note(std::string difference);

  const Document& before_;
  const Document& after_;
  Proof& proof_;
};

void Comparison::note(std::string difference) {
  proof_.differences.push_back(std::move(difference));
}

// Not the box and not the number of the font: they follow from the rest.
bool Comparison::are_same(const Page& before, const Glyph& a, const Page& after,
                          const Glyph& b) const {
  return a.x == b.x && a.baseline == b.baseline && a.size == b.size && a.color == b.color &&
         a.opacity == b.opacity && a.render_mode == b.render_mode &&
         a.hidden_layer == b.hidden_layer && text_of(before, a) == text_of(after, b) &&
         before_.fonts[a.font].name == after_.fonts[b.font].name;
}

// What comments and marks showed may be missing.
bool Comparison::are_same_glyphs(const Page& before, const Page& after) const {
  const bool may_miss = has_foreign_annotation(before);
  std::size_t at = 0;
  for (const Glyph& glyph : before.glyphs) {
    if (at < after.glyphs.size() && are_same(before, glyph, after, after.glyphs[at]))
      ++at;
    else if (!may_miss)
      return false;
  }
  return at == after.glyphs.size();
}

bool are_same_links(const Page& before, const Page& after) {
  auto is_same = [](const model::Link& a, const model::Link& b) {
    bool is_cut = b.uri.empty() && b.destination.empty() && leads_to_file(a.uri);
    return is_same_box(a.box, b.box) &&
           (is_cut || (a.uri == b.uri && a.destination == b.destination));
  };
  return std::equal(before.links.begin(), before.links.end(), after.links.begin(),
                    after.links.end(), is_same);
}

void Comparison::compare(const Page& before, const Page& after, int number) {
  proof_.glyphs += after.glyphs.size();
  if (before.size.width != after.size.width || before.size.height != after.size.height ||
      before.rotation != after.rotation)
    note(fmt::format("page {} has another size", number));
  if (!are_same_glyphs(before, after)) note(fmt::format("page {} has other text", number));
  if (!are_same_links(before, after)) note(fmt::format("page {} has other links", number));
  if (before.truncated != after.truncated)
    note(fmt::format("page {} cannot be read as before", number));
  if (has_foreign_annotation(after))
    note(fmt::format("page {} still has comments or marks", number));
}

void Comparison::run() {
  if (after_.failure) return note(after_.failure->message);
  if (before_.pages.size() != after_.pages.size())
    return note(fmt::format("there are {} pages in place of {}", after_.pages.size(),
                            before_.pages.size()));
  for (std::size_t i = 0; i < before_.pages.size(); ++i)
    compare(before_.pages[i], after_.pages[i], static_cast<int>(i + 1));
  auto is_same_place = [](const auto& a, const auto& b) { return a.page == b.page && a.y == b.y; };
  if (!std::equal(before_.destinations.begin(), before_.destinations.end(),
                  after_.destinations.begin(), after_.destinations.end(), is_same_place))
    note("links lead to other places");
  auto is_same_entry = [&](const auto& a, const auto& b) {
    return a.title == b.title && a.level == b.level && is_same_place(a, b);
  };
  if (!std::equal(before_.outline.begin(), before_.outline.end(), after_.outline.begin(),
                  after_.outline.end(), is_same_entry))
    note("the outline is another one");
  if (!after_.info.empty() || !after_.xmp.empty() || !after_.figure_files.empty())
    note("something of the document's information is still there");
}

void compare_pictures(std::string_view before, std::string_view after, util::Stage* stage,
                      Proof& proof) {
  auto old_pages = render::Pages::open(before), new_pages = render::Pages::open(after);
  if (!old_pages || !new_pages) {
    proof.differences.push_back("pages cannot be drawn");
    return;
  }
  render::Options options;
  options.shows = is_kept;
  for (int page = 1; page <= proof.pages; ++page) {
    if (stage) stage->enter(util::Step::page, page);
    auto old_picture = old_pages->draw(page, options), new_picture = new_pages->draw(page, options);
    if (!old_picture && !new_picture)
      proof.differences.push_back(fmt::format("page {} cannot be drawn", page));
    else if (old_picture != new_picture)
      proof.differences.push_back(fmt::format("page {} would look different", page));
    if (proof.differences.size() >= kMostDifferences) return;
  }
}

}  // namespace

Proof prove(std::string_view before, std::string_view after, util::Stage* stage) {
  Proof proof;
  Document was = extract::read(before);
  if (was.failure) {
    proof.differences.push_back(was.failure->message);
    return proof;
  }
  Document is = extract::read(after);
  proof.pages = static_cast<int>(was.pages.size());
  Comparison(was, is, proof).run();
  if (proof.differences.size() > kMostDifferences) proof.differences.resize(kMostDifferences);
  if (proof.differences.empty()) compare_pictures(before, after, stage, proof);
  return proof;
}

}  // namespace fix
