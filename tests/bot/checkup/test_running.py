"""Every check is a process: what hangs, crashes or is missing is told, and the others are made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.checkup import configuration, installation
from bot.checkup.finding import Level
from bot.checkup.running import CHECKS, Check, examine

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

PYTHON = Check("python", installation.python)
SETTINGS = Check("settings", configuration.settings)
NATIVE = Check("compiled packages", installation.native)


def test_every_check_has_a_name_of_its_own() -> None:
    assert len({check.name for check in CHECKS}) == len(CHECKS)


def test_checks_are_told_in_their_order() -> None:
    found = list(examine(checks=[PYTHON, SETTINGS]))
    assert [(one.check, one.level) for one in found] == [
        ("python", Level.OK),
        ("settings", Level.PROBLEM),
    ]


def test_a_check_that_hangs_is_ended_and_the_next_is_made() -> None:
    found = list(examine(checks=[Check("settings", configuration.settings, 0.01), PYTHON]))
    assert found[0].level is Level.PROBLEM
    assert "no result within" in found[0].sentence
    assert (found[1].check, found[1].level) == ("python", Level.OK)


def test_a_package_for_another_machine_ends_its_check_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "numpy.py").write_text("import os\nos.abort()\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    crashed, python = examine(checks=[NATIVE, PYTHON])
    assert (crashed.level, "ended by SIGABRT" in crashed.sentence) == (Level.PROBLEM, True)
    assert python.level is Level.OK


def test_a_package_that_lacks_a_library_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "numpy.py").write_text("raise ImportError('libblas.so.3: cannot open')\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    (finding,) = examine(checks=[NATIVE])
    assert finding.level is Level.PROBLEM
    assert "numpy does not load (libblas.so.3: cannot open)" in finding.sentence


def test_a_missing_package_says_what_to_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pydantic_settings.py").write_text(
        "raise ModuleNotFoundError(name='pydantic_settings')\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    (finding,) = examine(checks=[SETTINGS])
    assert "pydantic_settings is not installed; run `make install`" in finding.sentence


def test_how_a_check_failed_is_told_without_its_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They may hold a secret."""
    (tmp_path / "pydantic_settings.py").write_text("raise RuntimeError('hunter2')\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    (finding,) = examine(checks=[SETTINGS])
    assert "the check failed with RuntimeError" in finding.sentence
    assert "hunter2" not in finding.sentence
