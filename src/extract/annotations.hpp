// A page's links and other annotations, read from their dictionaries.
#pragma once

#include <Page.h>

#include <vector>

#include "extract/page_frame.hpp"
#include "model/document.hpp"

class OCGs;

namespace extract {

// A page's annotation dictionaries, each fetched once.
struct Annotations {
  std::vector<Object> list;
  bool is_whole = true;  // there are no more than are read
};
Annotations fetch_annotations(Page& page);

// An annotation that holds a file, or does more than lead somewhere.
struct Trigger {
  Object annotation;
  int page = 0;
};
void find_triggers(const Annotations& annotations, int page, std::vector<Trigger>& out);

void read_annotations(const Annotations& annotations, const PageFrame& frame, model::Page& out);

// What an annotation shows on the page, and where in user space.
struct Appearance {
  Object stream;
  Ref id = Ref::INVALID();
  double left = 0, bottom = 0, right = 0, top = 0;
};

// Those seen on the page as it opens: not of hidden annotations, nor of pop-ups, nor of links,
// whose frames are a viewer's.
std::vector<Appearance> find_appearances(const Annotations& annotations, OCGs* layers);

}  // namespace extract
