#include <catch2/catch.hpp>
#include <chrono>
#include <fstream>

#include "batch_inputs.hpp"
#include "batch_zips.hpp"
#include "desk.hpp"

namespace {

using Strings = std::vector<std::string>;

// A manifest of one of the kinds beside papers a.pdf to d.pdf.
struct Table {
  explicit Table(const std::string& bytes, const std::string& ending = "csv") {
    for (auto name : {"a", "b", "c", "d"}) desk.write("in/" + std::string(name) + ".pdf", "x");
    inputs = inputs_of({desk.write("in/list." + ending, bytes)});
  }
  std::string path(const std::string& name) const { return desk.path("in/" + name); }

  Desk desk;
  std::vector<batch::Input> inputs;
};

}  // namespace

TEST_CASE("a CSV manifest names its columns in any order", "[batch]") {
  Table table(
      "\xef\xbb\xbftitle,FILE , emails,status,authors,paper_id,track\r\n"
      "\"On \"\"Tea\"\",\nand more\",a.pdf,a@x.org;;c@x.org,ok,Ada; Ben ;Cy;,7,short\r\n"
      "\r\n"
      "Coffee,./b.pdf,,,,x8,");
  REQUIRE(table.inputs.size() == 2);
  const batch::Input& tea = table.inputs[0];
  CHECK(tea.id == "7");
  CHECK(tea.file == table.path("a.pdf"));
  CHECK(tea.path == tea.file);
  REQUIRE(tea.row);
  CHECK(tea.row->title == "On \"Tea\",\nand more");
  CHECK(tea.row->track == "short");
  CHECK(tea.row->authors == Strings{"Ada", "Ben", "Cy"});
  CHECK(tea.row->emails == Strings{"a@x.org", "", "c@x.org"});
  CHECK(table.inputs[1].id == "x8");
  CHECK(table.inputs[1].row->authors.empty());
  CHECK(problems_in(table.inputs) == 0);
}

TEST_CASE("a manifest that only names files leaves ids to the paths", "[batch]") {
  Table table("file\na.pdf\nb.pdf\n\"c.pdf\"\n");
  CHECK(ids_of(table.inputs) == Strings{"a", "b", "c"});
  CHECK(problems_in(table.inputs) == 0);
}

TEST_CASE("a manifest without a column of files says what it has and needs", "[batch]") {
  Table other("paper_id,pdf\n1,a.pdf\n");
  REQUIRE(other.inputs.size() == 1);
  CHECK(has(other.inputs[0].problem, "Columns found: paper_id, pdf."));
  CHECK(has(other.inputs[0].problem, "Needed: file; read as well: paper_id, title, track"));
  Table semicolons("paper_id;file\n1;a.pdf\n");
  REQUIRE(semicolons.inputs.size() == 1);
  CHECK(has(semicolons.inputs[0].problem, "not by semicolons"));
  CHECK(has(Table("file,id,file\na.pdf,1,b.pdf\n").inputs.at(0).problem, "two columns named file"));
  CHECK(has(Table("").inputs.at(0).problem, "empty"));
  CHECK(has(Table("file,paper_id\n").inputs.at(0).problem, "lists no paper"));
}

TEST_CASE("a bad row is an answer of its own and costs no other row", "[batch]") {
  Table table(
      "paper_id,file\n"
      "1,a.pdf\n"
      "2,gone.pdf\n"
      "1,b.pdf\n"
      "4,c.pdf,too many\n"
      "5\n"
      "6,\n"
      "7,\"d\"x.pdf\n"
      "8,\"not closed\n"
      "9,d.pdf\n"
      "10,.\n");
  CHECK(ids_of(table.inputs) == Strings{"1", "2", "1", "4", "5", "6", "7", "8", "9", "10"});
  auto problem = [&](int row) { return table.inputs[static_cast<std::size_t>(row)].problem; };
  CHECK(problem(0).empty());
  CHECK(has(problem(1), "gone.pdf: no such file"));
  CHECK(has(problem(1), "line 3 (paper 2)"));
  CHECK(has(problem(2), "this id stands in line 2 already"));
  CHECK(has(problem(3), "3 fields, but there are 2 columns"));
  CHECK(has(problem(4), "1 fields"));
  CHECK(has(problem(5), "names no file"));
  CHECK(has(problem(6), "behind a closing quotation mark"));
  CHECK(has(problem(7), "not closed"));
  CHECK(problem(8).empty());
  CHECK(has(problem(9), "this is a folder"));
  CHECK(table.inputs[2].path == table.path("list.csv") + ":4");
  CHECK(table.inputs[2].file.empty());
}

