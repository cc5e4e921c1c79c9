"""What counts as a question, and what counts as being asked."""

from __future__ import annotations

import pytest
from hypothesis import given

from bot.desk.question import checked, mentions, without_mention
from bot.errors import QuestionError
from tests.bot.rendering.hostile import texts


@pytest.mark.parametrize(
    ("typed", "question"),
    [
        pytest.param("Does sleep help?", "Does sleep help?", id="as typed"),
        pytest.param("  why\n\n so \t", "why so", id="blanks"),
        pytest.param("why <:hm:123456789012345678> so", "why so", id="custom emoji"),
        pytest.param("ask <#123> about <@&5> since <t:1:R>", "ask about since", id="tokens"),
        pytest.param("/ask question: why so", "why so", id="a command typed out"),
        pytest.param("/ask why so", "why so", id="a command without its option"),
        pytest.param("/asking why", "/asking why", id="no command"),
        pytest.param("睡眠?", "睡眠?", id="Chinese"),
        pytest.param("هل يفيد النوم؟", "هل يفيد النوم؟", id="Arabic"),
        pytest.param("p < 0.05 and n > 3?", "p < 0.05 and n > 3?", id="signs that are no tokens"),
    ],
)
def test_questions(typed: str, question: str) -> None:
    assert checked(typed) == question


@given(texts)
def test_whatever_is_typed_is_a_question_or_gets_a_hint(text: str) -> None:
    try:
        question = checked(text)
    except QuestionError as hint:
        assert str(hint)  # noqa: PT017 - either of two outcomes is right
        return
    assert question
    assert "\n" not in question
    question.encode("utf-8")


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        pytest.param("<@7> why", True, id="plain"),
        pytest.param("<@!7> why", True, id="old form"),
        pytest.param("<@77> why", False, id="another"),
        pytest.param("`<@7>` why", False, id="code"),
        pytest.param("``a ` <@7>`` why", False, id="long code"),
        pytest.param("```py\n<@7>\n```", False, id="block"),
        pytest.param("`a` <@7> `b`", True, id="between two codes"),
    ],
)
def test_mentions(text: str, asked: bool) -> None:  # noqa: FBT001 - a table's column
    assert mentions(text, 7) is asked


def test_our_own_mention_is_no_part_of_the_question() -> None:
    assert checked(without_mention("<@7> why <@!7>", 7)) == "why"
