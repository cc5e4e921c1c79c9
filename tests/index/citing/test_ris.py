"""References as RIS, read back by its parser."""

from __future__ import annotations

import re

import pytest
import rispy
from hypothesis import given, settings

from index.article import ArticleId, Metadata
from index.citing.entry import entry_of
from index.citing.references import Style, references
from tests.index.citing.described import HOSTILE, PAGE, PAPER, known


def test_a_paper_has_its_tags():
    """One line a field, authors as family, given, suffix."""
    assert references([(ArticleId("a"), PAPER)], Style.RIS).splitlines() == [
        "TY  - JOUR",
        "ID  - garciamarquez2012malaria",
        "AU  - García Márquez, Ana",
        "AU  - van der Berg, Jan, Jr.",
        "AU  - The Test Study Group",
        "TI  - HIV and malaria in children: a cohort study",
        "T2  - Journal of Tests",
        "PY  - 2012",
        "DA  - 2012/05/30",
        "VL  - 7",
        "IS  - 5",
        "SP  - 112",
        "EP  - 119",
        "DO  - 10.5555/test.1",
        "UR  - https://doi.org/10.5555/test.1",
        "ER  - ",
    ]


def test_a_page_has_its_site_and_the_day_it_was_at_hand():
    """And not the DOI of the paper it reports."""
    written = references([(ArticleId("a"), PAGE)], Style.RIS, accessed="2026-11-20")
    assert "TY  - ELEC" in written
    assert "T2  - The Test Gazette" in written
    assert "Y2  - 2026/11/20" in written
    assert "DO  - " not in written


@pytest.mark.parametrize("title", HOSTILE)
def test_a_hostile_title_stays_one_line(title: str):
    """A line break and a tag in a title start no record."""
    found = Metadata(title=title, authors=(title,), outlet=title)
    (record,) = rispy.loads(references([(ArticleId("a"), found)], Style.RIS))
    assert record.get("title", "") == entry_of(found, key="a").get("title", "")


@settings(max_examples=60, deadline=None)
@given(known)
def test_any_articles_become_as_many_records(articles: list[tuple[ArticleId, Metadata]]):
    """Each of known tags alone, one line each, and the titles come back."""
    written = references(articles, Style.RIS, accessed="2026-11-20")
    records = rispy.loads(written)
    titles = [entry_of(metadata, key="a").get("title", "") for _, metadata in articles]
    assert [record.get("title", "") for record in records] == titles
    assert not any("unknown_tag" in record for record in records)
    lines = [line for line in re.split(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]", written) if line]
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines)
    assert sum(line.startswith("TY") for line in lines) == len(articles)
