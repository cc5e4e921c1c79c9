"""What stands above an article in a text file: title, byline, date and topics, by their shapes and places."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from index.sources.dates import find_date, iso_date
from index.sources.furniture import Furniture
from index.sources.names import doi_of, web_address
from index.sources.prose import content_words, ends_sentence, is_title_like, words
from index.sources.plain import plain_all

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from index.sources.scrape import Weighed

_REACH = 40
"""How many blocks above the body a title may stand."""

_FEW_WORDS = 4
_LONGEST_TITLE = 25
_TELLING = 5
"""So many words of its own make a line tell what an article is about."""

_LEAST_SHARED = 0.3
_INTO = 4
"""How far into the body a title may stand, where something above it weighed for the body."""

_ENOUGH = 1.4
_BY = re.compile(r"(?:(?:written|posted|words|story|reported|reporting|published|article)\s+by|by|authors?|source)(?:\s*:\s*|\s+)(?P<name>\S.{1,150})", re.IGNORECASE)
_BY_ALONE = re.compile(r"(?:(?:written|posted)\s+)?(?:by|authors?|source)\s*:?", re.IGNORECASE)
_AFTER_NAME = re.compile(r"\s*(?:[|•·–—]|\s-\s|\bon\s+(?=\w+\s+\d)|,?\s*(?:published|updated|posted|last updated)\b|\d{1,2}\s+\w{3,9}\s+20\d\d|\w{3,9}\s+\d{1,2},\s+20\d\d).*", re.IGNORECASE)
_IN_TOPIC = re.compile(r"(?:posted\s+|filed\s+)?(?:in|under)\s+(?P<topics>[A-Z][^.!?]{1,80})")
_TOPICS = re.compile(r"(?:topics?|tags?|filed\s+under|categor(?:y|ies)|posted\s+in|subjects?|keywords)\s*:\s*(?P<topics>\S.{1,300})", re.IGNORECASE)
_CRUMBS = re.compile(r"\s+[>›»/→]\s+|\s*[›»→]\s*")
_KEYED = re.compile(r"(?P<key>title|headline|author|authors|byline|by|date|published|publication date|url|link|source url|canonical|doi|outlet|publication|journal|site|topics?|tags?|category|section|language|licen[cs]e)\s*:\s+(?P<value>\S.{0,500})", re.IGNORECASE)
_PUBLISHED = re.compile(r"(?:first\s+)?(?:published|posted|date|released)\b", re.IGNORECASE)
_UPDATED = re.compile(r"(?:last\s+)?(?:updated|modified|revised|reviewed|accessed|retrieved)\b", re.IGNORECASE)
_SITE_SAYS = re.compile(
    r"(?:follow\s+(?P<a>.{2,40}?)\s+on\s+\w+.*|about\s+(?P<b>.{2,40})|(?:©|\(c\)|copyright\s*©?)\s*(?:19|20)\d\d(?:\s?[-–]\s?\d{2,4})?,?\s+(?P<c>[^.,|]{2,40}?)(?:[.,|].*|\s+all\s+rights.*)?|subscribe\s+to\s+(?P<d>.{2,40}))",
    re.IGNORECASE,
)
_SUFFIX = re.compile(r"\s+[|–—·»•-]\s+|\s*\|\s*")
_NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.?\s+[A-Z]")
_NAME = re.compile(r"(?:(?:Dr|Prof)\.?\s+)?[A-Z][\w.'’-]*(?:\s+(?:de|van|von|der|la|al|bin|and|[A-Z][\w.'’-]*)){1,5}")
_NO_NAME = frozenset("news health science home world opinion the about us our life style culture business politics technology tech sport press release staff research study medicine university review article".split())


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
    keyed = _keyed(page[: start + 1])
    place = _title_place(page, start, body)
    printed = page[place].block.text if place >= 0 else ""
    title, suffix = _split_title(page, printed)
    lead = page[max(0, (place if place >= 0 else start) - 6) : start + 2]
    byline = keyed.get("author", "") or _byline(lead)
    outlet = keyed.get("outlet", "") or suffix or _site(page)
    return Masthead(
        title=keyed.get("title", "") or title,
        authors=names_in(byline),
        byline=byline,
        outlet=outlet,
        published=iso_date(keyed.get("published", "")) or _published(page, lead),
        topics=plain_all(re.split(r"\s*[,;|·]\s*", keyed["topics"])) if "topics" in keyed else _topics(lead, title),
        url=web_address(keyed.get("url", "")),
        doi=doi_of(keyed.get("doi", "")),
        place=place,
    )


def names_in(byline: str) -> tuple[str, ...]:
    """The people or bodies of a byline: split where every part looks like a name."""
    parts = [part.strip(" .") for part in re.split(r"\s*,\s+(?:and\s+)?|\s+and\s+|\s*[;&]\s*|\s*\|\s*", byline)]
    parts = [part for part in parts if part]
    if len(parts) > 1 and all(_NAME.fullmatch(part) for part in parts):
        return tuple(dict.fromkeys(parts))
    return (byline,) if byline else ()


def is_keyed(text: str) -> bool:
    """Whether a line says one thing about the article, as "Date: 19 March 2017"."""
    return bool(_KEYED.fullmatch(text))


def is_masthead_line(one: Weighed) -> bool:
    """Whether a block above the body belongs to the masthead and not to the article's words."""
    text = one.block.text
    return one.dated or one.signed or is_keyed(text) or bool(_IN_TOPIC.fullmatch(text) or _TOPICS.fullmatch(text))


