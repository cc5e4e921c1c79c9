"""Which blocks of a scraped page are the article: the stretch where running text outweighs the rest.

Running text weighs for a stretch, furniture against it, and the teaser of another article most of
all. No vocabulary decides alone: a word of it costs a stretch a few words of prose.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from index.sources.rules.furniture import Furniture
from index.sources.rules.prose import content_words, ends_sentence, small_share
from index.sources.texts.weighing import LONGEST_HEADING, MENU

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from index.sources.texts.weighing import Weighed

_HEAVIEST = 100
"""A paragraph weighs its words up to here: one long comment does not outweigh an article."""

_AGAINST = {
    Furniture.LINE: 6,
    Furniture.READ_MORE: 30,
    Furniture.RELATED: 60,
    Furniture.END: 150,
}
_AGAINST_CODE = 1
_AGAINST_SHORT = 4
_AGAINST_TEASER = 25
_BOUNDS = frozenset({Furniture.READ_MORE, Furniture.RELATED})

_LEAST_RUN = 40
_AKIN_SHARE = 0.35
"""A run of prose with so many of the article's own words is about the same."""

_LONGEST_BOX = 8
"""Blocks of a box of links amid an article; longer ones are the end of it."""

_SMALL_SHARE = 0.2
_EARLIEST_END = 0.5
"""A count of comments often stands above an article; references and comments stand behind it."""

_LONGEST_LIST = 3 * MENU


class Kept(NamedTuple):
    """A block of the article, and whether it is a heading."""

    one: Weighed
    heading: bool


def article_stretch(page: Sequence[Weighed], others: frozenset[int]) -> range:
    """The places of the article; empty if nothing on the page weighs for one.

    Args:
        page: Every block.
        others: Places whose text is known to be somebody else's.
    """
    best, start, total = (0.0, 0, 0), 0, 0.0
    listed = False
    for place, one in enumerate(page):
        if total <= 0:
            start, total = place, 0.0
        weight = _weight(one, elsewhere=place in others)
        opens = one.block.text.endswith(":")
        # Entries of a list that lost its bullets weigh neither for nor against.
        total += max(weight, 0.0) if listed and one.short and not opens else weight
        listed = opens or (listed and one.short)
        if total > best[0]:
            best = (total, start, place + 1)
    within = range(best[1], best[2])
    return _extended(page, within, others) if within else within


def kept(page: Sequence[Weighed], within: range, others: frozenset[int]) -> list[Kept]:
    """What of the stretch is the article's own, in order."""
    runs = _Runs(page)
    found: list[Kept] = []
    related = False
    said, total = 0, sum(page[place].count for place in within)
    for place in within:
        one = page[place]
        said += one.count
        if one.kind is Furniture.END and said > _EARLIEST_END * total:
            break
        if one.kind is not Furniture.NONE:
            related = related or one.kind is Furniture.RELATED
        elif place in others or one.dated or one.signed:
            continue
        elif one.prose:
            related = False
            found.append(Kept(one, heading=False))
        elif not related and (verdict := _short_line(page, place, within, runs)) is not None:
            found.append(Kept(one, heading=verdict))
    while found and found[-1].heading:
        found.pop()
    return found


def _weight(one: Weighed, *, elsewhere: bool) -> float:
    if elsewhere:
        return -_AGAINST_TEASER
    if one.kind is not Furniture.NONE:
        return -_AGAINST_CODE if one.coded else -_AGAINST[one.kind]
    heavy = min(one.count, _HEAVIEST)
    weight: float = -_AGAINST_SHORT
    if one.prose:
        weight = heavy * (0.6 if one.block.bullet else 1.0)
    elif one.dated or one.signed:
        pass
    elif ends_sentence(one.block.text) and one.count > 1:
        weight = 0.5 * heavy
    elif one.count > LONGEST_HEADING and small_share(one.block.text) > _SMALL_SHARE:
        weight = 0.3 * heavy
    return weight


def _extended(page: Sequence[Weighed], within: range, others: frozenset[int]) -> range:
    """The stretch, and runs of the same article cut off from it by a table, a list or a box."""
    prose = (page[place].block.text for place in within if page[place].prose)
    about = content_words(" ".join(prose))
    first, last = within.start, within.stop
    while (run := _next_run(page, range(first - 1, -1, -1), others)) and _is_akin(page, run, about):
        first = run.start
    while (run := _next_run(page, range(last, len(page)), others)) and _is_akin(page, run, about):
        last = run.stop
    return range(first, last)


