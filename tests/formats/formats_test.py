#!/usr/bin/env python3
"""Holds a batch of papers, in every format for machines, against those who read it.

formats_test.py PROGRAM WHAT judges a hundred papers, copied from the fixtures under names that
attack each format, and a paper whose own texts do; WHAT is a function below. CTest counts exit code
77 as skipped: a program or a library that reads the format is not there. The schemas beside this
are ours and closed: they describe what is written here and no more. The official ones are used too
where DESKCHECK_SCHEMAS names their folder.
"""

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path
from urllib.parse import unquote

HERE = Path(__file__).resolve().parent
FIXTURES = HERE.parent.parent / "fixtures"
PACK = HERE / "pack.toml"
FORMATS = ["sarif", "junit", "github", "gitlab", "lines", "markdown", "csv", "csv-papers", "mail",
           "hotcrp-tags", "openreview"]
PAPERS = 100

# What names of files, titles and authors try; a file's name has neither "/" nor NUL.
ATTACKS = [
    "\x1b[31mred\x1b]0;title\x07", "=HYPERLINK(\"http:evil\")", "+1+cmd|' !A0", "-2+3", "@SUM(1)",
    "\t=1", "<script>alert(1)<script>", "&amp;]]><!--", "a|b`c`", "[x](http:evil)",
    "@octocat fixes #1", "::error::x", "##[error]x", "%0A::set-output name=x::y", "line\nbreak",
    "carriage\rreturn", "x\u202egnp", "\u2066\u200b\ufeff", "\U000e0041tag", "quote\"'\\", "{0} {1}",
    "a:b,c", "main.tex:3:1: error: y", "ünïcödé 論文", "\ufffe\uffff",
]


def skip(why):
    print(f"skipped: {why}")
    sys.exit(77)


def need_library(name):
    try:
        return __import__(name)
    except ImportError:
        skip(f"python3-{name} is not installed")


def check(is_true, why):
    if not is_true:
        print(f"failed: {why}")
        sys.exit(1)


def hostile_pdf(text):
    """One page and a document information that say `text`."""
    shown = text.encode("latin-1", "replace").replace(b"\\", b"\\\\")
    shown = shown.replace(b"(", b"\\(").replace(b")", b"\\)")
    info = ("\ufeff" + text).encode("utf-16-be", "surrogatepass").hex().encode()
    content = b"BT /F 18 Tf 100 700 Td (" + shown + b") Tj 0 -30 Td (Ada Example, " + shown + \
        b") Tj 0 -30 Td (mail ada.example@sampletown.example) Tj ET"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
        b"/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Title<%s>/Author<%s>/Keywords<%s>>>" % (info, info, info),
    ]
    out, places = b"%PDF-1.5\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R/Info 5 0 R>>\n" \
        b"startxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table, len(objects) + 1, len(out))


