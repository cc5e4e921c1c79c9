"""What a search finds: passages with their scores, best first."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from index.holdings.filters import EVERYTHING, Filters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.article import Metadata
    from index.passages.passage import Passage
    from index.words.question_words import QuestionWords


@dataclass(frozen=True, slots=True)
class SpanScore:
    """A sentence of a hit's passage and how near it lies to the question.

    Attributes:
        start: Offset in the article's text.
        end: Offset after its last character.
        text: Verbatim.
        similarity: Cosine of its vector and the question's, -1 to 1.
    """

    start: int
    end: int
    text: str
    similarity: float


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage with its scores for one question.

    Attributes:
        passage: What was found.
        metadata: Of the passage's article.
        score: What hits are ordered by; comparable within one search only.
        dense: Cosine of the passage's best span, -1 to 1.
        lexical: BM25 score, 0 where no word of the question occurs.
        spans: Every span of the passage, in reading order.
    """

    passage: Passage
    metadata: Metadata
    score: float
    dense: float
    lexical: float
    spans: Sequence[SpanScore]


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The hits for one question, best first, its words, and the generation that was asked.

    Attributes:
        question: As asked.
        sought: What of it was searched for: without what it says of the articles it wants.
        generation: The id of the generation that was asked.
        hits: Best first.
        words: Of what was searched for.
        timings_ms: Milliseconds by stage.
        looked_up: The question as it was looked up where a mistyped word was taken for another; else "".
        within: What the question itself says that articles must be, and was looked into alone.
        without: What it says that they may not be, any of these, and was left out.
    """

    question: str
    sought: str
    generation: str
    hits: Sequence[Hit]
    words: QuestionWords
    timings_ms: dict[str, float] = field(default_factory=dict[str, float])
    looked_up: str = ""
    within: Filters = EVERYTHING
    without: tuple[Filters, ...] = ()
