#include <catch2/catch.hpp>

#include "desk.hpp"

namespace {

const char kStyle[] = R"(id = "style"
title = "Any year"
stages = ["submission", "camera-ready"]
[sections.references]
words = ["References"]
counted = false
[marks]
submission = ["Do not distribute"]
[rule.pages]
check = "length/total-pages"
severity = "warning"
person = true
with = { max = 4 }
[rule.size]
check = "font/body-size"
severity = "note"
with = { sizes = ["10tpt"] }
)";

const char kVenue[] = R"(id = "venue-2027"
title = "Venue 2027"
version = "1.1.0"
extends = "style"
url = "https://example.org/call"
read_on = 2026-11-21
tracks = ["long", "short"]
[rule.pages]
severity = "error"
cite = { text = "At most 4 pages." }
[rule.pages.track.short]
with = { max = 2 }
[rule.size]
fix = "Take the style's size."
[[gap]]
check = "layout/text-block"
why = "the style is not public"
tracks = ["long"]
)";

const char kShown[] = R"shown(venue-2027: Venue 2027
  Version      1.1.0
  Guideline    https://example.org/call [venue-2027:5]
  Read on      2026-11-21 [venue-2027:6]
  Stage        submission (of: submission, camera-ready) [style:3]
  Track        long (of: long, short) [venue-2027:7]
  SHA-256      7aa52fbf184cb27beb962ab0ec67c76da9b787fc0ba59d49ac3704e8e1b04256
               of all files below; each result carries it

Files
Each stands over those above it. Behind a value, [ID:LINE] is where it was set;
a value without is the check's own.
  style             style.toml: Any year
  venue-2027        venue/venue-2027.toml: Venue 2027
                    https://example.org/call, read on 2026-11-21

pages: length/total-pages [style:10]
  Severity     error [venue-2027:9], for a person to judge [style:12]
  max          4 [style:13]
  Venue says   At most 4 pages. [venue-2027:10]
  Source       https://example.org/call, read on 2026-11-21

size: font/body-size [style:15]
  Severity     note [style:16]
  larger       "allow"
  sizes        9.96 pt [style:17]
  tolerance    0.025
  Fix          Take the style's size. [venue-2027:14]

Not judged, or not wholly
  layout/text-block         the style is not public [venue-2027:15]

Headings that begin a kind of section
  references        (not counted as main pages) "References" [style:4]

Text that shows a stage
  submission        "Do not distribute" [style:8]
)shown";

Answer packs_of(const Desk& desk, std::vector<std::string> words) {
  words.insert(words.begin(), "packs");
  words.insert(words.end(), {"--packs", desk.path("packs")});
  return desk.run(words);
}

}  // namespace

TEST_CASE("a pack is shown resolved, each value with the line that set it", "[cli]") {
  Desk desk;
  desk.write("packs/style.toml", kStyle);
  desk.write("packs/venue/venue-2027.toml", kVenue);
  CHECK(packs_of(desk, {"show", "venue-2027"}).out == kShown);
}

TEST_CASE("packs are listed by id, styles that nobody submits to when asked for", "[cli]") {
  Desk desk;
  desk.write("packs/style.toml", kStyle);
  desk.write("packs/venue/venue-2027.toml", kVenue);
  desk.write("packs/venue/venue-26.toml", "id = \"venue-26\"\ntitle = \"Venue 2026\"\n");
  desk.write("packs/other.toml", "id = \"other\"\ntitle = \"Journal of Others\"\n");
  std::string style = "style                         Any year\n";
  std::string venues =
      "venue-2027              2027  Venue 2027 (tracks: long, short)\n"
      "venue-26                2026  Venue 2026\n";
  auto all = packs_of(desk, {"list", "--all"}).out;
  // Beside them stand the packs that are installed.
  CHECK(has(packs_of(desk, {"list"}).out, venues));
  CHECK(has(packs_of(desk, {"list"}).out, "other                         Journal of Others\n"));
  CHECK(has(packs_of(desk, {"list"}).out, "that packs extend: deskcheck packs list --all\n"));
  CHECK(!has(packs_of(desk, {"list"}).out, style));
  CHECK(has(all, venues));
  CHECK(all.find(style) > all.find("\nStyles of any year, which packs extend:\n"));
  CHECK(packs_of(desk, {"list", "VENUE/"}).code == 2);
  CHECK(packs_of(desk, {"list", "venue 2027"}).out ==
        "venue-2027              2027  Venue 2027 (tracks: long, short)\n");
  CHECK(has(packs_of(desk, {"list", "venue-2028"}).err,
            "no pack is called venue-2028; did you mean venue-2027?"));
}

TEST_CASE("a pack that cannot be read is named, and the others are listed", "[cli]") {
  Desk desk;
  desk.write("packs/good.toml", "id = \"good\"\n");
  desk.write("packs/bad.toml", "id = \"bad\n");
  desk.write("packs/deskcheck.toml", "quiet = true\n");
  auto listed = packs_of(desk, {"list"});
  CHECK(listed.code == 0);
  CHECK(has(listed.out, "good"));
  CHECK(has(listed.err, "bad.toml:1:"));
  CHECK(!has(listed.err, "deskcheck.toml"));
}
