"""Words of other stems have letters in common, and a question knows which of them are its own."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from index.words.fragments import Fragments, fragments_of, kinship

STEMS = st.text(st.characters(categories=["L", "Nd"]), min_size=1, max_size=30)


def test_edges_tell_words_apart() -> None:
    """The "art" of "heart" is not that of "artery"."""
    assert fragments_of("art") == ("_ar", "art", "rt_")
    assert set(fragments_of("heart")) & set(fragments_of("arteri")) == {"art"}


def test_words_without_a_stem_in_common_share_fragments() -> None:
    """What a stemmer leaves apart is near all the same."""
    question = Fragments({"psychosi": 5.0})
    assert len(question["psychot"]) == 5
    assert question["volcano"] == ()


def test_a_fragment_weighs_as_much_as_the_rarest_word_with_it() -> None:
    """One that two words of a question share says no less for that."""
    weights = Fragments({"heart": 1.0, "hearsay": 4.0}).weights
    assert (weights["hea"], weights["rt_"]) == (4.0, 1.0)


@given(STEMS, STEMS)
def test_kinship_is_the_same_both_ways(one: str, other: str) -> None:
    """And no word is nearer kin than itself."""
    assert kinship(one, other) == kinship(other, one)
    assert 0 <= kinship(one, other) <= kinship(one, one) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hypotens", "hypertens"),
        ("rituximab", "infliximab"),
        ("lupus", "puls"),
        ("simvastatin", "rosuvastatin"),
    ],
)
def test_words_that_only_sound_alike_are_no_kin(one: str, other: str) -> None:
    """What is told of the one says nothing of the other."""
    assert kinship(one, other) < 0.25 < kinship("psychosi", "psychot")


@given(STEMS)
def test_a_word_shares_every_fragment_with_itself(stem: str) -> None:
    """Asked once or again."""
    question = Fragments({stem: 1.0})
    assert question[stem] == question[stem] == fragments_of(stem)
    assert fragments_of(stem)
