// Pictures of no size that say something of their makers.
#pragma once

#include <cstdint>
#include <string>

#include "batch_zips.hpp"

inline std::string high_first(std::uint32_t number, int length) {
  std::string out;
  for (int i = length; i-- > 0;) out.push_back(static_cast<char>(number >> (8 * i)));
  return out;
}

// A block of Exif, or a TIFF, with one text.
inline std::string tiff_with(std::uint16_t tag, const std::string& text) {
  std::string out = "II*" + std::string(1, '\0');
  put(out, 8, 4);
  put(out, 1, 2);
  put(out, tag, 2);
  put(out, 2, 2);
  put(out, text.size() + 1, 4);
  put(out, 26, 4);
  put(out, 0, 4);
  return out + text + std::string(1, '\0');
}

inline std::string jpeg_segment(char marker, const std::string& bytes) {
  return std::string("\xff") + marker +
         high_first(static_cast<std::uint32_t>(bytes.size() + 2), 2) + bytes;
}

inline std::string jpeg_of(const std::string& segments) {
  return "\xff\xd8" + segments + "\xff\xda" + std::string("\0\2", 2) + "\xff\xd9";
}

inline std::string jpeg_with(std::uint16_t tag, const std::string& text) {
  return jpeg_of(jpeg_segment('\xe1', std::string("Exif\0\0", 6) + tiff_with(tag, text)));
}

inline std::string xmp_by(const std::string& who) {
  return "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
         "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description "
         "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:creator><rdf:Seq><rdf:li>" +
         who + "</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>";
}

inline std::string png_chunk(const std::string& kind, const std::string& bytes) {
  return high_first(static_cast<std::uint32_t>(bytes.size()), 4) + kind + bytes + "sums";
}

inline std::string png_of(const std::string& chunks) {
  return "\x89PNG\r\n\x1a\n" + chunks + png_chunk("IEND", "");
}

inline std::string svg_by(const std::string& who, const std::string& attributes = "") {
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" " + attributes +
         "><metadata><rdf:RDF><cc:Work><dc:creator><cc:Agent><dc:title>" + who +
         "</dc:title></cc:Agent></dc:creator></cc:Work></rdf:RDF></metadata></svg>";
}
