"""The sentences of an article that can be quoted alone, each with what it must be read with."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.answering.quoting.leaning import grounded, is_sentence, mended
from bot.answering.quoting.phrasing import phrased
from bot.answering.quoting.subjects import marked
from index.article import SectionKind
from index.passages.sentences import sentence_bounds
from index.searching.hits import Hit, SpanScore

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from index.article import Metadata
    from index.passages.passage import Passage

_LONGEST: Final = 90
"""Words of a quote: longer ones are tables that lost their lines."""

_FURNITURE: Final = re.compile(
    r"\b(?:acknowledge?ments?|funding|competing|conflicts?\s+of|author\s+contributions?|ethics|abbreviations"
    r"|supporting\s+information|supplementa\w+|references|data\s+availability|licen[cs]e)\b",
    re.IGNORECASE,
)
"""Headings under which nobody tells of the work itself."""


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of an article, quoted so that it can stand alone.

    Attributes:
        hit: The passage it stands in, with no scores.
        said: The sentence itself, verbatim.
        start: Of the quote, in the article's text: the sentence, or one before it that it leans on.
        end: After the sentence.
    """

    hit: Hit
    said: str
    start: int
    end: int

    @property
    def text(self) -> str:
        """The quote as a statement."""
        offset = self.hit.passage.start
        quote = self.hit.passage.text[self.start - offset : self.end - offset]
        return marked(phrased(quote), self.hit)

    @property
    def heading(self) -> str:
        """Of its section."""
        return self.hit.passage.section


def told_in(passages: Iterable[Passage], metadata: Metadata) -> Iterator[Told]:
    """What an article tells in whole sentences, in reading order; captions are left out."""
    for passage in passages:
        if passage.kind is SectionKind.CAPTION or _FURNITURE.search(passage.section):
            continue
        spans = mended(
            [
                SpanScore(
                    passage.start + start,
                    passage.start + end,
                    passage.text[start:end],
                    similarity=0.0,
                )
                for start, end in sentence_bounds(passage.text)
            ]
        )
        hit = Hit(passage, metadata, score=0.0, dense=0.0, lexical=0.0, spans=spans)
        cased = passage.text != passage.text.lower()
        for at, span in enumerate(spans):
            bounds = grounded(spans, at, cased=cased)
            if bounds is None or not is_sentence(span.text, cased=cased):
                continue
            start = spans[bounds[0]].start
            if (
                len(passage.text[start - passage.start : span.end - passage.start].split())
                <= _LONGEST
            ):
                yield Told(hit, span.text, start, span.end)
