"""Several questions in one message, each made whole: "what is gout, and how is it treated?" are two.

Looked up as one, they are near to no article in particular, and at most one of them is answered.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.answering.questions.chatter import bare
from bot.answering.questions.conversation import ATTRIBUTE, understood
from bot.answering.questions.phrases import AUXILIARIES, focus_of, phrases_in
from bot.answering.questions.turns import Turn
from bot.answering.records.asked import asked_facts

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST: Final = 3
"""Questions that are answered at once, as many as an answer has statements; more are looked up as one."""

_ASKING: Final = r"(?:what|which|who|whom|whose|how|why|when|where)"
_VERB: Final = rf"(?:{'|'.join(sorted(AUXILIARIES))})"
_BEGINS: Final = (
    rf"(?:{_ASKING}(?:\W?s)?\s+{_VERB}|(?:what|which|how\s+(?:many|much|long|often))\s+(?:[\w-]+\s+){{1,2}}?{_VERB}"
    r"|who\s+(?:[a-z]+(?:s|ed)|wrote|did|made|led|found))\b"
)
_END: Final = re.compile(r"(?<=[?？])\s*")
_NEXT: Final = re.compile(
    rf"(?:\s*,\s*(?:and\s+)?|\s+(?:and|&)\s+)(?:also\s+|then\s+)?(?={_BEGINS})", re.IGNORECASE
)
"""Between two questions of one sentence; "when and where was it" is one."""

_ASKS: Final = re.compile(rf"^\W*(?:{_ASKING}|{_VERB})\b", re.IGNORECASE)
_OPENING: Final = re.compile(r"^(?:(?:and|also|but|or|plus|then)\b[\s,]*)+", re.IGNORECASE)
_POINTER: Final = re.compile(r"\b(?:(its|their)|it|they|them|this|these)\b", re.IGNORECASE)
_WHAT_IS: Final = re.compile(r"what(?:\W?s|\s+(?:is|are|was|were))\s+(.+)", re.IGNORECASE)
_WORD: Final = re.compile(r"\w+")
_FEWEST_WORDS: Final = 3
"""Of each question: "why?" or "which one?" behind another asks nothing that can be looked up."""

_TO_SOMEBODY: Final = re.compile(
    r"\b(?:you|u|anyone|anybody|someone|somebody)\b|\b(?:help|tell|show|give)\s+me\b", re.IGNORECASE
)
"""What is asked of whoever reads, and not of the library: "does anyone know?", "what do you think?"."""

_LONGEST: Final = 600


class Part(NamedTuple):
    """One of several questions.

    Attributes:
        typed: As asked.
        whole: With what it points back to put in.
        of_study: Whether it asks for a fact of the study that the question before it was answered from.
    """

    typed: str
    whole: str
    of_study: bool = False


def questions_in(text: str) -> tuple[Part, ...]:
    """The questions of a message that asks two or three; () for any other, and where one cannot be made whole."""
    typed = list(_typed(" ".join(text.split())[:_LONGEST]))
    if not 1 < len(typed) <= MOST or _POINTER.search(typed[0]):
        return ()
    parts = [Part(typed[0], typed[0])]
    for asked in typed[1:]:
        whole = _whole(asked, parts[-1].whole)
        if whole is None:
            return ()
        parts.append(whole)
    long = all(len(_WORD.findall(part.typed)) >= _FEWEST_WORDS for part in parts)
    return tuple(parts) if long and len({part.whole for part in parts}) == len(parts) else ()


def _typed(text: str) -> Iterator[str]:
    for sentence in _END.split(text):
        asked = _OPENING.sub("", bare(sentence))
        for part in _NEXT.split(asked) if _ASKS.match(asked) else ():
            if not _TO_SOMEBODY.search(part):
                yield f"{part.rstrip(' ?.!,')}?"


def _whole(typed: str, before: str) -> Part | None:
    """The question as one of its own, after the one before it; None where it cannot be made one."""
    facts, named = asked_facts(typed), asked_facts(before)
    if facts and not facts.about:
        if named and named.about:
            return Part(typed, _POINTER.sub(f"the {named.about} study", typed, count=1))
        return Part(typed, typed, of_study=True)
    wanted = _WHAT_IS.match(typed.rstrip("?"))
    # "What is the dose?" is that of what was asked before.
    attribute = wanted and not _POINTER.search(typed) and ATTRIBUTE.match(wanted.group(1))
    asked = f"and {attribute.group()}?" if attribute else typed
    meant = understood(asked, (Turn(before, "", private=False, at=0),))
    if meant.wish:
        return None  # another view of the answer is no second question
    whole = meant.question if meant.leaned_on else _pointed(typed, before)
    return Part(typed, whole) if whole else None


def _pointed(asked: str, before: str) -> str:
    """The question with what the one before it is about, where it names nothing itself; "" where that is unknown."""
    pointer = _POINTER.search(asked)
    if not pointer and phrases_in(asked):
        return asked
    focus = focus_of(before)
    if focus is None:
        return ""
    if not pointer:
        return f"{asked.rstrip('?')} {focus.text}?"  # "and what helps?"
    owned = f"{focus.text}'s" if pointer.group(1) else focus.text
    return f"{asked[: pointer.start()]}{owned}{asked[pointer.end() :]}"
