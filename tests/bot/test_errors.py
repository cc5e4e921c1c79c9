"""The one door: each foreseen failure has a sentence, and nothing else is told but a code."""

from __future__ import annotations

from pathlib import Path

import discord
import pytest
from discord import app_commands
from structlog.testing import capture_logs

from bot.errors import (
    ForgottenError,
    LineFullError,
    NotReadyError,
    NotYoursError,
    QuestionError,
    TooSlowError,
    TooSoonError,
    explain,
    sentence_for,
)
from bot.language.language import Language
from bot.telling import place_in_line
from index.errors.library import DamagedGenerationError, LibraryNotWritableError
from tests.bot.english import english


@pytest.mark.parametrize(
    ("error", "said"),
    [
        pytest.param(
            QuestionError("notice.no-words"), english("notice.no-words"), id="no question"
        ),
        pytest.param(TooSoonError(0.2), "again in 1 second.", id="a moment"),
        pytest.param(TooSoonError(4.2), "again in 5 seconds.", id="some seconds"),
        pytest.param(LineFullError(20), "20 questions are already waiting", id="line full"),
        pytest.param(TooSlowError(60.0), "within 60 seconds", id="deadline"),
        pytest.param(NotReadyError("notice.not-ready"), "not ready", id="no library"),
        pytest.param(ForgottenError(), "no longer keep", id="forgotten"),
        pytest.param(NotYoursError(), "Only the person who asked", id="not yours"),
        pytest.param(
            DamagedGenerationError("g1", "/srv/library/spans.npy"), "cannot be read", id="damaged"
        ),
        pytest.param(
            LibraryNotWritableError(Path("/srv"), "full"),
            "cannot be read",
            id="another of the library's",
        ),
        pytest.param(app_commands.NoPrivateMessage(), "cannot use this here", id="a failed check"),
        pytest.param(app_commands.CommandNotFound("old", []), "--sync", id="an old command"),
    ],
)
def test_foreseen_failures_have_their_sentence(error: Exception, said: str) -> None:
    """In plain words, with no path and no name of a class."""
    sentence = sentence_for(error, where="test")
    assert said in sentence
    assert "/srv" not in sentence
    assert "Error" not in sentence


def test_the_log_says_what_to_do_where_members_are_told_that_it_does() -> None:
    """A disk that fails under a served library is an operator's to mend."""
    broken = DamagedGenerationError("g1", "its records cannot be read")
    with capture_logs() as logged:
        assert sentence_for(broken, where="/ask") == english("notice.library-trouble")
    (entry,) = logged
    assert entry["log_level"] == "error"
    assert entry["reason"] == str(broken)


@app_commands.command(name="ask")
async def ask(_: discord.Interaction) -> None:
    """A command for an error to come from."""


def test_a_refusal_in_a_command_is_logged_by_its_cause() -> None:
    with capture_logs() as logged:
        sentence_for(app_commands.CommandInvokeError(ask, LineFullError(20)), where="/ask")
    assert [entry["reason"] for entry in logged] == ["LineFullError"]


def test_an_unforeseen_failure_is_logged_under_the_code_that_is_shown() -> None:
    error = OSError(13, "Permission denied", "/srv/library/records.sqlite")
    with capture_logs() as logged:
        sentence = sentence_for(error, where="/ask")
    assert explain(error) is None
    assert "/srv" not in sentence
    (entry,) = logged
    assert entry["code"] in sentence
    assert entry["exc_info"] is error
    assert entry["where"] == "/ask"


def test_two_failures_have_two_codes() -> None:
    assert sentence_for(OSError(), where="a") != sentence_for(OSError(), where="a")


@pytest.mark.parametrize(
    ("place", "said"), [(1, "next in line"), (2, "number 2 in line"), (17, "number 17 in line")]
)
def test_places_in_line(place: int, said: str) -> None:
    assert said in place_in_line(place, Language.ENGLISH)
