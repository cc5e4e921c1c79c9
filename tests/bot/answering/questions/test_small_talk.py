"""What asks nothing of the articles is not looked up in them."""

from __future__ import annotations

import pytest

from bot.answering.questions.small_talk import SmallTalk, small_talk_in


@pytest.mark.parametrize(
    "text",
    ["thanks", "Thank you so much!!", "ok thanks", "thx :)", "good bot", "Danke schön!", "ありがとう", "great, thanks a lot for your help"],
)  # fmt: skip
def test_thanks_are_thanks(text: str) -> None:
    assert small_talk_in(text) is SmallTalk.THANKS


@pytest.mark.parametrize(
    "text",
    ["hi", "Hello there!", "hey, how are you?", "what can you do?", "who are you", "are you a bot?", "lol ok", "hola", "help", "you are wrong"],
)  # fmt: skip
def test_other_small_talk_asks_nothing(text: str) -> None:
    assert small_talk_in(text) is SmallTalk.GREETING


@pytest.mark.parametrize(
    "text",
    [
        "hi, does tea help with gout?",
        "thanks, and in children?",
        "ok, and wasps?",
        "why?",
        "more please",
        "how do vaccines work?",
        "who are the authors?",
        "are you sure?",
        "help with gout",
        "does yawning help?",
        "good sleep",
        "test results in sepsis",
        "thanks " * 200,
    ],
)
def test_a_question_is_no_small_talk(text: str) -> None:
    """However it begins or ends."""
    assert small_talk_in(text) is None
