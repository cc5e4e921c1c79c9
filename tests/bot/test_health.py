"""The health file, and what its reader makes of it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from bot.health import STALE_SECONDS, Health, complaint_in, write_health

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("age", "connected", "generation", "trouble", "complaint"),
    [
        pytest.param(0, True, "g1", "", "", id="well"),
        pytest.param(0, True, "g1", "g2 is damaged", "", id="a new generation is damaged"),
        pytest.param(STALE_SECONDS + 5, True, "g1", "", "sign of life", id="hangs"),
        pytest.param(0, False, "g1", "", "not connected", id="no gateway"),
        pytest.param(0, True, None, "run scripts.index", "run scripts.index", id="no library"),
        pytest.param(0, True, None, "", "still being opened", id="starting"),
    ],
)
def test_complaints(  # noqa: PLR0917 - a table's columns
    age: float,
    connected: bool,  # noqa: FBT001 - as above
    generation: str | None,
    trouble: str,
    complaint: str,
    tmp_path: Path,
) -> None:
    write_health(tmp_path, Health(time.time() - age, connected, generation, trouble))
    found = complaint_in(tmp_path)
    assert complaint in found
    assert bool(complaint) == bool(found)


@pytest.mark.parametrize("written", [None, "", "{", "[]", '{"at": 1}', '{"x": 1}'])
def test_no_file_and_rubbish_are_not_well(written: str | None, tmp_path: Path) -> None:
    if written is not None:
        (tmp_path / "health.json").write_text(written)
    assert "no bot" in complaint_in(tmp_path)
