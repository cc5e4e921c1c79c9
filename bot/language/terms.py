"""Fixed terms of the library's own vocabulary, such as designs and statuses, as a reader says them.

A term nobody translated, because a later version of the index brought it, is shown as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.language.saying import messages, say

if TYPE_CHECKING:
    from bot.language.language import Language

STATUS: Final = "status"
DESIGN: Final = "design"
SUBJECTS: Final = "subjects"
SECTION: Final = "section"
DIRECTION: Final = "direction"


def term(language: Language, kind: str, word: str, *, otherwise: str | None = None) -> str:
    """A word of this kind in the reader's language.

    Args:
        language: Of the reader.
        kind: `STATUS`, `DESIGN`, `SUBJECTS`, `SECTION` or `DIRECTION`.
        word: As the library has it.
        otherwise: What is said of a word that is not known; the word itself by default.
    """
    key = f"{kind}.{word.replace(' ', '-')}"
    if key in messages():
        return say(language, key)
    return word if otherwise is None else otherwise
