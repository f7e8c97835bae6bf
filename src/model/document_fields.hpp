// The fields of a document as JSON names them, for a visitor that writes or reads; glyphs, their
// text and ink are left out, they would make a dump of any paper too large to read.
#pragma once

#include "model/document.hpp"
#include "model/trace_fields.hpp"

namespace model {

template <class V>
void fields(V& visit, Failure& it) {
  visit.field("kind", it.kind);
  visit.field("message", it.message);
}
template <class V>
void fields(V& visit, Link& it) {
  visit.field("box", it.box);
  visit.field("uri", it.uri);
  visit.field("destination", it.destination);
}
template <class V>
void fields(V& visit, Annotation& it) {
  visit.field("box", it.box);
  visit.field("type", it.type);
  visit.field("author", it.author);
  visit.field("contents", it.contents);
  visit.field("rich_text", it.rich_text);
  visit.field("subject", it.subject);
}
template <class V>
void fields(V& visit, Image& it) {
  visit.field("box", it.box);
  visit.field("width", it.width);
  visit.field("height", it.height);
  visit.field("columns", it.columns);
  visit.field("rows", it.rows);
  visit.field("bits", it.bits);
  visit.field("is_stencil", it.is_stencil);
  visit.field("in_form", it.in_form);
  visit.field("order", it.order);
}
template <class V>
void fields(V& visit, ActualText& it) {
  visit.field("box", it.box);
  visit.field("text", it.text);
}
template <class V>
void fields(V& visit, Page& it) {
  visit.field("size", it.size);
  visit.field("rotation", it.rotation);
  visit.field("media_box", it.media_box);
  visit.field("crop_box", it.crop_box);
  visit.field("truncated", it.truncated);
  visit.field("images", it.images);
  visit.field("links", it.links);
  visit.field("annotations", it.annotations);
  visit.field("actual_texts", it.actual_texts);
}
template <class V>
void fields(V& visit, Font& it) {
  visit.field("name", it.name);
  visit.field("type", it.type);
  visit.field("embedded", it.embedded);
  visit.field("subset", it.subset);
  visit.field("to_unicode", it.to_unicode);
  visit.field("glyphs", it.glyphs);
  visit.field("glyphs_in_form", it.glyphs_in_form);
  visit.field("scale", it.scale);
  visit.field("misread", it.misread);
}
template <class V>
void fields(V& visit, Destination& it) {
  visit.field("name", it.name);
  visit.field("page", it.page);
  visit.field("y", it.y);
}
template <class V>
void fields(V& visit, OutlineEntry& it) {
  visit.field("title", it.title);
  visit.field("level", it.level);
  visit.field("page", it.page);
  visit.field("y", it.y);
}
template <class V>
void fields(V& visit, Document& it) {
  visit.field("failure", it.failure);
  visit.field("bytes", it.bytes);
  visit.field("pdf_version", it.pdf_version);
  visit.field("encrypted", it.encrypted);
  visit.field("truncated", it.truncated);
  visit.field("repaired", it.repaired);
  visit.field("complaints", it.complaints);
  visit.field("info", it.info);
  visit.field("xmp", it.xmp);
  visit.field("trailer_ids", it.trailer_ids);
  visit.field("figure_files", it.figure_files);
  visit.field("pages_in_file", it.pages_in_file);
  visit.field("pages", it.pages);
  visit.field("fonts", it.fonts);
  visit.field("destinations", it.destinations);
  visit.field("outline", it.outline);
  visit.field("traces", it.traces);
  visit.field("traces_truncated", it.traces_truncated);
  visit.field("attachments", it.attachments);
  visit.field("actions", it.actions);
  visit.field("revisions", it.revisions);
}

}  // namespace model
