"""How a verbatim quote reads as a statement: citation marks go, words stay as they are."""

from __future__ import annotations

import re
from typing import Final

from bot.answering.vocabulary import ABSTRACT_LABEL

_CITATION_MARKS: Final = re.compile(
    r"\s*\[\s*\d{1,3}(?:\s*[-–,;]\s*\d{1,3})*\s*\]"  # [12], [3, 4–6]
    r"|\s*\((?:[^()]*\bet al\.?,?\s*\(?\d{4}[a-z]?\)?[^()]*)\)"  # (Smith et al., 2010; …)
    r"|\s*\((?:see\s+)?(?:Fig(?:ure|\.)?s?|Tables?|Box|Appendix|Supplementary)\b[^()]*\)",
    re.IGNORECASE,
)
_LABEL: Final = re.compile(rf"^{ABSTRACT_LABEL}")
_ADVERB: Final = re.compile(
    r"^(?:However|Moreover|Furthermore|Additionally|In addition|Also|Finally|Indeed|Interestingly|"
    r"Importantly|Notably|Therefore|Thus|Hence|Consequently|Overall|And|But|So),?\s+(?=\w)"
)
_SPACE_BEFORE_MARK: Final = re.compile(r"\s+([,.;:!?])(?=\s|$)")


def phrased(quote: str) -> str:
    """The quote without citation marks, an abstract's labels or a leading "However,", on one line."""
    text = _LABEL.sub("", " ".join(quote.split()), count=1)
    text = _SPACE_BEFORE_MARK.sub(r"\1", _CITATION_MARKS.sub("", text))
    opening = _ADVERB.match(text)
    if opening and "," in opening.group():
        text = text[opening.end() :]
        text = text[:1].upper() + text[1:]
    return text
