"""The one door to references: articles in, and a bibliography in the style that was asked for."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import TYPE_CHECKING

from index.citing.entry import entry_of, key_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from index.article import ArticleId, Metadata
    from index.citing.entry import Entry


class Style(StrEnum):
    """How a reference is written."""

    BIBTEX = "bibtex"
    RIS = "ris"
    CSL_JSON = "csl-json"
    APA = "apa"
    VANCOUVER = "vancouver"


def references(
    articles: Iterable[tuple[ArticleId, Metadata]], style: Style, *, accessed: str = ""
) -> str:
    """A bibliography of these articles, in their order.

    Args:
        articles: What to cite.
        style: How to write it.
        accessed: The day the pages were at hand, ISO 8601: that of their generation.

    Returns:
        A whole file for programs; for people a line each, with numbers where Vancouver has several.
    """
    entries = list(entries_of(articles, accessed=accessed))
    # The libraries behind some styles take a second to load; nobody pays for those of the others.
    match style:
        case Style.CSL_JSON:
            return json.dumps(entries, ensure_ascii=False, indent=2)
        case Style.BIBTEX:
            from index.citing.bibtex import bibtex  # noqa: PLC0415

            return bibtex(entries)
        case Style.RIS:
            from index.citing.ris import ris  # noqa: PLC0415

            return ris(entries)
        case Style.APA | Style.VANCOUVER:
            return "\n".join(_lines(entries, style))


def entries_of(
    articles: Iterable[tuple[ArticleId, Metadata]], *, accessed: str = ""
) -> Iterator[Entry]:
    """A description of each article, under a key of its own."""
    taken: set[str] = set()
    for article_id, metadata in articles:
        key = key_of(metadata)
        if not any(map(str.isalpha, key)):  # "2020" would be all that is left of 山田
            key = article_id
        if key in taken:
            key = f"{key}-{article_id}"
        while key in taken:  # the same article, asked for twice
            key += "-again"
        taken.add(key)
        yield entry_of(metadata, key=key, accessed=accessed)


def _lines(entries: Sequence[Entry], style: Style) -> Iterator[str]:
    from index.citing import styled  # noqa: PLC0415 - as above

    name = styled.APA if style is Style.APA else styled.VANCOUVER
    numbered = style is Style.VANCOUVER and len(entries) > 1
    for number, entry in enumerate(entries, start=1):
        line = styled.styled(entry, name)
        yield f"{number}. {line}" if numbered else line
