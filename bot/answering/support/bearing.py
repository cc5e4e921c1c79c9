"""The sentences of a span that a statement can have been made of, and what it is compared with."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from index.sentences import sentence_bounds

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

MOST_SENTENCES: Final = 40
"""Of a span that are looked at: a page is no citation."""

_SHARE: Final = 0.5
"""Of the statement's words that the nearest sentence holds, the share that another must hold."""


def sentences_of(span: str) -> list[str]:
    """Its sentences, in order; the span itself where it has none."""
    found = [span[start:end] for start, end in sentence_bounds(span)]
    return found[:MOST_SENTENCES] or [span]


def windows_of(span: str) -> list[str]:
    """Each sentence, and each two that stand together."""
    sentences = sentences_of(span)
    return [*sentences, *(f"{one} {other}" for one, other in pairwise(sentences))]


def bearing(statement: str, span: str, stems: Callable[[str], Sequence[str]]) -> str:
    """The sentences of the span that each sentence of the statement can have been made of.

    Where one is repeated, that one; else those that hold most of its words. A "may" or a "not"
    beside the point is no reason to doubt what stands elsewhere.
    """
    sentences = sentences_of(span)
    if len(sentences) == 1:
        return span
    held = [set(stems(sentence)) for sentence in sentences]
    near: set[int] = set()
    for part in sentences_of(statement):
        near |= _repeated(part, sentences) or _alike(set(stems(part)), held)
    return "\n".join(sentences[at] for at in sorted(near)) or span


def _repeated(part: str, sentences: Sequence[str]) -> set[int]:
    said = plain(part)
    return {at for at, sentence in enumerate(sentences) if said and said in plain(sentence)}


def _alike(words: set[str], held: Sequence[set[str]]) -> set[int]:
    shared = [len(words & each) for each in held]
    least = max(1.0, _SHARE * max(shared))
    return {at for at, count in enumerate(shared) if count >= least}


def plain(text: str) -> str:
    """The text on one line, in small letters, without the mark at its end."""
    return " ".join(text.split()).casefold().rstrip(".!?… ")
