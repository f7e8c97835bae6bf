// Lines of TeX behind places on pages, from what TeX wrote down, and from what others did.
#include <libdeflate.h>
#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "desk.hpp"
#include "synctex/places.hpp"
#include "synctex/records.hpp"

namespace {

namespace fs = std::filesystem;

const std::string kFolder = std::string(DESKCHECK_SOURCE) + "/fixtures/synctex/";

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string packed(const std::string& text) {
  libdeflate_compressor* compressor = libdeflate_alloc_compressor(6);
  std::string out(libdeflate_gzip_compress_bound(compressor, text.size()), '\0');
  out.resize(
      libdeflate_gzip_compress(compressor, text.data(), text.size(), out.data(), out.size()));
  libdeflate_free_compressor(compressor);
  return out;
}

// One sheet; a place every twelve points from 72 on, each of the next line of a file.
std::string records(const std::string& input, const std::string& more = "") {
  std::string text = "SyncTeX Version:1\nInput:1:" + input +
                     "\nOutput:pdf\nMagnification:1000\nUnit:1\nX Offset:0\nY Offset:0\n"
                     "Content:\n{1\n";
  for (int line = 0; line < 10; ++line) {
    auto y = std::to_string(static_cast<long>((72 + 12 * line) * 72.27 / 72 * 65536));
    text += "g1," + std::to_string(line + 1) + ":4736286," + y + "\nx1," +
            std::to_string(line + 1) + ",4:5000000,=\n";
  }
  return text + more + "}1\nPostamble:\nCount:1\n";
}

model::Finding finding_at(const model::Box& box) {
  model::Finding finding;
  finding.page = 1, finding.box = box;
  return finding;
}

std::vector<std::optional<model::SourceLine>> lines_of(const std::string& bytes,
                                                       const model::Box& box) {
  return synctex::find_lines(tiny_pdf(1), bytes, {finding_at(box)}, "/home/me/paper");
}

const model::Box kFourth = {72, 99, 300, 111};  // its baseline is at 108

// A paper and its records, as if of one run of TeX.
struct Compiled {
  Compiled() {
    paper = desk.write("todo.pdf", bytes_of(kFolder + "todo.pdf"));
    beside = desk.write("todo.synctex.gz", bytes_of(kFolder + "todo.synctex.gz"));
    fs::last_write_time(beside, fs::last_write_time(paper));
  }
  Answer check(std::vector<std::string> more = {}) const {
    more.insert(more.begin(), {"check", paper, "--packs", std::string(DESKCHECK_SOURCE) + "/rules",
                               "--pack", "base"});
    return desk.run(std::move(more));
  }
  Desk desk;
  std::string paper, beside;
};

}  // namespace

TEST_CASE("a place has the line of the source that was set there", "[synctex]") {
  auto lines = lines_of(packed(records("main.tex")), kFourth);
  REQUIRE(lines[0]);
  CHECK(*lines[0] == model::SourceLine{"main.tex", 4});
  CHECK_FALSE(lines_of(packed(records("main.tex")), {72, 300, 300, 310})[0]);
}

TEST_CASE("a picture has the line of the smallest box around it", "[synctex]") {
  auto bytes = packed(records("main.tex",
                              "(1,20:4736286,30000000:20000000,15000000,0\n"
                              "h1,30:4736286,30000000:10000000,10000000,0\n)\n"));
  auto lines = lines_of(bytes, {80, 330, 180, 440});
  REQUIRE(lines[0]);
  CHECK(lines[0]->line == 30);
}

TEST_CASE("files are named from the paper's folder where they lie below it", "[synctex]") {
  auto name = [](const std::string& input) {
    auto lines = lines_of(packed(records(input)), kFourth);
    REQUIRE(lines[0]);
    return lines[0]->file;
  };
  CHECK(name("/home/me/paper/./parts/a.tex") == "parts/a.tex");
  CHECK(name("./parts/a.tex") == "parts/a.tex");
  CHECK(name("/home/me/paper/a.tex") == "a.tex");
  CHECK(name("/home/me/main.tex") == "../main.tex");
  CHECK(name("/home/me/parts/a.tex") == "../parts/a.tex");
  CHECK(name("/home/you/a.tex") == "/home/you/a.tex");
}

