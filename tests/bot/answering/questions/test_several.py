"""Several questions in one message, each as it is looked up."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from bot.answering.questions.several import MOST, questions_in


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        pytest.param("what is XMRV? and how does it cause fatigue?", ["what is XMRV?", "How does XMRV cause fatigue?"], id="it"),
        pytest.param("What is gout, how is it treated and who gets it?", ["What is gout?", "How is gout treated?", "Who gets gout?"], id="three in one sentence"),
        pytest.param("what is a varroa mite and what virus does it spread?", ["what is a varroa mite?", "what virus does varroa mite spread?"], id="it behind a thing"),
        pytest.param("how do bees dance? how do sharks hunt?", ["how do bees dance?", "how do sharks hunt?"], id="two apart"),
        pytest.param("Does vitamin D help with migraine and what is the dose?", ["Does vitamin D help with migraine?", "What are the dose of vitamin D?"], id="an attribute"),
        pytest.param("what is insulin and where is it made?", ["what is insulin?", "Where is insulin made?"], id="of the thing, not the study"),
        pytest.param("What causes gout and who gets it?", ["What causes gout?", "Who gets gout?"], id="a verb behind what"),
        pytest.param("does tea ease gout? what are its risks?", ["does tea ease gout?", "What are tea's risks?"], id="its"),
        pytest.param("does tea ease gout? and what helps most?", ["does tea ease gout?", "what helps most tea?"], id="nothing named"),
        pytest.param("who wrote the shark study and when was it published?", ["who wrote the shark study?", "when was the shark study published?"], id="of one study"),
        pytest.param("hi! how do bees dance? how do sharks hunt? thanks!", ["how do bees dance?", "how do sharks hunt?"], id="with thanks"),
    ],
)  # fmt: skip
def test_each_question_is_made_whole(text: str, whole: list[str]) -> None:
    """With what it points back to in the one before it."""
    assert [part.whole for part in questions_in(text)] == whole


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("how do bees dance?", id="one"),
        pytest.param("do bees dance and sing?", id="one with two verbs"),
        pytest.param("when and where was it published?", id="one with two words"),
        pytest.param("What is gout? why?", id="nothing that can be looked up"),
        pytest.param("what is it? and why is it so?", id="the first points back"),
        pytest.param("how do bees dance? source?", id="another view of the answer"),
        pytest.param("how do bees dance? how do bees dance?", id="the same twice"),
        pytest.param("does tea ease gout? what do you think?", id="of whoever reads"),
        pytest.param("can you help me? does tea ease gout?", id="help"),
        pytest.param("is tea good or bad? which one?", id="which of the two"),
        pytest.param("is it true? what helps them most?", id="nothing to point at"),
        pytest.param("a? b? c? what is gout? who has it? where is it? how is it treated?", id="too many"),
    ],
)  # fmt: skip
def test_other_messages_hold_none(text: str) -> None:
    assert questions_in(text) == ()


def test_a_fact_of_the_study_behind_the_answer_is_known_as_such() -> None:
    first, second = questions_in("does tea ease gout? was it a randomised trial?")
    assert (first.of_study, second.of_study) == (False, True)


@given(
    st.lists(
        st.sampled_from(["what is gout", "how does it", "and who", "?", ",", "its", "tea", " "]),
        max_size=12,
    ).map(" ".join),
    st.text(max_size=60),
)
def test_any_message_is_read(made: str, text: str) -> None:  # fmt: skip
    for message in (made, text):
        parts = questions_in(message)
        assert len(parts) in {0, *range(2, MOST + 1)}
        assert all(part.typed.rstrip("?") in " ".join(message.split()) for part in parts)