TEST_CASE("a row without an end is given up, and the next line read", "[batch]") {
  Table table("paper_id,file\n1,\"" + std::string(3u << 20, 'x') + "\n2,b.pdf\n");
  REQUIRE(table.inputs.size() == 2);
  CHECK(has(table.inputs[0].problem, "longer than 1048576 bytes"));
  CHECK(has(table.inputs[0].problem, "line 2"));
  CHECK(table.inputs[1].file == table.path("b.pdf"));
}

TEST_CASE("JSON lines are a manifest too", "[batch]") {
  Table table(
      R"({"paper_id": 7, "file": "a.pdf", "title": "T\u00e9", "authors": ["Ada; L", "Ben"], "emails": "a@x;b@x", "n": [1]})"
      "\r\n\n"
      R"({"file": "b.pdf", "track": "short", "authors": null})"
      "\n"
      R"({"paper_id": "9", "file": "c.pdf", "authors": [1]})"
      "\n"
      R"({"paper_id": "10", "file": 5})"
      "\n[]\nnonsense\n"
      R"({"paper_id": "11"})"
      "\n"
      R"({"paper_id": "12", "file": "d\u0000.pdf"})",
      "ndjson");
  CHECK(problems_in(table.inputs) == 6);
  REQUIRE(table.inputs.size() == 8);
  CHECK(table.inputs[0].id == "7");
  CHECK(table.inputs[0].row->title == "T\xc3\xa9");
  CHECK(table.inputs[0].row->authors == Strings{"Ada; L", "Ben"});
  CHECK(table.inputs[0].row->emails == Strings{"a@x", "b@x"});
  CHECK(table.inputs[1].id == "b");
  CHECK(table.inputs[1].row->track == "short");
  CHECK(has(table.inputs[2].problem, "line 4 (paper 9): authors should be an array of strings"));
  CHECK(has(table.inputs[3].problem, "(paper 10): file should be a string"));
  CHECK(has(table.inputs[4].problem, "line 6"));
  CHECK(has(table.inputs[4].problem, "not a JSON object"));
  CHECK(has(table.inputs[6].problem, "names no file"));
  CHECK(has(table.inputs[7].problem, "NUL"));
}

TEST_CASE("deep and long JSON rows are refused in no time", "[batch]") {
  auto begin = std::chrono::steady_clock::now();
  Table table(std::string(300 * 1000, '[') + "\n" + std::string(3u << 20, '{') +
                  "\n{\"file\": \"a.pdf\"}\n",
              "jsonl");
  REQUIRE(table.inputs.size() == 3);
  CHECK(has(table.inputs[0].problem, "not a JSON object"));
  CHECK(has(table.inputs[1].problem, "longer than"));
  CHECK(table.inputs[2].file == table.path("a.pdf"));
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));
}

TEST_CASE("a manifest's files lie in its own folder, wherever the user is", "[batch]") {
  Desk desk;
  desk.write("in/deep/a.pdf", "x");
  auto absolute = desk.write("b.pdf", "x");
  auto inputs =
      inputs_of({desk.write("in/list.CSV", "file\ndeep/a.pdf\n" + absolute + "\n../b.pdf\n")});
  REQUIRE(inputs.size() == 3);
  CHECK(inputs[0].file == desk.path("in/deep/a.pdf"));
  CHECK(inputs[1].file == absolute);
  CHECK(inputs[2].file == desk.path("in/../b.pdf"));
  CHECK(problems_in(inputs) == 0);
}

TEST_CASE("a manifest's files may lie in a zip", "[batch]") {
  Desk desk;
  auto zip = zip_of({{"5/Submission/x.pdf", "five"}, {"6/y.PDF", "six"}, {"notes.txt", "n"}});
  desk.write("in/uploads.zip", zip);
  auto inputs = inputs_of({desk.write("in/list.csv",
                                      "paper_id,file,authors\n"
                                      "b,uploads.zip/6/y.PDF,Ada\n"
                                      "a,uploads.zip/5/Submission/x.pdf,\n"
                                      "c,uploads.zip/7/z.pdf,\n"
                                      "d,uploads.zip/../up.pdf,\n"
                                      "e,gone.zip/x.pdf,\n")});
  REQUIRE(inputs.size() == 5);
  CHECK(inputs[0].memory);
  CHECK(inputs[0].file.empty());
  CHECK(inputs[0].id == "b");
  CHECK(inputs[0].row->authors == Strings{"Ada"});
  CHECK(inputs[0].path == desk.path("in/uploads.zip/6/y.PDF"));
  CHECK(inputs[1].memory);
  CHECK(has(inputs[2].problem, "line 4 (paper c)"));
  CHECK(has(inputs[2].problem, "no such file in the zip"));
  CHECK(inputs[2].path == desk.path("in/uploads.zip/7/z.pdf"));
  CHECK(problems_in(inputs) == 3);
}
