"""`python -m scripts.doctor`: what it says of an installation, to people and to programs."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from bot.checkup import running
from bot.checkup.finding import ok, problem, warning
from scripts import doctor
from tests.making import FILLER, article, library_of

if TYPE_CHECKING:
    from pathlib import Path

    from bot.checkup.finding import Finding


def found(*findings: Finding) -> object:
    return lambda _: findings


@pytest.mark.parametrize(
    ("findings", "code"),
    [
        ((ok("python", "well"),), 0),
        ((ok("python", "well"), warning("memory", "little")), 1),
        ((warning("memory", "little"), problem("library", "gone\x1b[2J"), ok("clock", "well")), 2),
        ((), 0),
    ],
)
def test_the_exit_code_is_that_of_the_gravest_finding(
    findings: tuple[Finding, ...],
    code: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(doctor, "examine", found(*findings))
    assert doctor.main([]) == code
    shown = capsys.readouterr().out
    assert all(one.check in shown for one in findings)
    assert "\x1b" not in shown


def test_json_counts_what_is_amiss(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    findings = (ok("python", "well"), warning("memory", "little"), problem("library", "gone"))
    monkeypatch.setattr(doctor, "examine", found(*findings))
    assert doctor.main(["--json"]) == 2
    told = json.loads(capsys.readouterr().out)
    assert (told["warnings"], told["problems"]) == (1, 1)
    assert told["findings"][2] == {"check": "library", "level": "problem", "sentence": "gone"}


def test_a_broken_installation_from_end_to_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A misspelt setting, a token of no form and a damaged generation, all at once."""
    for name in [name for name in os.environ if name.upper().startswith("FOOTNOTE_")]:  # noqa: TID251
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FOOTNOTE_DISCORD_TOKEN", "hunter2hunter2")
    monkeypatch.setenv("FOOTNOTE_LIBARY", "elsewhere")
    library = library_of(tmp_path / "books", article("Bees", FILLER))
    file = library.folder / "generations" / library.current() / "records.sqlite"
    file.write_bytes(file.read_bytes()[:-1] + b"\x01")
    wanted = [one for one in running.CHECKS if one.name in {"settings", "database", "library"}]
    monkeypatch.setattr(doctor, "examine", lambda folder: running.examine(folder, checks=wanted))
    assert doctor.main(["--library", str(library.folder), "--json"]) == 2
    shown = capsys.readouterr().out
    assert "hunter2" not in shown
    told = [(one["check"], one["level"]) for one in json.loads(shown)["findings"]]
    assert told == [
        ("settings", "problem"),
        ("database", "ok"),
        ("library", "problem"),
    ]


def test_ctrl_c_ends_it_quietly(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(_: object) -> object:
        raise KeyboardInterrupt

    monkeypatch.setattr(doctor, "examine", interrupted)
    assert doctor.main([]) == 130
    assert capsys.readouterr().err == "stopped\n"


def test_without_rich_it_still_speaks(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It may be what is missing."""
    monkeypatch.setattr(doctor, "examine", found(problem("packages", "not installed: rich")))
    for name in ("rich.table", "rich.console"):
        monkeypatch.setitem(__import__("sys").modules, name, None)
    assert doctor.main([]) == 2
    assert capsys.readouterr().out.split() == ["problem", "packages", "not", "installed:", "rich"]
