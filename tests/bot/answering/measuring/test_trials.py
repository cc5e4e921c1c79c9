"""A library is asked what it answers, what it no longer does and what it never did; a fit tells them apart."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from random import Random
from typing import TYPE_CHECKING

import pytest

from bot.answering.confidence import Signs
from bot.answering.measuring.fitting import fitted, near, quality
from bot.answering.measuring.trials import Kind, Trial, trials
from index.progress import Silent
from index.searching.search import Searcher
from tests.bot.answering.shelf import bees, ketamine, statins, wasps

if TYPE_CHECKING:
    from index.vectors.embedding import SentenceTransformerEmbedder
    from tests.conftest import TinyLibrary


def test_a_question_is_put_with_and_without_what_answers_it(
    tiny_library: TinyLibrary, embedder: SentenceTransformerEmbedder
):
    """Left out, swapped and foreign questions show less of an answer than the question itself."""
    made = [ketamine(), bees(), wasps(), statins()]
    asked = {"1": "Did ketamine lift mood within a day?", "2": "Did statins increase falls?"}
    grades = {"1": {str(made[0].id): 1}, "2": {str(made[3].id): 1}}
    never = {"3": "Which river is the longest?"}
    with closing(tiny_library(*made, embedder=embedder).open()) as generation:
        searcher = Searcher(generation, embedder)
        foreign = ["What turns glaciers into valleys?"]
        found = list(
            trials("tiny", searcher, asked | never, grades, foreign, progress=Silent()),
        )
    assert Counter(trial.kind for trial in found) == {
        Kind.ANSWERABLE: 2,
        Kind.LEFT_OUT: 2,
        Kind.SWAPPED: 2,
        Kind.ELSEWHERE: 1,
        Kind.NEVER: 1,
    }
    assert {trial.right for trial in found if trial.kind is Kind.ANSWERABLE} == {True}
    assert {trial.right for trial in found if trial.kind is not Kind.ANSWERABLE} == {False}
    whole, left, swapped = found[:3]
    assert whole.signs is not None
    assert left.signs is not None
    assert whole.signs.similarity > left.signs.similarity
    assert swapped.signs is None or swapped.signs.missing > whole.signs.missing


def made_up(library: str, shift: float, *, seed: int) -> list[Trial]:
    """A library whose sentences all lie `shift` nearer to any question than another's."""
    chance = Random(seed)  # noqa: S311 - numbers for a test
    kinds = {Kind.ANSWERABLE: 0.7, Kind.LEFT_OUT: 0.5, Kind.ELSEWHERE: 0.2}
    return [
        Trial(library, kind, Signs(chance.gauss(middle, 0.08) + shift, chance.random(), 0.1, 0.9))
        for kind, middle in kinds.items()
        for _ in range(60)
    ]


def test_a_fit_learns_what_tells_an_answer_and_nothing_of_the_library():
    """The sign that differs counts, the one that is noise hardly, and no other library's level does."""
    level = [*made_up("one", 0.0, seed=1), *made_up("two", 0.0, seed=2)]
    apart = [*made_up("one", -0.15, seed=1), *made_up("two", 0.15, seed=2)]
    fit = fitted(level)
    assert fit.weights[0] > 5 * abs(fit.weights[1])
    assert fitted(apart).weights[0] == pytest.approx(fit.weights[0], rel=0.1)
    assert fit.chance(None) == 0.0
    found = quality(made_up("three", 0.0, seed=3), fit, threshold=0.5)
    assert found.answered > 0.8
    assert found.auroc[Kind.ELSEWHERE] > found.auroc[Kind.LEFT_OUT] > 0.9
    assert found.abstained[Kind.ELSEWHERE] == 1.0
    assert found.error < 0.15


def test_a_library_is_judged_by_the_questions_hardest_to_tell_from_its_own():
    """Those with their article left out where there are any, else those that nothing answered."""
    one = made_up("one", 0.0, seed=1)
    assert {trial.kind for trial in near(one)} == {Kind.ANSWERABLE, Kind.LEFT_OUT}
    rest = [trial for trial in one if trial.kind is not Kind.LEFT_OUT]
    assert {trial.kind for trial in near(rest)} == {Kind.ANSWERABLE, Kind.ELSEWHERE}
