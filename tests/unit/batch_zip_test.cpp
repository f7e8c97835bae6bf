#include "batch/zip.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <map>
#include <random>
#include <thread>

#include "batch_inputs.hpp"
#include "batch_zips.hpp"
#include "desk.hpp"
#include "util/json.hpp"

namespace {

using Strings = std::vector<std::string>;

struct Unzipped {
  explicit Unzipped(const std::string& bytes, batch::ZipLimits limits = {}) {
    auto path = desk.write("u.zip", bytes);
    auto source = batch::open_zip(path, limits);
    inputs = all_of(*source);
    for (const auto& input : inputs) {
      names.push_back(input.path.substr(std::min(input.path.size(), path.size() + 1)));
      bool is_problem = !input.problem.empty();
      CHECK(is_problem == (input.memory == nullptr));
      CHECK(input.file.empty());
    }
  }
  const std::string& problem(std::size_t i) const { return inputs.at(i).problem; }

  Desk desk;
  std::vector<batch::Input> inputs;
  Strings names;
};

std::string bytes_of(const batch::Input& input) {
  REQUIRE(input.memory);
  struct stat facts;
  REQUIRE(fstat(input.memory->number(), &facts) == 0);
  std::string bytes(static_cast<std::size_t>(facts.st_size), '\0');
  REQUIRE(pread(input.memory->number(), bytes.data(), bytes.size(), 0) == facts.st_size);
  return bytes;
}

// As libarchive packs it.
std::string packed(const std::vector<std::pair<std::string, std::string>>& files,
                   const char* options) {
  std::string zip(200'000, '\0');
  std::size_t used = 0;
  archive* writer = archive_write_new();
  REQUIRE(archive_write_set_format_zip(writer) == ARCHIVE_OK);
  REQUIRE(archive_write_set_options(writer, options) == ARCHIVE_OK);
  REQUIRE(archive_write_open_memory(writer, zip.data(), zip.size(), &used) == ARCHIVE_OK);
  for (const auto& [name, bytes] : files) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    REQUIRE(archive_write_header(writer, entry) == ARCHIVE_OK);
    archive_write_data(writer, bytes.data(), bytes.size());
    archive_entry_free(entry);
  }
  REQUIRE(archive_write_close(writer) == ARCHIVE_OK);
  archive_write_free(writer);
  return zip.substr(0, used);
}

Strings children() {
  std::ifstream list("/proc/thread-self/children");
  return {std::istream_iterator<std::string>(list), {}};
}

std::size_t open_files() {
  auto files = std::filesystem::directory_iterator("/proc/self/fd");
  return static_cast<std::size_t>(std::distance(begin(files), end(files)));
}

}  // namespace