def _keyed(page: Sequence[Weighed]) -> dict[str, str]:
    names = {
        "headline": "title", "authors": "author", "byline": "author", "by": "author", "date": "published",
        "publication date": "published", "link": "url", "source url": "url", "canonical": "url",
        "publication": "outlet", "journal": "outlet", "site": "outlet", "topic": "topics", "tag": "topics",
        "tags": "topics", "category": "topics", "section": "topics",
    }  # fmt: skip
    found: dict[str, str] = {}
    for one in page:
        if match := _KEYED.fullmatch(one.block.text):
            key = match["key"].lower()
            found.setdefault(names.get(key, key), match["value"].strip())
    # One such line may be a sentence's beginning; a title that is keyed brings others.
    return found


def _title_place(page: Sequence[Weighed], start: int, body: str) -> int:
    known = content_words(body)
    seen = Counter(one.block.text for one in page)
    scores = {
        place: _title_score(page, place, start=start, body=body, known=known, seen=seen)
        for place in range(max(0, start - _REACH), min(start + _INTO, len(page)))
        if _may_be_title(page[place], sure=_is_repeated(page, place) or _is_signed(page, place), known_first=_opens(body, page[place].block.text))
    }
    best = max(scores, key=lambda place: (scores[place], place), default=-1)
    return best if best >= 0 and scores[best] >= _ENOUGH else -1


def _may_be_title(one: Weighed, *, sure: bool, known_first: bool) -> bool:
    """Whether the block has a title's shape; one that ends like a sentence must be said twice or signed."""
    return (
        one.kind is Furniture.NONE
        and (not one.prose or one.block.level == 1 or sure)
        and (is_title_like(one.block.text) or (known_first and one.block.text[0].isupper()))
        and not _has_full_date(one.block.text)
        and not is_masthead_line(one)
        and not one.block.text.endswith((":", ","))
        and (sure or not one.block.text.endswith("."))
    )


def _is_signed(page: Sequence[Weighed], place: int) -> bool:
    near = page[place + 1 : place + 3]
    return page[place].count <= _LONGEST_TITLE and any(one.signed or one.dated for one in near)


def _has_full_date(text: str) -> bool:
    dated = find_date(text)
    return dated is not None and len(dated.iso) == len("2017-03-19")


def _is_repeated(page: Sequence[Weighed], place: int) -> bool:
    text = page[place].block.text
    return any(text in other.block.text for other in page if other is not page[place] and other.count < _REACH)


def _title_score(
    page: Sequence[Weighed],
    place: int,
    *,
    start: int,
    body: str,
    known: frozenset[str],
    seen: Counter[str],
) -> float:
    block = page[place].block
    about = content_words(block.text)
    shared = len(about & known) / len(about) if about else 0.0
    near = page[place + 1 : place + 5]
    signed = any(one.signed or one.dated or _BY_ALONE.fullmatch(one.block.text) for one in near)
    headed = any(other.block.text.startswith(block.text) and other is not page[place] for other in page)
    if shared < _LEAST_SHARED and not (headed or block.level == 1):
        return 0.0
    return (
        4 * shared * min(1.0, len(about) / _TELLING)
        + {0: 0.0, 1: 3.0, 2: 1.0}.get(block.level, 0.0)
        + (1.5 if signed else 0.0)
        + (1.0 if headed or seen[block.text] > 1 else 0.0)
        + min(1.5, 0.25 * len(about))  # a headline says more than a section's name
        + (1.5 if _opens(body, block.text) else 0.0)
        - (3.0 if block.bullet or _NUMBERED.match(block.text) else 0.0)
        - (0.5 if ends_sentence(block.text) else 0.0)
        - min(1.5, 0.08 * max(0, start - place))
    )


