"""What a searcher is worth on judged questions, measured by pytrec_eval and never by hand."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import fmean, median
from time import perf_counter
from typing import TYPE_CHECKING, Final

import numpy as np

from index.errors.asked import MissingPackageError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from index.evaluation.judged import Grades
    from index.progress import Progress
    from index.searching.search import Searcher

DEPTH: Final = 100
"""Documents a question."""

_MEASURES: Final = {
    "ndcg@10": "ndcg_cut_10",
    "recall@5": "recall_5",
    "recall@10": "recall_10",
    "recall@100": "recall_100",
    "success@1": "success_1",
    "success@3": "success_3",
}
"""Our names, which are those of the field, and pytrec_eval's."""

_MRR_DEPTH: Final = 10

NAMES: Final = (
    "ndcg@10",
    "mrr@10",
    "recall@5",
    "recall@10",
    "recall@100",
    "success@1",
    "success@3",
)


@dataclass(frozen=True, slots=True)
class Run:
    """What a searcher found.

    Attributes:
        ranked: By question, the ids of the documents found, best first.
        milliseconds: What each question took.
    """

    ranked: Mapping[str, Sequence[str]]
    milliseconds: Sequence[float]

    def timings_ms(self) -> dict[str, float]:
        """The median and the 95th percentile."""
        took = list(self.milliseconds)
        return {"median": round(median(took), 2), "p95": round(float(np.percentile(took, 95)), 2)}


def run_of(searcher: Searcher, questions: Mapping[str, str], *, progress: Progress) -> Run:
    """Every question's best documents, each ranked by its best passage."""
    progress.begin("Searching", len(questions))
    for text in list(questions.values())[:1]:
        # The first search loads the model; no later one pays for that.
        searcher.search(text, limit=1)
    ranked: dict[str, tuple[str, ...]] = {}
    milliseconds: list[float] = []
    for question_id, text in questions.items():
        started = perf_counter()
        ranked[question_id] = _best_documents(searcher, text)
        milliseconds.append(1e3 * (perf_counter() - started))
        progress.advance(1)
    return Run(ranked, milliseconds)


def figures(run: Run, grades: Grades) -> dict[str, float]:
    """Means over the questions, those that found nothing included.

    Raises:
        MissingPackageError: pytrec_eval is not installed.
    """
    each = by_question(run.ranked, grades).values()
    return {name: round(fmean(found[name] for found in each), 4) for name in NAMES}


def by_question(ranked: Mapping[str, Sequence[str]], grades: Grades) -> dict[str, dict[str, float]]:
    """Every figure of every judged question.

    Args:
        ranked: By question, the ids of the documents found, best first.
        grades: Of each question that some document answers.

    Raises:
        MissingPackageError: pytrec_eval is not installed.
    """
    try:
        import pytrec_eval  # noqa: PLC0415 - only an evaluation needs it
    except ImportError as error:
        raise MissingPackageError("pytrec-eval-terrier", "evaluate") from error
    judge = pytrec_eval.RelevanceEvaluator(
        grades, {"ndcg_cut.10", "recall.5,10,100", "success.1,3"}
    )
    found = judge.evaluate({q: _scores(documents) for q, documents in ranked.items()})
    first = pytrec_eval.RelevanceEvaluator(grades, {"recip_rank"}).evaluate(
        {q: _scores(documents[:_MRR_DEPTH]) for q, documents in ranked.items()}
    )
    return {
        question: {
            name: first.get(question, {}).get("recip_rank", 0.0)
            if name == "mrr@10"
            else found.get(question, {}).get(_MEASURES[name], 0.0)
            for name in NAMES
        }
        for question in grades
    }


def write_run(run: Run, file: Path) -> None:
    """Write the run in TREC's format, for other tools to judge.

    Raises:
        OSError: The file cannot be written.
    """
    rows = [
        (question, "Q0", document, str(rank), f"{score:.0f}", "footnote\n")
        for question, documents in run.ranked.items()
        for rank, (document, score) in enumerate(_scores(documents).items(), start=1)
    ]
    # Some ids hold blanks, at which the usual rows are cut.
    between = "\t" if any(len(part.split()) > 1 for row in rows for part in row) else " "
    file.write_text("".join(map(between.join, rows)), encoding="utf-8")


def _best_documents(searcher: Searcher, question: str) -> tuple[str, ...]:
    limit = DEPTH
    while True:
        hits = searcher.search(question, limit=limit).hits
        documents = tuple(dict.fromkeys(str(hit.passage.article) for hit in hits))
        if len(documents) >= DEPTH or len(hits) < limit:
            return documents[:DEPTH]
        limit *= 2


def _scores(documents: Sequence[str]) -> dict[str, float]:
    # By rank: pytrec_eval orders equal scores by id, and would judge another order than ours.
    return {document: float(len(documents) - rank) for rank, document in enumerate(documents)}
