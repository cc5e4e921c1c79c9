"""Hits to an answer: evidence, confidence and statements for each question, then one numbering for all."""

from __future__ import annotations

from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.answering.answer import Answer, Statement
from bot.answering.brief.short import short_answer
from bot.answering.citing import References, reference_of
from bot.answering.confidence import THRESHOLD, confidence_of, signs_in
from bot.answering.evidence import Sought, evidence_in, study_of
from bot.answering.extractive import MOST_STATEMENTS, MOST_WORDS, drafted
from bot.answering.links import link_to
from bot.answering.quoting.subjects import tells_of_asked
from bot.answering.records.held import held_facts
from index.evidence_card import NOT_STATED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from bot.answering.answer import HeldFact, Reference
    from bot.answering.extractive import Drafted
    from bot.answering.records.asked import AskedFacts
    from index.searching.hits import Hit, SearchResult

EXTRACTIVE: Final = "extractive"

NEAREST: Final = 3
"""Articles offered with an abstention."""


class Room(NamedTuple):
    """What the answer to one question may take up."""

    statements: int
    words: int


WHOLE: Final = Room(MOST_STATEMENTS, MOST_WORDS)


class Scales(NamedTuple):
    """What the words of one library, and the quotes from it, are weighed with.

    Attributes:
        stems: Cuts a text into stems.
        bears: Whether a quote, second, bears out a statement, first.
    """

    stems: Callable[[str], Sequence[str]]
    bears: Callable[[str, str], bool]


@dataclass(frozen=True, slots=True)
class Composed:
    """What is said to one question, before its sources are numbered.

    Attributes:
        question: As asked.
        result: What a search for it found.
        sought: What is answered.
        confidence: Calibrated probability that the library holds an answer.
        drafts: The statements to be; none where it is too unsure.
        asked: What is asked of the one study that the statements are taken from.
        told: Whether the statements tell it too; then what its record lacks is not missed.
        in_doubt: Whether several studies come into question; then no words are set out as the answer.
        milliseconds: It took beside the search.
    """

    question: str
    result: SearchResult
    sought: Sought
    confidence: float
    drafts: tuple[Drafted, ...]
    asked: AskedFacts | None = None
    told: bool = False
    in_doubt: bool = False
    milliseconds: float = 0.0


def composed(
    question: str, result: SearchResult, scales: Scales, *, room: Room = WHOLE
) -> Composed:
    """What is said to `question`, as asked, out of what a search for it found."""
    started = perf_counter()
    sought = Sought(result.sought, result.words, scales.stems)
    hits = [hit for hit in result.hits if tells_of_asked(question, hit)]
    evidence = evidence_in(hits, sought)
    confidence = confidence_of(signs_in(hits, evidence, sought))
    drafts: tuple[Drafted, ...] = ()
    if evidence and confidence >= THRESHOLD:
        drafts = drafted(
            evidence, sought, scales.bears, words=room.words, statements=room.statements
        )
    spent = 1e3 * (perf_counter() - started)
    return Composed(question, result, sought, confidence, drafts, milliseconds=spent)


def answered(question: str, parts: Sequence[Composed], *, language: str = "") -> Answer:
    """The answer that these parts make; an abstention where none of them says anything.

    Args:
        question: As asked, whole.
        parts: What is said to it, or to each of several questions in it.
        language: The question's, where the embedding model does not read it; nothing is said then.
    """
    told = [part for part in parts if part.drafts and not language]
    statements, facts, references = _cited(told)
    first = parts[0]
    timings: dict[str, float] = {}
    for part in parts:
        for stage, spent in {**part.result.timings_ms, "compose": part.milliseconds}.items():
            timings[stage] = timings.get(stage, 0.0) + spent
    return Answer(
        question=question,
        abstained=not statements,
        confidence=round(min(part.confidence for part in told or [first]), 4),
        statements=statements,
        references=references,
        nearest=() if statements else _nearest(first.result.hits),
        generation=first.result.generation,
        answerer=EXTRACTIVE,
        language=language,
        timings_ms=timings,
        looked_up=" ".join(part.result.looked_up for part in parts if part.result.looked_up),
        facts=facts,
        unanswered=tuple(p.question for p in parts if not p.drafts) if len(parts) > 1 else (),
        within=None if statements else first.result.within or None,
        without=() if statements else first.result.without,
    )


def _cited(
    parts: Sequence[Composed],
) -> tuple[tuple[Statement, ...], tuple[HeldFact, ...], tuple[Reference, ...]]:
    """Statements with numbered citations, facts of records, and the references both name, one a study."""
    references = References()
    statements: list[Statement] = []
    facts: list[HeldFact] = []
    for part in parts:
        told = list(_statements(part, references))
        said = {statement.text for statement in statements}
        # One sentence may answer two questions, and is said once.
        statements += [statement for statement in told if statement.text not in said]
        facts += _held(part, told[0].citations[0].reference)
    return tuple(statements), tuple(facts), references.all


def _held(part: Composed, number: int) -> list[HeldFact]:
    if part.asked is None:
        return []
    held = held_facts(part.drafts[0].evidence.hit.metadata, part.asked, number=number)
    return [fact for fact in held if not (part.told and fact.value == NOT_STATED)]


def _statements(part: Composed, references: References) -> Iterator[Statement]:
    """The first statement that holds a short answer has its place."""
    short = None
    for at, draft in enumerate(part.drafts):
        citations = tuple(
            references.cite(e.hit.passage, e.hit.metadata, e.start, e.end)
            for e in (draft.evidence, *draft.also)
        )
        first = not at and part.asked is None
        looked_for = not (short or part.in_doubt)
        found = short_answer(draft.text, part.sought, first=first) if looked_for else None
        short = short or found
        yield Statement(draft.text, citations, found)


def _nearest(hits: Sequence[Hit]) -> tuple[Reference, ...]:
    """The best hit of each of the first few studies."""
    studies: dict[str, Hit] = {}
    for hit in hits:
        studies.setdefault(study_of(hit), hit)
    return tuple(
        reference_of(hit.passage, hit.metadata, link_to(hit.metadata), number=number)
        for number, hit in enumerate(list(studies.values())[:NEAREST], start=1)
    )
