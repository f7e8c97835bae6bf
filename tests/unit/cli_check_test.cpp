#include <catch2/catch.hpp>
#include <streambuf>

#include "desk.hpp"
#include "model/paper_json.hpp"
#include "tiny_pdf.hpp"
#include "util/json.hpp"

using util::Json;

TEST_CASE("a paper within its limits passes with exit code 0", "[cli]") {
  Desk desk;
  auto pack = desk.write("short.toml", page_pack("short", 2));
  auto paper = desk.write("paper.pdf", tiny_pdf(2));
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"check", paper, "--pack", pack},
        {paper, "--pack", pack},
        {"--pack", pack, paper},
        {"--pack", pack, "check", "--", paper}}) {
    auto answer = desk.run(arguments);
    CHECK(answer.code == 0);
    CHECK(answer.out.starts_with("Nothing found that the rules of Desk 2025 forbid.\n"));
    CHECK(has(answer.out, "file/encrypted, file/unreadable, length/total-pages"));
    CHECK(answer.err.empty());
  }
}

TEST_CASE("a paper over its limit fails with exit code 1 and says why", "[cli]") {
  Desk desk;
  desk.write("short.toml", page_pack("short", 1));
  auto paper = desk.write("paper.pdf", tiny_pdf(3));
  auto answer = desk.run({paper, "--pack", "short", "--packs", desk.path("")});
  CHECK(answer.code == 1);
  CHECK(answer.out.starts_with("1 problem would get this desk-rejected at Desk 2025.\n"));
  CHECK(has(answer.out, "3 pages"));
  CHECK(has(answer.out, "\"At most 1 pages.\""));
  CHECK(has(answer.out, "(as read on 2026-11-21)\n               https://example.org/call"));
  CHECK(has(answer.out, "deskcheck explain length/total-pages"));
  CHECK(!has(answer.out, "\x1b"));
}

TEST_CASE("--fail-on moves the bar", "[cli]") {
  Desk desk;
  auto pack = desk.write("soft.toml", page_pack("soft", 1, "warning"));
  auto paper = desk.write("paper.pdf", tiny_pdf(2));
  auto code = [&](const std::string& level) {
    return desk.run({paper, "--pack", pack, "--fail-on", level}).code;
  };
  CHECK(code("error") == 0);
  CHECK(code("warning") == 1);
  CHECK(code("never") == 0);
  CHECK(has(desk.run({paper, "--pack", pack}).out, "forbid, 1 warning."));
  desk.write("soft.toml", page_pack("soft", 1));
  CHECK(code("never") == 0);
  CHECK(code("error") == 1);
}

TEST_CASE("where nothing is left to judge the exit code is 2", "[cli]") {
  Desk desk;
  auto pack = desk.write("short.toml", page_pack("short", 1));
  auto missing = desk.run({desk.path("gone.pdf"), "--pack", pack});
  CHECK(missing.code == 2);
  CHECK(missing.err == "deskcheck: " + desk.path("gone.pdf") + ": no such file or folder\n");
  CHECK(missing.out.empty());
  auto folder = desk.run({"check", desk.path(""), "--pack", pack, "--format", "json"});
  CHECK(folder.code == 2);
  CHECK(has(folder.err, "no file in this folder ends in .pdf"));
  CHECK(folder.out.empty());
}

TEST_CASE("a missing file beside others gets its own result and exit code 3", "[cli]") {
  Desk desk;
  auto pack = desk.write("short.toml", page_pack("short", 1));
  auto bad = desk.write("a.pdf", tiny_pdf(2));
  auto good = desk.write("b.pdf", tiny_pdf(1));
  auto gone = desk.path("gone.pdf");
  auto answer = desk.run({"check", bad, gone, good, "--pack", pack, "--format", "json"});
  CHECK(answer.code == 3);
  CHECK(has(answer.err, "gone.pdf: no such file or folder"));
  auto results = Json::parse(answer.out);
  REQUIRE(results.size() == 3);
  CHECK(results[0]["verdict"] == "fail");
  CHECK(results[1]["verdict"] == "unjudged");
  CHECK(results[1]["file"]["path"] == gone);
  CHECK(has(results[1]["unchecked"][0]["why"], "no such file or folder"));
  CHECK(results[1]["measured"].is_null());
  CHECK(results[2]["verdict"] == "pass");
  auto text = desk.run({"check", bad, gone, good, "--pack", pack});
  CHECK(text.code == 3);
  CHECK(has(text.out, "3 files: 1 with problems, 1 passed, 1 not judged.\n"));
}

