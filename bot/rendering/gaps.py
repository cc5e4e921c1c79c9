"""The gap list in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.language.saying import say
from bot.rendering.text import clipped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.improving.gaps import Gap
    from bot.language.language import Language

_QUESTION: Final = 90

REASON_KEYS: Final = {
    "unanswered": "reason.unanswered",
    "not helpful": "reason.not-helpful",
    "wrong source": "reason.wrong-source",
    "outdated": "reason.outdated",
    "not answered": "reason.not-answered",
    "misleading": "reason.misleading",
}


def gap_lines(gaps: Iterable[Gap], language: Language) -> list[str]:
    """A line for each gap: ten fit into one message."""
    return [
        "- "
        + say(
            language,
            "gaps.row",
            times=gap.times,
            question=clipped(gap.question, _QUESTION),
            reasons=", ".join(say(language, REASON_KEYS[reason]) for reason, _ in gap.reasons),
            when=f"<t:{gap.last}:R>",
        )
        for gap in gaps
    ]
