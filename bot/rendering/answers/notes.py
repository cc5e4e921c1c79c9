"""What became of an answer's sources since, each a dated line above it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.language.saying import say
from bot.language.terms import STATUS, term
from bot.rendering.limits import length
from bot.rendering.references import bracketed
from bot.rendering.text import clipped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.answering.answer import Answer
    from bot.language.language import Language
    from bot.state.revisions import Change, Revision

_ROOM: Final = 900
"""Letters for all notes; the newest stay."""

_QUESTION: Final = 300
_TITLE: Final = 120
_STATUS: Final = 60


def note_lines(revisions: Iterable[Revision], language: Language) -> tuple[str, ...]:
    """A line for each time something befell a source, oldest first."""
    lines = [
        say(
            language,
            "note.since",
            when=f"<t:{revision.found}:D>",
            what="; ".join(
                _told(change, bracketed(change.reference), language) for change in revision.changes
            ),
        )
        for revision in revisions
    ]
    kept: list[str] = []
    room = _ROOM
    for line in reversed(lines):
        room -= length(line) + 1
        if room < 0:
            break
        kept.insert(0, line)
    return tuple(kept)


def note_message(answer: Answer, changes: Iterable[Change], language: Language) -> str:
    """The same for who cannot be shown it on the answer: with the question, and titles for numbers."""
    titles = {reference.number: reference.title for reference in answer.references}
    question = clipped(answer.question, _QUESTION)
    lines = [
        "- " + _told(change, f"“{clipped(titles.get(change.reference, ''), _TITLE)}”", language)
        for change in changes
    ]
    return "\n".join((say(language, "note.direct"), f"> {question}", *lines[:8]))


def _told(change: Change, source: str, language: Language) -> str:
    if change.kind == "removed":
        return say(language, "note.removed", source=source)
    if change.kind == "reworded":
        return say(language, "note.reworded", source=source)
    if change.status in {"", "current"}:
        return say(language, "note.current", source=source)
    # A later version of the index may know a status that this one has no word for.
    status = clipped(term(language, STATUS, change.status), _STATUS)
    return say(language, "note.status", source=source, status=status)