TEST_CASE("broken and encrypted files are findings about the paper", "[cli]") {
  Desk desk;
  auto pack = desk.write("short.toml", page_pack("short", 1));
  auto answer_to = [&](const std::string& bytes) {
    return desk.run({desk.write("paper.pdf", bytes), "--pack", pack});
  };
  std::string secret = "/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<" + std::string(64, 'a') +
                       ">/U<" + std::string(64, 'b') + ">>>/ID[<00><00>]";
  for (const std::string& bytes : {std::string(), std::string("This is no PDF.\n"),
                                   tiny_pdf(2).substr(0, 60), tiny_pdf(1, secret)}) {
    auto answer = answer_to(bytes);
    CHECK(answer.code == 1);
    CHECK(answer.out.starts_with("This file cannot be read, so it was not judged for Desk 2025"));
    CHECK(has(answer.out, "Problem"));
  }
  CHECK(has(answer_to(tiny_pdf(1, secret)).out, "file/encrypted"));
  CHECK(has(answer_to("").out, "empty"));
}

TEST_CASE("a file that may not be read is not judged: exit code 3", "[cli]") {
  Desk desk;
  auto pack = desk.write("short.toml", page_pack("short", 1));
  auto answer = desk.run({"check", "/dev/null", "--pack", pack});
  CHECK(answer.code == 3);
  CHECK(has(answer.out, "Not judged: /dev/null: not a regular file"));
}

TEST_CASE("mistakes in packs and their names are exit code 2", "[cli]") {
  Desk desk;
  desk.write("short-2025.toml", page_pack("short-2025", 1));
  auto paper = desk.write("paper.pdf", tiny_pdf(1));
  auto with_pack = [&](const std::string& pack) {
    return desk.run({paper, "--packs", desk.path(""), "--pack", pack});
  };
  auto unknown = with_pack("shrot-2025");
  CHECK(unknown.code == 2);
  CHECK(has(unknown.err, "short-2025"));
  auto typo = with_pack(desk.write("typo.toml", page_pack("typo", 1) + "fxi = \"Cut.\"\n"));
  CHECK(typo.code == 2);
  CHECK(has(typo.err, "typo.toml:"));
  CHECK(has(typo.err, "\"fix\""));
  auto folder = desk.run({paper, "--packs", desk.path("gone"), "--pack", "short-2025"});
  CHECK(folder.code == 2);
  CHECK(has(folder.err, "gone: no such folder"));
  auto stage = desk.run({paper, "--packs", desk.path(""), "--pack", "short-2025", "--stage", "x"});
  CHECK(stage.code == 2);
  CHECK(has(stage.err, "submission"));
}

