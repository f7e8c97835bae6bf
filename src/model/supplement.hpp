// What lies beside a paper in an archive, as plain values: names, histories, and words that may
// tell whose it is.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace model {

// Files of a program that keeps versions.
struct Repository {
  std::string system;  // "git", "Mercurial", "Subversion"
  std::string folder;  // "code/.git"
  bool has_history = false;
  std::vector<std::string> people;   // "Jane Doe <jane@uni.edu>", as its files name them
  std::vector<std::string> remotes;  // where it was copied from
};

// One statement that may name somebody, however often it stands there.
struct Telltale {
  // "path", "email", "author", "copyright", "account", "host", "owner", "document", "picture"
  std::string kind;
  std::string text;   // as it stands there
  std::string who;    // of that what may name somebody: a log-in, a holder, an address
  std::string entry;  // the first file that has it
  int line = 0;       // from 1; 0 where files have no lines
  int times = 1;
};

struct Unread {
  std::string entry;  // "" = all
  std::string why;    // "is encrypted"
  bool may_hold_files = false;
};

struct Supplement {
  std::string path;                // as the user gave it, or as it was found
  std::vector<std::string> names;  // of its files, those of repositories left out
  std::vector<Repository> repositories;
  std::vector<Telltale> telltales;
  std::vector<Unread> unread;  // the first of them
  int unread_files = 0;        // all of them
  bool is_cut = false;         // there are more files than are listed

  void add_unread(Unread it) {
    unread.push_back(std::move(it));
    ++unread_files;
  }
};

}  // namespace model
