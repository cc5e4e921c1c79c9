"""Which running text of a page belongs to other articles and to its readers: teasers and comments."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.sources.rules.furniture import Furniture
from index.sources.rules.prose import sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.sources.texts.weighing import Weighed

_LONGEST_TEASER = 90
_TEASER_SENTENCES = 4
_TRUNCATED = re.compile(r"(?:\.\.\.|…)\W{0,3}$")

_FEWEST_COMMENTS = 3
_THREAD_REACH = 24
"""Three comments stand within so many blocks; the times of a chronicle stand further apart."""

_BEFORE_THREAD = 60
"""Comments stand under an article: at least so many words of it come before them."""


def not_the_articles(page: Sequence[Weighed]) -> frozenset[int]:
    """The places of blocks that tease other articles or are in a thread of comments."""
    thread = _thread_start(page)
    return frozenset(_teasers(page)) | frozenset(range(thread, len(page)))


def _teasers(page: Sequence[Weighed]) -> set[int]:
    """Paragraphs alone among short lines, with "read more" or a date at hand or under "Related"."""
    found: set[int] = set()
    dated: list[int] = []
    related = False
    for place, one in enumerate(page):
        related = related or one.kind is Furniture.RELATED
        if not one.prose:
            continue
        if _prose_at(page, place - 1) or _prose_at(page, place + 1):
            related = False
        elif one.count > _LONGEST_TEASER or sentences(one.block.text) > _TEASER_SENTENCES:
            continue
        elif related or _has_read_more(page, place) or _TRUNCATED.search(one.block.text):
            found.add(place)
        elif _has_date(page, place) and not _is_signed(page, place):
            dated.append(place)
    # One lone paragraph under a date may be a short article's only one; a list of them is no article.
    if len(dated) > 1 or found:
        found.update(dated)
    return found


def _thread_start(page: Sequence[Weighed]) -> int:
    """Where a thread of comments begins under an article; the page's length if there is none."""
    heads = [place for place, one in enumerate(page) if one.commenter]
    said, counted = 0, 0
    for first, third in zip(heads, heads[_FEWEST_COMMENTS - 1 :], strict=False):
        said += sum(one.count for one in page[counted:first] if one.prose)
        counted = first
        if said > _BEFORE_THREAD and third - first <= _THREAD_REACH:
            return first
    return len(page)


def _prose_at(page: Sequence[Weighed], place: int) -> bool:
    return 0 <= place < len(page) and page[place].prose


def _has_read_more(page: Sequence[Weighed], place: int) -> bool:
    return any(one.kind is Furniture.READ_MORE for one in page[place + 1 : place + 3])


def _is_signed(page: Sequence[Weighed], place: int) -> bool:
    """Whether a byline stands right above: teasers have none, short articles do."""
    return any(one.signed for one in page[max(0, place - 3) : place])


def _has_date(page: Sequence[Weighed], place: int) -> bool:
    near = (*page[max(0, place - 2) : place], *page[place + 1 : place + 3])
    return any(one.dated for one in near)
