// What a pack says, beyond its marks and rules, of how papers of its style are known.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/fingerprint.hpp"
#include "packs/chain.hpp"
#include "packs/node.hpp"
#include "packs/problems.hpp"

namespace packs {

struct Identity {
  std::vector<std::string> texts;   // templates of what its style prints
  std::vector<std::string> common;  // of what several venues' styles print, which tells none
  std::vector<model::InfoText> info;
  bool by_text = false;  // its layout is that of the style it was made from, and tells nothing
  std::string venue;  // where its id does not say it: that of another any-year pack or of editions
  model::TitleSet title = model::TitleSet::unknown;
};

// The checks whose limits describe how a style sets the page and its type.
std::span<const std::string_view> layout_checks();

Identity read_identity(const Node& pack, Problems& problems);

// The layouts that a pack describes itself; null where it does not.
const Node* described_layouts(const Node& pack);

// Each of them at each stage, but what is the same at several of them once: what it says of a check
// in place of the chain's rules on it, and of each rule its limits alone.
model::Layouts read_layouts(const Chain& chain, const Node& described,
                            const std::vector<std::string>& stages, Problems& problems);

// The same of the chain's own rules.
model::Layouts read_layouts(const Chain& chain, const std::vector<std::string>& stages,
                            Problems& problems);

}  // namespace packs
