"""What a check has to say: how grave it is, and one sentence that tells what to do."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class Level(str, Enum):  # noqa: UP042 - an older Python, which is one of the findings, has no StrEnum
    """How grave a finding is."""

    OK = "ok"
    WARNING = "warning"
    PROBLEM = "problem"


class Finding(NamedTuple):
    """One thing a check found.

    Attributes:
        check: What was looked at, in a word or two.
        level: How grave it is.
        sentence: What is so; and where it is not well, what to do.
    """

    check: str
    level: Level
    sentence: str


def ok(check: str, sentence: str) -> Finding:
    """It is as it should be."""
    return Finding(check, Level.OK, sentence)


def warning(check: str, sentence: str) -> Finding:
    """It works, and may not for long or not for everyone."""
    return Finding(check, Level.WARNING, sentence)


def problem(check: str, sentence: str) -> Finding:
    """Something does not work until it is mended."""
    return Finding(check, Level.PROBLEM, sentence)
