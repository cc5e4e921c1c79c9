"""Authors in any of the shapes that exports have become names, in parts where the parts are told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from index.article import Name
from index.sources.records.keys import bare
from index.sources.records.values import is_list, is_object, parted, said
from index.sources.rules.plain import plain
from index.sources.texts.bylines import name_only, names_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from index.sources.records.values import Object

_FAMILY: Final = ("family", "last", "lastname", "surname", "familyname")
_GIVEN: Final = ("given", "first", "firstname", "forename", "givenname", "givennames", "initials")
_MIDDLE: Final = ("middle", "middlename", "middlenames")
_SUFFIX: Final = ("suffix",)
_BODY: Final = ("collectivename", "collective", "literal", "organization", "organisation")
_WHOLE: Final = (
    "name",
    "fullname",
    "displayname",
    "author",
    "rawauthorname",
    "authorname",
    "value",
)
_INVERTED: Final = re.compile(r"(?P<family>[^,;]{1,60}), (?P<given>[^,;]{1,40})")
_CATALOGUED: Final = re.compile(
    r"(?P<family>[^\W\d_][\w'’ -]{0,50}) (?P<given>(?:[^\W\d_a-z]\.?-?){1,4})(?: (?P<suffix>Jr|Sr|[2-4](?:nd|rd|th)|I{2,3}|IV))?\.?"
)
"""As PubMed and Scopus print authors: "van der Berg AB", "Smith J."."""

_LISTED: Final = re.compile(r",\s+")
_DEEPEST: Final = 4
_MOST: Final = 5_000
"""Authors of one paper; the longest lists of particle physics have so many."""


def names_of(value: object, depth: int = _DEEPEST) -> tuple[Name, ...]:
    """The people and bodies, once each, in order."""
    found = dict.fromkeys(name for name in _names(value, depth) if name.said)
    return tuple(found)[:_MOST]


def _names(value: object, depth: int) -> Iterator[Name]:
    if isinstance(value, str):
        yield from _in_line(value)
    elif is_list(value):
        # In a list every text is one name: "Smith, John" is not two people.
        yield from _each(plain(one) for one in value if isinstance(one, str))
        for one in value:
            if not isinstance(one, str):
                yield from _names(one, depth - 1)
    elif is_object(value) and depth:
        yield from _in_object(value, depth)


def _in_object(value: Object, depth: int) -> Iterator[Name]:
    known = {bare(key): one for key, one in value.items()}
    family, given, middle, suffix, body = (
        _first(known, keys) for keys in (_FAMILY, _GIVEN, _MIDDLE, _SUFFIX, _BODY)
    )
    if family or (given and middle):
        yield Name(family, " ".join(filter(None, (given, middle))), suffix)
    elif body:
        yield Name(body=body)
    else:
        inner = next((known[key] for key in _WHOLE if known.get(key)), None)
        if inner is None and len(value) == 1:
            (inner,) = value.values()
        if isinstance(inner, str):
            yield from _each([plain(inner)])
        else:
            yield from _names(inner, depth - 1)


def _first(known: Object, keys: tuple[str, ...]) -> str:
    for key in keys:
        value = known.get(key)
        # Middle names are often a list.
        words = " ".join(said(one) for one in value) if is_list(value) else said(value)
        if words.strip():
            return words.strip()
    return ""


def _in_line(line: str) -> Iterator[Name]:
    """The authors of one text: apart at semicolons, else where every part looks like a name."""
    bare_line = plain(name_only(line)) or plain(line)
    if ";" in line or "|" in line or line.strip().startswith("["):
        yield from _each(filter(None, map(plain, parted(line))))
        return
    listed = [part for part in _LISTED.split(bare_line.rstrip(".")) if part]
    catalogued = len(listed) > 1 and all(map(_CATALOGUED.fullmatch, listed))
    yield from _each(listed if catalogued else names_in(bare_line))


def _each(said_names: Iterable[str]) -> Iterator[Name]:
    """Names as people say them, where a catalogue has "Kooman, F." or "Kooman F"."""
    found = list(said_names)
    # One alone may be a person who gives no more than an initial of their family name.
    catalogued = len(found) > 1 and all(map(_CATALOGUED.fullmatch, found))
    for one in found:
        turned = _INVERTED.fullmatch(one) or (_CATALOGUED.fullmatch(one) if catalogued else None)
        yield _turned(turned) if turned else Name(given=one)


def _turned(found: re.Match[str]) -> Name:
    parts = found.groupdict()
    return Name(parts["family"].strip(), parts["given"].strip(), parts.get("suffix") or "")
