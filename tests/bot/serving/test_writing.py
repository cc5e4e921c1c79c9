"""A language model's settings: what works together, and what is told where it does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.errors import SettingsError
from bot.model_settings import ModelSettings
from bot.serving.writing import writer_of
from bot.settings import load_settings

if TYPE_CHECKING:
    from pathlib import Path

KEY = "sk-hunter2"
GOOD = {"BASE_URL": "http://127.0.0.1:8080/v1", "MODEL": "small"}


@pytest.fixture(autouse=True)
def _no_settings_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    import os  # noqa: PLC0415

    for name in [name for name in os.environ if name.upper().startswith("FOOTNOTE_")]:  # noqa: TID251
        monkeypatch.delenv(name)


def loaded(folder: Path, **values: str) -> ModelSettings:
    file = folder / ".env"
    file.write_text("".join(f"FOOTNOTE_LLM_{name}={value}\n" for name, value in values.items()))
    return load_settings(ModelSettings, env_file=file)


def test_without_an_address_there_is_no_model(tmp_path: Path) -> None:
    """And so nothing leaves the machine."""
    assert writer_of(loaded(tmp_path)) is None


def test_an_address_and_a_name_are_a_model(tmp_path: Path) -> None:
    """The key is shown by nothing."""
    settings = loaded(tmp_path, **GOOD, API_KEY=KEY)
    assert writer_of(settings) is not None
    assert KEY not in repr(settings)
    assert KEY not in repr(writer_of(settings))


@pytest.mark.parametrize(
    ("values", "told"),
    [
        pytest.param({"MODEL": "small"}, "LLM_MODEL is set, and FOOTNOTE_LLM_BASE_URL is not", id="no address"),
        pytest.param({"API_KEY": KEY}, "LLM_API_KEY is set, and FOOTNOTE_LLM_BASE_URL is not", id="a key alone"),
        pytest.param({"BASE_URL": GOOD["BASE_URL"]}, "FOOTNOTE_LLM_MODEL is not", id="no model"),
        pytest.param({**GOOD, "BASE_URL": "localhost"}, "FOOTNOTE_LLM_BASE_URL: it must be a whole", id="no address at all"),
        pytest.param({**GOOD, "BASE_URL": "http://api.example.com/v1", "API_KEY": KEY}, "https://", id="a key in the open"),
        pytest.param({**GOOD, "MODEL": "Extractive"}, "FOOTNOTE_LLM_MODEL", id="a name that says no model"),
        pytest.param({**GOOD, "API_KEY": f"'{KEY} {KEY}'"}, "FOOTNOTE_LLM_API_KEY", id="two keys"),
        pytest.param({**GOOD, "TEMPERATURE": "3"}, "FOOTNOTE_LLM_TEMPERATURE", id="too hot"),
        pytest.param({**GOOD, "SECONDS": "0"}, "FOOTNOTE_LLM_SECONDS", id="no time"),
        pytest.param({**GOOD, "CONTEXT_TOKENS": "600"}, "leaves 0 tokens", id="no room"),
        pytest.param({**GOOD, "PROMPT": "/nowhere/prompt.md"}, "FOOTNOTE_LLM_PROMPT: cannot use the prompt", id="no prompt"),
        pytest.param({**GOOD, "URL": "x"}, "there is no setting FOOTNOTE_LLM_URL", id="misspelt"),
    ],
)  # fmt: skip
def test_what_does_not_work_is_told_at_start(
    tmp_path: Path, values: dict[str, str], told: str
) -> None:
    """By the setting's name, and never with a key."""
    with pytest.raises(SettingsError) as refused:
        loaded(tmp_path, **values)
    assert told in str(refused.value)
    assert KEY not in str(refused.value)
    assert len(refused.value.complaints) == 1


def test_a_prompt_of_ones_own_is_used(tmp_path: Path) -> None:
    """The one of a maintainer, in place of ours."""
    file = tmp_path / "prompt.md"
    file.write_text("Mine.\n---\n{mark} {passages} {mark} {question}")
    writer = writer_of(loaded(tmp_path, **GOOD, PROMPT=str(file)))
    assert writer
    assert writer._prompt.system == "Mine."
