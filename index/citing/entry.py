"""One description of an article, in the terms of CSL-JSON, that every style is written from.

The terms are those of https://docs.citationstyles.org/en/stable/specification.html (CSL 1.0.2). An
entry states what the metadata state, and the day a page was at hand; nothing is made up.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final, NotRequired, TypedDict
from urllib.parse import quote

from index.article import Medium, Status
from index.citing.names import names_of, particle_and_rest
from index.sources.rules.dates import iso_date
from index.sources.rules.names import doi_of, web_address
from index.sources.rules.plain import plain

if TYPE_CHECKING:
    from index.article import Metadata, Name, Notice

_RETRACTED: Final = "RETRACTED: "
"""How publishers mark the title itself, and NISO RP-45-2024 (CREC) asks them to."""

_MARKED: Final = re.compile(r"\W*(?:retracted|withdrawn|retraction)\b", re.IGNORECASE)

_HAD: Final = {
    Status.CORRECTED: "Corrected",
    Status.CONCERN: "Expression of concern published",
    Status.RETRACTED: "Retracted",
    Status.REINSTATED: "Reinstated",
}

Dates = TypedDict("Dates", {"date-parts": list[list[int]]})

CslName = TypedDict(
    "CslName",
    {
        "family": NotRequired[str],
        "given": NotRequired[str],
        "non-dropping-particle": NotRequired[str],
        "suffix": NotRequired[str],
        "literal": NotRequired[str],
        "static-ordering": NotRequired[bool],
    },
)

Entry = TypedDict(
    "Entry",
    {
        "id": str,
        "type": str,
        "title": NotRequired[str],
        "author": NotRequired[list[CslName]],
        "container-title": NotRequired[str],
        "publisher": NotRequired[str],
        "genre": NotRequired[str],
        "issued": NotRequired[Dates],
        "accessed": NotRequired[Dates],
        "volume": NotRequired[str],
        "issue": NotRequired[str],
        "page": NotRequired[str],
        "DOI": NotRequired[str],
        "PMID": NotRequired[str],
        "URL": NotRequired[str],
        "language": NotRequired[str],
        "status": NotRequired[str],
        "note": NotRequired[str],
    },
)

JOURNAL: Final = "article-journal"
PREPRINT: Final = "article"
PAGE: Final = "webpage"


def entry_of(metadata: Metadata, *, key: str, accessed: str = "") -> Entry:
    """The description of the article these metadata describe.

    Args:
        metadata: Of any article.
        key: What the entry is called by.
        accessed: The day its page was at hand, ISO 8601.
    """
    paper = metadata.medium is Medium.PAPER
    preprint = paper and metadata.card.preprint is True
    kind = PREPRINT if preprint else JOURNAL if paper else PAGE
    doi = doi_of(metadata.doi) if paper else ""  # a page's DOI is that of the paper it reports
    url = f"https://doi.org/{doi}" if doi else _address(metadata.url)
    outlet = plain(metadata.outlet)
    stated: dict[str, object] = {
        "title": _title(metadata),
        "author": [csl_name(name) for name in names_of(metadata)],
        "publisher" if preprint else "container-title": outlet,
        "genre": "Preprint" if preprint else "",
        "issued": _dates(metadata.published),
        "accessed": _dates(accessed) if url and not doi else None,
        "volume": plain(metadata.volume) if paper else "",
        "issue": plain(metadata.issue) if paper else "",
        "page": plain(metadata.pages) if paper else "",
        "DOI": doi,
        "PMID": plain(metadata.pmid) if paper else "",
        "URL": url,
        "language": plain(metadata.language),
        "status": "" if metadata.status is Status.CURRENT else metadata.status.value,
        "note": _note(metadata),
    }
    entry: Entry = {"id": key, "type": kind}
    entry.update({name: value for name, value in stated.items() if value})  # pyright: ignore[reportArgumentType,reportCallIssue] - the keys above are the entry's
    return entry


def csl_name(name: Name) -> CslName:
    """A name as CSL-JSON has it."""
    if name.body:
        return {"literal": name.body}
    particle, family = particle_and_rest(name.family)
    written: CslName = {"family": family}
    if name.given:
        written["given"] = name.given
    if particle:
        written["non-dropping-particle"] = particle
    if name.suffix:
        written["suffix"] = name.suffix
    if name.family_first:
        written["static-ordering"] = True
    return written


def key_of(metadata: Metadata) -> str:
    """What people call such an entry: "norenzayan2012mentalizing"; "" where nothing tells.

    Small letters of ASCII and digits alone, which every program takes.
    """
    names = names_of(metadata)
    first = names[0].family or names[0].body if names else metadata.outlet
    words = (_ascii(word) for word in metadata.title.split())
    telling = next((word for word in words if len(word) > 3), "")  # noqa: PLR2004 - not "the" or "of"
    return f"{_ascii(first)[:30]}{_ascii(metadata.published[:4])}{telling[:30]}"


# Letters of names that no decomposition takes apart.
_WHOLE: Final = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "\N{LATIN SMALL LETTER DOTLESS I}": "i",
    }
)


def _ascii(text: str) -> str:
    folded = (
        unicodedata.normalize("NFKD", text.casefold().translate(_WHOLE))
        .encode("ascii", "ignore")
        .decode()
        .lower()
    )
    return re.sub(r"[^a-z0-9]", "", folded)


def _title(metadata: Metadata) -> str:
    title = plain(metadata.title)
    if metadata.status is Status.RETRACTED and not _MARKED.match(title):
        return (_RETRACTED + title).strip()
    return title


def _note(metadata: Metadata) -> str:
    had = _HAD.get(metadata.status)
    if had is None:
        return ""
    notice = next((n for n in reversed(metadata.notices) if n.status is metadata.status), None)
    return f"{had}{_told(notice)}" if notice else had


def _told(notice: Notice) -> str:
    day = f" {plain(notice.published)}" if notice.published else ""
    doi = doi_of(notice.doi)
    return day + (f", https://doi.org/{doi}" if doi else "")


def _address(url: str) -> str:
    """The address with nothing in it that ends a field of any format."""
    return quote(web_address(plain(url)), safe="/:;.-_~!$&'()*+,=@%?#[]")


def _dates(iso: str) -> Dates | None:
    whole = iso_date(iso)
    return {"date-parts": [[int(part) for part in whole.split("-")]]} if whole else None
