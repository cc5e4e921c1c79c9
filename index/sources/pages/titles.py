"""Which of the titles a page states is its article's, without the site's name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.sources.rules.prose import content_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.sources.pages.tags import PageTags

_SUFFIX = re.compile(r"\s+[|–—·»•›-]\s+|\s*\|\s*|\s+::\s+")
_FOLDED_AWAY = re.compile(r"\W+|^the\s+|\.(?:com|org|net)$")
_LONGEST_SITE_WORDS = 6
_TELLING_WORDS = 5
_LEAST_OF_OTHER = 0.4
"""A title that begins another is agreed on if it is so much of it; the rest is the site's name."""


def title_of(tags: PageTags, outlet: str, body: str) -> str:
    """The title two places agree on, else the surest tag's, else the one nearest to the body's words.

    Templates fill a headline with a slogan, and a first heading with a section's name.
    """
    headline = tags.text("headline")
    stated = (headline, *tags.titles, *tags.headings, tags.window_title, tags.text("name"))
    told = [title for title in stated if title]
    agreed = (
        title
        for place, title in enumerate(told)
        if _is_agreed(title, (*told[:place], *told[place + 1 :]))
    )
    title = next(agreed, "") or next(iter(tags.titles), "") or _nearest(told, body)
    return _without_site(title, outlet, (*tags.headings, headline))


def site_in_title(tags: PageTags, title: str) -> str:
    """The site's name, where the window's title has it behind the article's; "" for none."""
    rest = tags.window_title.removeprefix(title)
    mark = _SUFFIX.match(rest)
    if not title or rest == tags.window_title or not mark:
        return ""
    site = _SUFFIX.split(rest[mark.end() :])[-1].strip()
    return site if len(site.split()) <= _LONGEST_SITE_WORDS else ""


def _is_agreed(title: str, others: Sequence[str]) -> bool:
    mine = _folded(title)
    for theirs in map(_folded, others):
        begins = theirs.startswith(mine) and len(mine) > _LEAST_OF_OTHER * len(theirs)
        if mine and (mine == theirs or begins):
            return True
    return False


def _nearest(titles: Sequence[str], body: str) -> str:
    known = content_words(body)

    def nearness(title: str) -> float:
        own = content_words(title)
        return len(own & known) / len(own) * min(len(own), _TELLING_WORDS) if own else 0.0

    return max(titles, key=nearness, default="")


def _without_site(title: str, outlet: str, others: Sequence[str]) -> str:
    """The title without the site's name before or behind it; a dash of its own stays."""
    marks = list(_SUFFIX.finditer(title))
    site = _folded(outlet)
    for mark in marks:
        before, after = title[: mark.start()].strip(), title[mark.end() :].strip()
        if before and ((site and _folded(after) == site) or before in others):
            return before
    if marks and site and _folded(title[: marks[0].start()]) == site:
        return title[marks[0].end() :].strip()
    return title


def _folded(name: str) -> str:
    return _FOLDED_AWAY.sub("", name.lower())
