"""The release gate: no generation is published that answers judged questions worse than the last.

The same questions are asked of the last generation and of the next, each with its own model. The next
is refused if any figure falls by more than the margin.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from bot.answering.answerer import Answerer
from index.errors.library import LibraryError
from index.evaluation.figures import figures, run_of
from index.evaluation.gold import Outcome, answer_figures, resolved
from index.searching.search import Searcher

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from bot.answering.answer import Answer
    from index.building.report import BuildReport
    from index.evaluation.gold_files import GoldQuestion
    from index.progress import Progress
    from index.store.generation import Generation
    from index.vectors.embedding import Embedder

MARGIN: Final = 0.02
"""How far a figure may fall: under one question in fifty."""

_COUNTS: Final = frozenset({"answerable", "unanswerable"})


@dataclass(frozen=True, slots=True)
class Judged:
    """How a generation did on judged questions.

    Attributes:
        figures: Shares from 0 to 1 by name; more is better.
        answers: By question.
        unknown: Articles named by the questions that the generation lacks.
    """

    figures: Mapping[str, float]
    answers: Mapping[str, Answer]
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fall:
    """A figure that is worse than it was."""

    figure: str
    before: float
    now: float


@dataclass(frozen=True, slots=True)
class AnswerChange:
    """A judged question that the next generation answers otherwise.

    Attributes:
        question: As asked.
        before: What was answered, each statement a line; empty where it abstained.
        now: The same of the next generation.
    """

    question: str
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """The next generation beside the last one.

    Attributes:
        before: The last generation's figures; empty where there was none.
        now: The next one's.
        margin: How far a figure might fall.
        falls: Figures that fell by more.
        answers: Questions that are answered otherwise.
        unknown: Articles named by the questions that the next generation lacks.
    """

    before: Mapping[str, float]
    now: Mapping[str, float]
    margin: float
    falls: tuple[Fall, ...] = ()
    answers: tuple[AnswerChange, ...] = ()
    unknown: tuple[str, ...] = ()


class GateRefusedError(LibraryError):
    """The next generation would answer judged questions worse.

    Attributes:
        verdict: By how much, and which answers.
        report: What the build had found.
    """

    def __init__(self, verdict: Verdict, report: BuildReport) -> None:
        fell = ", ".join(f"{f.figure} from {f.before:.3f} to {f.now:.3f}" for f in verdict.falls)
        super().__init__(
            f"the gate refused the new generation: {fell}; the published one stands. Look at what "
            f"changed, or allow more with --gate-margin"
        )
        self.verdict = verdict
        self.report = report


@dataclass(slots=True)
class Gate:
    """Looks at the last generation and the next one, and refuses a worse one.

    Attributes:
        questions: The judged ones.
        embedder_of: The model a generation was made with.
        progress: Told of each question.
        margin: How far a figure may fall.
        verdict: Of the last look; None before it.
    """

    questions: Sequence[GoldQuestion]
    embedder_of: Callable[[Generation], Embedder]
    progress: Progress
    margin: float = MARGIN
    verdict: Verdict | None = field(default=None, init=False)

    def approve(self, last: Generation | None, staged: Generation, report: BuildReport) -> None:
        """Look, and keep the verdict.

        Raises:
            GateRefusedError: A figure falls by more than the margin.
            MissingPackageError: pytrec_eval is not installed.
        """
        now = self._judged(staged)
        before = self._judged(last) if last is not None else None
        self.verdict = compared(before, now, margin=self.margin)
        if self.verdict.falls:
            raise GateRefusedError(self.verdict, report)

    def _judged(self, generation: Generation) -> Judged:
        searcher = Searcher(generation, self.embedder_of(generation))
        return judged(searcher, self.questions, progress=self.progress)


def judged(searcher: Searcher, gold: Sequence[GoldQuestion], *, progress: Progress) -> Judged:
    """How this generation does on these questions: what it finds, and what it answers."""
    known = resolved(gold, searcher.generation.records.articles())
    asked = known.questions
    found = (
        figures(
            run_of(searcher, {q: asked[q] for q in known.grades}, progress=progress), known.grades
        )
        if known.grades
        else {}
    )
    answerer = Answerer(searcher)
    progress.begin("Answering", len(asked))
    answers: dict[str, Answer] = {}
    for question in asked.values():
        answers[question] = answerer.answer(question)
        progress.advance(1)
    outcomes = {
        name: Outcome(
            answers[text].abstained, frozenset(r.article_id for r in answers[text].references)
        )
        for name, text in asked.items()
    }
    shares = answer_figures(outcomes, known.grades)
    told = {name: value for name, value in shares.items() if name not in _COUNTS}
    return Judged({**found, **told}, answers, tuple(known.unknown))


def compared(before: Judged | None, now: Judged, *, margin: float) -> Verdict:
    """The next generation beside the last one, which need not exist."""
    if before is None:
        return Verdict({}, now.figures, margin, unknown=now.unknown)
    falls = tuple(
        Fall(name, then, now.figures.get(name, 0.0))
        for name, then in before.figures.items()
        # A rounding error is no fall.
        if then - now.figures.get(name, 0.0) > margin + 1e-9
    )
    answers = tuple(
        AnswerChange(question, _told(then), _told(now.answers[question]))
        for question, then in before.answers.items()
        if _told(then) != _told(now.answers[question])
    )
    return Verdict(before.figures, now.figures, margin, falls, answers, now.unknown)


def _told(answer: Answer) -> str:
    return "\n".join(statement.text for statement in answer.statements)
