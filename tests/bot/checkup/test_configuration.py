"""Settings and the file that holds them: what is amiss is told, and never a value."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.checkup import configuration
from bot.checkup.finding import Level

if TYPE_CHECKING:
    from pathlib import Path

    from bot.checkup.finding import Finding
    from bot.checkup.places import Places

TOKEN = "M" * 24 + ".GabcdE." + "x" * 38


def told(where: Places) -> list[Finding]:
    return list(configuration.settings(where))


def test_good_settings(where: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOOTNOTE_DISCORD_TOKEN", TOKEN)
    monkeypatch.setenv("FOOTNOTE_WORKERS", "1")
    (finding,) = told(where)
    assert finding.level is Level.OK
    assert "token has a token's form" in finding.sentence


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        pytest.param("FOOTNOTE_DISCORD_TOKEN", "sesame-open-sesame", "FOOTNOTE_DISCORD_TOKEN", id="no token's form"),
        pytest.param("FOOTNOTE_DISCORD_TOKEN", f"Bot {TOKEN}", "FOOTNOTE_DISCORD_TOKEN", id="a word before it"),
        pytest.param("FOOTNOTE_LIBARY", "secret-place", "did you mean FOOTNOTE_LIBRARY?", id="misspelt"),
        pytest.param("FOOTNOTE_WORKERS", "secret-many", "FOOTNOTE_WORKERS", id="no number"),
    ],
)  # fmt: skip
def test_what_is_amiss_is_named_and_its_value_is_not(
    name: str, value: str, said: str, where: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A report may be pasted anywhere."""
    monkeypatch.setenv("FOOTNOTE_DISCORD_TOKEN", TOKEN)
    monkeypatch.setenv(name, value)
    findings = told(where)
    assert [one.level for one in findings] == [Level.PROBLEM]
    assert said in findings[0].sentence
    assert value not in findings[0].sentence
    assert TOKEN not in findings[0].sentence


def test_no_token_is_a_problem(where: Places) -> None:
    (finding,) = told(where)
    assert (finding.level, "is not set" in finding.sentence) == (Level.PROBLEM, True)


def test_more_workers_than_cores_gain_nothing(
    where: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOOTNOTE_DISCORD_TOKEN", TOKEN)
    monkeypatch.setenv("FOOTNOTE_WORKERS", "64")
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    assert [one.level for one in told(where)] == [Level.OK, Level.WARNING]


@pytest.mark.parametrize(
    ("mode", "level"), [(0o600, Level.OK), (0o640, Level.WARNING), (0o644, Level.WARNING)]
)
def test_a_file_with_a_token_is_its_owners_alone(
    mode: int, level: Level, where: Places, tmp_path: Path
) -> None:
    file = tmp_path / ".env"
    file.write_text(f"FOOTNOTE_DISCORD_TOKEN={TOKEN}\n")
    file.chmod(mode)
    (finding,) = configuration.env_file(where)
    assert finding.level is level
    assert TOKEN not in finding.sentence


def test_a_folder_named_env_is_no_file_of_settings(where: Places, tmp_path: Path) -> None:
    (tmp_path / ".env").mkdir()
    (finding,) = configuration.env_file(where)
    assert (finding.level, "it is no file" in finding.sentence) == (Level.PROBLEM, True)


def test_no_file_of_settings_is_well(where: Places) -> None:
    (finding,) = configuration.env_file(where)
    assert finding.level is Level.OK


def test_a_file_that_this_user_may_not_read() -> None:
    finding = configuration.env_file_finding(0o100600, readable=False)
    assert (finding.level, "may not read it" in finding.sentence) == (Level.PROBLEM, True)
