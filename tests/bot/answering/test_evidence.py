"""What a passage lacks of a question, for the confidence to judge by."""

from __future__ import annotations

from hypothesis import given, strategies as st

from bot.answering.evidence import Sought
from index.words.fragments import kinship
from index.words.question_words import QuestionWords
from tests.bot.answering.hits import sought

STEMS = st.sampled_from(("psychosi", "psychot", "hypotens", "hypertens", "lupus", "bee"))


def test_a_words_kin_speaks_for_it_in_part() -> None:
    """And one that only sounds alike does not."""
    assert sought("bees").missing("Bees dance.") == 0
    assert sought("lupus").missing("Bees dance.") == 1
    assert 0.3 < sought("psychosi").missing("psychot") < 0.7
    assert sought("hypotens").missing("hypertens") > 0.75


def test_a_name_is_there_however_it_is_written() -> None:
    """And another with the same letters is not."""
    assert sought("covid19").missing("covid 19 spreads") == 0
    assert sought("il", "6", question="il 6").missing("il6 rose") == 0
    assert sought("il8").missing("il 6 rose") == 1


@given(st.dictionaries(STEMS, st.floats(0.1, 9)), st.lists(STEMS))
def test_the_word_that_is_lacked_most_counts(weights: dict[str, float], text: list[str]) -> None:
    """Whatever the words weigh and in whatever order they are looked at."""
    asked = Sought(" ".join(weights), QuestionWords(weights=weights, pairs={}), str.split)
    lacks = (
        0 if word in text else weight * (1 - max((kinship(word, each) for each in text), default=0))
        for word, weight in weights.items()
    )
    assert asked.missing(" ".join(text)) == max(lacks, default=0)
