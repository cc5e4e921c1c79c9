"""Folders beside the generations that are none: a build under way, what a killed one left, what is being removed."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

_STAGING: Final = ".staging-"


def staging_in(generations: Path) -> Path:
    """Where this process stages a generation; made by whoever fills it."""
    return generations / f"{_STAGING}{os.getpid()}"


def discard(folder: Path) -> None:
    """Remove a generation or what was to be one."""
    # Out of sight in one step: a kill half-way leaves rubbish, never half a generation.
    rubbish = folder.with_name(f"{_STAGING}gone-{folder.name}")
    folder.replace(rubbish)
    shutil.rmtree(rubbish)


def clear_staged(generations: Path) -> None:
    """Remove what killed builds left; only with the library's lock in hand."""
    for left in generations.glob(f"{_STAGING}*"):
        shutil.rmtree(left)
