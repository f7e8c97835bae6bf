#include <catch2/catch.hpp>
#include <chrono>

#include "picture_parts.hpp"
#include "supplement_parts.hpp"

using Strings = std::vector<std::string>;

namespace {

bool is_undecided(const model::Supplement& it) {
  return it.is_cut || !it.unread.empty();
}

bool has_kind(const std::string& mark, const std::string& kind) {
  auto found = read_supplement(mark + std::string(20, 'x'));
  return why_unread(found).find("is " + kind + " archive") != std::string::npos;
}

}  // namespace

TEST_CASE("what is no archive, or breaks off, is said", "[supplement]") {
  CHECK(why_unread(read_supplement("")) == " is neither a zip nor a tar, or is damaged");
  CHECK(why_unread(read_supplement("some text")) == " is neither a zip nor a tar, or is damaged");
  std::string zip = zip_of({{"a.py", "x"}, {"b.py", "y"}});
  for (std::size_t length = 4; length < zip.size(); ++length)
    CHECK(is_undecided(read_supplement(zip.substr(0, length))));
  std::string tar = tar_of({{"a", std::string(600, 'x')}});
  CHECK(is_undecided(read_supplement(tar.substr(0, 700))));
  std::string packed = gzipped(tar);
  for (std::size_t length : {packed.size() - 1, packed.size() / 2, std::size_t{20}})
    CHECK(is_undecided(read_supplement(packed.substr(0, length))));
  CHECK(is_undecided(read_supplement(packed + packed)));
}

TEST_CASE("archives of other kinds are named", "[supplement]") {
  CHECK(why_unread(read_supplement("7z\xbc\xaf\x27\x1c" + std::string(40, 'x'))) ==
        " is a 7z archive, which is not read here; send a zip");
  CHECK(has_kind("Rar!\x1a\x07", "a RAR"));
  CHECK(has_kind(std::string("\xfd"
                             "7zXZ\0",
                             6),
                 "an xz"));
  CHECK(has_kind("BZh9", "a bzip2"));
  CHECK(has_kind("\x28\xb5\x2f\xfd", "a zstd"));
  // One that is called a zip, within a zip.
  CHECK(why_unread(read_supplement(zip_of({{"a.zip", "Rar!\x1a\x07xxxxxx"}}))) ==
        "a.zip is a RAR archive, which is not read here; send a zip");
}

TEST_CASE("pictures that break off anywhere end well", "[supplement]") {
  for (const std::string& whole :
       {"RIFF....WEBPEXIF" + std::string("\xff\xff\xff\xff", 4) + tiff_with(0x013b, "x"),
        png_of(png_chunk("iTXt", "Author" + std::string(5, '\0') + "x")), jpeg_with(0x013b, "x")})
    for (std::size_t length = 0; length <= whole.size(); ++length)
      CHECK(read_supplement(zip_of({{"a", whole.substr(0, length)}})).unread.empty());
}

TEST_CASE("names that lead elsewhere are only names", "[supplement]") {
  auto found = read_supplement(zip_of({{"../../x.sh", "/home/mira/x\n"},
                                       {"/etc/passwd", "y"},
                                       {"C:\\x", "z"},
                                       {"same", "/home/ada/1"},
                                       {"same", "/home/ben/2"}}));
  CHECK(found.names.size() == 5);
  CHECK(found.telltales.size() == 3);
}

TEST_CASE("entries that lie or are locked are not passed over", "[supplement]") {
  ZipPart locked{"a.py", "x"};
  locked.flags = 1;
  CHECK(why_unread(read_supplement(zip_of({locked}))) == "a.py is encrypted");
  ZipPart odd{"a.py", "x"};
  odd.method = 12;
  CHECK(why_unread(read_supplement(zip_of({odd}))) ==
        "a.py is packed by a method that is not known here");
  ZipPart small = deflated("a.py", std::string(100'000, 'x'));
  small.unpacked = 10;
  CHECK(why_unread(read_supplement(zip_of({small}))) == "a.py is damaged");
  ZipPart large = deflated("a.py", "x");
  large.unpacked = 30'000'000;
  CHECK(why_unread(read_supplement(zip_of({large}))) == "a.py is damaged");
  ZipPart wrong{"a.py", "x"};
  wrong.checksum = 1;
  CHECK(why_unread(read_supplement(zip_of({wrong}))) == "a.py is damaged");
  ZipPart far{"a.py", "x"};
  far.packed = far.unpacked = 20'000'000;
  CHECK(why_unread(read_supplement(zip_of({far}))) == "a.py is damaged");
  CHECK(why_unread(read_supplement(zip_of({{"a.7z", "x"}}))) ==
        "a.7z is a 7z archive, which is not read here; send a zip");
}

TEST_CASE("archives within archives are read to a depth", "[supplement]") {
  std::string inner = zip_of({{".git/packed-refs", "x"}});
  auto once = read_supplement(zip_of({{"a.zip", inner}}));
  CHECK(once.repositories.size() == 1);
  CHECK(once.unread.empty());
  std::string deep = inner;
  for (int i = 0; i < 3; ++i) deep = zip_of({{"b.zip", deep}});
  CHECK(read_supplement(deep).repositories.size() == 1);
  auto deeper = read_supplement(zip_of({{"c.zip", deep}}));
  CHECK(deeper.repositories.empty());
  REQUIRE(deeper.unread.size() == 1);
  CHECK(deeper.unread[0].may_hold_files);
}

TEST_CASE("bombs cost little", "[supplement]") {
  auto begin = std::chrono::steady_clock::now();
  std::vector<ZipPart> parts(100, deflated("x", std::string(30'000'000, 'x')));
  for (std::size_t i = 0; i < parts.size(); ++i) parts[i].name = "x" + std::to_string(i);
  auto many = read_supplement(zip_of(parts));
  CHECK(many.unread_files == 94);
  CHECK(why_unread(many).find("lies beyond the 200 MB that are unpacked in all") !=
        std::string::npos);
  std::string tar = gzipped(std::string(60'000'000, '\0'));
  std::vector<ZipPart> tars(200, ZipPart{"x.tar.gz", tar});
  for (std::size_t i = 0; i < tars.size(); ++i) tars[i].name = std::to_string(i) + ".tar.gz";
  CHECK(is_undecided(read_supplement(zip_of(tars))));
  auto huge = read_supplement(zip_of({deflated("x", std::string(40'000'000, 'x'))}));
  CHECK(why_unread(huge) == "x has more than the 32 MB that are unpacked of one file");
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(60));
}

TEST_CASE("more files than are looked at are not passed over", "[supplement]") {
  std::vector<ZipPart> parts(150'000, ZipPart{"x", ""});
  for (std::size_t i = 0; i < parts.size(); ++i) parts[i].name = "x" + std::to_string(i);
  auto found = read_supplement(zip_of(parts));
  CHECK(found.is_cut);
  CHECK(found.names.size() == 100'000);
  ZipPart long_name{std::string(60'000, 'n'), "x"};
  CHECK(why_unread(read_supplement(zip_of({long_name}))).find("has too long a name") !=
        std::string::npos);
}

TEST_CASE("any bytes in place of others end well", "[supplement]") {
  std::string zip = zip_of({deflated("a.py", "/home/mira/x"),
                            {"b.tar", tar_of({{"c", "d"}})},
                            {".git/config", "[user]\nname = x"},
                            {"setup.py", "author='x'"}});
  for (std::size_t at = 0; at < zip.size(); at += 3) {
    std::string spoiled = zip;
    for (char byte : {'\0', '\xff', 'P'}) {
      spoiled[at] = byte;
      read_supplement(spoiled);
    }
  }
}
