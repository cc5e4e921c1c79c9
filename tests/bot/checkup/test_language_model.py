"""The language model is asked for a word: what keeps it from answering is told, and no secret."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from bot.answering.model.failures import Reason
from bot.checkup import language_model
from bot.checkup.finding import Level
from bot.model_settings import ModelSettings
from tests.bot.answering.model.scripted import fails, says, scripted

if TYPE_CHECKING:
    from bot.checkup.finding import Finding
    from bot.checkup.places import Places
    from tests.bot.answering.model.scripted import Handler

KEY = "sk-hunter2"


def looked(where: Places) -> list[Finding]:
    return list(language_model.language_model(where))


def test_none_is_well(where: Places) -> None:
    (finding,) = looked(where)
    assert (finding.level, "none is configured" in finding.sentence) == (Level.OK, True)


def test_settings_that_cannot_be_read_are_told_elsewhere(
    where: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOOTNOTE_LLM_API_KEY", KEY)
    assert looked(where) == []


@pytest.mark.enable_socket
@pytest.mark.parametrize(
    ("does", "level", "said"),
    [
        pytest.param(says("Yes."), Level.OK, "begins to answer", id="answers"),
        pytest.param(fails(401, KEY), Level.PROBLEM, "FOOTNOTE_LLM_API_KEY", id="another key"),
        pytest.param(fails(404), Level.PROBLEM, "FOOTNOTE_LLM_MODEL", id="another model"),
        pytest.param(fails(503), Level.WARNING, "FOOTNOTE_LLM_SECONDS", id="loading"),
        pytest.param(fails(500, KEY), Level.PROBLEM, "not as agreed", id="broken"),
        pytest.param(None, Level.PROBLEM, "FOOTNOTE_LLM_BASE_URL", id="nobody there"),
    ],
)
async def test_what_to_mend_is_told(
    does: Handler | None,
    level: Level,
    said: str,
    where: Places,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A report may be pasted anywhere."""
    monkeypatch.setenv("FOOTNOTE_LLM_MODEL", "small")
    monkeypatch.setenv("FOOTNOTE_LLM_API_KEY", KEY)
    async with scripted(does or says()) as endpoint:
        url = endpoint.url if does else "http://127.0.0.1:9/v1"
        monkeypatch.setenv("FOOTNOTE_LLM_BASE_URL", url)
        (finding,) = await asyncio.to_thread(looked, where)
    assert (finding.level, said in finding.sentence) == (level, True)
    assert KEY not in finding.sentence
    assert "127.0.0.1" not in finding.sentence


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_a_sentence(reason: Reason) -> None:
    settings = ModelSettings(llm_base_url="http://127.0.0.1:9/v1", llm_model="small")
    finding = language_model.finding(reason, settings)
    assert finding.level is not Level.OK
    assert finding.sentence
