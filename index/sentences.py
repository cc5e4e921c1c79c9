"""Where sentences begin and end: the only importer of nupunkt."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import nupunkt

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD_BREAK = re.compile(r"\s+")
_CLAUSE_END = re.compile(r"[,;:)\]—–]$")


def sentence_bounds(text: str) -> tuple[tuple[int, int], ...]:
    """Offsets of every sentence of `text`, in order, without the white space around them.

    A blank line always ends a sentence: it stands between two paragraphs.
    """
    found: list[tuple[int, int]] = []
    for block_start, block in _paragraphs(text):
        for start, end in nupunkt.sent_spans(block):
            sentence = block[start:end]
            lead = len(sentence) - len(sentence.lstrip())
            body = sentence.strip()
            if body:
                first = block_start + start + lead
                found.append((first, first + len(body)))
    return tuple(found)


def cut_at_words(text: str, start: int, end: int, *, parts: int) -> tuple[tuple[int, int], ...]:
    """The stretch `start..end` in about `parts` equal parts, cut between words.

    A cut prefers the end of a clause within a quarter of a part from where it would fall. A word
    longer than a part is cut inside: that is no language, and no reader of it is harmed.
    """
    size = max(1, -(-(end - start) // parts))
    bounds: list[tuple[int, int]] = []
    while end - start > size:
        cut = _cut_near(text, start + size, low=start + 1, slack=size // 4)
        bounds.append((start, _trimmed_end(text, start, cut)))
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


def _cut_near(text: str, at: int, *, low: int, slack: int) -> int:
    """The last clause end, else the last word end, in the `slack` characters before `at`."""
    words = [m.start() for m in _WORD_BREAK.finditer(text, max(low, at - slack), at)]
    clauses = [cut for cut in words if _CLAUSE_END.search(text, max(low, cut - 1), cut)]
    return (clauses or words or [at])[-1]


def _trimmed_end(text: str, start: int, cut: int) -> int:
    while cut > start + 1 and text[cut - 1].isspace():
        cut -= 1
    return cut
