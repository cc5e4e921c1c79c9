"""Words that take a limit off again: "in all articles", "without the filter", "anywhere"."""

from __future__ import annotations

import re
from typing import Final

_ALL: Final = (
    r"(?:(?:look(?:ing)?|search(?:ing)?|ask(?:ing)?)\s+)?(?:"
    r"(?:in|into|from|across|over|through|among|of)\s+(?:all|any|every)\s+(?:of\s+)?(?:(?:the|your|our)\s+)?"
    r"(?:articles?|papers?|sources?|stud(?:y|ies)|publications?|outlets?|journals?|years?|dates?|authors?|topics?|designs?)"
    r"|(?:in|across|through)\s+(?:the\s+)?(?:whole|entire|full)\s+library"
    r"|without\s+(?:(?:the|that|this|any|those|these)\s+)?(?:filters?|limits?|limitations|restrictions?)"
    r"|every\s?where|any\s?where|no\s+(?:filters?|limits?))"
)
_BESIDE: Final = r"(?:(?:and|but|now|then|please|again|instead|also)\b[\s,]*){0,4}"
_AT_END: Final = re.compile(
    # From the first of several marks on: from every one, many marks would be read again and again.
    rf"(?:^|(?<![\s,;:(–—-])[\s,;:(–—-]+){_BESIDE}{_ALL}(?:[\s,]+(?:please|now|then|instead|too|again))?[\s).?!…]*$",
    re.IGNORECASE,
)
_AT_START: Final = re.compile(rf"^{_BESIDE}{_ALL}\s*[,:;–—-]+\s*", re.IGNORECASE)


def widened(text: str) -> str | None:
    """`text` without the words that ask for all articles; None where it holds none.

    They count at its end or, with a comma, at its start: "in all studies of mice" is about mice.
    """
    for place in (_AT_END, _AT_START):
        found = place.search(text)
        if found:
            rest = (text[: found.start()] + text[found.end() :]).strip()
            return f"{rest}?" if rest and place is _AT_END and "?" in found.group() else rest
    return None
