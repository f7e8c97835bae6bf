#!/usr/bin/env python3
"""HTML reports in a browser: html_test.py DESKCHECK. Skipped (77) where there is no Chromium."""
import csv
import io
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import traceback

import browser as browsers

try:
    import tomllib
except ImportError:  # before Python 3.11
    tomllib = None

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDER = pathlib.Path(tempfile.mkdtemp(prefix="deskcheck-html-"))
HOSTILE = ('<script>pwned=1</script>"><img src=x onerror="pwned=1">\'</template></textarea><svg onload=pwned=1>'
           "\x1b[31m\u202eevil\u2028&amp;")


def deskcheck(*words, wants=(0, 1)):
    done = subprocess.run([sys.argv[1], *map(str, words)], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode in wants, done.stderr
    return done


def url(path):
    return pathlib.Path(path).as_uri()


class Reports:
    """Made once, for all tests."""

    def __init__(self):
        self.one, self.many, self.blind = (FOLDER / name for name in ("one.html", "many.html", "blind.html"))
        self.records = FOLDER / "many.ndjson"
        deskcheck("check", "fixtures/neurips-2025/over-page.pdf", "--pack", "neurips-2025", "--format", f"html:{self.one}")
        deskcheck("check", "fixtures/neurips-2025", "--pack", "neurips-2025", "--quiet", "--format", f"html:{self.many}",
                  "--format", f"ndjson:{self.records}")
        deskcheck("check", "fixtures/neurips-2025/authors-named.pdf", "--pack", "neurips-2025", "--audience", "blind",
                  "--format", f"html:{self.blind}")

    def lines(self):
        return [json.loads(line) for line in self.records.read_text().splitlines()]

    def written(self, name, records):
        """A report from these records, of which the papers are not at hand."""
        stored, page = FOLDER / f"{name}.ndjson", FOLDER / f"{name}.html"
        stored.write_text("".join(json.dumps(record) + "\n" for record in records))
        deskcheck("report", stored, "--format", f"html:{page}", "--quiet", wants=(0, 1, 3))
        return page


def count(page):
    return int(page.run("document.getElementById('count').textContent").split(" of ")[0])


def choose(page, name, value):
    page.run(f"(() => {{ const it = document.getElementById('filter-{name}'); it.value = {json.dumps(value)};"
             "it.dispatchEvent(new Event('input')); })()")


def test_one_paper_shows_its_page(browser, reports):
    page = browser.open(url(reports.one))
    assert page.run("document.querySelectorAll('.card').length") == 1
    assert page.run("document.querySelector('svg.part use').getBoundingClientRect().width") > 100, "no picture"
    mark = page.run("(() => { const r = document.querySelector('svg.part .mark rect').getBoundingClientRect();"
                    "const p = document.querySelector('svg.part').getBoundingClientRect();"
                    "return r.left >= p.left && r.right <= p.right && r.top >= p.top && r.bottom <= p.bottom; })()")
    assert mark, "the box is outside its part of the page"
    page.click("document.querySelector('details.about summary')")
    page.wait_for("document.querySelector('details.about').open")
    assert "Why venues ask" in page.run("document.querySelector('details.about').innerText")
    return page


def test_filters(browser, reports):
    records = reports.lines()
    records[0].update(verdict="pass", findings=[], record={})
    page = browser.open(url(reports.written("filters", records)))
    suspects = count(page)
    page.click("document.getElementById('filter-suspects')")
    everything = count(page)
    assert everything == len(records) and suspects == everything - 1, (suspects, everything)
    page.click("document.getElementById('filter-text')")
    page.type("over-PAGE")
    assert count(page) == 1 and page.run("document.querySelector('.row .name').textContent") == "over-page"
    page.click("document.getElementById('clear')")
    for name, value in (("check", "length/main-pages"), ("verdict", "fail"), ("severity", "error"), ("confidence", "certain")):
        choose(page, name, value)
    assert count(page) == 3, count(page)
    assert "suspects" not in page.run("document.getElementById('count').textContent")
    return page


def test_strongest_proof_stands_first(browser, reports):
    page = browser.open(url(reports.many))
    verdicts = page.run("Array.from(document.querySelectorAll('.row .tag'), (it) => it.textContent)")
    assert verdicts == sorted(verdicts, key=["fail", "unjudged", "review"].index), verdicts
    return page


def test_bar_lists_its_papers(browser, reports):
    page = browser.open(url(reports.many))
    bar = "Array.from(document.querySelectorAll('.bar.far')).find((it) => it.ariaLabel.startsWith('Body size'))"
    assert "far from the others" in page.run(bar + ".ariaLabel")
    page.click(bar)
    assert page.run("Array.from(document.querySelectorAll('.row .name'), (it) => it.textContent)") == ["body-size-9pt"]
    assert page.run(bar + ".ariaPressed") == "true"
    page.click("document.querySelector('.row button')")
    page.wait_for("document.querySelector('.row .card h5').textContent.includes('8.97 pt')")
    page.run(bar + ".focus()")
    page.press("Enter")
    assert count(page) > 5
    return page


def undecided(browser, reports):
    page = browser.open(url(reports.many))
    page.run("localStorage.clear()")
    page.load(url(reports.many))
    return page


def test_decisions_by_keyboard(browser, reports):
    page = undecided(browser, reports)
    choose(page, "check", "length/main-pages")
    page.press("j", "c", "j", "d")
    page.wait_for("document.activeElement.matches('.decide input')")
    page.type('It\'s "fine" \\o/ – naïve\u202e')
    page.press("Enter", "k", "j", "u", "u", "d")  # dismissed again, for the reason given last
    page.run("document.getElementById('by').value = 'A. Chair'; document.getElementById('until').value = '2027-01-31'")
    assert page.run("document.getElementById('decided').textContent") == "1 confirmed, 1 dismissed."
    page.press("s")
    saved = page.downloaded("deskcheck-waivers.toml")
    check_saved(saved)
    check_fed_back(reports, saved)
    page.click("document.getElementById('save-confirmed')")
    rows = list(csv.DictReader(io.StringIO(page.downloaded("deskcheck-confirmed.csv"))))
    assert len(rows) == 1 and rows[0]["check"] == "length/main-pages" and rows[0]["page"] == "10", rows
    page.press("?")
    page.wait_for("document.getElementById('help').open")
    page.press("Escape")
    page.wait_for("!document.getElementById('help').open")
    return page


def check_saved(text):
    assert "\u202e" not in text and text.count("[[waiver]]") == 1, text
    if not tomllib:
        return
    saved = tomllib.loads(text)
    assert set(saved) == {"waiver", "confirmed"}, saved
    waiver, confirmed = saved["waiver"][0], saved["confirmed"][0]
    assert waiver["check"] == "length/main-pages" and waiver["page"] == 10
    assert waiver["reason"] == 'It\'s "fine" \\o/ – naïve\u202e' and waiver["by"] == "A. Chair"
    assert str(waiver["until"]) == "2027-01-31" and len(waiver["fingerprint"]) == 16
    assert {waiver["paper"], confirmed["paper"]} == {"camera-ready", "over-limit"}, saved
    assert confirmed["reason"] and "until" not in confirmed


def check_fed_back(reports, saved):
    """What was decided in the browser changes the verdict, while it holds."""
    waivers, judged = FOLDER / "saved.toml", FOLDER / "decided.ndjson"
    waivers.write_text(saved)
    before = {it["file"]["id"]: it for it in reports.lines()}
    verdicts = {}
    for day, epoch in (("holds", "1798761600"), ("over", "1830297600")):  # the first days of 2027 and of 2028
        os.environ["SOURCE_DATE_EPOCH"] = epoch
        done = deskcheck("report", reports.records, "--waivers", waivers, "--format", f"ndjson:{judged}", "--format", "text")
        after = [json.loads(line) for line in judged.read_text().splitlines()]
        waived = [it for it in after if any("waived" in finding for finding in it["findings"])]
        verdicts[day] = [it["verdict"] for it in waived]
        assert day == "over" or [before[it["file"]["id"]]["verdict"] for it in waived] == ["fail"], waived
        assert day == "holds" or "2027-01-31" in done.stdout, done.stdout
    del os.environ["SOURCE_DATE_EPOCH"]
    assert verdicts == {"holds": ["review"], "over": []}, verdicts  # something else is left to look at


def test_decisions_are_kept(browser, reports):
    page = undecided(browser, reports)
    page.press("j", "c")
    page.load(url(reports.many))
    assert page.run("document.getElementById('decided').textContent") == "1 confirmed, 0 dismissed."
    page.press("j")
    assert page.run("document.activeElement.querySelector('.decide button').ariaPressed") == "true"
    page.run("localStorage.clear()")
    return page


def hostile(record):
    record["file"]["path"] = record["file"]["id"] = HOSTILE
    record.setdefault("record", {})["pack_title"] = HOSTILE
    for section in record["measured"]["sections"]:
        section["title"] = HOSTILE
    for font in record["measured"]["fonts"]:
        font["name"] = HOSTILE
    record["measured"]["body"]["font"] = HOSTILE
    for finding in record["findings"]:
        for key in ("message", "measured", "allowed", "evidence", "fix", "rule", "fingerprint"):
            finding[key] = HOSTILE
        finding["cite"] = {"text": HOSTILE, "url": "javascript:pwned=1//" + HOSTILE}
    for unchecked in record["unchecked"]:
        unchecked["why"] = unchecked["check"] = HOSTILE
    return record


def test_hostile_papers_stay_text(browser, reports):
    records = [hostile(record) for record in reports.lines()[:3] if record["findings"]]
    for record in records:
        record["record"].pop("read_on", None)
    for number, record in enumerate(records):
        record["findings"][0]["check"] = HOSTILE if number else record["findings"][0]["check"]
    for name, some in (("hostile-one", records[:1]), ("hostile-many", records)):
        page = browser.open(url(reports.written(name, some)))
        page.press("j", "c", "d")
        page.press("Enter")
        assert page.run("typeof pwned") == "undefined", "a script of the paper ran"
        assert page.run("document.querySelectorAll('img, main script, textarea').length") == 0
        assert page.run("Array.from(document.links).every((it) => /^(https?|file):/.test(it.href))")
        text = page.run("document.body.innerText")
        assert "<script>pwned=1</script>" in text and "\u202e" not in text and "\x1b" not in text
        if tomllib and len(some) == 1:
            page.press("s")
            assert tomllib.loads(page.downloaded("deskcheck-waivers.toml"))["waiver"][0]["fingerprint"] == HOSTILE
        assert not page.complaints() and not page.requests(), page.complaints() + page.requests()
        page.close()
    name = FOLDER / '"><img src=x onerror=pwned=1>\u202e.pdf'
    shutil.copy(ROOT / "fixtures/deepmath-2025/over-limit.pdf", name)
    deskcheck("check", name, "--pack", "deepmath-2025", "--format", f"html:{FOLDER}/named.html")
    page = browser.open(url(FOLDER / "named.html"))
    assert page.run("typeof pwned") == "undefined" and "<img src=x" in page.run("document.title")
    return page


def test_policy_stops_what_is_not_ours(browser, reports):
    page = browser.open(url(reports.one))
    page.run("(() => { const it = document.createElement('script'); it.textContent = 'pwned = 1'; document.body.append(it);"
             "const styled = document.createElement('p'); styled.setAttribute('style', 'color: rgb(1, 2, 3)');"
             "styled.setAttribute('onclick', 'pwned = 1'); styled.textContent = 'x'; document.body.append(styled);"
             "styled.id = 'styled'; styled.click(); })()")
    assert page.run("typeof pwned") == "undefined"
    assert page.run("getComputedStyle(document.getElementById('styled')).color") != "rgb(1, 2, 3)"
    assert any("Content Security Policy" in complaint for complaint in page.complaints())
    page.close()
    return browser.open(url(reports.one))


def test_blind_readers_see_no_page(browser, reports):
    page = browser.open(url(reports.blind))
    assert page.run("document.querySelectorAll('image, img').length") == 0
    text = page.run("document.body.innerText")
    assert "a picture could show who wrote the paper" in text and "[masked]" in text
    return page


def contrast_problems(page):
    return page.run((pathlib.Path(__file__).parent / "contrast.js").read_text())


def check_tree(page):
    """Every control has a name, there are landmarks, and headings leave out no level."""
    page.send("Accessibility.enable")
    nodes = [node for node in page.send("Accessibility.getFullAXTree")["nodes"] if not node["ignored"]]
    controls = {"button", "link", "textbox", "searchbox", "combobox", "checkbox", "image", "img", "dialog", "Date", "group", "DisclosureTriangle"}
    role = lambda node: node["role"]["value"]
    unnamed = [node for node in nodes if role(node) in controls - {"group"} and not node.get("name", {}).get("value", "").strip()]
    assert not unnamed, unnamed[:3]
    assert {"main", "heading", "contentinfo"} <= set(map(role, nodes)), sorted(set(map(role, nodes)))
    levels = page.run("Array.from(document.querySelectorAll('h1, h2, h3, h4, h5')).filter((it) => it.checkVisibility())"
                      ".map((it) => Number(it.tagName[1]))")
    assert levels[0] == 1 and levels.count(1) == 1, levels
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:])), levels
    ids = page.run("Array.from(document.querySelectorAll('[id]'), (it) => it.id)")
    assert len(ids) == len(set(ids)), "an id comes twice"


