"""A folder to examine, with no setting of this machine in the way."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from bot.checkup.places import Places

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def _no_settings_of_this_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in [name for name in os.environ if name.upper().startswith("FOOTNOTE_")]:  # noqa: TID251
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def where(tmp_path: Path) -> Places:
    """An installation in which nothing was made yet."""
    return Places(tmp_path / "library", tmp_path / "state", tmp_path)
