"""A prompt that cannot be used is refused before the bot starts, with what to mend."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.model.prompts import (
    LONGEST_PROMPT,
    PACKAGED_PROMPT,
    Prompt,
    PromptError,
    read_prompt,
)

if TYPE_CHECKING:
    from pathlib import Path

GOOD = "Be brief. {mark}\n---\n{mark} {passages} {mark} {question}"


def written(folder: Path, text: str | bytes) -> Path:
    file = folder / "prompt.md"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return file


def test_the_packaged_prompt_can_be_used() -> None:
    """It tells the model what passages are, and how to cite."""
    prompt = read_prompt(PACKAGED_PROMPT)
    system, user = prompt.filled(
        {"passages": "P {mark}", "question": "Q", "mark": "M1", "sentences": "3"}
    )
    assert "M1" in system
    assert "P {mark}" in user


def test_a_prompt_without_dashes_is_all_the_users(tmp_path: Path) -> None:
    """Some models know no system's part."""
    assert read_prompt(written(tmp_path, "{mark} {passages} {question}")) == Prompt(
        "", "{mark} {passages} {question}"
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(b"\xff\xfe", "UTF-8", id="no text"),
        pytest.param("x" * (LONGEST_PROMPT + 1), "more than", id="too long"),
        pytest.param("Be brief.\n---\n", "nothing stands below", id="no user's part"),
        pytest.param(GOOD.replace("{passages}", ""), "{passages} must stand below", id="no passages"),
        pytest.param("{passages} {question}", "{mark} must stand in it", id="no mark"),
        pytest.param(GOOD.replace("brief", "{colour}"), "there is no {colour}", id="unknown"),
        pytest.param("{question}\n" + GOOD, "{question} must not stand above", id="a question as a rule"),
        pytest.param("", "must stand in it", id="empty"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_told(tmp_path: Path, text: str | bytes, told: str) -> None:
    """In one sentence, with the file's name."""
    file = written(tmp_path, text)
    with pytest.raises(PromptError) as refused:
        read_prompt(file)
    assert told in str(refused.value)
    assert str(file) in str(refused.value)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    """As one that cannot be read."""
    with pytest.raises(PromptError, match="can be read"):
        read_prompt(tmp_path / "none.md")
