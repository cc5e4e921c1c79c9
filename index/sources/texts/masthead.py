"""What stands above an article in a text file: title, byline, date and topics, by shape and place."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from index.sources.rules.dates import find_date, iso_date
from index.sources.rules.names import doi_of, web_address
from index.sources.rules.plain import plain_all
from index.sources.texts.bylines import byline_of, names_in
from index.sources.texts.titles import keyed, title_place, topics_line, without_site

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from index.sources.texts.weighing import Weighed

_ABOVE_TITLE = 6
_LONGEST_LINE = 20
_LONGEST_CRUMBS = 12
_LONGEST_SITE = 4
_NEAR = 40

_SAME_KEY = {
    "headline": "title", "authors": "author", "byline": "author", "by": "author", "date": "published",
    "publication date": "published", "link": "url", "source url": "url", "canonical": "url",
    "publication": "outlet", "journal": "outlet", "site": "outlet", "topic": "topics", "tag": "topics",
    "tags": "topics", "category": "topics", "section": "topics",
}  # fmt: skip
_BETWEEN_TOPICS = re.compile(r"\s*[,;|·]\s*")
_CRUMBS = re.compile(r"\s+[>›»/→]\s+|\s*[›»→]\s*")
_PUBLISHED = re.compile(r"(?:first\s+)?(?:published|posted|date|released)\b", re.IGNORECASE)
_UPDATED = re.compile(
    r"(?:last\s+)?(?:updated|modified|revised|reviewed|accessed|retrieved)\b", re.IGNORECASE
)
_SITE_SAYS = re.compile(
    r"follow\s+(.{2,40}?)\s+on\s+\w+.*|about\s+(.{2,40})|subscribe\s+to\s+(.{2,40})"
    r"|(?:©|\(c\)|copyright\s*©?)\s*(?:19|20)\d\d(?:\s?[-–]\s?\d{2,4})?,?\s+"
    r"([^.,|]{2,40}?)(?:[.,|].*|\s+all\s+rights.*)?",
    re.IGNORECASE,
)
_NO_SITE = frozenset({"us", "this site", "the author", "the authors"})


class Masthead(NamedTuple):
    """What was read above the body, and the place of the title among the blocks, -1 for none."""

    title: str = ""
    authors: tuple[str, ...] = ()
    byline: str = ""
    outlet: str = ""
    published: str = ""
    topics: tuple[str, ...] = ()
    url: str = ""
    doi: str = ""
    place: int = -1


def masthead_of(page: Sequence[Weighed], start: int, body: str) -> Masthead:
    """What stands above the body, which begins at block `start`."""
    stated = _stated(page[: start + 1])
    place = title_place(page, start, body)
    printed = page[place].block.text if place >= 0 else ""
    title, site = without_site(page, printed)
    lead = page[max(0, (place if place >= 0 else start) - _ABOVE_TITLE) : start + 2]
    byline = stated.get("author", "") or byline_of(lead, printed)
    return Masthead(
        title=stated.get("title", "") or title,
        authors=names_in(byline),
        byline=byline,
        outlet=stated.get("outlet", "") or site or _site(page),
        published=iso_date(stated.get("published", "")) or _published(page, lead),
        topics=_split(stated.get("topics", "")) or _topics(lead, title),
        url=web_address(stated.get("url", "")),
        doi=doi_of(stated.get("doi", "")),
        place=place,
    )


def _stated(page: Sequence[Weighed]) -> dict[str, str]:
    """What lines such as "Title: …" and "Date: …" state, the first of each."""
    found: dict[str, str] = {}
    for one in page:
        key, value = keyed(one.block.text)
        if key:
            found.setdefault(_SAME_KEY.get(key, key), value)
    return found


def _published(page: Sequence[Weighed], lead: Sequence[Weighed]) -> str:
    """The first date around the title that is none of an update, else of an update, else elsewhere."""
    dates = list(_dates(lead))
    published = [iso for updated, iso in dates if not updated] or [iso for _, iso in dates]
    return published[0] if published else _dated_elsewhere(page)


def _dates(lead: Sequence[Weighed]) -> Iterator[tuple[bool, str]]:
    """Dates around the title, each with whether it is one of an update."""
    for place, one in enumerate(lead):
        if one.prose or one.count > _LONGEST_LINE:
            continue
        if dated := find_date(one.block.text):
            above = lead[place - 1].block.text if place and lead[place - 1].short else ""
            before = f"{above} {one.block.text[: dated.start]}"
            yield bool(_UPDATED.search(before)) and not _PUBLISHED.search(before), dated.iso


def _dated_elsewhere(page: Sequence[Weighed]) -> str:
    for one in page:
        if found := _PUBLISHED.match(one.block.text):
            dated = find_date(one.block.text[found.end() : found.end() + _NEAR])
            if dated:
                return dated.iso
    return ""


def _topics(lead: Sequence[Weighed], title: str) -> tuple[str, ...]:
    lines = [one for one in lead if not one.prose]
    for one in lines:
        if named := topics_line(one.block.text):
            return _split(named)
    for one in lines:
        crumbs = [crumb for crumb in _CRUMBS.split(one.block.text) if crumb.strip()]
        if len(crumbs) > 1 and one.count <= _LONGEST_CRUMBS:
            return plain_all(crumb for crumb in crumbs if _is_topic(crumb, title))
    return ()


def _is_topic(crumb: str, title: str) -> bool:
    return crumb.lower() not in {"home", "homepage"} and crumb.rstrip(". …") not in title


def _split(topics: str) -> tuple[str, ...]:
    return plain_all(_BETWEEN_TOPICS.split(topics))


def _site(page: Sequence[Weighed]) -> str:
    """The site's name, where two of its own lines agree on it."""
    said: Counter[str] = Counter()
    for one in page:
        found = _SITE_SAYS.fullmatch(one.block.text) if one.count <= _LONGEST_CRUMBS else None
        name = next(filter(None, found.groups()), "").strip() if found else ""
        if name[:1].isupper() and name.lower() not in _NO_SITE:
            said[name] += 1
    alone = Counter(one.block.text for one in page if one.count <= _LONGEST_SITE)
    totals = {name: count + min(2, alone[name]) for name, count in said.items()}
    best = max(totals, key=lambda name: totals[name], default="")
    return best if totals.get(best, 0) > 1 else ""