class Batch:
    """The papers, and what the program writes of them."""

    def __init__(self, program):
        self.program = program
        self.folder = Path(tempfile.mkdtemp(prefix="formats-"))
        self.out = self.folder / "out"
        papers = self.folder / "papers"
        papers.mkdir()
        self.out.mkdir()
        sources = sorted((FIXTURES / "deepmath-2025").glob("*.pdf")) + \
            sorted((FIXTURES / "broken").glob("*.pdf"))
        for number in range(PAPERS - len(ATTACKS)):
            ending = f"{number}.pdf" if number % 4 else f" {ATTACKS[number // 4 % len(ATTACKS)]}.pdf"
            name = f"paper{number}-ada-example-{ending}"
            shutil.copy(sources[number % len(sources)], papers / name)
        for number, attack in enumerate(ATTACKS, 1000):
            (papers / f"{attack} {number}.pdf").write_bytes(hostile_pdf(attack))
        (papers / os.fsdecode(b"\xff\xfe broken.pdf")).write_bytes(b"no PDF")
        with open(self.folder / "who.csv", "w", newline="") as who:
            table = csv.writer(who)
            table.writerow(["file", "names", "affiliations"])
            for paper in sorted(papers.iterdir()):
                if paper.name.startswith("paper"):
                    table.writerow([f"papers/{paper.name}", "Ada Example", "Sampletown"])
        self.environment = {key: value for key, value in os.environ.items()
                            if not key.startswith(("GITHUB_", "CI_"))}

    def close(self):
        shutil.rmtree(self.folder)

    def run(self, *arguments):
        done = subprocess.run([self.program, *arguments], cwd=self.folder, env=self.environment,
                              capture_output=True, check=False)
        check(done.returncode in (0, 1, 3), f"{arguments} exits with {done.returncode}: {done.stderr}")

    def judge(self, names, audience="chair"):
        """The text of each format, from one run; a report of stored results has the same bytes."""
        formats = [f"--format={name}:out/{name}" for name in [*names, "ndjson"]]
        self.run("check", "papers", "--pack", str(PACK), "--identities", "who.csv", "--quiet",
                 "--audience", audience, *formats)
        for name in names:
            self.run("report", "out/ndjson", "--quiet", "--audience", audience, "--format",
                     f"{name}:out/again")
            check((self.out / name).read_bytes() == (self.out / "again").read_bytes(),
                  f"{name} differs from the report of stored results")
        return {name: (self.out / name).read_bytes().decode() for name in names}

    def records(self):
        return [json.loads(line) for line in (self.out / "ndjson").read_text().splitlines()]


def official(name):
    """Null where it is not there."""
    folder = os.environ.get("DESKCHECK_SCHEMAS", "")
    path = Path(folder, name)
    return path if folder and path.exists() else None


def validate(instance, name, ours):
    jsonschema = need_library("jsonschema")
    for path in [HERE / ours, official(name) if name else None]:
        if path is None:
            continue
        schema = json.loads(path.read_text())
        kind = jsonschema.validators.validator_for(schema)
        errors = list(kind(schema).iter_errors(instance))
        check(not errors, f"{path.name}: {errors[:3]}")


def findings(records):
    return [(record, finding) for record in records for finding in record["findings"]]


def sarif(batch):
    need_library("jsonschema")
    log = json.loads(batch.judge(["sarif"])["sarif"])
    validate(log, "sarif-schema-2.1.0.json", "sarif.schema.json")
    run = log["runs"][0]
    records = batch.records()
    check(len(run["results"]) == len(findings(records)), "a result is missing")
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    check(len(set(rules)) == len(rules), "a rule comes twice")
    prints = set()
    for result, (record, finding) in zip(run["results"], findings(records)):
        check(rules[result["ruleIndex"]] == result["ruleId"] == finding["check"], "wrong rule")
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        check(re.fullmatch(r"papers/([A-Za-z0-9._~-]|%[0-9A-F]{2})+", uri), f"no address: {uri}")
        check(unquote(uri) == record["file"]["path"], f"{uri} is not {record['file']['path']}")
        prints.add((uri, result["partialFingerprints"]["primaryLocationLineHash"]))
    check(len(prints) == len(run["results"]), "a fingerprint comes twice in a paper")
    notices = run["invocations"][0]["toolExecutionNotifications"]
    unjudged = [record for record in records if record["verdict"] == "unjudged"]
    check(len(unjudged) == len(notices) > 0, "a notice of an unjudged paper is missing")


