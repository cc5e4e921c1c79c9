"""The sentences of a span that a statement can have been made of, and what it is compared with."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.answering.quoting.leaning import Lean, lean_of
from index.passages.sentences import sentence_bounds

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


class Compared(NamedTuple):
    """What of a span a statement is compared with.

    Attributes:
        near: The sentences that each of the statement's can have been made of. Where one is
            repeated, that one; else those that hold most of its words. A "may" or a "not" beside the
            point is no reason to doubt what stands elsewhere.
        context: All up to the last of these, and what points back to it: that it was mice may stand
            before, or in "This was seen in mice"; another subject may be taken up behind.
    """

    near: str
    context: str


def compared(statement: str, span: str, stems: Callable[[str], Sequence[str]]) -> Compared:
    """The parts of the span that say what the statement may and may not."""
    sentences = sentences_of(span)
    if len(sentences) == 1:
        return Compared(span, span)
    held = [set(stems(sentence)) for sentence in sentences]
    near: set[int] = set()
    for part in sentences_of(statement):
        near |= _repeated(part, sentences) or _alike(set(stems(part)), held)
    if not near:
        return Compared(span, span)
    end = max(near) + 1
    while end < len(sentences) and lean_of(sentences[end]) > Lean.NONE:
        end += 1
    return Compared("\n".join(sentences[at] for at in sorted(near)), "\n".join(sentences[:end]))


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
