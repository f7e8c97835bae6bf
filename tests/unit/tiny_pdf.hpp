// Builds small PDFs as strings, with a correct cross-reference table.
#pragma once

#include <cstdio>
#include <map>
#include <string>

#include "extract/extract.hpp"

class TinyPdf {
 public:
  // Catalog 1, page tree 2, page 3, its content 4, the fonts F1 (Helvetica) 5 and F2 (Courier) 6.
  static TinyPdf with_page(const std::string& content, const std::string& resources = "",
                           const std::string& page = "/MediaBox [0 0 612 792]") {
    TinyPdf pdf;
    pdf.set(1, "<< /Type /Catalog /Pages 2 0 R >>");
    pdf.set(2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
    pdf.set(3, "<< /Type /Page /Parent 2 0 R /Contents 4 0 R " + page +
                   " /Resources << /Font << /F1 5 0 R /F2 6 0 R >> " + resources + " >> >>");
    pdf.set_stream(4, content);
    pdf.set(5, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    pdf.set(6, "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>");
    return pdf;
  }

  void set(int number, std::string body) { objects_[number] = std::move(body); }
  void set_stream(int number, const std::string& data, const std::string& keys = "") {
    set(number, "<< /Length " + std::to_string(data.size()) + " " + keys + " >>\nstream\n" + data +
                    "\nendstream");
  }
  void add_to_trailer(const std::string& keys) { trailer_ += " " + keys; }
  void replace(int number, const std::string& from, const std::string& to) {
    std::string& body = objects_[number];
    body.replace(body.find(from), from.size(), to);
  }

  std::string bytes() const {
    std::string out = "%PDF-1.5\n%\xe2\xe3\xcf\xd3\n";
    std::map<int, std::size_t> offsets;
    for (const auto& [number, body] : objects_) {
      offsets[number] = out.size();
      out += std::to_string(number) + " 0 obj\n" + body + "\nendobj\n";
    }
    const std::size_t table = out.size();
    const int size = objects_.rbegin()->first + 1;
    out += "xref\n0 " + std::to_string(size) + "\n";
    for (int number = 0; number < size; ++number) {
      char entry[32];
      const bool is_used = offsets.count(number) != 0;
      std::snprintf(entry, sizeof entry, "%010zu %05d %c \n", is_used ? offsets[number] : 0,
                    is_used ? 0 : 65535, is_used ? 'n' : 'f');
      out += entry;
    }
    return out + "trailer\n<< /Size " + std::to_string(size) + " /Root 1 0 R" + trailer_ +
           " >>\nstartxref\n" + std::to_string(table) + "\n%%EOF\n";
  }

  model::Document read() const {
    const std::string all = bytes();
    return extract::read({all.data(), all.size()});
  }

 private:
  std::map<int, std::string> objects_;
  std::string trailer_;
};
