"""Which blocks of a scraped page are the article: the stretch where running text outweighs the rest.

Running text weighs for a stretch, furniture against it, and the teaser of another article most of
all. A vocabulary never decides alone: a file without furniture is kept whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from index.sources.dates import find_date
from index.sources.furniture import Furniture, kind_of
from index.sources.prose import content_words, ends_sentence, is_prose, sentences, small_share, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.sources.lines import Block

_HEAVIEST = 100
"""A paragraph weighs its words up to here: one long comment does not outweigh an article."""

_AGAINST = {
    Furniture.LINE: 6,
    Furniture.READ_MORE: 30,
    Furniture.RELATED: 60,
    Furniture.END: 150,
}
_BOUNDS = frozenset({Furniture.READ_MORE, Furniture.RELATED, Furniture.END})
_LEAST_RUN = 40
_AKIN_SHARE = 0.35
_AGAINST_SHORT = 4
_AGAINST_TEASER = 25
_LONGEST_TEASER = 90
_TEASER_SENTENCES = 4
_LONGEST_DATE_LINE = 9
_LONGEST_HEADING = 16
_CODE_SMALL_SHARE = 0.15
_MENU = 4
"""So many short lines in a row are a menu or a table."""

_FEWEST_ENTRIES = 3
_THREAD_REACH = 24
_BEFORE_THREAD = 60
"""Comments stand under an article: at least so many words of it come before them."""

_ENTRY = re.compile(r"(?:.{2,60}\s(?:says?|said|wrote|commented|replied)\s*:?)|.{0,80}\b\d{1,2}:\d\d(?:\s?[ap]\.?m\.?)?.{0,40}|.{0,60}\b\d+\s+(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)\s+ago.{0,30}", re.IGNORECASE)
_CODE = re.compile(r"[{};]\s*$|^\s*[{}/<]|\bfunction\s*\(|\bvar\s+\w+\s*=|=>|\w\(['\"{]|^[.#@]\w[^.]*\{|^\w+\s*=\s*['\"]")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_TRUNCATED = re.compile(r"(?:\.\.\.|…)\W{0,3}$")
_BYLINE = re.compile(r"(?:by|written by|posted by|words by|story by|author|authors)\b:?\s*[A-Z].{0,100}", re.IGNORECASE)
_REFERENCES = re.compile(r"(?:list of )?(?:references|bibliography|works cited|literature cited)\W*", re.IGNORECASE)


@dataclass(frozen=True)
class Weighed:
    """A block, and what it looks like by itself."""

    block: Block
    kind: Furniture
    prose: bool

    @cached_property
    def count(self) -> int:
        return words(self.block.text)

    @cached_property
    def dated(self) -> bool:
        """Whether it is a date, with hardly a word beside."""
        return self.count <= _LONGEST_DATE_LINE and not self.prose and find_date(self.block.text) is not None

    @cached_property
    def signed(self) -> bool:
        """Whether it is a byline."""
        return self.count <= _LONGEST_HEADING and bool(_BYLINE.fullmatch(self.block.text)) and not self.prose

    @cached_property
    def coded(self) -> bool:
        """Whether it is a script's line, which scrapers let through."""
        return bool(_CODE.search(self.block.text)) and small_share(self.block.text) < _CODE_SMALL_SHARE

    @cached_property
    def entry(self) -> bool:
        """Whether it heads a comment: who, and at what time of day."""
        timed = _ENTRY.fullmatch(self.block.text)
        return bool(timed) and not self.prose and self.count <= _LONGEST_HEADING and (self.dated or "ago" in self.block.text or ":" in self.block.text)

    @property
    def short(self) -> bool:
        return not self.prose and not ends_sentence(self.block.text) and self.count <= _LONGEST_HEADING


def weighed(blocks: Sequence[Block]) -> list[Weighed]:
    """Every block with what it looks like."""
    found: list[Weighed] = []
    for block in blocks:
        kind = kind_of(block.text)
        one = Weighed(block, kind, kind is Furniture.NONE and is_prose(block.text))
        found.append(Weighed(block, Furniture.LINE, prose=False) if one.coded else one)
    return found