TEST_CASE("formats go to the stream or into files", "[cli]") {
  Desk desk;
  auto pack = desk.write("short.toml", page_pack("short", 1));
  auto paper = desk.write("paper.pdf", tiny_pdf(2));
  auto json = desk.path("out/result.json");
  auto before = desk.run({paper, "--pack", pack, "--format", "json:" + json});
  CHECK(before.code == 2);
  CHECK(has(before.err, "cannot write " + json));
  desk.write("out/keep", "");
  auto answer = desk.run({paper, "--pack", pack, "--format", "json:" + json, "--format", "ndjson"});
  CHECK(answer.code == 1);
  Json line = Json::parse(answer.out);
  line.erase("record");  // what a line holds beside the published result
  CHECK(line == Json::parse(desk.read("out/result.json"))[0]);
  auto silent = desk.run({paper, "--pack", pack, "--format", "text:" + desk.path("out/report")});
  CHECK(silent.out.empty());
  CHECK(has(desk.read("out/report"), "1 problem"));
  CHECK(std::distance(std::filesystem::directory_iterator(desk.path("out")), {}) == 3);
  CHECK(desk.run({paper, "--pack", pack, "--format", "json", "--format", "text"}).code == 2);
  auto unknown = desk.run({paper, "--pack", pack, "--format", "jsno"});
  CHECK(unknown.code == 2);
  CHECK(has(unknown.err, "did you mean json?"));
  auto full = desk.run({paper, "--pack", pack, "--format", "json:/dev/full"});
  CHECK(full.code == 3);
  CHECK(has(full.err, "cannot write /dev/full"));
}

TEST_CASE("quiet says a line for a paper that does not pass and else nothing", "[cli]") {
  Desk desk;
  auto pack = desk.write("short.toml", page_pack("short", 1));
  auto good = desk.write("good.pdf", tiny_pdf(1));
  auto bad = desk.write("bad.pdf", tiny_pdf(2));
  auto answer = desk.run({good, bad, "--pack", pack, "--quiet"}, true);
  CHECK(has(answer.out, "1 problem would get"));
  CHECK(std::count(answer.out.begin(), answer.out.end(), '\n') == 1);
  CHECK(!has(answer.out, "good.pdf"));
  CHECK(answer.err.empty());
  CHECK(desk.run({good, "--pack", pack, "--quiet"}).out.empty());
}

TEST_CASE("progress is shown on a terminal alone and taken back", "[cli]") {
  Desk desk;
  auto pack = desk.write("short.toml", page_pack("short", 1));
  desk.write("papers/a.pdf", tiny_pdf(1));
  desk.write("papers/b\x1b[31m.pdf", tiny_pdf(1));
  std::vector<std::string> arguments = {desk.path("papers"), "--pack", pack, "--format",
                                        "ndjson:" + desk.path("x.ndjson")};
  auto shown = desk.run(arguments, true);
  CHECK(has(shown.err, " of 2 papers: "));
  CHECK(has(shown.err, "\r\x1b[K"));
  CHECK(shown.err.substr(shown.err.rfind("\x1b[K") + 3).find(" papers: ") == std::string::npos);
  CHECK(!has(shown.err, "\x1b[31m"));
  CHECK(!has(desk.run(arguments).err, "\r"));
  arguments.push_back("--quiet");
  CHECK(desk.run(arguments, true).err.empty());
}

TEST_CASE("colour follows --color, NO_COLOR and the terminal", "[cli]") {
  Desk desk;
  auto pack = desk.write("short.toml", page_pack("short", 1));
  auto paper = desk.write("paper.pdf", tiny_pdf(1));
  auto is_coloured = [&](bool is_terminal, const std::string& when) {
    return has(desk.run({paper, "--pack", pack, "--color", when}, is_terminal).out, "\x1b[");
  };
  setenv("TERM", "xterm", 1);
  unsetenv("NO_COLOR");
  CHECK(is_coloured(true, "auto"));
  CHECK(!is_coloured(false, "auto"));
  CHECK(is_coloured(false, "always"));
  CHECK(!is_coloured(true, "never"));
  setenv("NO_COLOR", "1", 1);
  CHECK(!is_coloured(true, "auto"));
  CHECK(is_coloured(true, "always"));
  unsetenv("NO_COLOR");
}

