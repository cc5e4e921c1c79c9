"""Weights are kept only where they are better on questions they were not found on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from index.adapting.tuning import STEPS, Asked, tuned
from index.evaluation.trial import Trial
from index.ranking.signs import Signs
from index.ranking.weighing import Weights

if TYPE_CHECKING:
    from index.ranking.signs import Column


def asked(*, words_know: bool, seed: int, judged: bool = False) -> Asked:
    """A question over ten articles, which either its words or its meaning lead to; the other misleads."""
    right, knows, misleads = _drawn(seed)
    words, meaning = (knows, misleads) if words_know else (misleads, knows)
    return _asked(right, nearest=meaning, whole=np.zeros(10), words=words, judged=judged)


def asked_of_the_whole(*, whole_knows: bool, seed: int, judged: bool = False) -> Asked:
    """The same, which either the passage as a whole or its nearest sentence leads to; no word tells."""
    right, knows, misleads = _drawn(seed)
    nearest, whole = (misleads, knows) if whole_knows else (knows / 2, misleads)
    return _asked(right, nearest=nearest, whole=whole, words=np.zeros(10), judged=judged)


def _drawn(seed: int) -> tuple[int, Column, Column]:
    dice = np.random.default_rng(seed)
    misleads = dice.permutation(10) / 10
    right = int(dice.integers(10))
    return right, np.eye(10)[right], misleads


def _asked(right: int, *, nearest: Column, whole: Column, words: Column, judged: bool) -> Asked:
    nothing = np.zeros(10)
    signs = Signs(
        similarities=[np.array([each]) for each in nearest],
        nearest=nearest,
        wholes=np.eye(10, dtype=np.float32),
        titles=np.zeros((10, 10), dtype=np.float32),
        question=whole.astype(np.float32),
        crowding=nothing,
        passage=words,
        pairs=nothing,
        sentence=nothing,
        covered=nothing,
        fragments=nothing,
    )
    names = [f"article {number}" for number in range(10)]
    return Asked(Trial(range(10), names, signs), frozenset({names[right]}), judged)


START = replace(Weights(), meaning=0.8, likeness=0.0)


def test_weights_that_help_questions_held_back_are_better() -> None:
    """Where words lead and meaning misleads, meaning counts less."""
    counted: list[int] = []
    questions = [asked(words_know=True, seed=s, judged=True) for s in range(60)]
    found = tuned(questions, start=START, advance=counted.append)
    assert found.better
    assert found.weights.meaning < START.meaning
    (gain,) = [each for each in found.held_back if each.figure == "ndcg@10"]
    assert gain.now > gain.before
    assert sum(counted) == STEPS


def test_weights_that_gain_nothing_are_not_better() -> None:
    """Where what is in force ranks every question right, it stays."""
    found = tuned([asked(words_know=False, seed=s) for s in range(40)], start=START)
    assert not found.better
    assert found.weights == START


def test_made_questions_alone_make_nothing_better() -> None:
    """Their words are held out of what is searched: they cannot say what words are worth to people."""
    made = [asked_of_the_whole(whole_knows=True, seed=s) for s in range(120)]
    found = tuned(made, start=START)
    assert found.weights.whole > START.whole
    assert (found.judged, found.better) == (0, False)
    people = [asked_of_the_whole(whole_knows=True, seed=s, judged=True) for s in range(20)]
    assert tuned([*people, *made], start=START).better


def test_what_helps_made_questions_and_harms_judged_ones_is_not_better() -> None:
    """A maintainer's own judgement outweighs any number of made questions."""
    made = [asked_of_the_whole(whole_knows=True, seed=s) for s in range(120)]
    judged = [asked_of_the_whole(whole_knows=False, seed=s, judged=True) for s in range(30)]
    mixed = [each for at in range(30) for each in (*made[4 * at : 4 * at + 4], judged[at])]
    found = tuned(mixed, start=START)
    assert found.weights.whole > START.whole
    assert not found.better


def test_one_question_tells_nothing() -> None:
    """There is none to hold back."""
    found = tuned([asked(words_know=True, seed=1)], start=START)
    assert not found.better
    assert not found.held_back
