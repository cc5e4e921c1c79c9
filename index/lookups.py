"""A question that only names articles is no question: a DOI, an address, an author's whole name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from index.sources.rules.names import doi_of, dois_in, web_address
from index.sources.rules.title_key import title_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.holdings import Holding, Holdings

_FEWEST_NAMES: Final = 2
"""A family name alone may be a thing as well: "Lupus", "Long"."""

_LONGEST: Final = 2100


def looked_up(question: str, holdings: Holdings) -> Sequence[Holding]:
    """The articles that the whole question names; empty where it asks something.

    A paper stands before the stories that report it.
    """
    name = question.strip().strip("<>\"'“”").strip()
    if not name or len(name) > _LONGEST:
        return ()
    doi = doi_of(name)
    address = "" if doi else web_address(name)
    if doi or address:
        return _addressed(doi or next(iter(dois_in(name)), ""), address, holdings)
    return holdings.by_author(name) if len(title_words(name)) >= _FEWEST_NAMES else ()


def _addressed(doi: str, address: str, holdings: Holdings) -> Sequence[Holding]:
    place = _place(address) if address else None
    found = [
        each
        for each in holdings.articles
        if (doi and each.doi == doi) or (place and each.url and _place(each.url) == place)
    ]
    return sorted(found, key=lambda each: each.is_story)


def _place(address: str) -> tuple[str, str, str]:
    """What two printings of one address share, whatever their scheme, "www." or last slash."""
    parts = urlsplit(address)
    return (parts.hostname or "").removeprefix("www."), parts.path.rstrip("/"), parts.query
