#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <csignal>
#include <thread>

#include "batch/ids.hpp"
#include "batch/sanitized.hpp"
#include "batch_inputs.hpp"
#include "desk.hpp"
#include "util/descriptor.hpp"

namespace {

using Strings = std::vector<std::string>;
namespace fs = std::filesystem;

// A file holding the bytes, as standard input.
std::vector<batch::Input> inputs_listed(const Desk& desk, const std::string& bytes,
                                        bool in_nul = false) {
  util::Descriptor list(open(desk.write("list", bytes).c_str(), O_RDONLY | O_CLOEXEC));
  batch::SourceOptions options;
  options.names = list.number();
  options.names_end_in_nul = in_nul;
  return inputs_of({"-"}, options);
}

long peak_kilobytes() {
  rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

}  // namespace

TEST_CASE("an id is read off the path", "[batch]") {
  CHECK(batch::id_of("uploads/5/Submission/x.pdf") == "5");
  CHECK(batch::id_of("u.zip/0012/Submission/deep/x.pdf") == "0012");
  CHECK(batch::id_of("5/Submission/conf-paper7.pdf") == "5");
  CHECK(batch::id_of("5/Supplementary/x.pdf") == "x");
  CHECK(batch::id_of("five/Submission/x.pdf") == "x");
  CHECK(batch::id_of("Submission/x.pdf") == "x");
  CHECK(batch::id_of("in/conf2025-paper12.pdf") == "12");
  CHECK(batch::id_of("in/conf2025-paper12.PDF") == "12");
  CHECK(batch::id_of("in/conf2025-paper12-draft.pdf") == "conf2025-paper12-draft");
  CHECK(batch::id_of("paper12.pdf") == "paper12");
  CHECK(batch::id_of("-paper12.pdf") == "-paper12");
  CHECK(batch::id_of("a.b/c.d.pdf") == "c.d");
  CHECK(batch::id_of(".pdf") == ".pdf");
  CHECK(batch::id_of("folder/") == "folder");
  CHECK(batch::id_of("/") == "");
}

TEST_CASE("files are taken as they are, in the order given", "[batch]") {
  Desk desk;
  auto b = desk.write("b.pdf", "x"), a = desk.write("a.txt", "x"), gone = desk.path("gone.pdf");
  REQUIRE(mkfifo(desk.path("pipe.pdf").c_str(), 0600) == 0);
  auto inputs = inputs_of({b, gone, a, "/dev/zero", desk.path("pipe.pdf"), b});
  CHECK(paths_of(inputs) == Strings{b, gone, a, "/dev/zero", desk.path("pipe.pdf"), b});
  CHECK(inputs[0].file == b);
  CHECK(inputs[0].problem.empty());
  CHECK(inputs[1].file.empty());
  CHECK(inputs[1].problem == gone + ": no such file or folder");
  CHECK(inputs[1].id == "gone");
  CHECK(problems_in(inputs) == 1);
}

TEST_CASE("how many there are is known where only PDFs are given", "[batch]") {
  Desk desk;
  desk.write("folder.pdf/x.pdf", "x");
  CHECK(batch::open_sources({"a.pdf", "b.PDF"})->count() == 2);
  CHECK_FALSE(batch::open_sources({"a.pdf", "-"})->count());
  CHECK_FALSE(batch::open_sources({desk.path("folder.pdf")})->count());
}

TEST_CASE("a folder gives its PDFs by the bytes of their paths", "[batch]") {
  Desk desk;
  // '-' and '.' come before '/', 'b' after it.
  for (auto name : {"in/a/z.PDF", "in/a.pdf", "in/a-b/y.pdf", "in/ab.pdf", "in/a/b/c.pdf",
                    "in/10/x.pdf", "in/9/x.pdf", "in/.hidden.pdf", "in/notes.txt"})
    desk.write(name, "x");
  auto inputs = inputs_of({desk.path("in")});
  Strings expected;
  for (auto name : {"in/.hidden.pdf", "in/10/x.pdf", "in/9/x.pdf", "in/a-b/y.pdf", "in/a.pdf",
                    "in/a/b/c.pdf", "in/a/z.PDF", "in/ab.pdf"})
    expected.push_back(desk.path(name));
  CHECK(paths_of(inputs) == expected);
  CHECK(std::is_sorted(expected.begin(), expected.end()));
  CHECK(paths_of(inputs_of({desk.path("in") + "/"})) == expected);
}

TEST_CASE("symbolic links to files are papers, those to folders are not followed", "[batch]") {
  Desk desk;
  desk.write("in/a.pdf", "x");
  fs::create_directory_symlink(desk.path("in"), desk.path("in/loop"));
  fs::create_directory_symlink(desk.path("in"), desk.path("in/loop.pdf"));
  fs::create_symlink(desk.path("in/a.pdf"), desk.path("in/link.pdf"));
  fs::create_symlink(desk.path("nowhere"), desk.path("in/lost.pdf"));
  fs::create_symlink("self.pdf", desk.path("in/self.pdf"));
  fs::create_directory_symlink(desk.path("in"), desk.path("door"));
  auto inputs = inputs_of({desk.path("in")});
  CHECK(ids_of(inputs) == Strings{"a", "link", "lost", "self"});
  CHECK(inputs_of({desk.path("door")}).size() == 4);
}

TEST_CASE("names that are no text and very long ones come through", "[batch]") {
  Desk desk;
  std::string odd = "in/new\nline \xff\xfe\x1b[31m.pdf",
              lengthy = "in/" + std::string(251, 'n') + ".pdf";
  desk.write(odd, "x");
  desk.write(lengthy, "x");
  auto inputs = inputs_of({desk.path("in")});
  CHECK(paths_of(inputs) ==
        Strings{desk.path("in/new\nline \xff\xfe\x1b[31m.pdf"), desk.path(lengthy)});
}

TEST_CASE("a tree deeper than a path can be ends in a problem", "[batch]") {
  Desk desk;
  fs::create_directory(desk.path("in"));
  util::Descriptor here(open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  REQUIRE(chdir(desk.path("in").c_str()) == 0);
  std::string name(200, 'd');
  for (int i = 0; i < 25; ++i) {
    REQUIRE(mkdir(name.c_str(), 0700) == 0);
    REQUIRE(chdir(name.c_str()) == 0);
  }
  REQUIRE(fchdir(here.number()) == 0);
  auto inputs = inputs_of({desk.path("in")});
  REQUIRE(inputs.size() == 1);
  CHECK(has(inputs[0].problem, "too long"));
}

TEST_CASE("a folder without a PDF, and one that cannot be read, are said", "[batch]") {
  Desk desk;
  desk.write("empty/deep/notes.txt", "x");
  auto empty = inputs_of({desk.path("empty")});
  REQUIRE(empty.size() == 1);
  CHECK(has(empty[0].problem, "ends in .pdf"));
  if (geteuid() == 0) return;  // who may read everything cannot be refused
  desk.write("in/a.pdf", "x");
  desk.write("in/closed/b.pdf", "x");
  fs::permissions(desk.path("in/closed"), fs::perms::none);
  auto inputs = inputs_of({desk.path("in")});
  fs::permissions(desk.path("in/closed"), fs::perms::owner_all);
  REQUIRE(inputs.size() == 2);
  CHECK(has(inputs[1].problem, "in/closed: Permission denied"));
}

TEST_CASE("names on standard input end in lines or in NUL", "[batch]") {
  Desk desk;
  auto a = desk.write("a.pdf", "x"), odd = desk.write("b\nc.pdf", "x");
  desk.write("in/d.pdf", "x");
  auto lines = inputs_listed(desk, a + "\r\n\n" + desk.path("in") + "\n" + desk.path("gone.pdf"));
  CHECK(paths_of(lines) == Strings{a, desk.path("in/d.pdf"), desk.path("gone.pdf")});
  CHECK(problems_in(lines) == 1);
  auto nul = std::string(1, '\0');
  CHECK(paths_of(inputs_listed(desk, odd + nul + a + nul)) == Strings{odd, a});
  CHECK(paths_of(inputs_listed(desk, odd, true)) == Strings{odd});
}

TEST_CASE("a name longer than a path and a list that cannot be read are problems", "[batch]") {
  Desk desk;
  auto a = desk.write("a.pdf", "x");
  auto inputs = inputs_listed(desk, std::string(100'000, 'x') + "\n" + a + "\n");
  REQUIRE(inputs.size() == 2);
  CHECK(has(inputs[0].problem, "100000 bytes"));
  CHECK(inputs[0].path.size() == 4096);
  CHECK(inputs[1].file == a);
  batch::SourceOptions options;
  util::Descriptor folder(open(desk.path("").c_str(), O_RDONLY | O_CLOEXEC));
  options.names = folder.number();
  auto none = inputs_of({"-"}, options);
  REQUIRE(none.size() == 1);
  CHECK(has(none[0].problem, "standard input"));
}

TEST_CASE("a list that names no paper is a problem", "[batch]") {
  Desk desk;
  for (const char* list : {"", "\n\n"}) {
    auto inputs = inputs_listed(desk, list);
    REQUIRE(inputs.size() == 1);
    CHECK(inputs[0].problem == "-: standard input names no paper");
  }
}

TEST_CASE("a hundred megabytes of names take no memory", "[batch]") {
  int ends[2];
  REQUIRE(pipe2(ends, O_CLOEXEC) == 0);
  constexpr std::size_t kNames = 100 * 1024;
  std::thread writer([&] {
    util::Descriptor end(ends[1]);
    std::string name = std::string(1023, 'n') + "\n";
    for (std::size_t i = 0; i < kNames; ++i)
      if (write(end.number(), name.data(), name.size()) != static_cast<ssize_t>(name.size()))
        return;
  });
  util::Descriptor end(ends[0]);
  batch::SourceOptions options;
  options.names = end.number();
  auto source = batch::open_sources({"-"}, options);
  long before = peak_kilobytes();
  std::size_t count = 0;
  while (auto input = source->next()) count += input->problem.empty() ? 0 : 1;
  writer.join();
  CHECK(count == kNames);
  if (!batch::kIsSanitized) CHECK(peak_kilobytes() - before < 2048);  // these keep what was freed
}

TEST_CASE("whoever waits for a name can be called off", "[batch]") {
  int ends[2];
  REQUIRE(pipe2(ends, O_CLOEXEC) == 0);
  util::Descriptor reader(ends[0]), writer(ends[1]);
  REQUIRE(write(writer.number(), "half-a-na", 9) == 9);
  struct sigaction action = {}, before = {};
  action.sa_handler = [](int) {};
  REQUIRE(sigaction(SIGALRM, &action, &before) == 0);
  batch::SourceOptions options;
  options.names = reader.number();
  int asked = 0;
  options.gives_up = [&] { return ++asked == 2; };
  itimerval soon = {{0, 20'000}, {0, 20'000}}, never = {};
  setitimer(ITIMER_REAL, &soon, nullptr);
  auto inputs = inputs_of({"-"}, options);
  setitimer(ITIMER_REAL, &never, nullptr);
  sigaction(SIGALRM, &before, nullptr);
  CHECK(inputs.empty());
  CHECK(asked == 2);
}
