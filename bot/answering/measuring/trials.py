"""Questions put to a library that answers them, that no longer does, that never did, and what each showed."""

from __future__ import annotations

from enum import StrEnum
from re import findall
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from bot.answering.confidence import signs_in
from bot.answering.evidence import PASSAGES_READ, Sought, evidence_in
from bot.answering.measuring.answers import DEPTH, own_of, without
from bot.answering.questions.chatter import bare
from index.words.question_words import words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from bot.answering.confidence import Signs
    from index.evaluation.judged import Grades
    from index.progress import Progress
    from index.searching.hits import Hit, SearchResult
    from index.searching.search import Searcher


class Kind(StrEnum):
    """How a question stands to the library it is put to."""

    ANSWERABLE = "answerable"
    LEFT_OUT = "article left out"
    SWAPPED = "subject swapped"
    ELSEWHERE = "another field"
    NEVER = "never answered"


class Trial(NamedTuple):
    """One question put to one library.

    Attributes:
        library: Its name.
        kind: Whether there was an answer.
        signs: What its best evidence showed; None where nothing could be quoted.
        right: Whether that evidence is of an article that answers.
    """

    library: str
    kind: Kind
    signs: Signs | None
    right: bool = False


def trials(
    name: str,
    searcher: Searcher,
    questions: Mapping[str, str],
    grades: Grades,
    foreign: Sequence[str],
    *,
    progress: Progress,
) -> Iterator[Trial]:
    """Every question as it is, without its articles and with its rarest word swapped, then the foreign ones.

    A question that no article answers is put once.
    """
    progress.begin(f"Asking {name}", len(questions) + len(foreign))
    for number, question in questions.items():
        result = searcher.search(bare(question), limit=DEPTH)
        if number not in grades:
            yield Trial(name, Kind.NEVER, *_shown(searcher, result))
        else:
            own = own_of(searcher, grades[number])
            yield Trial(name, Kind.ANSWERABLE, *_shown(searcher, result, own))
            rest = without(own, searcher, result)
            yield Trial(name, Kind.LEFT_OUT, *_shown(searcher, rest))
            swapped = searcher.search(bare(_swapped(question, searcher, foreign)))
            yield Trial(name, Kind.SWAPPED, *_shown(searcher, swapped))
        progress.advance(1)
    for question in foreign:
        yield Trial(name, Kind.ELSEWHERE, *_shown(searcher, searcher.search(bare(question))))
        progress.advance(1)


def _shown(
    searcher: Searcher, result: SearchResult, own: Callable[[Hit], bool] | None = None
) -> tuple[Signs | None, bool]:
    """The signs of the best evidence, and whether it is of what is the question's own."""
    sought = Sought(result.sought, result.words, searcher.stems)
    hits = result.hits[:PASSAGES_READ]
    evidence = evidence_in(hits, sought)
    right = own is not None and bool(evidence) and own(evidence[0].hit)
    return signs_in(hits, evidence, sought), right


def _swapped(question: str, searcher: Searcher, foreign: Sequence[str]) -> str:
    """The question with its rarest word swapped for that of another field's question."""
    other = foreign[crc32(question.encode()) % len(foreign)]
    return question.replace(_rarest(question, searcher), _rarest(other, searcher), 1)


def _rarest(question: str, searcher: Searcher) -> str:
    def weight(word: str) -> float:
        return words_of(word, searcher.generation.lexical).total if searcher.stems(word) else 0.0

    return max(findall(r"\w+", question), key=lambda word: (weight(word), word))
