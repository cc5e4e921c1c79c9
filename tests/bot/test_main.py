"""`python -m bot` before it ever connects: exit codes, one sentence, and no secret."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bot.health import Health, write_health

PROJECT = Path(__file__).resolve().parents[2]
TOKEN = "M" * 24 + ".GabcdE." + "x" * 38


def run(tmp_path: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    clean = {k: v for k, v in os.environ.items() if not k.upper().startswith("FOOTNOTE_")}  # noqa: TID251 - a child's environment
    named = {f"FOOTNOTE_{name.upper()}": value for name, value in settings.items()}
    return subprocess.run(  # noqa: S603 - our own module
        [sys.executable, "-m", "bot", *arguments],
        cwd=tmp_path,
        env=clean | {"PYTHONPATH": str(PROJECT)} | named,
        capture_output=True,
        text=True,
        timeout=50,
        check=False,
    )


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        pytest.param({}, "FOOTNOTE_DISCORD_TOKEN is not set", id="no token"),
        pytest.param({"discord_token": ""}, "FOOTNOTE_DISCORD_TOKEN is not set", id="empty token"),
        pytest.param({"discord_token": "hunter2"}, "does not look like", id="no token at all"),
        pytest.param({"discord_tokn": TOKEN}, "did you mean FOOTNOTE_DISCORD_TOKEN", id="misspelt"),
        pytest.param(
            {"discord_token": TOKEN, "workers": "many"}, "FOOTNOTE_WORKERS", id="no number"
        ),
        pytest.param(
            {"discord_token": TOKEN, "state": "/dev/null/state"}, "FOOTNOTE_STATE", id="no state"
        ),
        pytest.param(
            {"discord_token": TOKEN, "database_url": "postgres://u:hush@h/d"},
            "FOOTNOTE_DATABASE_URL",
            id="no database",
        ),
    ],
)
def test_what_keeps_it_from_starting_is_one_sentence(
    settings: dict[str, str], said: str, tmp_path: Path
) -> None:
    ended = run(tmp_path, **settings)
    assert ended.returncode == 2
    assert said in ended.stderr
    assert len(ended.stderr.strip().splitlines()) == 1
    for secret in (TOKEN, "hunter2", "hush"):
        assert secret not in ended.stderr + ended.stdout


def test_health_is_an_exit_code(tmp_path: Path) -> None:
    """It needs no token and loads nothing heavy."""
    assert run(tmp_path, "--health").returncode == 1
    (tmp_path / "state").mkdir()
    write_health(tmp_path / "state", Health(time.time(), True, "g1", ""))
    well = run(tmp_path, "--health")
    assert (well.returncode, well.stdout.strip()) == (0, "well")


def test_help_names_every_way(tmp_path: Path) -> None:
    told = run(tmp_path, "--help")
    assert told.returncode == 0
    for option in ("--sync", "--sync-guild", "--health"):
        assert option in told.stdout