def junit(batch):
    if not shutil.which("xmllint"):
        skip("xmllint is not installed")
    batch.judge(["junit"])
    for schema in [HERE / "junit.xsd", official("junit-10.xsd")]:
        if schema is None:
            continue
        done = subprocess.run(["xmllint", "--noout", "--nonet", "--schema", schema,
                               batch.out / "junit"], capture_output=True, check=False)
        check(done.returncode == 0, f"{schema.name}: {done.stderr[:500]}")
    from xml.etree import ElementTree
    suites = ElementTree.parse(batch.out / "junit").getroot()
    records = batch.records()
    check(len(suites) == len(records), "a suite is missing")
    for suite, record in zip(suites, records):
        cases = suite.findall("testcase")
        for key, element in [("failures", "failure"), ("errors", "error"), ("skipped", "skipped")]:
            found = [case for case in cases if case.find(element) is not None]
            check(int(suite.get(key)) == len(found), f"{key} of {suite.get('name')}")
        check(int(suite.get("tests")) == len(cases), "tests")
        is_bad = int(suite.get("failures")) + int(suite.get("errors")) > 0
        check(is_bad == (record["verdict"] in ("fail", "unjudged")), f"verdict of {record['file']}")


def gitlab(batch):
    need_library("jsonschema")
    issues = json.loads(batch.judge(["gitlab"])["gitlab"])
    validate(issues, None, "gitlab.schema.json")
    prints = {issue["fingerprint"] for issue in issues}
    check(len(prints) == len(issues) >= len(findings(batch.records())), "fingerprints are not unique")


def openreview(batch):
    need_library("jsonschema")
    text = batch.judge(["openreview"])["openreview"]
    lines = [json.loads(line) for line in text.splitlines()]
    for line in lines:
        validate(line, None, "openreview.schema.json")
    for line, record in zip(lines, batch.records(), strict=True):
        check(line["verdict"] == record["verdict"], "verdict")
        if record["verdict"] == "unjudged":
            check(line["length"] is None, "an unjudged paper has an answer")


def rows_of(text, end="\r\n"):
    check(text.endswith(end), "the last row has no end")
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    check(len({len(row) for row in rows if not row[0].startswith("###")}) == 1, "rows differ in length")
    for row in rows:
        for cell in row:
            check(not cell or cell[0] not in "=+-@\t\r\n＝＋－＠", f"a formula: {cell!r}")
    return rows


def bare(cell):
    return cell[1:] if cell.startswith("'") else cell


def printable(text):
    """As the program shows what a terminal would obey."""
    text = re.sub("[\t\n\r]", " ", text.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))
    return "".join(f"\\u{{{ord(c):x}}}" if is_dangerous(c) else c for c in text)


def tables(batch):
    texts = batch.judge(["csv", "csv-papers", "mail", "hotcrp-tags"])
    records = batch.records()
    rows = rows_of(texts["csv"])
    check(len(rows) - 1 == len(findings(records)), "a row of a finding is missing")
    for row, (record, finding) in zip(rows[1:], findings(records)):
        got = dict(zip(rows[0], map(bare, row)))
        for key in ["message", "measured", "evidence", "check", "severity", "fingerprint"]:
            check(got[key] == printable(finding[key] or ""), f"{key}: {got[key]} of {record['file']}")
        check(got["path"] == printable(record["file"]["path"]), f"path {got['path']}")
    rows = rows_of(texts["csv-papers"])
    check([bare(row[1]) for row in rows[1:]] == [printable(record["file"]["path"]) for record in records],
          "a row of a paper is missing")
    rows = rows_of(texts["mail"])
    check(len(rows) > 10, "no letters")
    for row in rows[1:]:
        letter = dict(zip(rows[0], row))
        check("reject" not in letter["body"].lower(), "a letter threatens")
        check("Ada" not in letter["body"] and "ampletown" not in letter["body"], "a letter names")
        check(re.search(r"^1\. .+\.", letter["body"], re.M), "a letter says nothing")
    for row in rows_of(texts["hotcrp-tags"], "\n")[1:]:
        check(row[0].startswith("### ") or
              (re.fullmatch(r"[1-9]\d*", row[0]) and row[1] in ("tag", "cleartag") and
               re.fullmatch(r"(deskcheck-(fail|review|unjudged)(#[1-9]\d*)? ?)+", row[2])), f"{row}")


def unescaped(text):
    return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")


