"""`scripts.feedback` and `scripts.backup`, as an operator runs them."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from bot.state.state import State
from index.evaluation.gold_files import read_gold
from scripts import backup, feedback
from tests.bot.fake_answerer import abstention_of
from tests.bot.state.test_answers import given_answer
from tests.bot.state.test_stores import OPINION

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A state with two gaps, one of them asked in private."""

    async def fill() -> None:
        state = State(tmp_path / "state")
        await state.open()
        for number, (question, private) in enumerate(
            (("Who won the cup?", False), ("who won the cup", False), ("Am I ill?", True))
        ):
            answer = abstention_of(question)
            kept = replace(given_answer(str(number)), answer=answer, private=private, guild=5)
            await state.answers.remember(kept)
        await state.feedback.give(OPINION)
        await state.close()

    asyncio.run(fill())
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FOOTNOTE_STATE", str(tmp_path / "state"))
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_a_table_for_people() -> None:
    result = CliRunner().invoke(feedback.app, [])
    assert result.exit_code == 0
    assert "unanswered 2" in result.stdout
    assert "outdated 1" in result.stdout
    assert "Am I ill?" not in result.stdout
    everything = CliRunner().invoke(feedback.app, ["--private"])
    assert "Am I ill?" in everything.stdout
    other = CliRunner().invoke(feedback.app, ["--server", "7"])
    assert "nothing was left open" in other.stdout


def test_json_and_judged_questions(folder: Path) -> None:
    gold = folder / "gold.jsonl"
    result = CliRunner().invoke(feedback.app, ["--json", "--gold", str(gold)])
    told = json.loads(result.stdout)
    assert (told["unanswered"], told["opinions"], told["helpful"]) == (2, 1, 0)
    assert [gap["times"] for gap in told["gaps"]] == [2, 1]
    assert len(read_gold(gold)) == 2


def test_a_copy(folder: Path) -> None:
    copy = folder / "copy.sqlite"
    result = CliRunner().invoke(backup.app, [str(copy), "--json"])
    assert result.exit_code == 0
    assert json.loads(result.stdout)["bytes"] == copy.stat().st_size
    assert "bytes" in CliRunner().invoke(backup.app, [str(copy)]).stdout


def test_a_database_elsewhere_is_not_ours_to_copy(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOOTNOTE_DATABASE_URL", "postgresql+asyncpg://u:hush@h/d")
    result = CliRunner().invoke(backup.app, [str(folder / "copy.sqlite")])
    assert result.exit_code == 2
    assert "pg_dump" in result.stderr
    assert "hush" not in result.output
