"""The gap list: alike questions are one, and what comes out is judged questions."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, strategies as st

from bot.improving.alike import ALIKE, grouped, likeness, says
from bot.improving.gaps import gaps_in, gold_lines
from bot.state.feedback import Opinion, Unanswered, Witness
from index.evaluation.gold_files import read_gold

if TYPE_CHECKING:
    from pathlib import Path


def opinion(question: str, *, helpful: bool = False, reason: str = "", **changes: Any) -> Opinion:
    values: dict[str, Any] = {
        "answer": "a",
        "member": 1,
        "guild": 2,
        "private": False,
        "helpful": helpful,
        "reason": reason,
        "words": "",
        "question": question,
        "generation": "g1",
        "evidence": (Witness("a1", "A trial", ("It was so.",)),),
        "given": 10,
    }
    return Opinion(**{**values, **changes})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Does ketamine help depression?", "does Ketamine help against depression"),
        ("What causes migraines?", "what causes a migraine"),
        ("Is coffee bad for sleep?", "Is coffee bad for the sleep of you?"),
        ("コーヒーは睡眠に悪い？", "コーヒーは睡眠に悪いですか"),
        ("Who are you?", "who are you"),
        ("What’s Alzheimer's disease?", "What is Alzheimer disease?"),
    ],
)
def test_alike(one: str, other: str) -> None:
    assert likeness(says(one), says(other)) >= ALIKE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Does ketamine help depression?", "Does ketamine help pain?"),
        ("What causes migraine?", "What helps against migraine?"),
        ("Is coffee bad for sleep?", "Is tea bad for skin?"),
        ("コーヒーは睡眠に悪い？", "紅茶は肌に良い？"),
    ],
)
def test_not_alike(one: str, other: str) -> None:
    assert likeness(says(one), says(other)) < ALIKE


@given(st.lists(st.text(max_size=60), max_size=30))
def test_every_question_is_in_one_group(questions: list[str]) -> None:
    """Of any script; equal questions are together."""
    groups = grouped(questions, lambda question: question)
    assert sorted(q for group in groups for q in group) == sorted(questions)
    for question in questions:
        assert sum(question in group for group in groups) == 1


def test_what_was_left_open_most_often_comes_first() -> None:
    unanswered = [
        Unanswered("What causes migraine?", 1),
        Unanswered("what causes migraines", 5),
        Unanswered("Who won?", 9),
    ]
    opinions = [
        opinion("What causes migraine?", reason="outdated", given=7),
        opinion("Is it so?", given=8),
        opinion("Is water wet?", helpful=True),
    ]
    first, *rest = gaps_in(unanswered, opinions)
    assert (first.question, first.times, first.last) == ("What causes migraine?", 3, 7)
    assert dict(first.reasons) == {"unanswered": 2, "outdated": 1}
    assert first.wordings == ("what causes migraines",)
    assert first.cited == ("a1",)
    assert [(gap.question, gap.reasons) for gap in rest] == [
        ("Who won?", (("unanswered", 1),)),
        ("Is it so?", (("not helpful", 1),)),
    ]


def test_it_comes_out_as_judged_questions(tmp_path: Path) -> None:
    """As `scripts.evaluate` and the release gate read them, what helped with the articles that did."""
    opinions = [
        opinion("What causes “migraine”?\n", reason="misleading"),
        opinion("Is water wet?", helpful=True),
        opinion("is water wet", helpful=True, evidence=(Witness("a2", "B", ("q",)),)),
        opinion("What causes “migraine”?\n", helpful=True),
        opinion("Is it blue?", helpful=True, evidence=()),
    ]
    lines = gold_lines(gaps_in([Unanswered("Who won?", 20)], opinions), opinions)
    file = tmp_path / "gold.jsonl"
    file.write_text("\n".join(lines), encoding="utf-8")
    found = [(q.text, q.articles, q.answerable) for q in read_gold(file)]
    assert found == [
        ("Who won?", (), False),
        ("What causes “migraine”?", (), False),
        ("is water wet", ("a1", "a2"), True),
    ]
    assert json.loads(lines[1])["note"] == "misleading: 1"
