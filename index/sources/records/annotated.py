"""S2ORC since 2023: one long text, and where in it titles, headings and paragraphs begin and end.

https://api.semanticscholar.org/api-docs/datasets: `content.text`, and `content.annotations` as lists of
{"start", "end"}, each list printed as JSON once more.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, cast

from index.sources.records.values import is_list, is_object

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.sources.records.values import Object

_MOST_SPANS: Final = 100_000
_Span = tuple[int, int]


def annotated(record: Object) -> Object | None:
    """Such a record as one with a title, an abstract and paragraphs; None for any other."""
    content = record.get("content")
    if not is_object(content) or not is_object(content.get("annotations")):
        return None
    text, marks = content.get("text"), content["annotations"]
    if not isinstance(text, str) or not is_object(marks):
        return None
    cut = {key: _spans(marks.get(key), len(text)) for key in _KEPT}
    return {
        "title": _first(text, cut["title"]),
        "year": _first(text, cut["year"]),
        "venue": _first(text, cut["venue"]),
        **{key: value for key, value in record.items() if key != "content"},
        "abstract": [text[start:end] for start, end in cut["abstract"]],
        "bodytext": _body(text, cut["paragraph"], cut["sectionheader"]),
        **_source(content.get("source")),
    }


_KEPT: Final = ("title", "year", "venue", "abstract", "paragraph", "sectionheader")


def _body(text: str, paragraphs: Sequence[_Span], headers: Sequence[_Span]) -> list[object]:
    """Paragraphs under the heading before them, in the order of the text."""
    marks = sorted([(*span, False) for span in paragraphs] + [(*span, True) for span in headers])
    section, found = "", list[object]()
    reached = 0
    for start, end, heads in marks:
        if heads:
            section = " ".join(text[start:end].split())
        elif start >= reached:  # a paragraph is sometimes marked twice
            found.append({"section": section, "text": text[start:end]})
            reached = end
    return found


def _spans(value: object, length: int) -> Sequence[_Span]:
    """The marks within the text; a start may be a number or its digits in quotes."""
    if isinstance(value, str):
        try:
            value = cast("object", json.loads(value))
        except (ValueError, RecursionError):
            return ()
    found: list[_Span] = []
    for one in value[:_MOST_SPANS] if is_list(value) else ():
        start, end = (
            (_place(one.get(key)) for key in ("start", "end")) if is_object(one) else (0, 0)
        )
        if 0 <= start < end <= length:
            found.append((start, end))
    return sorted(set(found))


def _place(value: object) -> int:
    digits = str(value) if isinstance(value, (int, str)) else ""
    return int(digits) if digits.isdecimal() and len(digits) < len(str(2**31)) else -1


def _first(text: str, spans: Sequence[_Span]) -> str:
    return " ".join(text[spans[0][0] : spans[0][1]].split()) if spans else ""


def _source(source: object) -> Object:
    """Where the text is free to read, and under what licence."""
    free = source.get("oainfo") if is_object(source) else None
    if not is_object(free):
        return {}
    return {"url": free.get("openaccessurl"), "license": free.get("license")}
