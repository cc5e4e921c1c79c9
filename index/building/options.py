"""How a build goes about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from index.building.report import BuildReport
    from index.store.generation import Generation

REMOVAL_SHARE: Final = 0.2
"""A build that would drop a greater share of the articles stops and asks: more often a folder was
not mounted than a fifth of a library unwanted."""


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """How a build goes about it.

    Attributes:
        allow_removals: Whether more than `REMOVAL_SHARE` of the articles may go.
        afresh: Leave the last generation aside, as where it is damaged: articles of other roots go.
        retry_failed: Read again what failed before, though it has not changed.
        wait: Wait for another build to end, instead of refusing.
        register: Retraction Watch's table; the library keeps it, and looks every article up in it
            from now on.
        approve: Looks at the last generation, the next one and its report before it is published;
            what it raises refuses it.
    """

    allow_removals: bool = False
    afresh: bool = False
    retry_failed: bool = False
    wait: bool = False
    register: Path | None = None
    approve: Callable[[Generation | None, Generation, BuildReport], None] | None = None