def annotations(batch):
    """The commands as the runner of GitHub reads them."""
    lines = batch.judge(["github"])["github"].splitlines()
    check(len(lines) == 11 and lines[-1].startswith("deskcheck: the worst 10 of "), "not the worst ten")
    for line in lines[:-1]:
        match = re.fullmatch(r"::(error|warning|notice) ([^:]*)::(.*)", line)
        check(match, f"no command: {line}")
        pairs = [pair.split("=", 1) for pair in match[2].split(",")]
        check([key for key, _ in pairs] == ["file", "line", "title"], f"properties: {line}")
        path = unescaped(pairs[0][1].replace("%3A", ":").replace("%2C", ","))
        check(path.startswith("papers/"), path)
        check(match[1] == "error" and unescaped(match[3]), line)


def markdown(batch):
    table, rest = batch.judge(["markdown"])["markdown"].split("\n\n")
    for row in table.splitlines():
        check(row.count("|") == 5, f"not four cells: {row}")
        text = re.sub(r"&#\d+;|<!-- -->", "", row.replace("| --- | --- | --- | --- |", ""))
        check(not re.search(r"[<>`@#\[\]*_~\\$&]|://|www\.", text), f"Markdown: {row}")
    records = batch.records()
    check(len(table.splitlines()) - 2 >= len(records), "a paper is missing")
    fails = sum(record["verdict"] == "fail" for record in records)
    check(rest.startswith(f"Papers: {fails} fail,"), rest)
    if not shutil.which("cmark-gfm"):
        return
    html = subprocess.run(["cmark-gfm", "--unsafe", "-e", "table", "-e", "autolink"],
                          input=table.encode(), capture_output=True, check=True).stdout.decode()
    tags = set(re.findall(r"</?([^ >]*)", html))
    check(tags == {"table", "thead", "tbody", "tr", "th", "td", "!--"}, f"elements: {tags}")


def snippet(name):
    """The README's block whose last line before it names the file to paste it into."""
    blocks = re.findall(r"([^\n]+)\n\n```[a-z]*\n(.*?)```\n",
                        (HERE.parent.parent / "README.md").read_text(), re.S)
    return next(block for intro, block in blocks if f"`{name}`" in intro)


def pattern_of_vs_code():
    """Its comments begin behind white space, which no text of it has before two slashes."""
    tasks = json.loads(re.sub(r"\s//.*", "", snippet(".vscode/tasks.json")))
    return tasks["tasks"][0]["problemMatcher"]["pattern"]


# As VS Code does: a line alone, what is found trimmed.
NODE = """const [pattern, lines] = JSON.parse(require("fs").readFileSync(0));
const keys = ["file", "line", "severity", "message", "code"];
const found = lines.map(line => new RegExp(pattern.regexp).exec(line));
console.log(JSON.stringify(found.map(m => m && keys.map(key => m[pattern[key]].trim()))));"""


def by_node(batch, lines):
    done = subprocess.run(["node", "-e", NODE], input=json.dumps([pattern_of_vs_code(), lines]),
                          capture_output=True, check=True, text=True)
    return json.loads(done.stdout)


def by_expression(batch, lines):
    pattern, found = pattern_of_vs_code(), []
    for line in lines:
        match = re.search(pattern["regexp"], line)
        check(match, f"VS Code finds nothing in {line}")
        found.append([match[pattern[key]].strip()
                      for key in ["file", "line", "severity", "message", "code"]])
    return found


