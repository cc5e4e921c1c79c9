"""`python -m scripts.index --report`: what a build did, as a page that anybody can open and nothing acts in."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from lxml import html as lxml_html

from tests.end_to_end.browser import browser_page, needs_chromium
from tests.scripts.conftest import run

if TYPE_CHECKING:
    from pathlib import Path

HOSTILE = "</title><script>document.title='owned'</script><img src=http://evil.example/x onerror=alert(1)> of tea"
OWLS = "# Owls\n\nOwls find mice under snow by ear alone, and they never tell anybody how it is that they do so.\n"


def text_of(report: Path) -> str:
    """All words of the page."""
    return " ".join(lxml_html.fromstring(report.read_text(encoding="utf-8")).text_content().split())


def rows_of(report: Path, caption: str) -> list[list[str]]:
    """The body rows of the table of this caption."""
    tree = lxml_html.fromstring(report.read_text(encoding="utf-8"))
    (table,) = [t for t in tree.iter("table") if t.findtext("caption") == caption]
    return [
        [" ".join("".join(cell.itertext()).split()) for cell in row.iter("td", "th")]
        for row in table.iter("tr")
    ][1:]


@pytest.fixture
def report(folder: Path, tmp_path: Path) -> Path:
    """The report of a first build, with a hostile title, a copy, and a file that is no article."""
    (folder / "owls.md").write_text(OWLS)
    (folder / "owls.meta.yaml").write_text(json.dumps({"title": HOSTILE}))
    (folder / "volcano.md").write_text(
        (folder / "volcano.md").read_text().replace("doi: ", "medium: paper\ndoi: ")
    )
    (folder / "bees-copy.md").write_bytes((folder / "bees.md").read_bytes())
    (folder / "empty.html").write_text("<html><body></body></html>")
    file = tmp_path / "report.html"
    outcome = run("index", folder, "--library", tmp_path / "library", "--report", file)
    assert outcome.code == 1  # something was skipped
    return file


def test_it_tells_what_the_library_holds(report: Path) -> None:
    """By outlet, year, design and status; what was skipped and why; what was joined."""
    assert ["The Test Gazette", "3"] in rows_of(report, "By outlet")
    assert rows_of(report, "By year") == [["2019", "1"], ["2020", "1"], ["2021", "1"], ["not stated", "1"]]  # fmt: skip
    assert rows_of(report, "By status") == [["current", "4"]]
    assert sum(int(number) for _, number in rows_of(report, "By design")) == 4
    [[source, reason]] = rows_of(report, "Each of them")
    assert source.endswith("empty.html")
    assert [reason, "1"] in rows_of(report, "Why")
    [[title, sources]] = rows_of(report, "Articles that several sources hold")
    assert title == "Honeybees tell each other the way by dancing"
    assert "bees-copy.md" in sources
    assert len(rows_of(report, "Added")) == 4
    assert "No table of retractions was given" in text_of(report)


def test_a_strangers_title_is_only_shown(report: Path) -> None:
    tree = lxml_html.fromstring(report.read_text(encoding="utf-8"))
    assert not list(tree.iter("script", "img"))
    assert "document.title" in tree.text_content()


def test_the_next_report_tells_what_changed(report: Path, folder: Path, tmp_path: Path) -> None:
    """Which fact of which article; what became of it by the table of retractions, and when that was looked up."""
    (folder / "bread.md").unlink()
    for copy in (folder / "bees.md", folder / "bees-copy.md"):
        copy.write_text(copy.read_text().replace("2021-05-04", "2021-05-05"))
    table = tmp_path / "retraction_watch.csv"
    table.write_text(
        "Record ID,Title,RetractionDate,RetractionDOI,RetractionPubMedID,OriginalPaperDate,"
        "OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason\n"
        "1,T,7/12/2023 0:00,10.5555/notice,0,1/1/2020 0:00,10.5555/VOLCANO,0,Retraction,+Unreliable Results;\n"
        "2,broken\n"
    )
    command = ("index", folder, "--library", tmp_path / "library", "--report", report)
    outcome = run(*command, "--integrity", table, "--allow-removals")
    assert outcome.code == 1
    assert f"in {table}, row 2 (line 3): it has 2 cells" in outcome.err
    assert [row[0] for row in rows_of(report, "Removed")] == [
        "Sourdough keeps its crumb soft for longer"
    ]
    changed = dict(rows_of(report, "Changed"))
    assert changed["Honeybees tell each other the way by dancing"] == "published"
    assert "status" in changed["Small earthquakes announce an eruption of the volcano"]
    [fate] = rows_of(report, "Retracted, corrected, questioned or reinstated")
    assert fate[1:] == ["retracted", "2023-07-12", "Unreliable Results", "Retraction Watch"]
    assert "a table of 1 notices, last brought up to date on 20" in text_of(report)
    [[fault]] = rows_of(report, "Rows of that table that could not be read")
    assert fault == "row 2 (line 3): it has 2 cells, and its columns are 10"
    assert run(*command).code == 1
    assert "Nothing had changed" in text_of(report)


def test_a_refusal_has_a_report_too(folder: Path, tmp_path: Path) -> None:
    """What the gate saw, and the answers that would have changed."""
    gold = tmp_path / "gold.jsonl"
    bread = "How long does sourdough bread stay soft?"
    gold.write_text(json.dumps({"question": bread, "articles": ["bread.md"]}))
    file = tmp_path / "report.html"
    command = ("index", folder, "--library", tmp_path / "library", "--gate", gold, "--report", file)
    assert run(*command).code == 0
    (folder / "bread.md").write_text(
        "# Bread\n\nBread is baked of flour and of water, and is old.\n"
    )
    assert run(*command).code == 2
    assert "The gate refused a new generation" in text_of(file)
    assert [row[0] for row in rows_of(file, "Answered otherwise")] == [bread]
    assert any(row[3] == "falls too far" for row in rows_of(file, "Judged questions"))


def test_nothing_published_is_reported(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "empty.html").write_text("<html><body></body></html>")
    file = tmp_path / "report.html"
    assert run("index", folder, "--library", tmp_path / "library", "--report", file).code == 2
    assert "Nothing was published" in text_of(file)
    assert len(rows_of(file, "Each of them")) == 1


def test_a_report_that_has_no_place_stops_before_any_work(folder: Path, tmp_path: Path) -> None:
    library = tmp_path / "library"
    outcome = run("index", folder, "--library", library, "--report", tmp_path / "none" / "r.html")
    assert outcome.code == 2
    assert "nothing was touched" in outcome.err
    assert not library.exists()


@needs_chromium
@pytest.mark.browser
async def test_a_browser_shows_it_and_runs_nothing(report: Path) -> None:
    """On a telephone in the dark: no request, no complaint, no script, and nothing wider than the screen."""
    complaints: list[str] = []
    asked: list[str] = []
    async with browser_page(width=360, bypass_csp=False) as page:
        page.on("console", lambda message: complaints.append(message.text))
        page.on("request", lambda request: asked.append(request.url))
        await page.emulate_media(color_scheme="dark")
        await page.goto(report.as_uri())
        seen: Any = await page.evaluate(
            "() => ({title: document.title, wide: document.documentElement.scrollWidth,"
            " paper: getComputedStyle(document.body).backgroundColor,"
            " bars: [...document.querySelectorAll('rect')].map(one => one.getBoundingClientRect().width)})"
        )
    assert seen["title"].startswith("What is in")
    assert seen["wide"] <= 360
    assert seen["paper"] == "rgb(18, 22, 27)"
    assert max(seen["bars"]) > 60
    assert (complaints, asked) == ([], [report.as_uri()])


@pytest.mark.parametrize("place", ["/proc/report.html", "/proc"])
def test_a_report_that_cannot_be_written_is_told_before_anything_is_read(
    folder: Path, tmp_path: Path, place: str
) -> None:
    """Not after hours, and with a code that says nothing was published while something was."""
    outcome = run("index", folder, "--library", tmp_path / "library", "--report", place)
    assert outcome.code == 2
    assert "/proc" in outcome.err
    assert "nothing was touched" in outcome.err
    assert not (tmp_path / "library").exists()