TEST_CASE("a zip gives its PDFs by the bytes of their names", "[batch]") {
  std::string paper(100'000, 'p');
  for (const char* options : {"compression=deflate", "compression=store", "zip64"}) {
    INFO(options);
    Unzipped zip(packed({{"9/Submission/x.pdf", "nine"},
                         {"10/Submission/x.PDF", paper},
                         {"10/notes.txt", "n"},
                         {"inner.zip", "PK"},
                         {"__MACOSX/9/Submission/._x.pdf", "shadow"},
                         {"10/", ""},
                         {"empty.pdf", ""}},
                        options));
    CHECK(zip.names == Strings{"10/Submission/x.PDF", "9/Submission/x.pdf", "empty.pdf"});
    CHECK(ids_of(zip.inputs) == Strings{"10", "9", "empty"});
    REQUIRE(problems_in(zip.inputs) == 0);
    CHECK(bytes_of(zip.inputs[0]) == paper);
    CHECK(bytes_of(zip.inputs[1]) == "nine");
    CHECK(bytes_of(zip.inputs[2]).empty());
  }
}

TEST_CASE("what came out of a zip can be changed by nobody", "[batch]") {
  Unzipped zip(zip_of({{"a.pdf"}}));
  int memory = zip.inputs.at(0).memory->number();
  CHECK(write(memory, "x", 1) < 0);
  CHECK(ftruncate(memory, 0) < 0);
  CHECK(bytes_of(zip.inputs[0]) == "%PDF-");
  CHECK((fcntl(memory, F_GETFD) & FD_CLOEXEC) != 0);
}

TEST_CASE("entries that cannot be taken are answered one by one, and cost no other", "[batch]") {
  Unzipped zip(zip_of({
      {.name = "good.pdf"},
      {.name = "encrypted.pdf", .flags = 1},
      {.name = "link.pdf", .bytes = "/etc/passwd", .mode = 0120777},
      {.name = "pipe.pdf", .mode = 0010644},
      {.name = "../up.pdf"},
      {.name = "a/../../up.pdf"},
      {.name = "/etc/x.pdf"},
      {.name = "..\\w.pdf"},
      {.name = "C:\\w.pdf"},
      {.name = "twice.pdf", .bytes = "first"},
      {.name = "twice.pdf", .bytes = "second"},
      {.name = "twice.pdf", .bytes = "third"},
      {.name = "sum.pdf", .checksum = 7},
      {.name = "method.pdf", .method = 77},
      {.name = "inflate.pdf", .bytes = "not deflated", .method = 8},
      {.name = "short.pdf", .unpacked = 4},
      {.name = "long.pdf", .unpacked = 6},
      {.name = "behind.pdf", .packed = 90'000, .unpacked = 90'000},
      {.name = "huge.pdf", .unpacked = 100'000'001},
      {.name = "nowhere.pdf", .offset = 3},
      {.name = "far.pdf", .offset = 2'000'000'000},
      {.name = std::string(4500, 'n') + ".pdf"},
      {.name = "z..good.pdf"},
  }));
  CHECK(zip.inputs.size() == 23);
  CHECK(std::is_sorted(zip.names.begin(), zip.names.end()));
  std::map<std::string, std::string> problems;
  for (std::size_t i = 0; i < zip.inputs.size(); ++i) {
    CHECK(problems.emplace(zip.names[i], zip.problem(i)).second);  // no path twice
    if (zip.names[i] == "twice.pdf" && zip.inputs[i].memory)
      CHECK(bytes_of(zip.inputs[i]) == "first");
  }
  CHECK(problems.at("good.pdf").empty());
  CHECK(problems.at("z..good.pdf").empty());
  CHECK(has(problems.at("encrypted.pdf"), "encrypted"));
  CHECK(has(problems.at("link.pdf"), "link or a device"));
  CHECK(has(problems.at("pipe.pdf"), "link or a device"));
  for (auto name : {"../up.pdf", "a/../../up.pdf", "/etc/x.pdf", "..\\w.pdf", "C:\\w.pdf"})
    CHECK(has(problems.at(name), "leads out"));
  CHECK(problems.at("twice.pdf").empty());
  CHECK(has(problems.at("twice.pdf (2)"), "more than once"));
  CHECK(has(problems.at("twice.pdf (3)"), "more than once"));
  for (auto name : {"sum.pdf", "method.pdf", "inflate.pdf", "short.pdf", "long.pdf", "behind.pdf",
                    "nowhere.pdf", "far.pdf"}) {
    INFO(name);
    CHECK(has(problems.at(name), "cannot be unpacked"));
  }
  CHECK(has(problems.at("huge.pdf"), "larger"));
  CHECK(has(problems.at(std::string(4096, 'n')), "too long"));
}

TEST_CASE("a bomb is stopped where it passes the limit, whatever it says of itself", "[batch]") {
  auto bomb =
      packed({{"a.pdf", std::string(20'000'000, '\0')}, {"b.pdf", "b"}}, "compression=deflate");
  batch::ZipLimits limits;
  limits.entry_bytes = 1'000'000;
  Unzipped honest(bomb, limits);
  REQUIRE(honest.inputs.size() == 2);
  CHECK(has(honest.problem(0), "larger than"));
  CHECK(bytes_of(honest.inputs[1]) == "b");
  auto directory = bomb.find("PK\1\2");
  bomb.replace(directory + 24, 4, std::string("\1\0\0\0", 4));
  Unzipped lying(bomb, limits);
  REQUIRE(lying.inputs.size() == 2);
  CHECK_FALSE(lying.problem(0).empty());
  CHECK(bytes_of(lying.inputs[1]) == "b");
}

TEST_CASE("of one zip only so much and so many are taken, and the rest is said", "[batch]") {
  auto zip = zip_of({{"a.pdf", "aaaa"}, {"b.pdf", "bbbb"}, {"c.pdf", "cccc"}, {"d.pdf", "d"}});
  batch::ZipLimits limits;
  limits.all_bytes = 9;
  Unzipped bytes(zip, limits);
  CHECK(bytes.names == Strings{"a.pdf", "b.pdf", "c.pdf", "d.pdf"});
  CHECK(problems_in(bytes.inputs) == 1);
  CHECK(has(bytes.problem(2), "more than is taken"));
  limits = {};
  limits.papers = 2;
  Unzipped papers(zip, limits);
  REQUIRE(papers.inputs.size() == 3);
  CHECK(has(papers.problem(2), "too many papers"));
  limits = {};
  limits.directory_bytes = 100;
  CHECK(has(Unzipped(zip, limits).problem(0), "directory is too large"));
}

TEST_CASE("broken zips say so, and give what can be had", "[batch]") {
  auto zip = zip_of({{"a.pdf"}, {"b.pdf"}});
  CHECK(has(Unzipped("").problem(0), "no zip"));
  CHECK(has(Unzipped("%PDF-1.5").problem(0), "no zip"));
  CHECK(has(Unzipped(zip.substr(0, zip.size() - 30)).problem(0), "no zip"));
  CHECK(has(Unzipped(zip_of({{"a.txt"}})).problem(0), "ends in .pdf"));
  CHECK(has(Unzipped(zip_of({})).problem(0), "ends in .pdf"));
  CHECK(has(Unzipped(zip_of({{"a.pdf"}}, {.disk = 2})).problem(0), "join them"));
  Unzipped more(zip_of({{"a.pdf"}}, {.more_entries = 1}));
  REQUIRE(more.inputs.size() == 2);
  CHECK(more.problem(0).empty());
  CHECK(has(more.problem(1), "papers may be missing"));
  auto second = zip.rfind("PK\1\2");
  auto damaged = zip;
  damaged[second] = 'X';
  Unzipped half(damaged);
  REQUIRE(half.inputs.size() == 2);
  CHECK(half.names[0] == "a.pdf");
  CHECK(has(half.problem(1), "papers may be missing"));
  Desk desk;
  CHECK(has(all_of(*batch::open_zip(desk.path("gone.zip"))).at(0).problem, "No such file"));
}

TEST_CASE("zips with something before them, behind them, and wide numbers", "[batch]") {
  CHECK(Unzipped(zip_of({{"a.pdf"}}, {.before = "#!/bin/sh\n"})).problem(0).empty());
  CHECK(Unzipped(zip_of({{"a.pdf"}}, {.comment = "PK\5\6 is where it ends"})).problem(0).empty());
  CHECK(Unzipped(zip_of({{"a.pdf"}}) + "trailing").problem(0).empty());
  Unzipped wide(zip_of({{.name = "a.pdf", .is_wide = true}}, {.is_wide = true}));
  CHECK(wide.problem(0).empty());
  CHECK(bytes_of(wide.inputs.at(0)) == "%PDF-");
}

TEST_CASE("names in a zip are bytes", "[batch]") {
  auto nul = std::string("nul\0.pdf", 8);
  Unzipped zip(
      zip_of({{"new\nline \xff\x1b[31m.pdf"}, {nul}, {.name = "\xc3\xa9.pdf", .flags = 0x800}}));
  CHECK(zip.names == Strings{"new\nline \xff\x1b[31m.pdf", nul, "\xc3\xa9.pdf"});
  CHECK(problems_in(zip.inputs) == 0);
}

TEST_CASE("a zip with any byte broken is answered, and nothing is left behind", "[batch]") {
  auto zip = packed({{"a.pdf", "some text that is text"}, {"b.pdf", "b"}}, "compression=deflate");
  auto files = open_files();
  std::mt19937 random(20261121);
  for (int round = 0; round < 150; ++round) {
    auto broken = zip;
    for (unsigned i = 0; i <= random() % 3; ++i)
      broken[random() % broken.size()] = static_cast<char>(random());
    CHECK_FALSE(Unzipped(broken).inputs.empty());
  }
  CHECK(open_files() == files);
  CHECK(children().empty());
}

TEST_CASE("the process that reads a zip may be killed", "[batch]") {
  Desk desk;
  std::vector<ZipPart> parts;
  for (char c = 'a'; c <= 'h'; ++c)
    parts.push_back({.name = std::string(1, c) + ".pdf", .bytes = std::string(200'000, c)});
  auto source = batch::open_zip(desk.write("u.zip", zip_of(parts)));
  std::vector<batch::Input> inputs;
  while (auto input = source->next()) {
    inputs.push_back(*input);
    for (const auto& child : children()) kill(std::stoi(child), SIGKILL);
  }
  REQUIRE(inputs.size() == parts.size());
  for (std::size_t i = 0; i < parts.size(); ++i) CHECK(bytes_of(inputs[i]) == parts[i].bytes);
  CHECK(children().empty());
}

TEST_CASE("a zip that is left halfway leaves no process", "[batch]") {
  Desk desk;
  auto zip = desk.write("u.zip", zip_of({{"a.pdf", std::string(300'000, 'a')},
                                         {"b.pdf", std::string(300'000, 'b')}}));
  {
    auto source = batch::open_zip(zip);
    REQUIRE(source->next());
    CHECK(children().size() == 1);
  }
  CHECK(children().empty());
  bool is_over = false;
  auto source = batch::open_zip(zip, {}, [&] { return is_over; });
  REQUIRE(source->next());
  kill(std::stoi(children().at(0)), SIGSTOP);
  is_over = true;
  while (source->next()) continue;  // what lay in the pipe may still come
  SUCCEED();
}

TEST_CASE("a process that hangs is given up in time", "[batch]") {
  Desk desk;
  std::vector<ZipPart> parts;
  for (char c = 'a'; c <= 'c'; ++c)
    parts.push_back({.name = std::string(1, c) + ".pdf", .bytes = std::string(300'000, c)});
  batch::ZipLimits limits;
  limits.seconds = 1;
  auto source = batch::open_zip(desk.write("u.zip", zip_of(parts)), limits);
  REQUIRE(source->next());
  std::this_thread::sleep_for(std::chrono::milliseconds(500));  // it begins with the second
  kill(std::stoi(children().at(0)), SIGSTOP);
  auto begin = std::chrono::steady_clock::now();
  auto second = source->next(), third = source->next();
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));
  REQUIRE(second);
  REQUIRE(third);
  CHECK(has(second->problem, "took longer than 1 s"));
  CHECK(bytes_of(*third) == parts[2].bytes);
}

TEST_CASE("a zip given as a path is entered, one in a folder is not", "[batch]") {
  Desk desk;
  auto zip = desk.write("in/u.ZIP", zip_of({{"5/Submission/x.pdf"}}));
  desk.write("in/a.pdf", "x");
  CHECK(paths_of(inputs_of({zip})) == Strings{zip + "/5/Submission/x.pdf"});
  CHECK(paths_of(inputs_of({desk.path("in")})) == Strings{desk.path("in/a.pdf")});
}

TEST_CASE("ten thousand papers in a zip come one at a time", "[batch]") {
  Desk desk;
  std::vector<ZipPart> parts(10'000);
  for (std::size_t i = 0; i < parts.size(); ++i)
    parts[i] = {.name = std::to_string(i) + "/Submission/x.pdf", .bytes = std::to_string(i)};
  auto source = batch::open_zip(desk.write("u.zip", zip_of(parts)));
  auto files = open_files();
  std::size_t count = 0;
  std::string before;
  while (auto input = source->next()) {
    ++count;
    CHECK(input->path > before);
    before = input->path;
    if (count % 1000 == 0) {
      CHECK(bytes_of(*input) == input->id);
      CHECK(open_files() <= files + 2);
    }
  }
  CHECK(count == parts.size());
}

TEST_CASE("the process that reads a zip stands behind the walls", "[batch]") {
  Desk desk;
  std::vector<ZipPart> parts(2, {.name = "a.pdf", .bytes = std::string(300'000, 'a')});
  auto source = batch::open_zip(desk.write("u.zip", zip_of(parts)));
  REQUIRE(source->next());
  auto process = "/proc/" + children().at(0);
  std::ifstream file(process + "/status");
  std::string status{std::istreambuf_iterator<char>(file), {}};
  CHECK(has(status, "NoNewPrivs:\t1"));
  CHECK(has(status, "Seccomp:\t2"));
}

TEST_CASE("the path shown of a paper in a zip can be given again", "[batch]") {
  Desk desk;
  auto zip = desk.write("in.zip/u.zip", zip_of({{"5/x.pdf", "five"}, {"6/x.pdf"}, {"6/x.pdf"}}));
  for (const auto& found : inputs_of({zip})) {
    if (!found.problem.empty()) continue;
    auto shown = found.path;
    auto inputs = inputs_of({shown});
    REQUIRE(inputs.size() == 1);
    CHECK(inputs[0].path == shown);
    CHECK(inputs[0].memory);
  }
  auto none = inputs_of({zip + "/7/x.pdf", desk.path("in.zip/v.zip/x.pdf")});
  CHECK(has(none.at(0).problem, "no such file in the zip"));
  CHECK(has(none.at(1).problem, "no such file or folder"));
}

TEST_CASE("a zip is judged as the folder that it was made of", "[batch]") {
  Desk desk;
  auto pack = desk.write("desk.toml", page_pack("desk", 2));
  std::vector<ZipPart> parts;
  for (int paper = 1; paper <= 12; ++paper) {
    auto name = std::to_string(paper) + "/Submission/x.pdf";
    parts.push_back({.name = name, .bytes = tiny_pdf(paper % 4 + 1)});
    desk.write("in/" + name, parts.back().bytes);
  }
  auto zip = desk.write("in.zip", zip_of(parts));
  auto folder = desk.run({"check", desk.path("in"), "--pack", pack, "--format", "json"});
  auto zipped = desk.run({"check", zip, "--pack", pack, "--format", "json"});
  CHECK(folder.code == 1);
  CHECK(zipped.code == folder.code);
  std::string out = zipped.out;
  for (auto at = out.find("in.zip/"); at != std::string::npos; at = out.find("in.zip/"))
    out.erase(at + 2, 4);
  CHECK(util::Json::parse(out).size() == 12);
  CHECK(out == folder.out);
}