class _NextRun(NamedTuple):
    """The next prose along some places, how far away it is, and whether other articles come between."""

    start: int
    stop: int
    away: int
    boxed: bool


def _next_run(page: Sequence[Weighed], places: range, others: frozenset[int]) -> _NextRun | None:
    found: list[int] = []
    away, boxed = 0, False
    for place in places:
        one = page[place]
        if one.prose and place not in others:
            found.append(place)
        elif found:
            break
        elif one.kind is Furniture.END or one.commenter or one.signed:
            return None
        else:
            away += 1
            boxed = boxed or one.kind in _BOUNDS or place in others
    return _NextRun(min(found), max(found) + 1, away, boxed) if found else None


def _is_akin(page: Sequence[Weighed], run: _NextRun, about: frozenset[str]) -> bool:
    """Whether a run belongs to the article: by its words, or as the text around a box of links."""
    places = range(run.start, run.stop)
    if run.boxed and (len(places) < 2 or run.away > _LONGEST_BOX):  # noqa: PLR2004 - one paragraph alone is a teaser
        return False
    said = content_words(" ".join(page[place].block.text for place in places))
    size = sum(page[place].count for place in places)
    return size >= _LEAST_RUN and (run.boxed or len(said & about) >= _AKIN_SHARE * len(said))


def _short_line(page: Sequence[Weighed], place: int, within: range, runs: _Runs) -> bool | None:
    """True for a heading, False for a short paragraph, None for what is neither."""
    one = page[place]
    ended = ends_sentence(one.block.text)
    if one.block.level:
        return True
    if one.block.bullet:
        return False if runs.is_list(place) else None
    if ended and not one.block.text.endswith("?"):
        return False if one.count > 1 else None
    return _unended(page, place, within, runs, ended=ended)


def _unended(
    page: Sequence[Weighed], place: int, within: range, runs: _Runs, *, ended: bool
) -> bool | None:
    one = page[place]
    first, last = runs.short[place] if one.short else (place, place + 1)
    if first and page[first - 1].block.text.endswith(":") and last - first <= _LONGEST_LIST:
        return False
    if last - first >= MENU:
        return None
    follows = page[place + 1] if place + 1 < within.stop else None
    if follows and (follows.prose or follows.block.bullet) and one.count <= LONGEST_HEADING:
        return True
    wordy = one.count > LONGEST_HEADING / 2 and small_share(one.block.text) > _SMALL_SHARE
    return False if ended or wordy else None


class _Runs:
    """For each block the bounds of the run it stands in: of bullets, and of short lines."""

    def __init__(self, page: Sequence[Weighed]) -> None:
        self._page = page
        self._lists: dict[tuple[int, int], bool] = {}
        self._bullets = _bounds(page, lambda one, _: one.block.bullet)
        # A line that ends in a colon opens what follows and is no entry of it.
        self.short = _bounds(page, lambda one, before: one.short and not before.endswith(":"))

    def is_list(self, place: int) -> bool:
        """Whether the entry here is in a list of the article's, and not in a menu inside it."""
        bounds = self._bullets[place]
        if bounds not in self._lists:
            self._lists[bounds] = self._is_own(*bounds)
        return self._lists[bounds]

    def _is_own(self, first: int, last: int) -> bool:
        entries = self._page[first:last]
        opened = first > 0 and self._page[first - 1].block.text.endswith(":")
        if opened or any(one.prose for one in entries):
            return True
        furnished = any(one.kind is not Furniture.NONE or one.block.linked for one in entries)
        return not furnished and sum(one.count for one in entries) >= 3 * len(entries)


def _bounds(
    page: Sequence[Weighed], belongs: Callable[[Weighed, str], bool]
) -> dict[int, tuple[int, int]]:
    found: dict[int, tuple[int, int]] = {}
    first = 0
    before = ""
    for place, one in enumerate(page):
        if not (place and belongs(one, before)):
            found.update(dict.fromkeys(range(first, place), (first, place)))
            first = place
        before = one.block.text
    found.update(dict.fromkeys(range(first, len(page)), (first, len(page))))
    return found
