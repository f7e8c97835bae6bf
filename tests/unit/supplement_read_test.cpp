#include <catch2/catch.hpp>

#include "supplement_parts.hpp"
#include "tiny_pdf.hpp"

using Strings = std::vector<std::string>;

namespace {

const std::string kLog =
    "0 1 Mira Lovelace <mira@nowhere.edu> 1693492345 +0200\tcommit (initial): first\n"
    "1 2 Mira Lovelace <mira@nowhere.edu> 1693492346 +0200\tcommit: second\n"
    "2 3 Ben Quux <ben@nowhere.edu> 1693492347 +0200\tcommit: third\n";
const std::string kSettings =
    "[core]\n\tbare = false\n[user]\n\tname = Mira Lovelace\n\temail = m@nowhere.edu\n"
    "[remote \"origin\"]\n\turl = git@host.org:mira/work.git\n";

}  // namespace

TEST_CASE("a history says whom it names and where it came from", "[supplement]") {
  auto found = read_supplement(zip_of({deflated("code/.git/logs/HEAD", kLog),
                                       {"code/.git/config", kSettings},
                                       {"code/.git/objects/ab/cdef", "x"},
                                       {"code/.gitignore", "*.pyc"},
                                       {"code/run.py", "print()"}}));
  REQUIRE(found.repositories.size() == 1);
  const model::Repository& git = found.repositories[0];
  CHECK(git.system == "git");
  CHECK(git.folder == "code/.git");
  CHECK(git.has_history);
  CHECK(git.people == Strings{"Mira Lovelace <m@nowhere.edu>", "Mira Lovelace <mira@nowhere.edu>",
                              "Ben Quux <ben@nowhere.edu>"});
  CHECK(git.remotes == Strings{"git@host.org:mira/work.git"});
  CHECK(found.names == Strings{"code/.gitignore", "code/run.py"});
  CHECK(found.unread.empty());
}

TEST_CASE("settings alone are no history, and other systems have their own", "[supplement]") {
  auto found = read_supplement(
      zip_of({{".git/config", "[core]\n"},
              {".git/objects/", ""},
              {"a/.hg/hgrc", "[ui]\nusername = Mira <m@x.edu>\n[paths]\ndefault = ssh://x/y\n"},
              {"a/.hg/store/data/a.i", "x"},
              {"b/.svn/wc.db", "x"}}));
  REQUIRE(found.repositories.size() == 3);
  CHECK_FALSE(found.repositories[0].has_history);
  CHECK(found.repositories[1].system == "Mercurial");
  CHECK(found.repositories[1].people == Strings{"Mira <m@x.edu>"});
  CHECK(found.repositories[1].remotes == Strings{"ssh://x/y"});
  CHECK(found.repositories[2].has_history);
}

TEST_CASE("tars name their owners, also within a zip and packed", "[supplement]") {
  std::string tar = tar_of({{"a/run.sh", "cd /home/mira/work\n", "mira", "lab"},
                            {"a/b.txt", "", "", ""},
                            {"a/.git/HEAD", "ref", "mira", "lab"},
                            {"a/.git/packed-refs", "x", "mira", "lab"}});
  Strings wanted = {"owner: mira/lab (mira) in a/run.sh", "owner: uid 668 (uid 668) in a/b.txt",
                    "path: /home/mira/ (mira) in a/run.sh:1"};
  wanted[1] = "owner: uid 1234 (uid 1234) in a/b.txt";
  CHECK(told(read_supplement(tar)) == wanted);
  CHECK(told(read_supplement(gzipped(tar))) == wanted);
  auto inner = read_supplement(zip_of({{"x/work.tar.gz", gzipped(tar)}}));
  REQUIRE(inner.repositories.size() == 1);
  CHECK(inner.repositories[0].folder == "x/work.tar.gz/a/.git");
  CHECK(inner.telltales.size() == 3);
}

TEST_CASE("long names in tars are read from the headers in front", "[supplement]") {
  std::string name(150, 'n');
  std::string record = " path=" + name + "\n";
  record = std::to_string(record.size() + 3) + record;
  auto found = read_supplement(tar_of({{"PaxHeader", record, "root", "root", 'x'},
                                       {"short", "x"},
                                       {"././@LongLink", name + "2", "root", "root", 'L'},
                                       {"short", "x"}}));
  CHECK(found.names == Strings{name, name + "2"});
}

TEST_CASE("home folders are found in any file, and no others", "[supplement]") {
  CHECK(told_of("a.py", "x\nroot = '/home/mira/data/x'\n") ==
        Strings{"path: /home/mira/ (mira) in a.py:2"});
  CHECK(told_of("a.ipynb", R"({"x": "C:\\Users\\Mira Love\\x.csv"})") ==
        Strings{R"(path: \Users\\Mira Love\ (Mira Love) in a.ipynb:1)"});
  CHECK(told_of("a.pyc", std::string("\0\1/Users/mira/a.py\0", 19)) ==
        Strings{"path: /Users/mira/ (mira) in a.pyc"});
  CHECK(told_of("b.pyc", std::string("\0z@/Users/mira/a.py", 19)) ==
        Strings{"path: /Users/mira/ (mira) in b.pyc"});
  CHECK(told_of("a.txt", "file:///home/mira/x and /mnt/c/Users/mira/y\n").size() == 2);
  for (const char* text :
       {"see https://x.org/home/about/us", "src/home/index/x.html", "route('/home/settings')",
        "/home/$USER/x", "/home/<user>/x", "/home/", "/home/x", "~/Users/"})
    CHECK(told_of("a.txt", text).empty());
  CHECK(told_of("home/mira/code/a.py", "") ==
        Strings{"path: /home/mira/ (mira) in home/mira/code/a.py"});
}

