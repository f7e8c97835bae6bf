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
void look_for_addresses(const File& file, Gathering& out);
// Descriptions of packages and records of experiments, whose keys name people and machines.
void look_at_manifest(const File& file, Gathering& out);
// Pictures of any kind, which are told by their first bytes: their makers, owners, places, cameras.
void look_at_picture(const File& file, Gathering& out);
// Whether such a statement of a picture or document may name a person, or a person's camera.
bool names_people(std::string_view key);
bool tells_of_device(std::string_view key);
// All that is looked for in papers where they do not show it, and who stands below the title.
void look_at_pdf(const File& file, Gathering& out);
// A part of a document of an office program: its authors, and those of remarks and changes.
void look_at_part(const File& document, std::string_view part, std::string_view bytes,
                  Gathering& out);

// Whether the file belongs to what a program that keeps versions puts beside the work; then it is
// no file of the work itself.
bool is_of_repository(std::string_view name);
// Whether such a file is worth unpacking.
bool tells_of_history(std::string_view name);
void note_repository(std::string_view name, Gathering& out);
void look_at_history(const File& file, Gathering& out);

}  // namespace supplement
