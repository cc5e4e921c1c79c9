"""The figures are those of pytrec_eval over the very order the searcher gave."""

from __future__ import annotations

from statistics import fmean
from typing import TYPE_CHECKING

import pytest
import pytrec_eval
from hypothesis import given, strategies as st

from index.evaluation.figures import Run, figures, write_run

if TYPE_CHECKING:
    from index.evaluation.judged import Grades

THEIR_NAMES = {
    "ndcg@10": "ndcg_cut_10",
    "recall@5": "recall_5",
    "recall@10": "recall_10",
    "recall@100": "recall_100",
    "success@1": "success_1",
    "success@3": "success_3",
}
DOCUMENTS = [f"d{number}" for number in range(12)]


@st.composite
def judged_runs(draw: st.DrawFn) -> tuple[Run, Grades]:
    """A ranking and judgements of a few questions; some find nothing, none lacks an answer."""
    questions = [f"q{number}" for number in range(draw(st.integers(1, 4)))]
    orders = st.permutations(DOCUMENTS).flatmap(
        lambda order: st.integers(0, len(order)).map(lambda kept: order[:kept])
    )
    grades = st.dictionaries(st.sampled_from(DOCUMENTS), st.integers(0, 4), min_size=1).filter(
        lambda found: max(found.values()) > 0
    )
    run = Run({q: draw(orders) for q in questions}, [1.0] * len(questions))
    return run, {q: draw(grades) for q in questions}


@given(judged_runs())
def test_figures_equal_pytrec_eval_on_the_written_run(
    tmp_path_factory: pytest.TempPathFactory, judged: tuple[Run, Grades]
):
    """Whoever judges the run file with another tool reads the same numbers."""
    run, grades = judged
    file = tmp_path_factory.mktemp("run") / "run.trec"
    write_run(run, file)
    with file.open(encoding="utf-8") as rows:
        read = pytrec_eval.parse_run(rows)
    measures = {"ndcg_cut.10", "recall.5,10,100", "success.1,3"}
    found = pytrec_eval.RelevanceEvaluator(grades, measures).evaluate(read)
    ours = figures(run, grades)
    for name, theirs in THEIR_NAMES.items():
        mean = fmean(found[q][theirs] if q in found else 0.0 for q in grades)
        assert ours[name] == pytest.approx(mean, abs=6e-5)


@given(judged_runs())
def test_reciprocal_rank_looks_at_ten(judged: tuple[Run, Grades]):
    """1 / rank of the first answer among the first ten, else 0."""
    run, grades = judged

    def reciprocal(question: str) -> float:
        ranks = [
            rank
            for rank, document in enumerate(run.ranked[question][:10], start=1)
            if grades[question].get(document, 0) > 0
        ]
        return 1 / ranks[0] if ranks else 0.0

    assert figures(run, grades)["mrr@10"] == pytest.approx(
        fmean(reciprocal(q) for q in grades), abs=6e-5
    )


def test_a_question_that_found_nothing_counts_as_nothing():
    """Leaving it out would reward silence."""
    run = Run({"q1": ["d1"], "q2": []}, [1.0, 3.0])
    found = figures(run, {"q1": {"d1": 1}, "q2": {"d1": 1}})
    assert found["ndcg@10"] == found["success@1"] == found["success@3"] == 0.5


def test_timings_are_the_median_and_the_slow_tail():
    """In milliseconds a question."""
    assert Run({}, [1.0, 2.0, 9.0]).timings_ms() == {"median": 2.0, "p95": 8.3}