def is_clean(page: Sequence[Weighed]) -> bool:
    """Whether this is an article alone, with nothing of a page around it."""
    said = [one for one in page if one.kind is not Furniture.NONE and not _REFERENCES.fullmatch(one.block.text)]
    if len(said) > 1 + sum(one.prose for one in page) // 40:
        return False
    short_run = longest = 0
    for one in page:
        short_run = short_run + 1 if one.short and one.count <= _MENU and not one.block.bullet else 0
        longest = max(longest, short_run)
    return longest < 2 * _MENU


def without_references(page: Sequence[Weighed]) -> int:
    """Where a clean article's list of references begins; its length if there is none."""
    for start in range(len(page) - 1, len(page) // 3, -1):
        if _REFERENCES.fullmatch(page[start].block.text):
            entries = page[start + 1 :]
            if sum(bool(_YEAR.search(one.block.text)) for one in entries) >= len(entries) * 0.6:
                return start
    return len(page)


def teasers(page: Sequence[Weighed]) -> frozenset[int]:
    """Blocks that tease other articles: alone among short lines, with a date or "read more" at hand."""
    found: set[int] = set()
    lone: list[int] = []
    related = False
    for place, one in enumerate(page):
        if one.kind is Furniture.RELATED:
            related = True
        if not one.prose:
            continue
        alone = not (_prose_at(page, place - 1) or _prose_at(page, place + 1))
        if not alone:
            related = False
            continue
        if one.count > _LONGEST_TEASER or sentences(one.block.text) > _TEASER_SENTENCES:
            continue
        if related or _has_read_more(page, place) or _TRUNCATED.search(one.block.text):
            found.add(place)
        elif _has_date(page, place):
            lone.append(place)
    # A lone paragraph under a date may be a short article's only one; a list of them is no article.
    if len(lone) > 1 or found:
        found.update(lone)
    return frozenset(found) | set(range(_thread(page), len(page)))


def _thread(page: Sequence[Weighed]) -> int:
    """Where a thread of comments begins under an article; the page's length if there is none."""
    entries = [place for place, one in enumerate(page) if one.entry]
    said = 0
    for place, one in enumerate(page):
        later = [entry for entry in entries if entry >= place]
        if len(later) < _FEWEST_ENTRIES:
            break
        # Three in a short space: the times of a chronicle stand further apart.
        if place == later[0] and said > _BEFORE_THREAD and later[2] - later[0] <= _THREAD_REACH:
            return place
        said += one.count if one.prose else 0
    return len(page)


def stretch(page: Sequence[Weighed], teased: frozenset[int]) -> range:
    """The run of blocks with the greatest weight; empty if nothing weighs for the article."""
    best = (0.0, 0, 0)
    start, total = 0, 0.0
    listed = False
    for place, one in enumerate(page):
        if total <= 0:
            start, total = place, 0.0
        # Entries of a list that lost its bullets: neither for nor against.
        listed = one.block.text.endswith(":") if not (listed and one.short) else listed
        weight = _weight(one, teased=place in teased)
        total += max(weight, 0.0) if listed and one.kind is Furniture.NONE and not one.block.text.endswith(":") else weight
        if total > best[0]:
            best = (total, start, place + 1)
    return range(best[1], best[2])


def extended(page: Sequence[Weighed], within: range, teased: frozenset[int]) -> range:
    """The stretch, and runs of the same article cut off from it by a table or a list of contents."""
    about = content_words(" ".join(page[place].block.text for place in within if page[place].prose))
    first, last = within.start, within.stop
    while (run := _run(page, range(first - 1, -1, -1), teased)) and _is_akin(page, run, about):
        first = run.start
    while (run := _run(page, range(last, len(page)), teased)) and _is_akin(page, run, about):
        last = run.stop
    return range(first, last)


def _run(page: Sequence[Weighed], places: range, teased: frozenset[int]) -> range | None:
    """The next run of prose along these places; None if a mark of other articles comes first."""
    found: list[int] = []
    for place in places:
        one = page[place]
        if one.prose and place not in teased:
            found.append(place)
        elif found:
            break
        elif one.kind in _BOUNDS or place in teased or one.entry:
            return None
    return range(min(found), max(found) + 1) if found else None


def _is_akin(page: Sequence[Weighed], run: range, about: frozenset[str]) -> bool:
    words_of_run = content_words(" ".join(page[place].block.text for place in run))
    size = sum(page[place].count for place in run)
    return size >= _LEAST_RUN and len(words_of_run & about) >= _AKIN_SHARE * len(words_of_run)


def _weight(one: Weighed, *, teased: bool) -> float:
    if teased:
        return -_AGAINST_TEASER
    if one.coded:
        return -1
    if one.kind is not Furniture.NONE:
        return -_AGAINST[one.kind]
    if one.prose:
        return min(one.count, _HEAVIEST) * (0.6 if one.block.bullet else 1.0)
    if one.dated or one.signed:
        return -_AGAINST_SHORT
    if ends_sentence(one.block.text) and one.count > 1:
        return 0.5 * min(one.count, _HEAVIEST)
    if one.count > _LONGEST_HEADING and small_share(one.block.text) > 0.2:  # noqa: PLR2004 - prose.py's own share
        return 0.3 * min(one.count, _HEAVIEST)
    return -_AGAINST_SHORT


def kept(page: Sequence[Weighed], within: range, teased: frozenset[int]) -> list[tuple[Weighed, bool]]:
    """What of the stretch is the article's own: each block, and whether it is a heading."""
    found: list[tuple[Weighed, bool]] = []
    related = False
    for place in within:
        one = page[place]
        if one.kind is not Furniture.NONE:
            related = related or one.kind is Furniture.RELATED
            continue
        if place in teased or one.dated or one.signed:
            continue
        if one.prose:
            related = False
            found.append((one, False))
        elif not related and (verdict := _short_line(page, place, within)) is not None:
            found.append((one, verdict))
    while found and found[-1][1]:
        found.pop()
    return found


def _short_line(page: Sequence[Weighed], place: int, within: range) -> bool | None:
    """True for a heading, False for a short paragraph, None for what is neither."""
    one = page[place]
    if one.block.level:
        return True
    if one.block.bullet:
        return False if _is_list(page, place) else None
    if ends_sentence(one.block.text) and not one.block.text.endswith("?"):
        return False if one.count > 1 else None
    first, last = _run_of_short(page, place)
    if first and page[first - 1].block.text.endswith(":") and last - first < 3 * _MENU:
        return False
    if last - first + 1 >= _MENU:
        return None
    follows = page[place + 1] if place < within[-1] else None
    if follows and (follows.prose or follows.block.bullet) and one.count <= _LONGEST_HEADING:
        return True
    if ends_sentence(one.block.text) or small_share(one.block.text) > 0.2 and one.count > _LONGEST_HEADING / 2:  # noqa: PLR2004, RUF021
        return False
    return None


def _is_list(page: Sequence[Weighed], place: int) -> bool:
    """Whether this entry belongs to a list of the article's and not to a menu inside it."""
    first = last = place
    while first and page[first - 1].block.bullet:
        first -= 1
    while last + 1 < len(page) and page[last + 1].block.bullet:
        last += 1
    entries = page[first : last + 1]
    if any(one.prose for one in entries) or (first and page[first - 1].block.text.endswith(":")):
        return True
    furnished = sum(one.kind is not Furniture.NONE or one.block.linked for one in entries)
    return furnished == 0 and sum(one.count for one in entries) >= 3 * len(entries)


def _run_of_short(page: Sequence[Weighed], place: int) -> tuple[int, int]:
    """The first and the last of the short lines in a row here."""
    first = last = place
    while first and page[first - 1].short and not page[first - 1].block.text.endswith(":"):
        first -= 1
    while last + 1 < len(page) and page[last + 1].short:
        last += 1
    return first, last


def _prose_at(page: Sequence[Weighed], place: int) -> bool:
    return 0 <= place < len(page) and page[place].prose


def _has_read_more(page: Sequence[Weighed], place: int) -> bool:
    return any(one.kind is Furniture.READ_MORE for one in page[place + 1 : place + 3])


def _has_date(page: Sequence[Weighed], place: int) -> bool:
    near = (*page[max(0, place - 2) : place], *page[place + 1 : place + 3])
    return any(one.dated for one in near)
