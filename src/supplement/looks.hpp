// Each looks for one kind of telltale in one file.
#pragma once

#include <string_view>

#include "supplement/gathering.hpp"

namespace supplement {

struct File {
  std::string_view name;   // with its folders
  std::string_view bytes;  // of all of it
  bool is_text = false;

  std::string_view base() const { return name.substr(name.find_last_of('/') + 1); }
};

// Home folders, in text and in programs alike.
void look_for_paths(const File& file, Gathering& out);
// What names alone tell: home folders, and the machines that logs are named after.
void look_at_name(std::string_view name, Gathering& out);
// Of text: addresses, holders of rights, accounts of clusters, and authors in the first lines.
void look_at_lines(const File& file, Gathering& out);
// Descriptions of packages and records of experiments, whose keys name people and machines.
void look_at_manifest(const File& file, Gathering& out);
void look_at_pdf(const File& file, Gathering& out);
// A part of a document of a word processor that says who wrote it.
void look_at_properties(std::string_view document, std::string_view xml, Gathering& out);

// Whether the file belongs to what a program that keeps versions puts beside the work; then it is
// no file of the work itself.
bool is_of_repository(std::string_view name);
// Whether such a file is worth unpacking.
bool tells_of_history(std::string_view name);
void note_repository(std::string_view name, Gathering& out);
void look_at_history(const File& file, Gathering& out);

}  // namespace supplement