def by_vim(batch, lines):
    (batch.folder / "ftplugin.vim").write_text(snippet("ftplugin/tex.vim"))
    (batch.folder / "ask.vim").write_text("""set encoding=utf-8
source ftplugin.vim
cgetfile out/lines
let found = map(getqflist(), 'v:val.valid ? [bufname(v:val.bufnr), v:val.lnum, v:val.type, v:val.text] : []')
call writefile([json_encode(found)], 'vim.json')
qall!
""")
    subprocess.run(["vim", "-es", "-N", "-u", "NONE", "-i", "NONE", "-S", "ask.vim"], cwd=batch.folder,
                   capture_output=True, check=False, timeout=60, env={**os.environ, "LC_ALL": "C.UTF-8"})
    found = []
    for name, number, kind, said in json.loads((batch.folder / "vim.json").read_text()):
        message, code = re.fullmatch(r"(.*) \[(.+?)\]", said).groups()
        found.append([name, str(number), {"e": "error", "w": "warning", "n": "note"}[kind], message, code])
    return found


def has_vim():
    """Small ones have no lists of errors and no JSON."""
    return shutil.which("vim") and "+quickfix" in subprocess.run(
        ["vim", "--version"], capture_output=True, check=True, text=True).stdout


def lines(batch):
    """Lines as editors read them: each has the file, line, severity and check of its finding."""
    text = batch.judge(["lines"])["lines"].split("\n")
    check(text.pop() == "", "the last line has no end")
    records, expected = batch.records(), []
    for record in records:
        path = re.sub(r":(?=\d)", r"\\u{3a}", printable(record["file"]["path"]))
        for finding in record["findings"]:
            is_sure = finding["outcome"] == "failed" and finding["confidence"] != "possible"
            is_problem = is_sure and finding["severity"] == "error"
            message = printable(finding["message"])
            if finding["page"]:
                message = f"p. {finding['page']}: {message}"
            if finding["fix"]:
                message += f" Fix: {printable(finding['fix'])}"
            kinds = {"error"} if is_problem else {"warning", "note"}
            expected.append([path, "1", kinds, message, finding["check"]])
        if record["verdict"] == "unjudged" and not record["findings"]:
            expected.append([path, "1", {"error"}, None, "deskcheck/unjudged"])
    readers = {"the expression": by_expression}
    if shutil.which("node"):
        readers["node"] = by_node
    if has_vim():
        readers["vim"] = by_vim
    for reader, read in readers.items():
        found = read(batch, text)
        check(len(found) == len(expected) > 100, f"{reader} finds {len(found)} of {len(expected)}")
        for got, wanted in zip(found, expected):
            check(got[0] == wanted[0] and got[1] == wanted[1] and got[2] in wanted[2] and
                  wanted[3] in (got[3], None) and got[4] == wanted[4], f"{reader}: {got}, not {wanted}")
    print("read by", ", ".join(readers))


def is_dangerous(c):
    """Controls, marks of direction, what is not seen; "Cf" also has signs that are."""
    return unicodedata.category(c) == "Cc" or c in "\u061c\u2028\u2029\ufeff\ufff9\ufffa\ufffb" or \
        "\u200b" <= c <= "\u200f" or "\u202a" <= c <= "\u202e" or "\u2060" <= c <= "\u206f" or \
        "\U000e0000" <= c <= "\U000e0fff"


def bytes_of_all(batch):
    """Nothing that a terminal obeys, in any format, and nobody's name for the blind."""
    for audience in ["chair", "blind"]:
        for name, text in batch.judge(FORMATS, audience).items():
            text = text.replace("\r\n", "\n")
            bad = {f"{ord(c):x}" for c in text if c != "\n" and is_dangerous(c)}
            check(not bad, f"{name} has {bad}")
            if audience == "blind":
                found = re.search(r".{40}\b(Ada|ada)\b.{20}|.{40}[Ss]ampletown", text)
                check(not found, f"{name} names somebody: {found}")


def main():
    program, what = os.path.abspath(sys.argv[1]), sys.argv[2]
    batch = Batch(program)
    try:
        {"sarif": sarif, "junit": junit, "gitlab": gitlab, "openreview": openreview,
         "lines": lines, "tables": tables, "annotations": annotations, "markdown": markdown,
         "bytes": bytes_of_all}[what](batch)
    finally:
        batch.close()


main()
