"""A quoted sentence never hangs in the air."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from bot.answering.quoting.leaning import Lean, grounded, is_sentence, lean_of
from index.searching.hits import SpanScore


def spans(*sentences: str) -> list[SpanScore]:
    """Sentences as they stand in a passage, one blank apart."""
    found: list[SpanScore] = []
    start = 0
    for sentence in sentences:
        found.append(SpanScore(start, start + len(sentence), sentence, 0.5))
        start += len(sentence) + 1
    return found


@pytest.mark.parametrize(
    ("sentence", "lean"),
    [
        pytest.param("This increased by 40 %.", Lean.MUCH, id="bare this"),
        pytest.param("It lowered the fever.", Lean.MUCH, id="it"),
        pytest.param("These patients recovered.", Lean.MUCH, id="these with a noun"),
        pytest.param("In these mice, tumours grew.", Lean.MUCH, id="behind a preposition"),
        pytest.param("The latter was cheaper.", Lean.MUCH, id="the latter"),
        pytest.param("RESULTS It fell by half.", Lean.MUCH, id="behind an abstract's label"),
        pytest.param("However, they disagreed.", Lean.MUCH, id="behind a connective"),
        pytest.param("“It could help,” he said.", Lean.MUCH, id="a nameless speaker"),
        pytest.param("The drug was given twice.", Lean.SOME, id="a noun taken up again"),
        pytest.param("However, bees returned.", Lean.SOME, id="a connective alone"),
        pytest.param("These results suggest that bees dance.", Lean.SOME, id="a conclusion"),
        pytest.param("Bees dance in the dark.", Lean.NONE, id="plain"),
        pytest.param("This study followed 40 nurses.", Lean.NONE, id="the article itself"),
        pytest.param("In this randomised trial, bees danced.", Lean.NONE, id="the trial itself"),
        pytest.param("It is likely that bees dance.", Lean.NONE, id="empty it"),
        pytest.param("It has been shown that bees dance.", Lean.NONE, id="empty it, perfect"),
        pytest.param("The effect of light on bees was strong.", Lean.NONE, id="a noun explained"),
        pytest.param("Here we show that bees dance.", Lean.NONE, id="here we"),
        pytest.param("Itching was common.", Lean.NONE, id="a word that begins with it"),
    ],
)
def test_lean_tells_what_points_back(sentence: str, lean: Lean) -> None:
    """Words that point back are told from those that only look like it."""
    assert lean_of(sentence) is lean


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        pytest.param("Bees dance.", True, id="plain"),
        pytest.param("miR-375 bound the gene.", True, id="a name in lower case"),
        pytest.param("He said: “Bees dance.”", True, id="closing quote"),
        pytest.param("Materials and methods", False, id="heading"),
        pytest.param("and in turn the bees danced.", False, id="cut off at its start"),
        pytest.param("Do bees dance?", False, id="question"),
        pytest.param("…", False, id="no word"),
    ],
)
def test_only_whole_statements_are_quoted(text: str, *, whole: bool) -> None:
    """Headings, questions and fragments answer nobody."""
    assert is_sentence(text) is whole


def test_what_points_back_takes_its_ground_along() -> None:
    """A chain of leaning sentences is quoted from where it begins."""
    passage = spans("Bees dance.", "They turn.", "This tells the way.")
    assert grounded(passage, 2) == (0, 2)
    assert grounded(passage, 0) == (0, 0)


def test_what_cannot_be_grounded_is_not_quoted() -> None:
    """At a passage's head there is nothing to point back to."""
    passage = spans("This increased by 40 %.", "Bees dance.")
    assert grounded(passage, 0) is None
    assert grounded(passage, 1) == (1, 1)


def test_a_soft_lean_stands_alone_where_it_must() -> None:
    """At a passage's head, "The drug" means what the title names."""
    assert grounded(spans("The drug was given twice."), 0) == (0, 0)


@given(st.lists(st.text(min_size=1, max_size=80), min_size=1, max_size=6))
def test_a_ground_is_at_most_three_whole_sentences(sentences: list[str]) -> None:
    """Whatever a passage holds, a quote begins with a sentence that points nowhere."""
    passage = spans(*sentences)
    for at in range(len(passage)):
        bounds = grounded(passage, at)
        if bounds is None:
            continue
        first, last = bounds
        assert last == at
        assert 0 <= last - first <= 2
        assert lean_of(passage[first].text) is not Lean.MUCH
