"""A report opens anywhere, fetches nothing, and no title of a stranger's article acts in it."""

from __future__ import annotations

import base64
import hashlib
import math
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, strategies as st
from lxml import etree, html as lxml_html

from index.reporting.curves import HEIGHT, WIDTH, number, plot_of
from index.reporting.page import page, picture, write_page
from index.reporting.parts import Bars, Facts, Lines, Link, Section, Table, Words

if TYPE_CHECKING:
    from pathlib import Path

HOSTILE = (
    "</style></script><script>alert(1)</script><img src=x onerror=alert(1)>\"'&{{7*7}}{% raw %}"
)


def everywhere(text: str) -> str:
    """A report that shows the text wherever a text can stand."""
    parts = [
        Words(text),
        Facts({text: text}),
        Table(text, [text], [[text], [Link(text, "https://example.org/?q=" + text)]], note=text),
        Bars(text, text, {text: 3}, named=text, note=text),
        Lines(text, text, text, {text: [(0, 0.5), (1, 0.7)]}, note=text),
    ]
    return page(text, [Section(text, parts), Section("Second", [])], made=text, lede=text)


def test_no_word_of_an_article_becomes_markup() -> None:
    """Wherever a hostile text stands, the page has the elements it has with a harmless one."""
    hostile = lxml_html.fromstring(everywhere(HOSTILE))
    harmless = lxml_html.fromstring(everywhere("tea"))
    assert [e.tag for e in hostile.iter()] == [e.tag for e in harmless.iter()]
    assert not list(hostile.iter("script", "img", "iframe", "link", "object"))
    named = {name for e in hostile.iter() for name in e.attrib}
    assert not [name for name in named if name.startswith("on") or name == "style"]
    assert "49" not in hostile.text_content()
    assert hostile.text_content().count("alert(1)") >= 12


@given(st.text(max_size=60))
def test_every_text_is_shown_and_none_is_run(text: str) -> None:
    tree = lxml_html.fromstring(everywhere("a " + text.replace("\0", "")))
    assert not list(tree.iter("script", "img", "iframe"))
    assert len(list(tree.iter("section"))) == 2


@pytest.mark.parametrize("mark", ["\u202e", "\u202d", "\u202b", "\u2067", "\u2068"])
def test_no_name_of_a_file_reads_the_other_way(mark: str) -> None:
    """A file named to look like another is shown with a sign in its name; Hebrew stays as it is."""
    name = f"photo-{mark}txt.exe"
    parts = [
        Table("Skipped", ["source"], [[name], ["שלום.txt"]]),
        Bars("Why", "sources", {name: 1}),
    ]
    told = lxml_html.fromstring(page("t", [Section("s", parts)])).text_content()
    assert mark not in told
    assert told.count("photo-\ufffdtxt.exe") == 2
    assert "שלום.txt" in told


def test_nothing_is_fetched() -> None:
    """The page allows its own style sheet by hash, and names no other file."""
    written = everywhere("tea")
    style = re.search(r"<style>(.*?)</style>", written, re.DOTALL)
    assert style is not None
    seal = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{seal}'" in written
    assert "url(" not in style[1]
    assert "@import" not in style[1]
    tree = lxml_html.fromstring(written)
    assert not [e for e in tree.iter() if "src" in e.attrib]
    assert not list(tree.iter("link", "script"))


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//x", "http://[", ""]
)  # fmt: skip
def test_only_web_addresses_are_links(address: str) -> None:
    written = page("t", [Section("s", [Table("t", ["a"], [[Link("words", address)]])])])
    tree = lxml_html.fromstring(written)
    assert not list(tree.iter("a"))
    assert "words" in tree.text_content()