TEST_CASE("descriptions of packages name their authors", "[supplement]") {
  CHECK(told_of("setup.py",
                "setup(\n  name='x',\n  author='Mira Lovelace',\n  author_email=\"\",\n)") ==
        Strings{"manifest: Mira Lovelace (Mira Lovelace) in setup.py:3"});
  CHECK(told_of("pyproject.toml",
                "[project]\nauthors = [\n  {name = \"Mira L\", email = \"m@x.edu\"},\n  \"Ben Q "
                "<b@x.edu>\"\n]\n")
            .size() >= 2);
  CHECK(told_of("package.json", R"({"author": {"name": "Mira", "email": "m@x.edu"}})") ==
        Strings{"email: m@x.edu (m@x.edu) in package.json:1",
                "manifest: Mira m@x.edu (Mira m@x.edu) in package.json"});
  CHECK(told_of("x/CITATION.cff", "authors:\n- family-names: Lovelace\n  given-names: Mira\n") ==
        Strings{"manifest: Lovelace (Lovelace) in x/CITATION.cff:2",
                "manifest: Mira (Mira) in x/CITATION.cff:3"});
  CHECK(told_of("n.ipynb", R"({"executionInfo": {"user": {"displayName": "Mira L"}}})") ==
        Strings{"manifest: Mira L (Mira L) in n.ipynb:1"});
  CHECK(told_of("environment.yml", "name: x\nprefix: /data/mira/envs/x\n") ==
        Strings{"path: /data/mira/envs/x (/data/mira/envs/x) in environment.yml:2"});
}

TEST_CASE("lines name accounts, machines, addresses and holders of rights", "[supplement]") {
  CHECK(told_of("job.sh", "#!/bin/sh\n#SBATCH --account=lab-mira\n#SBATCH --time=1:00\n") ==
        Strings{"account: #SBATCH --account=lab-mira (lab-mira) in job.sh:2"});
  CHECK(told_of("wandb/x/wandb-metadata.json", R"({"host": "mira-ws", "username": "mira"})") ==
        Strings{"host: mira-ws (mira-ws) in wandb/x/wandb-metadata.json",
                "account: mira (mira) in wandb/x/wandb-metadata.json"});
  CHECK(
      told_of("logs/events.out.tfevents.1693492345.ws.lab.edu.77.0", "") ==
      Strings{
          "host: ws.lab.edu (ws.lab.edu) in logs/events.out.tfevents.1693492345.ws.lab.edu.77.0"});
  CHECK(told_of("LICENSE", "MIT License\n\nCopyright (c) 2025 Mira Lovelace\n") ==
        Strings{"copyright: Copyright 2025 Mira Lovelace (Mira Lovelace) in LICENSE:3"});
  CHECK(told_of("LICENSE", "The above copyright notice shall be included in 2025 or so").empty());
  CHECK(told_of("README.md", "Ask Mira Lovelace <mira@nowhere.edu>.\n@x.y git@h.org:a/b\n") ==
        Strings{"email: Ask Mira Lovelace <mira@nowhere.edu> (mira@nowhere.edu) in README.md:1"});
  CHECK(told_of("a.py", "# Author: Mira Lovelace\n") ==
        Strings{"author: # Author: Mira Lovelace (Mira Lovelace) in a.py:1"});
}

TEST_CASE("documents and PDFs name authors in their metadata", "[supplement]") {
  std::string docx = zip_of(
      {deflated("docProps/core.xml", "<x><dc:creator>Mira L</dc:creator><cp:lastModifiedBy/></x>"),
       {"word/document.xml", "<x>/home/y/z</x>"}});
  CHECK(told_of("notes.docx", docx) ==
        Strings{"document: Mira L (Mira L) in notes.docx", "path: /home/y/ (y) in notes.docx"});
  auto pdf = TinyPdf::with_page("");
  pdf.set(9, "<< /Author (Mira Lovelace) >>");
  pdf.add_to_trailer("/Info 9 0 R");
  CHECK(told_of("proof.pdf", pdf.bytes()) ==
        Strings{"document: Mira Lovelace (Mira Lovelace) in proof.pdf"});
  CHECK(why_unread(read_supplement(zip_of({{"x.pdf", "%PDF-"}}))) ==
        "x.pdf is a PDF that cannot be opened");
}

TEST_CASE("what is said often is told once", "[supplement]") {
  auto found = read_supplement(
      zip_of({{"a.sh", "/home/mira/x\n/home/mira/y\n"}, {"b.sh", "/home/mira/z\n"}}));
  REQUIRE(found.telltales.size() == 1);
  CHECK(found.telltales[0].times == 3);
}
