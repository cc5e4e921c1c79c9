"""Candidates are ordered by what they mean and by their words together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from index.ranking.signs import Candidate, Signs, signs_of
from index.ranking.weighing import Weights, scores_of
from index.vectors.arrays import units
from index.vectors.common import Common
from index.words.question_words import QuestionWords

if TYPE_CHECKING:
    from index.vectors.arrays import Vector

QUESTION = np.array([1.0, 0.0], dtype=np.float32)
WORDS = QuestionWords(weights={"bee": 2.0, "danc": 1.0}, pairs={("bee", "danc"): 2.0})


def candidate(
    *sentences: str,
    angle: float = 0.5,
    whole: float | None = None,
    title: str = "",
    article: int = 0,
) -> Candidate:
    """A passage of these stems, whose sentences all lie at this angle from the question, and it as a whole too."""
    vector = _at(angle)
    return Candidate(
        article=article,
        title=title.split(),
        sentences=[sentence.split() for sentence in sentences],
        vectors=np.tile(vector, (len(sentences), 1)),
        title_vector=np.zeros(2, dtype=np.float32),
        whole=vector if whole is None else _at(whole),
    )


def _at(angle: float) -> Vector:
    return np.array([np.cos(angle), np.sin(angle)], dtype=np.float32)


def order(*candidates: Candidate) -> list[int]:
    """The candidates' places, best first."""
    scores = scores_of(signs(*candidates), Weights())
    return sorted(range(len(candidates)), key=lambda place: -scores[place])


def signs(*candidates: Candidate) -> Signs:
    return signs_of(candidates, QUESTION, WORDS, mean_length=5, common=Common.nothing(2))


def test_the_nearer_passage_wins_where_words_are_equal() -> None:
    """Meaning decides between passages of the same words."""
    assert order(candidate("bee fly", angle=0.9), candidate("bee fly", angle=0.2)) == [1, 0]


def test_the_rarer_word_wins_where_meaning_is_equal() -> None:
    """Of two passages equally near, the one with the rarer word of the question leads."""
    assert order(candidate("danc fly"), candidate("bee fly")) == [1, 0]


def test_words_side_by_side_beat_words_apart() -> None:
    """The question's words as a phrase, in one sentence, tell more than scattered."""
    assert order(candidate("bee fly", "danc fly"), candidate("bee danc", "fly fly")) == [1, 0]


def test_a_sentence_that_holds_the_whole_question_beats_its_words_scattered() -> None:
    """As many words in all, but one sentence says them together."""
    scattered = candidate("bee fly fly", "danc fly fly")
    together = candidate("bee fly danc", "fly fly fly")
    assert order(scattered, together) == [1, 0]


def test_what_says_only_what_all_say_falls_behind() -> None:
    """In a library about one thing its most general passage is near to every question."""
    question, general, telling = (_of(common=1.0, own=own) for own in (0.5, 0.0, 1.6))
    passages = [
        replace(candidate("fly fly"), vectors=vector[None], whole=vector)
        for vector in (general, telling)
    ]
    topic = np.array([0.7, 0.0], dtype=np.float32)
    leads: list[int] = []
    for common in (Common.nothing(2), Common(sentences=topic, wholes=topic)):
        found = signs_of(passages, question, WORDS, mean_length=5, common=common)
        assert [cosines.tolist() for cosines in found.similarities] == [
            [pytest.approx(float(question @ vector))] for vector in (general, telling)
        ]
        leads.append(int(np.argmax(scores_of(found, Weights()))))
    assert leads == [0, 1]


def _of(*, common: float, own: float) -> Vector:
    return units(np.array([common, own])).astype(np.float32)


def test_what_is_like_the_leaders_moves_up() -> None:
    """Of two as near to the question and of the same words, the one nearer to the best leads."""
    best = candidate("bee danc", angle=0.3)
    alike, apart = candidate("fly fly", angle=0.8), candidate("fly fly", angle=-0.8)
    assert order(apart, best, alike) == [1, 2, 0]


@pytest.mark.parametrize(("articles", "falls_behind"), [((1, 2, 3, 4, 5), True), ((1,) * 5, False)])
def test_what_is_near_to_everything_falls_behind(
    articles: tuple[int, ...], *, falls_behind: bool
) -> None:
    """Of two as near to the question, the one that fewer other articles are near to leads; its own never count."""
    angles = (0.5, 0.5, 0.6, 0.7, -0.5)
    found = signs(
        *(
            candidate("fly fly", angle=angle, article=article)
            for angle, article in zip(angles, articles, strict=True)
        )
    )
    scores = scores_of(found, replace(Weights(), likeness=0.0))
    behind = scores[-1] - scores[0]
    assert behind > 0.01 if falls_behind else behind == pytest.approx(0)


def test_the_passage_as_a_whole_decides_between_equal_sentences() -> None:
    """Of two that say the same, the one that is about the question leads."""
    aside, about = candidate("bee fly", whole=1.2), candidate("bee fly", whole=0.3)
    assert order(aside, about) == [1, 0]


def test_a_word_of_another_stem_counts_a_little() -> None:
    """Less than the word itself, and more than a strange one."""
    assert order(candidate("owl fly"), candidate("dancer fly"), candidate("danc fly")) == [2, 1, 0]


def test_every_score_lies_between_0_and_1() -> None:
    """Whatever the candidates are."""
    angles = (0.1, 2.0, 1.0)
    found = signs(*(candidate("bee danc", angle=angle) for angle in angles))
    assert all(0 <= score <= 1 for score in scores_of(found, Weights()))


def test_a_title_counts_among_the_words() -> None:
    """A passage is found by what its article is called."""
    assert signs(candidate("fly fly", title="bee")).passage[0] > 0


def test_a_score_says_how_near_each_sentence_is() -> None:
    """Similarities are cosines, one a sentence, in order."""
    assert np.allclose(signs(candidate("bee", "danc", angle=0.0)).similarities[0], [1.0, 1.0])
