"""New articles on a topic as one message."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.language.saying import say
from bot.rendering.limits import LAYOUT_TEXT, length
from bot.rendering.references import reference_line
from bot.rendering.text import clipped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answering.answer import Answer, Reference
    from bot.language.language import Language

_TOPIC: Final = 200
_SAID: Final = 500
_MOST: Final = 8
_RESERVED: Final = 600
"""Letters for what is not an article: the title, how many more there are, and how to end it."""


def digest_blocks(
    topic: str, news: Sequence[Reference], changed: Answer | None, language: Language
) -> tuple[str, ...]:
    """The message's blocks.

    Args:
        topic: As it was asked for.
        news: New articles that bear on it, the surest first.
        changed: What the library answers to the topic now, where that is not what it was.
        language: Of who reads it.
    """
    title = say(language, "digest.title", topic=clipped(topic, _TOPIC))
    said = _changed(changed, language) if changed else ""
    room = LAYOUT_TEXT - _RESERVED - length(title) - length(said)
    lines: list[str] = []
    for reference in news[:_MOST]:
        line = reference_line(reference, number=None, language=language)
        room -= length(line) + 1
        if room < 0:
            break
        lines.append(line)
    if len(lines) < len(news):
        lines.append(say(language, "digest.more", count=len(news) - len(lines)))
    blocks = (f"### {title}", "\n".join(lines), said)
    return tuple(block for block in blocks if block)


def _changed(answer: Answer, language: Language) -> str:
    if answer.abstained or not answer.statements:
        return say(language, "digest.no-answer")
    first = clipped(answer.statements[0].text, _SAID)
    return f"{say(language, 'digest.changed')}\n> {first}"
