"""Which line of a text file is its article's title: told by the article's words, not by its place alone."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from index.sources.rules.dates import find_date
from index.sources.rules.furniture import Furniture
from index.sources.rules.prose import content_words, ends_sentence, is_title_like, words
from index.sources.texts.bylines import announces_byline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.sources.texts.weighing import Weighed

_REACH = 40
"""How many blocks above the body a title may stand."""

_INTO = 4
"""How far into the body a title may stand, where something above it weighed for the body."""

_ENOUGH = 1.4
"""The score of a title; chosen so that the 23 saved pages, as text, have most of theirs and few others."""

_LEAST_SHARED = 0.3
_TELLING = 5
"""So many words of its own make a line tell what an article is about."""

_LONGEST_SIGNED = 25
_LONGEST_NAME = 4

_IN_TOPIC = re.compile(
    r"(?:in|(?:[Pp]osted|[Ff]iled|[Tt]agged)(?:\s+(?:in|under))?:?)\s+(?P<topics>[A-Z][^.!?]{1,80})"
)
_TOPICS = re.compile(
    r"(?:topics?|tags?|filed\s+under|categor(?:y|ies)|posted\s+in|subjects?|keywords)"
    r"\s*:\s*(?P<topics>\S.{1,300})",
    re.IGNORECASE,
)
_KEYED = re.compile(
    r"(?P<key>title|headline|author|authors|byline|by|date|published|publication date|url|link"
    r"|source url|canonical|doi|outlet|publication|journal|site|topics?|tags?|category|section"
    r"|language|licen[cs]e)\s*:\s+(?P<value>\S.{0,500})",
    re.IGNORECASE,
)
_SUFFIX = re.compile(r"\s+[|–—·»•-]\s+|\s*\|\s*")
_NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.?\s+[A-Z]")
_BY_LEVEL = {1: 3.0, 2: 1.0}


def keyed(text: str) -> tuple[str, str]:
    """What a line says about the article by a key, as "Date: 19 March 2017"; two empty texts for nothing."""
    found = _KEYED.fullmatch(text)
    return (found["key"].lower(), found["value"].strip()) if found else ("", "")


def topics_line(text: str) -> str:
    """The topics a line names: "in Psychology", "Filed under: Health, Mind"; "" for none."""
    found = _IN_TOPIC.fullmatch(text) or _TOPICS.fullmatch(text)
    return found["topics"] if found else ""


def is_masthead_line(one: Weighed) -> bool:
    """Whether a block belongs to what stands above an article, and is none of its words."""
    if one.prose:
        return False
    text = one.block.text
    return one.dated or one.signed or bool(keyed(text)[0] or topics_line(text))


class _Page(NamedTuple):
    """What a line is held against."""

    blocks: Sequence[Weighed]
    start: int
    body: str
    about: frozenset[str]
    seen: Counter[str]


def title_place(blocks: Sequence[Weighed], start: int, body: str) -> int:
    """The place of the title of the article whose body begins at `start`; -1 for none."""
    seen = Counter(one.block.text for one in blocks)
    page = _Page(blocks, start, body, content_words(body), seen)
    scores = {
        place: _score(page, place)
        for place in range(max(0, start - _REACH), min(start + _INTO, len(blocks)))
        if _may_be_title(page, place)
    }
    best = max(scores, key=lambda place: (scores[place], place), default=-1)
    return best if best >= 0 and scores[best] >= _ENOUGH else -1


def without_site(blocks: Sequence[Weighed], printed: str) -> tuple[str, str]:
    """A title without its site's name, and that name where the page says the two apart."""
    others = [one.block.text for one in blocks]
    for other in others:
        rest = other.removeprefix(printed)
        if printed and rest != other and (mark := _SUFFIX.match(rest)):
            return printed, _SUFFIX.split(rest[mark.end() :])[-1].strip()
    site = _SUFFIX.split(printed)[-1]
    if site and site != printed and site in others:
        return printed[: printed.rindex(site)].rstrip(" |–—·»•-"), site
    return printed, ""


def _may_be_title(page: _Page, place: int) -> bool:
    """Whether the block has a title's shape; one that ends like a sentence must be said twice or signed."""
    one = page.blocks[place]
    text = one.block.text
    if one.kind is not Furniture.NONE or text.endswith((":", ",")) or is_masthead_line(one):
        return False
    if not (is_title_like(text) or (_opens(page.body, text) and text[0].isupper())):
        return False
    dated = find_date(text)
    if dated and len(dated.iso) == len("2017-03-19"):
        return False
    if not one.prose and not text.endswith("."):
        return True
    return one.block.level == 1 or _is_repeated(page, place) or _is_signed(page, place)


def _score(page: _Page, place: int) -> float:
    """How much speaks for a title: shared words above all, then marks, a byline, being said elsewhere."""
    block = page.blocks[place].block
    own = content_words(block.text)
    shared = len(own & page.about) / len(own) if own else 0.0
    headed = any(
        other.block.text.startswith(block.text) and other is not page.blocks[place]
        for other in page.blocks
    )
    near = page.blocks[place + 1 : place + 5]
    signed = any(one.signed or one.dated or announces_byline(one.block.text) for one in near)
    least = _LEAST_SHARED / 2 if signed else _LEAST_SHARED
    if shared < least and not (headed or block.level == 1):
        return 0.0
    listed = block.bullet or _NUMBERED.match(block.text)
    return (
        4 * shared * min(1.0, len(own) / _TELLING)
        + _BY_LEVEL.get(block.level, 0.0)
        + (1.5 if signed else 0.0)
        + (1.0 if headed or page.seen[block.text] > 1 else 0.0)
        + min(1.5, 0.25 * len(own))  # a headline says more than a section's name
        + (1.5 if _opens(page.body, block.text) else 0.0)
        - (3.0 if listed else 0.0)
        - (0.5 if ends_sentence(block.text) else 0.0)
        - min(1.5, 0.08 * max(0, page.start - place))
    )


def _is_signed(page: _Page, place: int) -> bool:
    near = page.blocks[place + 1 : place + 3]
    brief = page.blocks[place].count <= _LONGEST_SIGNED
    return brief and any(one.signed or one.dated for one in near)


def _is_repeated(page: _Page, place: int) -> bool:
    text = page.blocks[place].block.text
    others = (one for one in page.blocks if one is not page.blocks[place])
    return any(text in other.block.text for other in others if other.count < _REACH)


def _opens(body: str, title: str) -> bool:
    """Whether the first sentence says what the title is, as an encyclopaedia's does."""
    first = body[: len(title) + 12].casefold().removeprefix("the ")
    return words(title) <= _LONGEST_NAME and first.startswith(f"{title.casefold()} ")
