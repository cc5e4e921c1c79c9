"""Judged words are found in an answer however they are set, and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.errors.asked import JudgedQuestionsError
from index.evaluation.spans import holds, is_short, likeness, read_answers

if TYPE_CHECKING:
    from pathlib import Path


def test_answers_are_read_by_question(tmp_path: Path):
    """Rows without a text are no answers; a folder without the file has none."""
    assert read_answers(tmp_path) == {}
    (tmp_path / "answers.jsonl").write_text(
        '{"_id": 7, "answers": [{"text": " in the hive "}, "at home", {"start": 3}]}\n'
        '{"_id": "8", "answers": []}\n'
    )
    assert read_answers(tmp_path) == {"7": ("in the hive", "at home")}


@pytest.mark.parametrize(
    "row",
    [
        pytest.param('{"_id": "7"}', id="no answers"),
        pytest.param('{"answers": [{"text": "x"}]}', id="no id"),
        pytest.param("x", id="no JSON"),
    ],
)
def test_what_cannot_be_understood_is_refused(tmp_path: Path, row: str):
    """With the line."""
    (tmp_path / "answers.jsonl").write_text(f"\n{row}")
    with pytest.raises(JudgedQuestionsError, match="line 2"):
        read_answers(tmp_path)


@pytest.mark.parametrize(
    ("quote", "answer", "held"),
    [
        pytest.param("Bees  dance\nin the dark.", "dance in the dark", True, id="blanks"),
        pytest.param("Bees dance in the dark", "Dance in the dark.", True, id="case and stop"),
        pytest.param("Bees dance.", "dance in the dark", False, id="a part"),
    ],
)
def test_a_quote_holds_an_answer(quote: str, answer: str, *, held: bool):
    """Blanks, case and the stop at the end do not part them; words do."""
    assert holds([quote], ["nothing of it", answer]) is held


@pytest.mark.parametrize(
    ("said", "answer", "f1"),
    [
        pytest.param("the waggle dance", "waggle dance", 1.0, id="an article"),
        pytest.param("dance", "waggle dance", 2 / 3, id="half"),
        pytest.param("9.2 million", "9,2 million", 0.5, id="another figure"),
        pytest.param("", "waggle dance", 0.0, id="nothing"),
    ],
)
def test_bold_words_are_like_an_answer(said: str, answer: str, f1: float):
    """As SQuAD counts tokens."""
    assert likeness(said, ["something else", answer]) == pytest.approx(f1)


def test_a_sentence_is_no_short_answer():
    """What is judged by its bold words could be set in bold."""
    assert is_short(["two bees"])
    assert not is_short(["bees dance in the dark and find the way to flowers"])
