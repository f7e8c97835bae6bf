// A page's links and other annotations, read from their dictionaries.
#pragma once

#include <Page.h>

#include <vector>

#include "model/document.hpp"
#include "oracle/gfx/page_frame.hpp"

class OCGs;

namespace oracle {

// False where there are more than are read.
bool read_annotations(Page& page, const PageFrame& frame, model::Page& out);

// What an annotation shows on the page, and where in user space.
struct Appearance {
  Object stream;
  Ref id = Ref::INVALID();
  double left = 0, bottom = 0, right = 0, top = 0;
};

// Those seen on the page as it opens: not of hidden annotations, nor of pop-ups, nor of links,
// whose frames are a viewer's.
std::vector<Appearance> find_appearances(Page& page, OCGs* layers);

}  // namespace oracle
