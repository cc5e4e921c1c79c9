"""Whether a question names somebody or something in order to leave them out: "not from Science", "except Smith"."""

from __future__ import annotations

import re
from typing import Final

# "Is there nothing in Nature?" denies nothing, and "why do none of the Guardian's readers …" neither.
_APART: Final = r"(?:^|(?<=[,;:.?!(\[–—-])|(?<=[,;:.?!–—-] )|(?<=\b(?:but|and) ))"
EXCEPT: Final = (
    rf"(?:{_APART}none\s+of|except(?:\s+for)?|excluding|exclude|other\s+than|apart\s+from|aside\s+from|besides|"
    r"(?:any|every)thing\s+but|all\s+but|but\s+not|without)"
)
_SMALL: Final = (
    r"(?:any|all|the|those|these|ones?|that|which|who|it|they|are|is|were|was|be|been|being|have|has|from|in|by|of|"
    r"either|both|published|written|articles?|papers?|studies|study|research|stories|news|anything)"
)
# "Nto" is too short to be mended as a slip, and would ask for what is to be left out.
_DENIED: Final = re.compile(
    rf"(?:[,;(]\s*)?(?:\b(?:and\s+|but\s+)?(?:not|nto|never|{_APART}(?:nothing|none)|(?:(?:by|in|from)\s+)?neither|non|no)\b-?|\b(?:do|does|did|is|are|was|were|have|has)n['’]?t\b"
    rf"|\b{EXCEPT}\b)(?:\s+{_SMALL})*\s*$",
    re.IGNORECASE,
)

_NEAR: Final = 160
"""Letters before what is mentioned in which the words that deny it may begin."""


def denied_from(question: str, mention: int) -> int | None:
    """Where the words begin that deny what is mentioned at this offset; None where nothing does."""
    found = _DENIED.search(question, max(0, mention - _NEAR), mention)
    return found.start() if found else None
