"""Articles by name: a DOI, a PubMed id, an address or an author's whole name as a question, or a title or DOI within one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from index.sources.rules.addresses import place_of, shown
from index.sources.rules.names import doi_of, dois_in, pubmed_id_of, web_address
from index.sources.rules.title_key import title_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.holdings.holding import Holding
    from index.holdings.holdings import Holdings

_FEWEST_NAMES: Final = 2
"""A family name alone may be a thing as well: "Lupus", "Long"."""

_LONGEST: Final = 2100

_POINTERS: Final = re.compile(
    r"\"(?P<straight>[^\"]{8,400})\"|“(?P<curved>[^”]{8,400})”"
    r"|(?P<address>(?:https?://|www\.|(?:doi:\s*)?10\.\d{4,9}/)[^\s<>\"]+)"
    r"|(?P<pubmed>\bpmid:?\s*\d{1,9}\b)",
    re.IGNORECASE,
)
_BARE_ADDRESS: Final = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}/\S", re.IGNORECASE)
"""As people copy it out of a browser's bar."""

_PART: Final = re.compile(r"[#?]")
"""Behind it a link to a DOI names a part of the page, or who sent one there."""

_FEWEST_TITLE_WORDS: Final = 4
"""Of a title within a question: fewer may be said by chance."""

_MOST_WORDS: Final = 60


def looked_up(question: str, holdings: Holdings) -> Sequence[Holding]:
    """The articles that the whole question names; empty where it asks something.

    A paper stands before the stories that report it.
    """
    name = question.strip().strip("<>\"'“”").strip()
    if not name or len(name) > _LONGEST:
        return ()
    if number := pubmed_id_of(name):
        return [each for each in holdings.articles if each.pmid == number]
    doi = doi_of(name)
    address = "" if doi else web_address(f"https://{name}" if _BARE_ADDRESS.match(name) else name)
    if doi or address:
        return _addressed(doi or next(iter(dois_in(name)), ""), address, holdings)
    return holdings.by_author(name) if len(title_words(name)) >= _FEWEST_NAMES else ()


def pointed_at(question: str, holdings: Holdings) -> tuple[Sequence[Holding], str] | None:
    """The articles that a DOI, an address or a title in quotes within the question names, and its rest."""
    for found in _POINTERS.finditer(question):
        name = next(part for part in found.groups() if part)
        is_name = found["address"] or found["pubmed"]
        named = looked_up(name.rstrip(".,;:!?)'"), holdings) if is_name else ()
        if named := named or holdings.titled(name):
            return named, f"{question[: found.start()]} {question[found.end() :]}"
    return None


def titled_in(question: str, holdings: Holdings) -> Sequence[Holding]:
    """The articles whose title is the question, or stands in it word for word, the longest first."""
    if whole := holdings.titled(question):
        return whole
    words = title_words(question)[:_MOST_WORDS]
    for size in range(len(words) - 1, _FEWEST_TITLE_WORDS - 1, -1):
        for start in range(len(words) - size + 1):
            if titled := holdings.titled(" ".join(words[start : start + size])):
                return titled
    return ()


def _addressed(doi: str, address: str, holdings: Holdings) -> Sequence[Holding]:
    dois = {doi, _PART.split(doi, maxsplit=1)[0]} - {""}
    place = place_of(shown(address))
    found = [
        each
        for each in holdings.articles
        if each.doi in dois or (place and place_of(each.url) == place)
    ]
    return sorted(found, key=lambda each: each.is_story)