TEST_CASE("records of another file, and such as TeX writes none, tell nothing", "[synctex]") {
  std::string good = records("main.tex");
  CHECK_FALSE(synctex::find_lines(tiny_pdf(2), packed(good), {finding_at(kFourth)}, "/")[0]);
  CHECK_FALSE(synctex::find_lines("no PDF", packed(good), {finding_at(kFourth)}, "/")[0]);
  CHECK_FALSE(lines_of("", kFourth)[0]);
  CHECK_FALSE(lines_of("\x1f\x8b nonsense", kFourth)[0]);
  CHECK_FALSE(lines_of(packed(good).substr(0, 60), kFourth)[0]);
  CHECK_FALSE(lines_of(packed("SyncTeX"), kFourth)[0]);
  CHECK_FALSE(lines_of(packed(std::string(300'000'000, 'x')), kFourth)[0]);
  std::string huge(30, '9');
  for (const std::string& line :
       {"g" + huge + ",1:1,1", "g1," + huge + ":1,1", "g1,1:" + huge + ",1", std::string("g"),
        std::string("g1,"), std::string("g1,1:1,"), "[1,1:1,1:" + huge + ",1,1",
        std::string("[1,1:1,1:9223372036854775807,9223372036854775807,1"),
        std::string("g-5,-5:4736286,7000000"), std::string(5'000, '['), std::string("{\n{99\n}"),
        std::string("Input:\nInput:x:y\nInput:1\nInput:9223372036854775807:a\nInput:-7:b"),
        std::string("Unit:9223372036854775807")})
    lines_of(packed(records("main.tex", line + "\n")), kFourth);
}

TEST_CASE("what comes back through the pipe is read as an enemy's", "[synctex]") {
  std::vector<std::optional<model::SourceLine>> lines = {model::SourceLine{"a.tex", 3}, {}};
  CHECK(synctex::decode(synctex::encode(lines), 2) == lines);
  for (const char* bytes : {"", "{", "{}", "[1]", "[[\"a\",0]]", "[[3,\"a\"]]", "[[\"a\",-1]]"})
    CHECK_FALSE(synctex::decode(bytes, 1)[0]);
  CHECK(synctex::decode("[[\"a\",1],[\"b\",2]]", 1).size() == 1);
}

TEST_CASE("check names the line of the source in text and in JSON", "[cli]") {
  Compiled compiled;
  CHECK(has(compiled.check().out, "; sections/introduction.tex:8"));
  auto json = compiled.check({"--format", "json"}).out;
  json.erase(std::remove(json.begin(), json.end(), ' '), json.end());
  json.erase(std::remove(json.begin(), json.end(), '\n'), json.end());
  CHECK(has(json, "\"source\":{\"file\":\"sections/introduction.tex\",\"line\":8}"));
  CHECK_FALSE(has(compiled.check({"--no-synctex"}).out, "introduction.tex"));
  CHECK_FALSE(has(compiled.check({"--audience", "blind"}).out, "introduction.tex"));
}

TEST_CASE("older records are of another run of TeX", "[cli]") {
  Compiled compiled;
  fs::last_write_time(compiled.beside,
                      fs::last_write_time(compiled.paper) - std::chrono::minutes(5));
  CHECK_FALSE(has(compiled.check().out, "introduction.tex"));
}

TEST_CASE("records that are not packed are read too", "[synctex]") {
  auto pages = std::set<int>{1};
  auto plain = synctex::read(records("main.tex"), pages);
  auto other = synctex::read(packed(records("main.tex")), pages);
  REQUIRE(plain);
  REQUIRE(other);
  CHECK(plain->by_page.at(1).size() == other->by_page.at(1).size());
}

TEST_CASE("records read back have the line of the source", "[cli]") {
  Compiled compiled;
  std::string stored = compiled.desk.path("r.ndjson");
  compiled.check({"--format", "ndjson:" + stored});
  auto answer = compiled.desk.run({"report", stored});
  CHECK(has(answer.out, "; sections/introduction.tex:8"));
}
