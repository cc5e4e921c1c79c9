"""Weights are kept only where they are better on questions they were not found on."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from index.adapting.tuning import STEPS, Asked, tuned
from index.evaluation.trial import Trial
from index.ranking.signs import Signs
from index.ranking.weighing import Weights


def asked(*, words_know: bool, seed: int, judged: bool = False) -> Asked:
    """A question over ten articles, which either its words or its meaning lead to; the other misleads."""
    dice = np.random.default_rng(seed)
    knows, misleads = np.zeros(10), dice.permutation(10) / 10
    right = int(dice.integers(10))
    knows[right] = 1.0
    words, meaning = (knows, misleads) if words_know else (misleads, knows)
    nothing = np.zeros(10)
    signs = Signs(
        similarities=[np.array([m]) for m in meaning],
        nearest=meaning,
        wholes=np.eye(10, dtype=np.float32),
        titles=np.zeros((10, 10), dtype=np.float32),
        question=np.zeros(10, dtype=np.float32),
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
    found = tuned(
        [asked(words_know=True, seed=s) for s in range(60)], start=START, advance=counted.append
    )
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


def test_what_helps_made_questions_and_harms_judged_ones_is_not_better() -> None:
    """A maintainer's own judgement outweighs any number of made questions."""
    made = [asked(words_know=True, seed=s) for s in range(120)]
    judged = [asked(words_know=False, seed=s, judged=True) for s in range(12)]
    mixed = [each for at in range(12) for each in (*made[10 * at : 10 * at + 10], judged[at])]
    found = tuned(mixed, start=START)
    assert found.weights != START
    assert not found.better


def test_one_question_tells_nothing() -> None:
    """There is none to hold back."""
    found = tuned([asked(words_know=True, seed=1)], start=START)
    assert not found.better
    assert not found.held_back
