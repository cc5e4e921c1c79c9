"""The rule that splits an article into passages, and a passage into spans.

A paragraph is a passage. Very short ones join their neighbours inside a section; very long ones
split at sentences under the embedding model's token limit, so that nothing is truncated in silence.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from index.article import BREAK, blocks
from index.identity import digest
from index.passages.passage import Passage, Span
from index.passages.sentences import cut_at_words, sentence_bounds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from index.article import Article, Section

PASSAGE_RULE = "paragraphs-1"
"""Changes whenever this module would split some article differently; kept in every manifest."""

SHORT_PARAGRAPH_WORDS = 20
"""A paragraph of fewer words joins its neighbour: a lone "It did." answers nobody and ranks badly."""

SHORT_SENTENCE_WORDS = 3
"""A sentence of fewer words ("Yes.") shares the span of the sentence before it."""


LETTERS_A_TOKEN = 16
"""English has 4 or 5 letters to a token. Far more is an address, a sequence or noise, which a model
may read as one unknown token, and which is no passage to show."""


@dataclass(frozen=True, slots=True)
class TokenRule:
    """How the embedding model counts, and how much it reads.

    Attributes:
        count: Tokens of a text, special tokens included.
        limit: What the model reads of one text; the rest it would drop in silence.
    """

    count: Callable[[str], int]
    limit: int

    def fits(self, text: str) -> bool:
        """Whether the model reads all of it, and it is no heap of letters without words."""
        return len(text) <= self.limit * LETTERS_A_TOKEN and self.count(text) <= self.limit

    def parts(self, text: str) -> int:
        """How many parts of it might fit, at least 2."""
        if len(text) > self.limit * LETTERS_A_TOKEN:
            return max(2, -(-len(text) // (self.limit * LETTERS_A_TOKEN)))
        return max(2, -(-self.count(text) // self.limit))


class _Stretch(NamedTuple):
    start: int
    end: int
    section: Section


def passages_of(article: Article, *, tokens: TokenRule) -> tuple[Passage, ...]:
    """The passages of `article` in reading order; every one satisfies `tokens.fits`."""
    text = article.text
    seen: dict[str, int] = {}
    passages: list[Passage] = []
    for stretch in _joined(_paragraphs(article), text, tokens):
        for start, end in _split(text, stretch.start, stretch.end, tokens):
            words = text[start:end]
            # The same words twice in one article are two passages: the second is told by its count.
            seen[words] = seen.get(words, 0) + 1
            passages.append(
                Passage(
                    id=digest(article.id, words, str(seen[words])),
                    article=article.id,
                    ordinal=len(passages),
                    section=stretch.section.heading,
                    text=words,
                    start=start,
                    end=end,
                    kind=stretch.section.kind,
                )
            )
    return tuple(passages)


def spans_of(passage: Passage, *, tokens: TokenRule) -> tuple[Span, ...]:
    """The sentences of `passage` by their offsets in the article; every one fits the model."""
    found: list[Span] = []
    for start, end in sentence_bounds(passage.text):
        short = len(passage.text[start:end].split()) < SHORT_SENTENCE_WORDS
        if short and found and tokens.fits(passage.text[found[-1].start - passage.start : end]):
            found[-1] = Span(found[-1].start, passage.start + end)
            continue
        found.extend(
            Span(passage.start + first, passage.start + last)
            for first, last in _fitting(passage.text, start, end, tokens)
        )
    return tuple(found)


def _paragraphs(article: Article) -> Iterator[_Stretch]:
    start = 0
    for section, block in blocks(article.sections):
        if section is not None:
            yield _Stretch(start, start + len(block), section)
        start += len(block) + len(BREAK)


def _joined(stretches: Iterator[_Stretch], text: str, tokens: TokenRule) -> Iterator[_Stretch]:
    """Stretches with the short ones joined to the one before, else to the one after."""
    held: _Stretch | None = None
    for stretch in stretches:
        if held is None:
            held = stretch
            continue
        short = _is_short(text, held) or _is_short(text, stretch)
        together = short and held.section is stretch.section
        if together and tokens.fits(text[held.start : stretch.end]):
            held = _Stretch(held.start, stretch.end, held.section)
            continue
        yield held
        held = stretch
    if held is not None:
        yield held


def _is_short(text: str, stretch: _Stretch) -> bool:
    return len(text[stretch.start : stretch.end].split()) < SHORT_PARAGRAPH_WORDS


def _split(text: str, start: int, end: int, tokens: TokenRule) -> Sequence[tuple[int, int]]:
    """The stretch whole if the model reads it, else in about equal parts of whole sentences."""
    if tokens.fits(text[start:end]):
        return ((start, end),)
    pieces = [
        piece
        for first, last in sentence_bounds(text[start:end])
        for piece in _fitting(text, start + first, start + last, tokens)
    ]
    return _gathered(pieces, text, tokens)


def _gathered(
    pieces: Sequence[tuple[int, int]], text: str, tokens: TokenRule
) -> Sequence[tuple[int, int]]:
    """The pieces in about equal parts that the model reads, none of them a stump."""
    frame = tokens.count("")
    sizes = [tokens.count(text[first:last]) - frame for first, last in pieces]
    left = sum(sizes)
    parts: list[tuple[int, int]] = []
    at = 0
    while at < len(pieces):
        start, end = pieces[at]
        size = sizes[at]
        # Asked anew for each part: parts that each fall a little short would leave a stump.
        target = left / -(-left // max(1, tokens.limit - frame))
        at += 1
        while at < len(pieces) and tokens.fits(text[start : pieces[at][1]]):
            # Past the target a part takes one more sentence only if that leaves it nearer.
            if size + sizes[at] - target > target - size:
                break
            end = pieces[at][1]
            size += sizes[at]
            at += 1
        left -= size
        parts.append((start, end))
    return parts


def _fitting(text: str, start: int, end: int, tokens: TokenRule) -> Sequence[tuple[int, int]]:
    """One sentence whole if the model reads it, else cut between words into parts it reads."""
    # Each part is cut again on its own: more cuts of the whole would cost a hostile text's length
    # squared, since a stretch of digits holds many times the tokens of a stretch of letters.
    fitting: list[tuple[int, int]] = []
    waiting = [(start, end)]
    while waiting:
        first, last = waiting.pop()
        words = text[first:last]
        if len(words) == 1 or tokens.fits(words):
            fitting.append((first, last))
        else:
            parts = cut_at_words(text, first, last, parts=tokens.parts(words))
            waiting.extend(reversed(parts))
    return fitting
