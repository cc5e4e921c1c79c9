"""What is known of an article beside its source outlives the night it was found out in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.article import Medium, Metadata, Status
from index.errors.base import FootnoteError
from index.evidence_card import Design
from index.sources.source import Source
from index.store.library import Library
from tests.making import FILLER, ROOT, built, page

if TYPE_CHECKING:
    from pathlib import Path

HEADER = (
    "Record ID,Title,Subject,Institution,Journal,Publisher,Country,Author,URLS,ArticleType,"
    "RetractionDate,RetractionDOI,RetractionPubMedID,OriginalPaperDate,OriginalPaperDOI,"
    "OriginalPaperPubMedID,RetractionNature,Reason,Paywalled,Notes"
)


def row(doi: str, nature: str = "Retraction", day: str = "7/12/2023 0:00") -> str:
    """A line of the table about the paper of this DOI."""
    return f"1,T,,,J,P,,A,,,{day},10.9000/notice,0,1/1/2020 0:00,{doi},0,{nature},+Unreliable Results;,No,"


def paper(name: str, *, doi: str) -> Source:
    """A paper's file."""
    made = page(name, f"{FILLER} We fed {name} to mice. The mice slept.")
    supplied = Metadata(title=name, doi=doi, medium=Medium.PAPER)
    return Source(made.locator, ROOT, made.content, supplied)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A register that retracts the first paper."""
    file = tmp_path / "retractions.csv"
    file.write_text(f"{HEADER}\n{row('10.1000/a')}\n")
    return file


PAPERS = (paper("a", doi="10.1000/a"), paper("b", doi="10.1000/b"))


def statuses(library: Library) -> dict[str, Status]:
    with library.open() as generation:
        known = (record.article.metadata for record in generation.records.articles())
        return {metadata.doi: metadata.status for metadata in known}


def test_a_retraction_is_remembered(table: Path, tmp_path: Path) -> None:
    """The next night's build, which names no table, forgets nothing and has nothing to do."""
    library = Library(tmp_path / "library")
    built(library, *PAPERS)
    assert set(statuses(library).values()) == {Status.CURRENT}
    report = built(library, *PAPERS, register=table)
    assert (len(report.changes.changed), report.embedded) == (1, 0)
    expected = {"10.1000/a": Status.RETRACTED, "10.1000/b": Status.CURRENT}
    assert statuses(library) == expected
    table.unlink()
    assert not built(library, *PAPERS).published
    report = built(library, *PAPERS, paper("c", doi="10.1000/c"))
    assert statuses(library) == {**expected, "10.1000/c": Status.CURRENT}


def test_a_newer_table_is_looked_up_though_no_source_changed(table: Path, tmp_path: Path) -> None:
    """A paper is reinstated, another retracted."""
    library = Library(tmp_path / "library")
    built(library, *PAPERS, register=table)
    rows = [
        row("10.1000/a"),
        row("10.1000/a", "Reinstatement", "8/12/2023 0:00"),
        row("10.1000/b", "Expression of concern"),
    ]
    table.write_text("\n".join((HEADER, *rows, "")))
    built(library, *PAPERS, register=table)
    assert statuses(library) == {"10.1000/a": Status.REINSTATED, "10.1000/b": Status.CONCERN}


def test_a_table_that_is_none_changes_nothing(table: Path, tmp_path: Path) -> None:
    """The operator is told, and the one that the library keeps stays."""
    library = Library(tmp_path / "library")
    built(library, *PAPERS, register=table)
    kept = library.register.read_bytes()
    table.write_text("a,b\n1,2\n")
    with pytest.raises(FootnoteError, match=r"retractions\.csv"):
        built(library, *PAPERS, register=table)
    assert library.register.read_bytes() == kept
    assert not built(library, *PAPERS).published


def test_every_article_has_a_card(tmp_path: Path) -> None:
    """Made of its own words, and kept while they stand."""
    library = Library(tmp_path / "library")
    built(library, *PAPERS, page("news.md", f"{FILLER} A story."))
    with library.open() as generation:
        cards = [record.article.metadata.card for record in generation.records.articles()]
    assert cards[0].design is Design.ANIMAL
    assert cards[0].not_in_humans
    report = built(library, *PAPERS, page("news.md", f"{FILLER} Another story."))
    assert len(report.changes.changed) == 1