def test_plots_have_their_numbers_beside_them() -> None:
    """Who cannot see a plot reads the same numbers in a table with named rows and columns."""
    written = page(
        "t",
        [
            Section(
                "s",
                [
                    Bars("Years", "articles", {"2019": 1200, "2020": 3}),
                    Lines("Calibration", "said", "was", {"now": [(0.1, 0.125), (0.9, 0.95)]}),
                ],
            )
        ],
    )
    tree = lxml_html.fromstring(written)
    text = tree.text_content()
    assert "1,200" in text
    assert "0.125" in text
    widths = [rect.get("width") for rect in tree.iter("rect")]
    assert widths == ["100.00%", "0.25%"]
    (plot,) = [svg for svg in tree.iter("svg") if svg.get("role") == "img"]
    (name,) = [e for e in tree.iter("h3") if e.get("id") == plot.get("aria-labelledby")]
    assert name.text_content() == "Calibration"
    assert all(th.get("scope") in {"row", "col"} for th in tree.iter("th"))


def test_long_tables_are_folded_and_empty_ones_say_so() -> None:
    rows = [[n] for n in range(1000, 1030)]
    written = page("t", [Section("s", [Table("Skipped", ["n"], rows), Table("Joined", ["n"], [])])])
    tree = lxml_html.fromstring(written)
    assert [e.text for e in tree.iter("summary")] == ["Show all 30"]
    assert "None." in tree.text_content()
    assert "1,029" in tree.text_content()


def test_bars_of_nothing_have_no_length() -> None:
    written = page(
        "t", [Section("s", [Bars("Years", "articles", {"2019": 0}), Bars("No", "n", {})])]
    )
    assert 'width="0%"' in written


def test_a_report_is_written_whole(tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    file.write_text("old", encoding="utf-8")
    write_page(file, everywhere("tea"))
    assert file.read_text(encoding="utf-8").endswith("</html>\n") or file.read_text().endswith(
        "</html>"
    )
    assert [one.name for one in tmp_path.iterdir()] == ["report.html"]


numbers = st.floats(allow_nan=True, allow_infinity=True) | st.integers(-3000, 3000)


@given(st.lists(st.tuples(numbers, numbers), max_size=20))
def test_every_curve_stays_within_its_picture(points: list[tuple[float, float]]) -> None:
    plot = plot_of(Lines("t", "x", "y", {"one": points}))
    told = [p for p in points if all(abs(value) <= 1e8 for value in p)]
    (curve,) = plot.curves
    assert len(curve.dots) == len(told)
    assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in curve.dots)
    assert 2 <= len(plot.across) <= 12
    assert 2 <= len(plot.up) <= 12


def test_ticks_are_round_numbers() -> None:
    plot = plot_of(Lines("t", "year", "share", {"one": [(1998, 0.1), (2021, 0.9)]}))
    assert [tick.text for tick in plot.across] == ["1995", "2000", "2005", "2010", "2015", "2020", "2025"]  # fmt: skip
    assert [tick.text for tick in plot.up] == ["0", "0.2", "0.4", "0.6", "0.8", "1"]


@pytest.mark.parametrize(
    ("value", "said"),
    [(1024, "1,024"), (0.7214, "0.7214"), (0.5, "0.5"), (1.0, "1"), (12345.678, "12,346"), (math.nan, "–")],
)  # fmt: skip
def test_numbers_read_as_people_write_them(value: float, said: str) -> None:
    assert number(value) == said


def test_a_picture_is_a_file_of_its_own() -> None:
    """SVG that any reader takes: a curve and its name a panel, nothing fetched, no word run."""
    panels = [
        Lines(HOSTILE, HOSTILE, HOSTILE, {HOSTILE: [(0, 0.5), (1, 0.7)], "tea": [(0, 1), (1, 0)]}),
        Lines("Second", "across", "up", {"one": [(0.0, 0.0), (1.0, 1.0)]}),
    ]
    written = picture(HOSTILE, panels)
    tree = etree.fromstring(written.encode(), etree.XMLParser(resolve_entities=False))
    tags = [str(each.tag).rpartition("}")[2] for each in tree.iter()]
    assert tags.count("polyline") == 3
    assert not {"script", "img", "image", "a"} & set(tags)
    assert "url(" not in written
    shown = "".join(tree.itertext())
    assert {"tea", "Second", "across", "up", "one"} <= set(shown.split())
    assert shown.count("alert(1)") == 5 * HOSTILE.count("alert(1)")
    width, height = (float(side) for side in tree.attrib["viewBox"].split()[2:])
    assert (width, height > HEIGHT) == (2 * WIDTH, True)
