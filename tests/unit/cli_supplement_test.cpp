#include <catch2/catch.hpp>
#include <filesystem>

#include "desk.hpp"
#include "supplement_parts.hpp"
#include "util/json.hpp"
#include "util/text.hpp"

using util::Json;

namespace {

constexpr const char* kPack = R"(id = "s"
title = "S"
version = "1"
stages = ["submission"]
[rule.git]
check = "supplement/version-control"
severity = "error"
[rule.names]
check = "supplement/identity"
severity = "warning"
)";

const std::string kTold = zip_of({{"code/.git/packed-refs", "x"}, {"a.sh", "/home/mira/x\n"}});
const std::string kClean = zip_of({{"a.sh", "ls\n"}});

struct Judge {
  explicit Judge(std::vector<std::string> options = {}) : more(std::move(options)) {}

  std::vector<Json> operator()(std::vector<std::string> arguments) const {
    arguments.insert(arguments.end(),
                     {"--pack", desk.write("s.toml", kPack), "--format", "ndjson"});
    arguments.insert(arguments.end(), more.begin(), more.end());
    Answer answer = desk.run(arguments);
    INFO(answer.err);
    CHECK(answer.code < 2);
    std::vector<Json> results;
    for (const std::string& line : util::split(answer.out, '\n'))
      if (!line.empty()) results.push_back(Json::parse(line));
    return results;
  }

  Desk desk;
  std::vector<std::string> more;
};

bool is_found(const Json& result) {
  return result["verdict"] == "fail" && result["findings"].size() == 2;
}

bool has_none(const Json& result) {
  return result["findings"].empty() && result["checked"].empty() &&
         result["unchecked"].size() == 2 && !result["file"].contains("supplement");
}

}  // namespace

TEST_CASE("an archive beside a paper and called like it is its supplement", "[cli]") {
  Judge judge;
  const Desk& desk = judge.desk;
  for (const char* name :
       {"p/1.zip", "p/2_supplementary_material.zip", "p/3-supp.zip", "p/4_Supplement.zip"})
    desk.write(name, kTold);
  desk.write("p/5.tgz", gzipped(tar_of({{".git/packed-refs", "x", "mira"}})));
  desk.write("p/60.zip", kTold);
  desk.write("p/7.zip", kClean);
  for (const char* number : {"1", "2", "3", "4", "5", "6", "7"})
    desk.write("p/" + std::string(number) + ".pdf", tiny_pdf(1));
  desk.write("8/Submission/x.pdf", tiny_pdf(1));
  desk.write("8/Supplementary/any.zip", kTold);
  auto results = judge({desk.path("p"), desk.path("8")});
  REQUIRE(results.size() == 8);
  for (std::size_t i : {0, 1, 2, 3, 4, 7}) CHECK(is_found(results[i]));
  CHECK(has_none(results[5]));
  CHECK(results[6]["findings"].empty());
  CHECK(results[6]["checked"].size() == 2);
  CHECK(results[0]["file"]["supplement"]["path"] == desk.path("p/1.zip"));
  CHECK(results[0]["file"]["supplement"]["bytes"] == kTold.size());
}

TEST_CASE("a supplement is judged alike in any kind of process", "[cli]") {
  std::vector<std::string> seen;
  for (const std::vector<std::string>& how :
       std::vector<std::vector<std::string>>{{}, {"--isolation", "worker"}, {"--in-process"}}) {
    Judge judge(how);
    std::filesystem::current_path(judge.desk.path(""));
    for (const char* number : {"1", "2", "3"})
      judge.desk.write("p/" + std::string(number) + ".pdf", tiny_pdf(1));
    judge.desk.write("p/1.zip", kTold);
    judge.desk.write("p/3.zip", "PK\3\4 broken");
    std::string all;
    for (const Json& result : judge({"p"})) all += result.dump();
    CHECK(has(all, "is no zip, or is cut off"));
    seen.push_back(all);
    std::filesystem::current_path("/");
  }
  CHECK(seen[0] == seen[1]);
  CHECK(seen[0] == seen[2]);
}

