"""JSON of any make: one record a line, a list of records, an answer of a service around such a list."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from index.errors.sources import NoArticleError, UnreadableSourceError
from index.sources.records import keys
from index.sources.records.article_record import draft_of
from index.sources.records.values import Fields, Object, is_list, is_object
from index.sources.source import Draft, Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

_OPENS: Final = re.compile(r"\s*(?:\{\s*[\"}]|\[\s*(?:\{|\]))")
_GAP: Final = re.compile(r"[\s,]*")
_NEXT: Final = re.compile(r"[}\]]\s*,?\s*(?=\{\s*\")")
"""Where a list of records goes on behind one that is broken."""

_ROWS: Final = 5
_DEEPEST: Final = 4
_MOST_BROKEN: Final = 100
"""Each costs a look at the whole text, for the line its fault is in."""

_JSON: Final = json.JSONDecoder()


class _Found(NamedTuple):
    """A value, or why there is none, and where it stands."""

    place: str
    value: object
    fault: str = ""


def sniff(text: str) -> bool:
    """Whether the text begins as JSON with records in it does."""
    return bool(_OPENS.match(text))


def read(text: str) -> Iterator[Draft | Fault]:
    """Every article among the records, and why the others give none.

    Raises:
        SourceError: it is no JSON at all.
    """
    for found in _found(text):
        yield _read(found)


def _read(found: _Found) -> Draft | Fault:
    if found.fault:
        return Fault(found.place, found.fault)
    if not is_object(found.value):
        return Fault(found.place, "it is no record with keys and values")
    try:
        return draft_of(found.value)
    except NoArticleError as error:
        return Fault(found.place, error.reason)
    except RecursionError:
        return Fault(found.place, "it is nested too deeply")


def _found(text: str) -> Iterator[_Found]:
    first = text.lstrip()[:1]
    lines = text.strip().split("\n") if first == "{" else []
    if len(lines) > 1 and _is_record(lines[0]):
        yield from _by_line(text)
        return
    values = list(_in_list(text) if first == "[" else _in_row(text))
    if len(values) == 1 and is_object(values[0].value):
        yield from _inside(values[0].value)
        return
    yield from values


def _is_record(line: str) -> bool:
    try:
        return is_object(_loaded(line))
    except (ValueError, RecursionError):
        # A first line may be the one that is broken; an object over many lines begins with little more
        # than its bracket.
        return line.rstrip().endswith("}")


def _loaded(text: str) -> object:
    return cast("object", json.loads(text))


def _by_line(text: str) -> Iterator[_Found]:
    # Not splitlines: JSON may hold U+2028 and its like inside a text.
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        place = f"line {number}"
        try:
            yield _Found(place, _loaded(line.rstrip().removesuffix(",")))
        except ValueError as error:
            yield _Found(place, None, _said(error, in_line=True))
        except RecursionError:
            yield _Found(place, None, "it is nested too deeply")


def _in_list(text: str) -> Iterator[_Found]:
    """The records of a list; behind a broken one it goes on with the next that can be made out."""
    start = text.index("[") + 1
    try:
        whole = _loaded(text)
    except (ValueError, RecursionError):
        yield from _in_row(text, start, closed_by="]")
        return
    for number, value in enumerate(whole if is_list(whole) else (), 1):
        yield _Found(f"record {number}", value)


def _in_row(text: str, start: int = 0, closed_by: str = "") -> Iterator[_Found]:
    """Values one behind the other, commas between or not."""
    number, read, broken = 0, 0, 0
    at = _end_of(_GAP, text, start)
    while at < len(text) and text[at] != (closed_by or None):
        number += 1
        if broken > _MOST_BROKEN:
            yield _Found(
                f"from record {number} on", None, "nothing is read behind so many broken records"
            )
            return
        try:
            value, at = _JSON.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            reason = _said(error) if isinstance(error, ValueError) else "it is nested too deeply"
            if not read and not _NEXT.search(text, at):
                raise UnreadableSourceError(f"its JSON is broken ({reason})") from error
            yield _Found(f"record {number}", None, reason)
            broken += 1
            further = _NEXT.search(text, at + 1)
            at = further.end() if further else len(text)
        else:
            read += 1
            yield _Found(f"record {number}", cast("object", value))
            at = _end_of(_GAP, text, at)


def _end_of(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at


def _inside(value: Object) -> Iterator[_Found]:
    """The one object of a file: a record, a list of records under some key, or records by their ids."""
    if _is_article(value) and not _is_answer(value):
        yield _Found("record 1", value)
        return
    if value and all(map(is_object, value.values())) and any(map(_is_article, value.values())):
        for name, one in value.items():
            named = {"id": name, **one} if is_object(one) else one
            yield _Found(f'record "{name[:80]}"', named)
        return
    listed = _list_in(value, _DEEPEST)
    for number, one in enumerate([value] if listed is None else listed, 1):
        yield _Found(f"record {number}", one)


def _is_article(value: object) -> bool:
    return is_object(value) and keys.ARTICLE in Fields(value)


def _is_answer(value: Object) -> bool:
    """Whether titles inside it are those of records in a list, as of {"title": "Export", "items": […]}."""
    listed = _list_in(value, 1)
    if listed is None or any(key in Fields(value) for key in ([*keys.ABSTRACT], ["text", "body"])):
        return False
    return is_object(listed[0]) and keys.TITLE in Fields(listed[0])


def _list_in(value: Object, depth: int) -> list[object] | None:
    """The first list of objects with an article among its first few, nearest the top."""
    for one in value.values():
        if is_list(one) and any(
            is_object(row) and keys.ARTICLE in Fields(row) for row in one[:_ROWS]
        ):
            return one
    inner = (_list_in(one, depth - 1) for one in value.values() if is_object(one) and depth > 1)
    return next((found for found in inner if found is not None), None)


def _said(error: ValueError, *, in_line: bool = False) -> str:
    if isinstance(error, json.JSONDecodeError):
        line = "" if in_line else f"line {error.lineno}, "
        return f"its JSON is broken at {line}column {error.colno}: {error.msg.lower()}"
    return "its JSON holds a number too long to be one"
