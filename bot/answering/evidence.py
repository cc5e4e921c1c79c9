"""Which sentences of the hits bear on the question, and how strongly.

A sentence is scored by what it means, by which of the question's words it holds (rare ones count
more), by what its neighbours and its passage hold, and by how its passage was ranked.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.answering.questions.kinds import formed
from bot.answering.questions.sizes import asks_size, holds
from bot.answering.quoting.answerless import asks_source, is_idle, is_imprint, lists_work
from bot.answering.quoting.leaning import grounded, is_sentence, mended
from index.article import SectionKind
from index.words.fragments import kinship
from index.words.names import names_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from index.searching.hits import Hit, SpanScore
    from index.words.question_words import QuestionWords

_SIMILARITY: Final = 1.0
_COVERAGE: Final = 0.6
_NEARBY: Final = 0.3
_PASSAGE: Final = 0.3
_RANKED: Final = 0.3
"""What each sign of an answer counts. Chosen on COVID-QA's answer spans and SciFact's rationales: a
logistic fit to either did no better on the other."""

_IMPRINT: Final = 0.6
"""What is left of a sentence's score that only tells where something was published."""

_IDLE: Final = 0.75
"""What is left of one that tells aims, open questions or a trial's paperwork."""

_CAPTION: Final = 0.75
"""What is left of a caption's sentence: it says what is drawn, seldom what was found."""

_SIZE: Final = 2.0
"""What the sentence with the number that took part counts, where that is asked: it seldom repeats the question's words."""

_FURTHER: Final = 2
_QUOTED_WORDS: Final = 80
"""Sentences after the one that answers that are quoted with it, and the words a quote then has at most."""

PASSAGES_READ: Final = 10
"""Hits that are read for evidence."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """An exact span of a passage that bears on the question.

    Attributes:
        hit: The passage it stands in.
        quote: Verbatim, whole sentences: what is said and what it is read with.
        said: The part of the quote that bears on the question, verbatim.
        start: Offset in the article's text.
        end: Offset after its last character.
        score: How strongly it bears on the question; comparable between questions, about 0 to 1.
    """

    hit: Hit
    quote: str
    said: str
    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for.

    Attributes:
        question: As asked.
        words: By stem, with what each weighs.
        stems: How a text is cut into stems.
    """

    question: str
    words: QuestionWords
    stems: Callable[[str], Sequence[str]]

    def held(self, text: str) -> set[str]:
        """The question's stems that stand in the text, an acronym and what it is short for being one."""
        return set(self.words.counted(self.stems(text)).words)

    def coverage(self, stems: set[str]) -> float:
        """The share of the question's words among these stems, rare words counting more, 0 to 1."""
        held = sum(w for stem, w in self.words.weights.items() if stem in stems)
        return held / self.words.total if self.words.total else 0.0

    def holds_all(self, text: str) -> bool:
        """Whether every word of the question stands in the text."""
        return self.words.weights.keys() <= self.held(text)

    def missing(self, text: str) -> float:
        """How telling the word of the question is that the text lacks most.

        0 where it lacks none, 1 for a word the library has never heard that has no kin in the text (less
        for common English, where the library is small): what helps in psychosis may be told of psychotic
        patients. A name with a number has no kin, and is there however it is written.
        """
        stems = self.stems(text)
        held = self.held(text) | self._named(stems)
        words = {stem for stem in stems if stem.isalpha()}
        lost = ((weight, word) for word, weight in self.words.weights.items() if word not in held)
        most = 0.0
        for weight, word in sorted(lost, reverse=True):
            if weight <= most:  # nor does any that follows lack more
                break
            most = max(most, weight * (1 - _nearest_kin(word, words)))
        return most / self.words.unheard

    def _named(self, stems: Sequence[str]) -> set[str]:
        """The question's stems that are of a name which these stems write otherwise."""
        names = frozenset[str]().union(*names_at(stems))
        asked = self.stems(self.question)
        return {stem for stem, own in zip(asked, names_at(asked), strict=True) if own & names}

    def fitness(self, sentence: str) -> float:
        """A factor for the kind of sentence: more than 1 for the kind asked for, less for idle ones."""
        if is_imprint(sentence) and not asks_source(self.question):
            return _IMPRINT
        idle = _IDLE if is_idle(sentence, self.question) else 1.0
        return idle * formed(sentence, self.question)


def _nearest_kin(word: str, words: set[str]) -> float:
    return max((kinship(word, other) for other in words), default=0.0) if word.isalpha() else 0.0


def evidence_in(
    hits: Sequence[Hit], sought: Sought, *, read: int = PASSAGES_READ
) -> tuple[Evidence, ...]:
    """Everything in the first `read` hits that can be quoted and stand alone, best first."""
    found = [piece for hit in hits[:read] for piece in _of_hit(hit, hits[0], sought)]
    return tuple(sorted(found, key=lambda piece: (-piece.score, piece.hit.passage.id, piece.start)))


def study_of(hit: Hit) -> str:
    """What the hit's article is a witness of: several stories on one paper are one study."""
    return hit.metadata.doi or hit.passage.article


def _of_hit(hit: Hit, best: Hit, sought: Sought) -> Iterator[Evidence]:
    spans = mended(hit.spans)
    cased = hit.passage.text != hit.passage.text.lower()
    stems = [sought.held(span.text) for span in spans]
    above = sought.held(f"{hit.metadata.title}\n{hit.passage.section}")
    whole = above.union(*stems)
    # Of the article that the question is about alone: other studies have other numbers.
    about = hit.passage.article == best.passage.article and asks_size(sought.question)
    size = hit.metadata.card.n if about else None
    for at, span in enumerate(spans):
        bounds = grounded(spans, at, cased=cased)
        if bounds is None or not is_sentence(span.text, cased=cased):
            continue
        # A title stands before its journal and year, and reads as a sentence without a verb.
        if any(lists_work(other.text) for other in spans[at : at + 2]):
            continue
        first, last = bounds
        start, end = spans[first].start, spans[_read_on(spans, first, last, cased=cased)].end
        near = {stem for some in stems[max(0, at - 1) : at + 2] for stem in some}
        strength = (
            _SIMILARITY * max(0.0, span.similarity)
            + _COVERAGE * sought.coverage(stems[at])
            + _NEARBY * sought.coverage(near)
            + _PASSAGE * sought.coverage(whole)
            + _RANKED * (hit.score / best.score if best.score > 0 else 0.0)
        ) / (_SIMILARITY + _COVERAGE + _NEARBY + _PASSAGE + _RANKED)
        score = strength * sought.fitness(span.text)
        if size is not None and holds(span.text, size):
            score *= _SIZE
        if hit.passage.kind is SectionKind.CAPTION:
            score *= _CAPTION
        offset = hit.passage.start
        quote = hit.passage.text[start - offset : end - offset]
        said = hit.passage.text[start - offset : spans[last].end - offset]
        yield Evidence(hit, quote, said, start, end, score)


def _read_on(spans: Sequence[SpanScore], first: int, last: int, *, cased: bool) -> int:
    """The last span to quote: what follows a short statement often finishes it."""
    for further in range(last + 1, min(len(spans), last + 1 + _FURTHER)):
        words = sum(len(span.text.split()) for span in spans[first : further + 1])
        if words > _QUOTED_WORDS or not is_sentence(spans[further].text, cased=cased):
            break
        last = further
    return last
