"""A statement is cut where its meaning survives, in its own words, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from bot.answering.quoting.brevity import shortened, words_in

ALWAYS = "The drug lowered blood pressure in all of the patients"


def cut(text: str, most: int = 12) -> str:
    return shortened(text, most, lambda _: True)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param(f"{ALWAYS}.", f"{ALWAYS}.", id="short enough"),
        pytest.param(f"{ALWAYS} (12 of them men, and 13 women).", f"{ALWAYS}.", id="an aside"),
        pytest.param(f"{ALWAYS}, which may be due to its effect on salt.", f"{ALWAYS} …", id="a clause"),
        pytest.param(f"{ALWAYS}; pulse and weight and sleep were measured as well.", f"{ALWAYS} …", id="a semicolon"),
        pytest.param(f"{ALWAYS}. It was given by mouth once every day.", f"{ALWAYS}.", id="a sentence"),
        pytest.param(f"{ALWAYS}; but not in those who ate much salt.", "", id="but"),
        pytest.param(f"{ALWAYS}. However, three fell ill and one of them died.", "", id="however"),
        pytest.param(f"{ALWAYS} unless they ate salt and drank coffee.", "", id="nowhere to cut"),
        pytest.param("When the patients had eaten a lot of salt: the drug failed to lower blood pressure.", "", id="what has only begun"),
        pytest.param("It worked; the drug lowered blood pressure in all of the patients who took it.", "", id="too little left"),
    ],
)  # fmt: skip
def test_where_a_long_statement_is_cut(text: str, left: str) -> None:
    """Never before what takes back what stands before it; an "…" marks a cut within a sentence."""
    assert cut(text) == left


def test_a_cut_that_does_not_keep_what_matters_is_not_made() -> None:
    """The longest that does is taken; where none does, there is none."""
    text = f"{ALWAYS}, which is a lot, and which is known."
    assert shortened(text, 14, lambda found: "a lot" not in found) == f"{ALWAYS} …"
    assert shortened(text, 14, lambda found: "known" in found) == ""


def test_of_a_list_the_clause_that_answers_is_taken() -> None:
    """With a mark where the others stood."""
    listed = "There are three: (1) the first one blocks the entry of the virus; (2) the second one blocks its polymerase by a detour; and (3) the third one does neither."
    left = shortened(listed, 14, lambda found: "detour" in found)
    assert left == "… the second one blocks its polymerase by a detour …"


@given(st.text(max_size=300), st.integers(min_value=1, max_value=40))
def test_what_is_left_is_short_and_the_texts_own(text: str, most: int) -> None:
    """No word is added, and none changes its place."""
    left = cut(text, most)
    assert words_in(left) <= most
    words = iter(text.split())
    assert all(any(kept in word for word in words) for kept in left.strip(" …").split())