TEST_CASE("inspect measures without a pack", "[cli]") {
  Desk desk;
  desk.write("base.toml",
             "id = \"base\"\ntitle = \"Base\"\nversion = \"1\"\nstages = [\"submission\"]\n");
  auto paper = desk.write("paper.pdf", tiny_pdf(3));
  auto broken = desk.write("broken.pdf", "x");
  auto answer = desk.run({"inspect", "--format", "json", paper, "--packs", desk.path("")});
  CHECK(answer.code == 0);
  auto result = Json::parse(answer.out)[0];
  std::vector<std::string> keys;
  for (const auto& item : result.items()) keys.push_back(item.key());
  CHECK(keys == std::vector<std::string>{"schema", "tool", "file", "measured"});
  CHECK(result["measured"]["pages"] == 3);
  CHECK(result["measured"]["page_size"] == Json({612.0, 792.0}));
  auto text = desk.run({"inspect", paper, "--packs", desk.path("")}).out;
  CHECK(has(text, "3, 612 x 792 pt (US Letter)"));
  CHECK(has(text, "Lines by what they are"));
  auto stored = desk.path("stored.ndjson");
  CHECK(
      desk.run({"inspect", "--format", "ndjson:" + stored, paper, "--packs", desk.path("")}).code ==
      0);
  CHECK(desk.run({"report", stored}).out == text);
  auto unread = desk.run({"inspect", "--format", "ndjson", broken, "--packs", desk.path("")});
  CHECK(unread.code == 3);
  CHECK(Json::parse(unread.out)["measured"].is_null());
  CHECK(has(unread.err, "broken.pdf: "));
}

TEST_CASE("inspect dumps a paper as cases start from it, and check does not", "[cli]") {
  Desk desk;
  desk.write("base.toml",
             "id = \"base\"\ntitle = \"Base\"\nversion = \"1\"\nstages = [\"submission\"]\n");
  std::string pdf = TinyPdf::with_page("BT /F1 12 Tf 72 700 Td (Hello) Tj ET").bytes();
  auto paper = desk.write("paper.pdf", pdf);
  std::vector<std::string> dump = {"inspect", "--format", "document",
                                   paper,     "--packs",  desk.path("")};
  auto answer = desk.run(dump);
  REQUIRE(answer.code == 0);
  auto again = model::paper_from_json(Json::parse(answer.out));
  REQUIRE(again);
  CHECK(again->document.pages.size() == 1);
  CHECK_FALSE(again->measured.lines.empty());
  auto judged = desk.run({"check", "--format", "document", paper, "--pack", "base"});
  CHECK(judged.code == 2);
  CHECK(has(judged.err, "--format knows text, json, ndjson, "));
  CHECK(has(judged.err, ", not document"));
}

namespace {

// A disk that is full after some bytes.
class FullDisk : public std::streambuf {
 protected:
  int overflow(int) override { return traits_type::eof(); }
};

}  // namespace

TEST_CASE("output that cannot be written is exit code 3", "[cli]") {
  FullDisk disk;
  std::ostream out(&disk);
  std::ostringstream err;
  CHECK(cli::run({"--version"}, {out, err}) == 3);
  CHECK(has(err.str(), "cannot write the output"));
}

TEST_CASE("without a pack each paper's own is found, or none", "[cli]") {
  Desk desk;
  desk.write("base.toml",
             "id = \"base\"\ntitle = \"Any venue\"\n[rule.readable]\n"
             "check = \"file/unreadable\"\nseverity = \"error\"\n");
  auto paper = desk.write("paper.pdf", tiny_pdf(1));
  for (const std::vector<std::string>& how : {std::vector<std::string>{}, {"--pack", "auto"}}) {
    std::vector<std::string> arguments = {paper, "--packs", desk.path("")};
    arguments.insert(arguments.end(), how.begin(), how.end());
    auto text = desk.run(arguments);
    CHECK(text.code == 0);
    CHECK(has(text.out, "No pack fits well enough"));
    arguments.insert(arguments.end(), {"--format", "json"});
    auto result = Json::parse(desk.run(arguments).out)[0];
    CHECK(result["pack"]["id"] == "base");
    CHECK(result["pack"]["auto"] == true);
    CHECK(result["pack"]["match"]["confidence"].is_null());
  }
}
