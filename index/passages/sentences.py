"""Where sentences begin and end: the only importer of nupunkt."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import nupunkt

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD_END: Final = re.compile(r"(?<=\S)(?=\s)")
_CLAUSE_END: Final = re.compile(
    r"(?<=[,;:)\]\u2014\u2013])(?=\s)|(?<=[\u3001\uff0c\uff1b\uff1a\u3002])(?=\S)"
)
"""After a comma, a bracket or a dash before a blank; after a Chinese or Japanese comma or stop."""

_WIDE_STOP: Final = re.compile(
    r"(?<=[\u3002\uff01\uff1f])(?![\u3002\uff01\uff1f\u300d\u300f\u201d\u2019\uff09])"
)
"""After a Chinese or Japanese stop, where no blank need follow: nupunkt knows those of the West."""


def sentence_bounds(text: str) -> tuple[tuple[int, int], ...]:
    """Offsets of every sentence of `text`, in order, without the white space around them.

    Together they cover everything but white space. A blank line always ends a sentence: it stands
    between two paragraphs.
    """
    found: list[tuple[int, int]] = []
    for block_start, block in _paragraphs(text):
        for start, end in nupunkt.sent_spans(block):
            cuts = [start, *(m.start() for m in _WIDE_STOP.finditer(block, start, end)), end]
            for first, last in pairwise(cuts):
                words = block[first:last]
                body = words.strip()
                if body:
                    lead = block_start + first + len(words) - len(words.lstrip())
                    found.append((lead, lead + len(body)))
    return tuple(found)


def cut_at_words(text: str, start: int, end: int, *, parts: int) -> tuple[tuple[int, int], ...]:
    """The stretch `start..end` in at most `parts` about equal parts, cut between words.

    A cut prefers the end of a clause within a quarter of a part from where it would fall, then the
    end of a word anywhere in the part. A word longer than a part is cut inside: that is no
    language, and no reader of it is harmed.
    """
    bounds: list[tuple[int, int]] = []
    for left in range(parts, 1, -1):
        size = -(-(end - start) // left)
        if size < 1 or start + size >= end:
            break
        cut = _cut_near(text, start, start + size)
        bounds.append((start, cut))
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        bounds.append((start, end))
    return tuple(bounds)


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for block in text.split("\n\n"):
        yield start, block
        start += len(block) + 2


def _cut_near(text: str, start: int, at: int) -> int:
    """The last clause end close before `at`, else the last word end after `start`, else `at`."""
    close = at - (at - start) // 4
    clauses = [m.start() for m in _CLAUSE_END.finditer(text, max(start + 1, close), at + 1)]
    if clauses:
        return min(clauses[-1], at)
    words = [m.start() for m in _WORD_END.finditer(text, start + 1, at + 1)]
    return words[-1] if words else at
