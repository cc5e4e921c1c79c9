"""The gap list in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.language.saying import say
from bot.rendering.limits import CONTENT, length
from bot.rendering.text import clipped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.improving.gaps import Gap
    from bot.language.language import Language

_QUESTION: Final = 90
_SHOWN: Final = 10
_AROUND: Final = 80
"""How many more there are, and what sets the parts apart."""

REASON_KEYS: Final = {
    "unanswered": "reason.unanswered",
    "not helpful": "reason.not-helpful",
    "wrong source": "reason.wrong-source",
    "outdated": "reason.outdated",
    "not answered": "reason.not-answered",
    "misleading": "reason.misleading",
}


def gaps_text(gaps: Sequence[Gap], language: Language) -> str:
    """The first gaps, a line each for as long as they fit into one message; how many more there are."""
    title, hint = say(language, "gaps.title"), say(language, "gaps.file")
    room = CONTENT - length(title) - length(hint) - _AROUND
    lines: list[str] = []
    for gap in gaps[:_SHOWN]:
        line = _line(gap, language)
        room -= length(line) + 1
        if room < 0:
            break
        lines.append(line)
    if len(lines) < len(gaps):
        lines.append(say(language, "gaps.more", count=len(gaps) - len(lines)))
    return f"### {title}\n" + "\n".join(lines) + f"\n-# {hint}"


def _line(gap: Gap, language: Language) -> str:
    told = say(
        language,
        "gaps.row",
        times=gap.times,
        question=clipped(gap.question, _QUESTION),
        reasons=", ".join(say(language, REASON_KEYS[reason]) for reason, _ in gap.reasons),
        when=f"<t:{gap.last}:R>",
    )
    return f"- {told}"
