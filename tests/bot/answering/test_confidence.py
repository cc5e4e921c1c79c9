"""What speaks for an answer: how much of the question a passage says, and how well the library knows its words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.answering.confidence import confidence_of, signs_in
from bot.answering.evidence import evidence_in
from tests.bot.answering.hits import hit_of, sought

if TYPE_CHECKING:
    from bot.answering.evidence import Sought
    from index.searching.hits import Hit

TOLD = "The bees dance in the dark hive every morning."
ASKED = sought("bees", "dance", question="do bees dance in the hive?")


def test_the_more_of_a_question_a_passage_says_the_surer() -> None:
    """As near in meaning and lacking no word, it answers more surely if it says more that is rare."""
    nothing, little, much = (
        _sure(replace(hit_of(TOLD, similarity=0.4), lexical=words), ASKED)
        for words in (0.0, 0.5, 2.0)
    )
    assert 0 < nothing < little < much < 1


def test_words_held_tell_more_where_a_library_knows_no_words_rarity() -> None:
    """In a library of one article no word is rare enough to weigh much."""
    small, large = (
        replace(ASKED, words=replace(ASKED.words, known=known)) for known in (0.05, 0.97)
    )
    hit = replace(hit_of(TOLD, similarity=0.4), lexical=0.5)
    assert _sure(hit, small) > _sure(hit, large)


def _sure(hit: Hit, asked: Sought) -> float:
    return confidence_of(signs_in([hit], evidence_in([hit], asked), asked))
