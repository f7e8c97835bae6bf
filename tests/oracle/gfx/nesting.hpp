// Where in a page's content the interpreter is: in forms, transparency groups, masks, hidden
// layers.
#pragma once

#include <cstdint>
#include <vector>

namespace oracle {

class Nesting {
 public:
  void begin_form(double opacity, bool is_hidden) {
    forms_.push_back({opacity, is_hidden});
    hidden_ += is_hidden ? 1 : 0;
  }
  void end_form() {
    if (forms_.empty()) return;
    hidden_ -= forms_.back().is_hidden ? 1 : 0;
    forms_.pop_back();
  }
  // The interpreter sets the opacity inside a group to 1 before it begins the group; what it was
  // outside is the form's.
  void begin_group(bool is_mask) {
    groups_.push_back({!is_mask && !forms_.empty() ? forms_.back().opacity : 1, is_mask});
    if (!forms_.empty()) forms_.back().opacity = 1;
    muted_ += is_mask ? 1 : 0;
  }
  void end_group() {
    if (groups_.empty()) return;
    muted_ -= groups_.back().is_mask ? 1 : 0;
    groups_.pop_back();
  }
  void mute() { ++muted_; }
  void unmute() { --muted_; }
  void begin_annotations() { in_annotations_ = true; }

  bool is_in_form() const { return in_annotations_ || !forms_.empty(); }
  bool is_hidden() const { return hidden_ > 0; }  // by the layer of a form
  bool is_muted() const { return muted_ > 0; }    // nothing painted now is seen as such
  int depth() const { return static_cast<int>(forms_.size()); }

  // Of a paint whose own opacity is `own`, through all groups around it.
  std::uint8_t opacity(double own) const {
    for (const Group& group : groups_) own *= group.opacity;
    return static_cast<std::uint8_t>(own <= 0 ? 0 : own >= 1 ? 255 : own * 255 + 0.5);
  }

 private:
  struct Form {
    double opacity = 1;
    bool is_hidden = false;
  };
  struct Group {
    double opacity = 1;
    bool is_mask = false;
  };
  std::vector<Form> forms_;
  std::vector<Group> groups_;
  int hidden_ = 0;
  int muted_ = 0;
  bool in_annotations_ = false;
};

}  // namespace oracle
