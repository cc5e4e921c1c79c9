"""Questions put to a library that answers them, that no longer does, that never did, and what each showed."""

from __future__ import annotations

from enum import StrEnum
from re import findall
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from bot.answering.chatter import bare
from bot.answering.confidence import signs_in
from bot.answering.evidence import PASSAGES_READ, Sought, evidence_in
from bot.answering.measuring.answers import DEPTH, own_of, without
from index.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bot.answering.confidence import Signs
    from index.evaluation.judged import Grades
    from index.progress import Progress
    from index.search import Searcher, SearchResult


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
    """

    library: str
    kind: Kind
    signs: Signs | None


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
            yield Trial(name, Kind.NEVER, _signs(searcher, result))
        else:
            yield Trial(name, Kind.ANSWERABLE, _signs(searcher, result))
            rest = without(own_of(searcher, grades[number]), searcher, result)
            yield Trial(name, Kind.LEFT_OUT, _signs(searcher, rest))
            swapped = searcher.search(bare(_swapped(question, searcher, foreign)))
            yield Trial(name, Kind.SWAPPED, _signs(searcher, swapped))
        progress.advance(1)
    for question in foreign:
        yield Trial(name, Kind.ELSEWHERE, _signs(searcher, searcher.search(bare(question))))
        progress.advance(1)


def _signs(searcher: Searcher, result: SearchResult) -> Signs | None:
    sought = Sought(result.sought, result.words, searcher.stems)
    hits = result.hits[:PASSAGES_READ]
    return signs_in(hits, evidence_in(hits, sought), sought)


def _swapped(question: str, searcher: Searcher, foreign: Sequence[str]) -> str:
    """The question with its rarest word swapped for that of another field's question."""
    other = foreign[crc32(question.encode()) % len(foreign)]
    return question.replace(_rarest(question, searcher), _rarest(other, searcher), 1)


def _rarest(question: str, searcher: Searcher) -> str:
    def weight(word: str) -> float:
        return words_of(word, searcher.generation.lexical).total if searcher.stems(word) else 0.0

    return max(findall(r"\w+", question), key=lambda word: (weight(word), word))
