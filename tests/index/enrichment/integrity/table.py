"""Rows of Retraction Watch's table, made for tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

COLUMNS = (
    "Record ID,Title,Subject,Institution,Journal,Publisher,Country,Author,URLS,ArticleType,"
    "RetractionDate,RetractionDOI,RetractionPubMedID,OriginalPaperDate,OriginalPaperDOI,"
    "OriginalPaperPubMedID,RetractionNature,Reason,Paywalled,Notes"
)


def row(
    doi: str = "",
    *,
    nature: str = "Retraction",
    day: str = "7/12/2023 0:00",
    pmid: str = "0",
    notice: str = "",
    notice_pmid: str = "0",
    record: int = 1,
    title: str = "T",
    reason: str = "+Unreliable Results;",
) -> str:
    """A line of the table."""
    return (
        f"{record},{title},(BLS),I,J,P,C,A,,Research Article;,{day},{notice},{notice_pmid},1/1/2020 0:00,"
        f"{doi},{pmid},{nature},{reason},No,"
    )


def table(folder: Path, *rows: str, name: str = "retraction_watch.csv") -> Path:
    """The table of these rows, as a file."""
    file = folder / name
    file.write_text("\n".join((COLUMNS, *rows, "")), encoding="utf-8", newline="")
    return file
