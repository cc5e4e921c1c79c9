"""Room, memory, the clock, Python and its packages: what is too little is told with what to do."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.checkup import installation, machine
from bot.checkup.finding import Level

if TYPE_CHECKING:
    from bot.checkup.places import Places

OK, WARNING, PROBLEM = Level.OK, Level.WARNING, Level.PROBLEM
GB = 1_000_000_000


def test_folders_that_will_be_made_are_judged_by_the_one_above(where: Places) -> None:
    findings = {one.check: one for one in machine.disk(where)}
    assert set(findings) == {"library", "state", "temp"}
    assert not where.library.exists()


def test_a_full_disk(where: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage("/")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=5_000_000))
    findings = list(machine.disk(where))
    assert {one.level for one in findings} == {PROBLEM}
    assert all("5 MB left; free some space" in one.sentence for one in findings)


def test_a_file_where_a_folder_should_be(where: Places) -> None:
    where.state.write_text("")
    findings = {one.check: one for one in machine.disk(where)}
    assert findings["state"].level is PROBLEM
    assert "is no folder" in findings["state"].sentence


def test_no_temporary_folder(where: Places) -> None:
    findings = {one.check: one for one in machine.disk(where._replace(temp=None))}
    assert (findings["temp"].level, "TMPDIR" in findings["temp"].sentence) == (PROBLEM, True)


@pytest.mark.parametrize(
    ("free", "writable", "spared", "level"),
    [
        (5 * GB, True, "", OK),
        (GB // 2, True, "", WARNING),
        (GB // 100, True, "", PROBLEM),
        (5 * GB, False, "", PROBLEM),
        (5 * GB, False, "only the indexer needs to", WARNING),
    ],
)
def test_a_folder(free: int, writable: bool, spared: str, level: Level) -> None:  # noqa: FBT001 - a row's value
    found = machine.folder_finding("state", Path("x"), free=free, writable=writable, spared=spared)
    assert found.level is level


@pytest.mark.parametrize(
    ("free", "limited", "level", "said"),
    [
        (4 * GB, False, OK, "is free"),
        (GB, False, WARNING, "larger machine"),
        (GB // 2, True, PROBLEM, "raise the limit"),
    ],
)
def test_memory(free: int, limited: bool, level: Level, said: str) -> None:  # noqa: FBT001 - a row's value
    finding = machine.memory_finding(free, limited=limited)
    assert (finding.level, said in finding.sentence) == (level, True)


def test_this_machines_memory_is_told(where: Places) -> None:
    (finding,) = machine.memory(where)
    assert "GB" in finding.sentence


def test_a_containers_limit_counts(
    where: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    limit = tmp_path / "memory.max"
    limit.write_text("300000000\n")
    monkeypatch.setattr(machine, "_LIMITS", (tmp_path / "none", limit))
    (finding,) = machine.memory(where)
    assert finding.level is PROBLEM
    assert "0.3 GB is the limit here" in finding.sentence


def test_a_clock_that_went_backwards(where: Places) -> None:
    (finding,) = machine.clock(where)
    assert finding.level is OK
    assert machine.clock_finding(0.0, newest=1_700_000_000.0).level is PROBLEM
    assert machine.clock_finding(1_700_000_000.0, newest=1_700_003_600.0).level is OK


@pytest.mark.parametrize(
    ("version", "prefixed", "level"),
    [((3, 9, 1), True, PROBLEM), ((3, 11, 7), False, WARNING), ((3, 13, 0), True, OK)],
)
def test_python(version: tuple[int, ...], prefixed: bool, level: Level) -> None:  # noqa: FBT001 - a row's value
    assert installation.python_finding(version, prefixed=prefixed).level is level


def test_packages_are_those_that_the_project_declares(where: Places) -> None:
    """As this very installation has them."""
    findings = list(installation.packages(where))
    assert findings[-1].level is OK
    assert [one.level for one in installation.python(where)] == [OK]


def test_a_missing_and_an_old_package_are_named() -> None:
    wanted = ["httpx>=0.28,<1", "numpy>=2", "uvloop; sys_platform == 'nowhere'"]
    missing, old = installation.package_findings(wanted, {"httpx": None, "numpy": "1.26.4"})
    assert (missing.level, "httpx" in missing.sentence) == (PROBLEM, True)
    assert "uvloop" not in missing.sentence
    assert (old.level, "numpy 1.26.4" in old.sentence) == (WARNING, True)


def test_a_build_for_graphics_cards_that_are_not_there() -> None:
    assert installation.torch_finding("2.13.0", cuda="12.8", gpu=False).level is WARNING
    assert installation.torch_finding("2.13.0", cuda="12.8", gpu=True).level is OK
    assert installation.torch_finding("2.13.0+cpu", cuda=None, gpu=False).level is OK
