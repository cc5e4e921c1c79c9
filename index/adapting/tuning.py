"""Weights for one library: better ones are looked for on one half of the questions, judged on the other.

They stay near the ones of every library: what was chosen on thousands of judged questions is not
thrown over for a hundred made ones.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from statistics import fmean
from typing import TYPE_CHECKING, Final

from index.evaluation.comparison import compared
from index.evaluation.figures import DEPTH, by_question
from index.ranking.weighing import Weights

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from index.evaluation.comparison import Comparison
    from index.evaluation.trial import Trial

FIGURE: Final = "ndcg@10"

SIGNIFICANT: Final = 0.05
"""A gain on the questions held back that chance would give more often than this is no gain."""

ENOUGH: Final = 10
"""Questions held back that people judged, without which nothing is better: made ones know their words from the
passage, which is searched without them, and would have words count for little."""

_FACTORS: Final = (0.5, 0.75, 1.0, 1.5, 2.0)
"""What a weight may be, as a multiple of every library's."""

_ROUNDS: Final = 2
_GAIN: Final = 0.002
"""What a step must gain on the questions tried, or it is chance."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question's candidates, the articles that answer it, and whether a person judged that."""

    trial: Trial
    answers: frozenset[str]
    judged: bool = False


@dataclass(frozen=True, slots=True)
class Tuned:
    """What was found.

    Attributes:
        weights: The best on the questions tried.
        held_back: Every figure on the questions held back, with every library's weights and these.
        judged: How many of the questions held back a person judged.
        better: Whether they gain there by more than chance, and also on those that a person judged, of which
            there are ten or more.
    """

    weights: Weights
    held_back: tuple[Comparison, ...]
    judged: int
    better: bool


def tuned(
    asked: Sequence[Asked], *, start: Weights, advance: Callable[[int], None] = lambda _: None
) -> Tuned:
    """Weights found on every other question, judged on those between.

    Args:
        asked: In an order that has nothing to do with how they are answered.
        start: What is in force, and to be bettered.
        advance: Told of each weight that was tried at its values.
    """
    tried, kept = asked[::2], asked[1::2]
    weights, best = start, _mean(tried, start)
    for _ in range(_ROUNDS):
        for field in fields(Weights):
            for candidate in _near(weights, field.name, getattr(Weights(), field.name)):
                figure = _mean(tried, candidate)
                if figure > best + _GAIN:
                    weights, best = candidate, figure
            advance(1)
    held_back = compared(_figures(kept, start), _figures(kept, weights))
    gain = next((each for each in held_back if each.figure == FIGURE), None)
    gained = gain is not None and gain.now > gain.before and gain.p < SIGNIFICANT
    judged = [each for each in kept if each.judged]
    better = gained and len(judged) >= ENOUGH and _mean(judged, weights) > _mean(judged, start)
    return Tuned(weights, held_back, len(judged), better)


STEPS: Final = _ROUNDS * len(fields(Weights))
"""How often `advance` is called."""


def _near(weights: Weights, name: str, usual: float) -> Iterator[Weights]:
    now = getattr(weights, name)
    for factor in _FACTORS:
        value = min(usual * factor, 1.0) if name == "meaning" else usual * factor
        if value != now:
            yield replace(weights, **{name: round(value, 4)})


def _mean(asked: Sequence[Asked], weights: Weights) -> float:
    found = _figures(asked, weights)
    return fmean(each[FIGURE] for each in found.values()) if found else 0.0


def _figures(asked: Sequence[Asked], weights: Weights) -> Mapping[str, Mapping[str, float]]:
    if not asked:
        return {}
    named = {str(number): each for number, each in enumerate(asked)}
    ranked = {q: each.trial.ranked(weights, depth=DEPTH) for q, each in named.items()}
    return by_question(ranked, {q: dict.fromkeys(each.answers, 1) for q, each in named.items()})
