"""The tone a server chose for answers: how much is said, and what is said beside it.

The words of an answer are the articles'; a tone leaves some away or sets a reminder under them, and
changes none.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bot.language.saying import say

if TYPE_CHECKING:
    from bot.answering.answer import Answer
    from bot.language.language import Language

PLAIN: Final = "plain"
BRIEF: Final = "brief"
"""The first sentence alone; the whole answer is kept for the buttons."""
CAREFUL: Final = "careful"
"""With a reminder that studies give no advice."""

TONES: Final = (PLAIN, BRIEF, CAREFUL)


def shown(answer: Answer, tone: str) -> Answer:
    """What of the answer is shown at first."""
    if tone != BRIEF or not answer.statements:
        return answer
    statements = answer.statements[:1]
    cited = {citation.reference for citation in statements[0].citations}
    kept = tuple(reference for reference in answer.references if reference.number in cited)
    facts = tuple(fact for fact in answer.facts if fact.reference in cited)
    return replace(answer, statements=statements, references=kept, facts=facts)


def reminder(answer: Answer, tone: str, language: Language) -> str:
    """What the tone says under the answer."""
    if tone != CAREFUL or answer.abstained:
        return ""
    return "-# " + say(language, "answer.careful")
