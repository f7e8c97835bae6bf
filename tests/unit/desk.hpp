// A desk to try the command line on: a folder of files that lives as long as a test, and small
// PDFs.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "cli/cli.hpp"

struct Answer {
  int code = -1;
  std::string out;
  std::string err;
};

class Desk {
 public:
  Desk() {
    std::string name = (std::filesystem::temp_directory_path() / "desk-XXXXXX").string();
    folder_ = mkdtemp(name.data());
  }
  ~Desk() { std::filesystem::remove_all(folder_); }
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;

  std::string path(const std::string& name) const { return (folder_ / name).string(); }

  std::string write(const std::string& name, const std::string& bytes) const {
    std::filesystem::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
    return path(name);
  }

  std::string read(const std::string& name) const {
    std::ifstream file(folder_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  // With the folder's own packs found by their ids.
  Answer run(std::vector<std::string> arguments, bool is_terminal = false) const {
    std::ostringstream out, err;
    Answer answer;
    answer.code = cli::run(arguments, {out, err, is_terminal, is_terminal, 80});
    answer.out = out.str();
    answer.err = err.str();
    return answer;
  }

 private:
  std::filesystem::path folder_;
};

inline bool has(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

// Blank pages of US Letter; `trailer` may add keys, as for encryption.
inline std::string tiny_pdf(int pages, const std::string& trailer = "") {
  std::vector<std::string> objects = {"<</Type/Catalog/Pages 2 0 R>>", ""};
  std::string kids;
  for (int page = 0; page < pages; ++page) {
    kids += std::to_string(page + 3) + " 0 R ";
    objects.push_back("<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]>>");
  }
  objects[1] = "<</Type/Pages/Count " + std::to_string(pages) + "/Kids[" + kids + "]>>";
  std::string pdf = "%PDF-1.5\n", table = "0000000000 65535 f \n";
  for (std::size_t i = 0; i < objects.size(); ++i) {
    std::string offset = std::to_string(pdf.size());
    table += std::string(10 - offset.size(), '0') + offset + " 00000 n \n";
    pdf += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  std::string start = std::to_string(pdf.size()), size = std::to_string(objects.size() + 1);
  return pdf + "xref\n0 " + size + "\n" + table + "trailer\n<</Size " + size + "/Root 1 0 R" +
         trailer + ">>\nstartxref\n" + start + "\n%%EOF\n";
}

// A pack that allows so many pages.
inline std::string page_pack(const std::string& id, int most,
                             const std::string& severity = "error") {
  return "id = \"" + id + "\"\ntitle = \"Desk 2025\"\nversion = \"1.0.0\"\n" +
         "url = \"https://example.org/call\"\nread_on = 2026-11-21\nstages = [\"submission\"]\n" +
         "[rule.readable]\ncheck = \"file/unreadable\"\nseverity = \"error\"\n" +
         "cite = { text = \"Send a PDF.\" }\n" +
         "[rule.open]\ncheck = \"file/encrypted\"\nseverity = \"error\"\n" +
         "cite = { text = \"No passwords.\" }\n" +
         "[rule.cap]\ncheck = \"length/total-pages\"\nseverity = \"" + severity + "\"\n" +
         "with = { max = " + std::to_string(most) + " }\n" + "cite = { text = \"At most " +
         std::to_string(most) + " pages.\" }\n";
}
