// The commands of the README, run as they stand there.
#include <fcntl.h>

#include <catch2/catch.hpp>
#include <cstdlib>

#include "desk.hpp"
#include "util/text.hpp"

namespace {

namespace fs = std::filesystem;

// The next block of a kind in a section.
std::string block_of(const std::string& heading, const std::string& kind,
                     const std::string& has = "") {
  std::ifstream file(DESKCHECK_SOURCE "/README.md", std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), {}};
  auto section = text.find("## " + heading);
  REQUIRE(section != text.npos);
  auto begin = text.find("```" + kind + "\n" + has, section) + kind.size() + 4;
  return text.substr(begin, text.find("```", begin) - begin);
}

std::vector<std::string> commands_of(const std::string& heading) {
  return util::split(util::trim(block_of(heading, "sh")), '\n');
}

// Papers of an organizer: a folder, its zip and a manifest.
void write_uploads(const Desk& desk) {
  fs::create_directories(desk.path("uploads"));
  for (const char* name : {"clean", "long"}) {
    fs::path from = fs::path(DESKCHECK_SOURCE) / "fixtures/deepmath-2025" /
                    (std::string(name) == "clean" ? "clean.pdf" : "over-limit.pdf");
    fs::copy_file(from, desk.path("uploads/" + std::string(name) + ".pdf"));
  }
  desk.write("papers.csv",
             "paper_id,file,title,authors,emails\n"
             "1,uploads/clean.pdf,One,A. One,a@example.org\n"
             "2,uploads/long.pdf,Two,B. Two,b@example.org\n");
}

// Stays in a folder and with an input stream as long as it lives.
class Moved {
 public:
  explicit Moved(const std::string& folder) : before_(fs::current_path()), input_(dup(0)) {
    fs::current_path(folder);
  }
  ~Moved() {
    dup2(input_, 0);
    close(input_);
    fs::current_path(before_);
  }
  Moved(const Moved&) = delete;
  Moved& operator=(const Moved&) = delete;

  static void read_from(const std::string& file) {
    int descriptor = open(file.c_str(), O_RDONLY);
    dup2(descriptor, 0);
    close(descriptor);
  }

 private:
  fs::path before_;
  int input_;
};

std::vector<std::string> words_of(const std::string& command) {
  std::istringstream words(command);
  return {std::istream_iterator<std::string>(words), {}};
}

}  // namespace

TEST_CASE("the commands of the README for many papers work as written", "[cli]") {
  Desk desk;
  write_uploads(desk);
  Moved moved(desk.path(""));
  int run = 0;
  for (std::string line : commands_of("Many papers")) {
    line = line.substr(0, line.find("  #"));
    INFO(line);
    if (auto bar = line.find(" | "); bar != line.npos) {
      REQUIRE(std::system((line.substr(0, bar) + " > names").c_str()) == 0);
      Moved::read_from("names");
      line.erase(0, bar + 3);
    }
    auto words = words_of(line);
    REQUIRE(words.size() > 1);
    if (words[0] != "deskcheck") {
      CHECK(std::system(line.c_str()) == 0);
      continue;
    }
    auto answer = desk.run({words.begin() + 1, words.end()});
    INFO(answer.err);
    CHECK((answer.code == 0 || answer.code == 1));
    ++run;
  }
  CHECK(run >= 4);
}

TEST_CASE("the commands of the README for living with findings work as written", "[cli]") {
  Desk desk;
  fs::copy_file(fs::path(DESKCHECK_SOURCE) / "fixtures/deepmath-2025/over-limit.pdf",
                desk.path("paper.pdf"));
  desk.write("deskcheck.toml", block_of("Living with findings", "toml", "pack"));
  desk.write("waivers.toml", block_of("Living with findings", "toml", "[[waiver]]"));
  Moved moved(desk.path(""));
  for (std::string line : commands_of("Living with findings")) {
    line = line.substr(0, line.find("  #"));
    INFO(line);
    auto words = words_of(line);
    REQUIRE(words.size() > 3);
    auto answer = desk.run({words.begin() + 1, words.end()});
    INFO(answer.err);
    CHECK((answer.code == 0 || answer.code == 1));
    if (has(line, "--baseline")) CHECK(answer.code == 0);
  }
  CHECK(has(desk.read("receipt.json"), "deskcheck-receipt/1"));
}
