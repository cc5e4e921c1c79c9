"""Who wrote it, as pages print it: the name out of an author line, and the people in the name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.sources.rules.dates import find_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.sources.texts.weighing import Weighed

_BY = re.compile(
    r"(?:(?:written|posted|words|story|reported|reporting|published|article)\s+by|by|authors?|source)"
    r"(?:\s*:\s*|\s+)(?P<name>\S.{1,150})",
    re.IGNORECASE,
)
_AFTER_DATE = re.compile(r"[\s,|·–—-]*by\s+(?P<name>\S.{1,100})", re.IGNORECASE)
_PARTS = re.compile(r"\s[—–|·•]\s")
_ALONE_BY = re.compile(r"(?:(?:written|posted)\s+)?(?:by|authors?|source)\s*:?", re.IGNORECASE)
_LEADING_BY = re.compile(
    r"^(?:(?:written|posted|story|words|reported|reporting)\s+by|by|von|par|por|authors?\s*:)\s+",
    re.IGNORECASE,
)
_AFTER_NAME = re.compile(
    r"\s*(?:[|•·–—]|\s-\s|\bon\s+(?=\w+\s+\d)|,?\s*\b(?:published|updated|posted|last\s+updated)\b"
    r"|\bfollow\b|\bread\s+(?:more|bio)|\d+\s+min).*",
    re.IGNORECASE | re.DOTALL,
)
_HANDLE = re.compile(r"[,\s]*@\w+")
_BETWEEN = re.compile(r"\s*,\s+(?:and\s+)?|\s+and\s+|\s*[;&]\s*|\s*\|\s*")
_NAME = re.compile(
    r"(?:(?:Dr|Prof)\.?\s+)?[^\W\d_a-zß-ÿ][\w.'’-]*"
    r"(?:\s+(?:de|van|von|der|la|al|bin|and|[^\W\d_a-zß-ÿ][\w.'’-]*)){1,5}"
)
_LONGEST_NAME = 4
_NO_NAME = frozenset(
    (
        "about", "article", "business", "culture", "health", "home", "life", "medicine", "news", "opinion",
        "our", "peer-reviewed", "politics", "press", "publication", "release", "research", "review",
        "science", "sport", "staff", "study", "style", "tech", "technology", "the", "university", "us",
        "world",
    )
)  # fmt: skip
"""What a section is called and a person is not."""


def announces_byline(text: str) -> bool:
    """Whether the next line is the author's."""
    return bool(_ALONE_BY.fullmatch(text))


def byline_of(lead: Sequence[Weighed], title: str) -> str:
    """The author line among the blocks around a title, without its "by"; "" for none."""
    for place, one in enumerate(lead):
        if one.prose:
            continue
        if announces_byline(one.block.text) and place + 1 < len(lead):
            return name_only(lead[place + 1].block.text)
        if name := _signature(one.block.text):
            return name
    for place, one in enumerate(lead):
        beside = (*lead[max(0, place - 2) : place], *lead[place + 1 : place + 3])
        under = place > 0 and lead[place - 1].block.text == title != ""
        if (under or any(other.dated for other in beside)) and _is_name(one):
            return one.block.text
    return ""


def _signature(text: str) -> str:
    """The name in "By Jane Doe", "Posted on June 4, 2021 by Jane Doe", "Reviewed by X — By Jane Doe"."""
    dated = find_date(text)
    after = _AFTER_DATE.fullmatch(text[dated.end :]) if dated else None
    for part in (text, *_PARTS.split(text)):
        found = after or _BY.fullmatch(part.strip())
        if found and found["name"][0].isupper():
            return name_only(found["name"])
    return ""


def name_only(line: str) -> str:
    """An author line without its "by", and without the date or the role behind the name."""
    bare = _LEADING_BY.sub("", line.strip())
    dated = find_date(bare)
    if dated:
        bare = bare[: dated.start] if dated.start else bare[dated.end :]
    return _AFTER_NAME.sub("", _HANDLE.sub("", bare)).strip(" ,;.|-–—")


def names_in(byline: str) -> tuple[str, ...]:
    """The people or bodies of a byline: apart where every part looks like a name, else as one."""
    parts = [part for part in (part.strip(" .") for part in _BETWEEN.split(byline)) if part]
    if len(parts) > 1 and all(_NAME.fullmatch(part) for part in parts):
        return tuple(dict.fromkeys(parts))
    return (byline,) if byline else ()


def _is_name(one: Weighed) -> bool:
    words = one.block.text.lower().split()
    shaped = not one.prose and len(words) <= _LONGEST_NAME and _NAME.fullmatch(one.block.text)
    return bool(shaped) and not _NO_NAME.intersection(words)
