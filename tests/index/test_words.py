"""A question's words weigh what they tell, and a slip of the keys costs none of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, strategies as st

from index.lexical import Indexed, LexicalIndex, write_lexical
from index.words import one_slip_apart, spelt, words_of

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def library(tmp_path: Path) -> LexicalIndex:
    write_lexical(
        tmp_path,
        [
            Indexed("Depression", "", "Acupuncture eased depression."),
            Indexed("Bees", "", "Bees dance, and the hive understands."),
            Indexed("Hives", "", "The hive hums."),
        ],
    )
    return LexicalIndex(tmp_path)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        pytest.param("depres", "depress", True, id="left out"),
        pytest.param("vaccine", "vacine", True, id="added"),
        pytest.param("receive", "recieve", True, id="swapped"),
        pytest.param("organise", "organize", True, id="changed"),
        pytest.param("bees", "bees", False, id="the same"),
        pytest.param("statin", "stationer", False, id="longer by more"),
        pytest.param("abcd", "axyd", False, id="two letters"),
        pytest.param("", "a", True, id="nothing and a letter"),
    ],
)
def test_one_slip_is_told_from_two(one: str, other: str, *, apart: bool) -> None:
    """Either way round."""
    assert one_slip_apart(one, other) is apart
    assert one_slip_apart(other, one) is apart


@given(st.text(min_size=1, max_size=8), st.integers(0, 7), st.characters())
def test_a_letter_added_anywhere_is_one_slip(word: str, place: int, letter: str) -> None:
    """Wherever the finger slipped."""
    assert one_slip_apart(word, word[:place] + letter + word[place:])


def test_a_misspelt_word_is_taken_for_the_librarys(library: LexicalIndex) -> None:
    """Who writes "depresion" asks of depression."""
    misspelt, meant = (words_of(f"what eases {w}?", library) for w in ("depresion", "depression"))
    assert misspelt.weights.keys() == meant.weights.keys()


def test_words_the_library_knows_and_short_ones_stay(library: LexicalIndex) -> None:
    """A short stem is a slip from too many others."""
    assert spelt("understand", library) == "understand"
    assert spelt("hime", library) == "hime"
    assert spelt("quelvarin", library) == "quelvarin"


def test_small_talk_and_function_words_weigh_nothing(library: LexicalIndex) -> None:
    """Only what the question is about is looked for."""
    assert words_of("hey can you tell me about bees please", library).weights.keys() == {"bee"}
    assert words_of("what is it", library).weights


def test_a_rare_word_weighs_more_and_an_unheard_one_most(library: LexicalIndex) -> None:
    """Rarity is what tells."""
    words = words_of("hive bees zebra", library)
    assert words.weights["hive"] < words.weights["bee"] < words.weights["zebra"] == words.unheard