def test_accessibility(browser, reports):
    for path in (reports.one, reports.many):
        for scheme in ("light", "dark"):
            page = browser.open(url(path), prefers_color_scheme=scheme)
            page.press("j", "c")
            page.run("for (const it of document.querySelectorAll('details')) it.open = true")
            page.wait_for("!document.querySelector('details[data-about]') || "
                          "document.querySelector('details[data-about]').children.length > 1")
            check_tree(page)
            assert not contrast_problems(page), (path.name, scheme, contrast_problems(page)[:5])
            page.close()
    page = browser.open(url(reports.many))
    page.press("Tab")
    assert page.run("document.activeElement.className") == "skip"
    page.press("Tab")
    assert page.run("getComputedStyle(document.activeElement.querySelector('.reach')).strokeWidth") == "3px"
    return page


def test_dark_and_calm(browser, reports):
    page = browser.open(url(reports.one), prefers_color_scheme="light")
    light = page.picture()
    page.emulate(prefers_color_scheme="dark", prefers_reduced_motion="reduce")
    assert page.picture() != light
    assert page.run("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    page.resize(380, 800)
    assert page.run("document.documentElement.scrollWidth") <= 380, "a phone would scroll sideways"
    assert len(page.send("Page.printToPDF")["data"]) > 10_000
    return page


def test_narrow_sheet(browser, reports):
    page = browser.open(url(reports.many))
    page.resize(380, 800)
    page.press("j")
    assert page.run("document.documentElement.scrollWidth") <= 380, "a phone would scroll sideways"
    return page


def test_a_thousand_papers(browser, reports):
    kinds, records = reports.lines(), []
    for number in range(1000):
        record = json.loads(json.dumps(kinds[number % len(kinds)]))
        record["file"]["id"], record["file"]["path"] = str(number), f"uploads/{number}.pdf"
        records.append(record)
    path = reports.written("thousand", records)
    begun = time.monotonic()
    page = browser.open(url(path))
    page.wait_for("document.querySelectorAll('.row').length === 200")
    loaded = time.monotonic() - begun
    took = page.run("(() => { const begun = performance.now(); const it = document.getElementById('filter-text');"
                    "it.value = 'uploads/77'; it.dispatchEvent(new Event('input'));"
                    "document.body.offsetHeight; return performance.now() - begun; })()")
    print(f"     {path.stat().st_size >> 10} KiB, there after {loaded:.1f} s, filtered in {took:.0f} ms")
    assert loaded < 10 and took < 500, (loaded, took)
    return page


def main():
    if not browsers.find():
        print("skipped: there is no Chromium here")
        return 77
    reports, failed = Reports(), 0
    browser = browsers.Browser()
    try:
        for name, test in list(globals().items()):
            if not name.startswith("test_") or (sys.argv[2:] and name not in sys.argv[2:]):
                continue
            try:
                page = test(browser, reports)
                assert not page.complaints(), page.complaints()
                assert not page.requests(), page.requests()
                page.close()
                print("ok  ", name)
            except Exception:  # each test is told of, whatever happened in another
                failed += 1
                print("FAIL", name)
                traceback.print_exc(file=sys.stdout)
    finally:
        browser.close()
        shutil.rmtree(FOLDER, ignore_errors=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