TEST_CASE("--supplement names the archive of one paper, or none", "[cli]") {
  Judge judge;
  auto paper = judge.desk.write("a.pdf", tiny_pdf(1)), other = judge.desk.write("x.zip", kTold);
  CHECK(has_none(judge({paper})[0]));
  CHECK(is_found(judge({paper, "--supplement", other})[0]));
  judge.desk.write("a.zip", kTold);
  CHECK(is_found(judge({paper})[0]));
  CHECK(has_none(judge({paper, "--supplement", "none"})[0]));
  auto pack = judge.desk.path("s.toml");
  for (const std::vector<std::string>& wrong : std::vector<std::vector<std::string>>{
           {paper, "--supplement", "nowhere.zip"}, {paper, paper, "--supplement", other}}) {
    auto arguments = wrong;
    arguments.insert(arguments.end(), {"--pack", pack});
    CHECK(judge.desk.run(arguments).code == 2);
  }
}

TEST_CASE("a manifest names supplements, which must be there", "[cli]") {
  Judge judge;
  for (const char* name : {"1.pdf", "2.pdf", "3.pdf"}) judge.desk.write(name, tiny_pdf(1));
  judge.desk.write("s/a.zip", kTold);
  auto csv = judge.desk.write("m.csv", "file,supplement\n1.pdf,s/a.zip\n2.pdf,\n");
  auto results = judge({csv});
  REQUIRE(results.size() == 2);
  CHECK(is_found(results[0]));
  CHECK(has_none(results[1]));
  auto lines = judge.desk.write("m.ndjson", R"({"file": "1.pdf", "supplement": "s/a.zip"})");
  CHECK(is_found(judge({lines})[0]));
  auto bad = judge.desk.write("bad.csv", "file,supplement\n1.pdf,s/none.zip\n2.pdf,\n");
  auto answer = judge.desk.run({bad, "--pack", judge.desk.path("s.toml")});
  CHECK(answer.code == 3);
  CHECK(has(answer.out, "supplement s/none.zip cannot be read"));
}

TEST_CASE("a zip that is judged itself is nobody's supplement, and two are one too many", "[cli]") {
  Judge judge;
  judge.desk.write("p/u.pdf", tiny_pdf(1));
  auto zip = judge.desk.write("p/u.zip", zip_of({{"5/x.pdf", tiny_pdf(1)}}));
  auto results = judge({judge.desk.path("p"), zip});
  REQUIRE(results.size() == 2);
  CHECK(has_none(results[0]));
  CHECK(has_none(results[1]));
  judge.desk.write("q/1.pdf", tiny_pdf(1));
  judge.desk.write("q/1.zip", kClean);
  judge.desk.write("q/1-supp.zip", kClean);
  auto two = judge({judge.desk.path("q")})[0];
  CHECK(two["file"]["supplement"]["path"] == judge.desk.path("q/1-supp.zip"));
  CHECK(two["verdict"] == "review");
}

TEST_CASE("another supplement is judged again with --resume", "[cli]") {
  Judge judge;
  auto paper = judge.desk.write("p/1.pdf", tiny_pdf(1));
  judge.desk.write("p/1.zip", kClean);
  auto pack = judge.desk.write("s.toml", kPack);
  auto run = [&] {
    return judge.desk.run({judge.desk.path("p"), "--pack", pack, "--resume", "--format",
                           "ndjson:" + judge.desk.path("out.ndjson")});
  };
  CHECK(run().code == 0);
  auto first = judge.desk.read("out.ndjson");
  CHECK(run().code == 0);
  CHECK(judge.desk.read("out.ndjson") == first);
  judge.desk.write("p/1.zip", kTold);
  CHECK(run().code == 1);
}