def _opens(body: str, title: str) -> bool:
    """Whether the first sentence says what the title is, as an encyclopaedia's does."""
    first = body[: len(title) + 12].casefold()
    return words(title) <= _FEW_WORDS and first.removeprefix("the ").startswith(title.casefold() + " ")


def _split_title(page: Sequence[Weighed], printed: str) -> tuple[str, str]:
    """The title without its site's name, and that name where the page says both apart."""
    others = [one.block.text for one in page]
    for other in others:
        rest = other.removeprefix(printed)
        if printed and rest != other and (mark := _SUFFIX.match(rest)):
            return printed, _SUFFIX.split(rest[mark.end() :])[-1].strip()
    parts = _SUFFIX.split(printed)
    if len(parts) > 1 and parts[-1] and others.count(parts[-1]):
        return printed[: printed.rindex(parts[-1])].rstrip(" |–—·»•-"), parts[-1]
    return printed, ""


def _byline(lead: Sequence[Weighed]) -> str:
    for place, one in enumerate(lead):
        text = one.block.text
        if one.prose:
            continue
        if _BY_ALONE.fullmatch(text) and place + 1 < len(lead):
            return _name_only(lead[place + 1].block.text)
        if (match := _BY.fullmatch(text)) and match["name"][0].isupper():
            return _name_only(match["name"])
    for place, one in enumerate(lead):
        beside = (*lead[max(0, place - 2) : place], *lead[place + 1 : place + 3])
        if not one.prose and any(other.dated for other in beside) and _is_name(one.block.text):
            return one.block.text
    return ""


def _is_name(text: str) -> bool:
    parts = text.lower().split()
    return len(parts) <= 4 and bool(_NAME.fullmatch(text)) and not _NO_NAME & set(parts)  # noqa: PLR2004


def _name_only(text: str) -> str:
    dated = find_date(text)
    name = text[: dated.start] if dated else text
    name = _AFTER_NAME.sub("", re.sub(r"[,\s]*@\w+", "", name)).strip(" ,;.|-–—")
    return re.sub(r"^by\s+", "", name, flags=re.IGNORECASE)


def _published(page: Sequence[Weighed], lead: Sequence[Weighed]) -> str:
    dates = list(_dates(lead))
    for wanted in (True, False):
        for updated, iso in dates:
            if updated is not wanted:
                continue
            if not wanted or iso:
                return iso
    return _dated_anywhere(page)


def _dates(lead: Sequence[Weighed]) -> Iterator[tuple[bool, str]]:
    """Dates of the lead: first whether it is one of publication, as far as the line says."""
    for place, one in enumerate(lead):
        dated = None if one.prose or one.count > 20 else find_date(one.block.text)  # noqa: PLR2004 - a line, no sentence
        if dated:
            before = one.block.text[: dated.start] + " " + (lead[place - 1].block.text if place else "")
            yield not _UPDATED.search(before) or bool(_PUBLISHED.search(before)), dated.iso


def _dated_anywhere(page: Sequence[Weighed]) -> str:
    for one in page:
        match = _PUBLISHED.match(one.block.text)
        if match and (dated := find_date(one.block.text[match.end() : match.end() + 40])):
            return dated.iso
    return ""


def _topics(lead: Sequence[Weighed], title: str) -> tuple[str, ...]:
    for pattern in (_IN_TOPIC, _TOPICS):
        for one in lead:
            if not one.prose and (match := pattern.fullmatch(one.block.text)):
                return plain_all(re.split(r"\s*[,;|·]\s*", match["topics"]))
    for one in lead:
        crumbs = [crumb for crumb in _CRUMBS.split(one.block.text) if crumb.strip()]
        if len(crumbs) > 1 and one.count <= 12 and not one.prose:  # noqa: PLR2004 - a line of crumbs
            return plain_all(crumb for crumb in crumbs if crumb.lower() != "home" and crumb not in title)
    return ()


def _site(page: Sequence[Weighed]) -> str:
    """The site's name, where two of its own lines agree on it."""
    said: Counter[str] = Counter()
    for one in page:
        if one.count <= 12 and (match := _SITE_SAYS.fullmatch(one.block.text)):  # noqa: PLR2004
            name = next(filter(None, match.groups()), "").strip()
            if name[:1].isupper() and name.lower() not in {"us", "this site", "the author", "the authors"}:
                said[name] += 1
    alone = Counter(one.block.text for one in page if one.count <= 4)  # noqa: PLR2004 - a name
    totals = {name: count + min(2, alone[name]) for name, count in said.items()}
    best = max(totals, key=lambda name: totals[name], default="")
    return best if best and totals[best] > 1 else ""
