"""A long sentence made short without another word: asides go, then what follows a clause's end.

What is cut stands in the quote under it. A cut never comes before a "but", an "unless" or the like:
what follows them changes what stands before.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FEWEST_WORDS: Final = 8
"""A cut that leaves fewer says too little."""

# "A(H1N1)" is a name.
_ASIDE: Final = re.compile(r"\s+\([^()]*\)(?![^\W_])")
_SENTENCE_END: Final = re.compile(r"(?<=[^\W\d_]{3}[.!?])\s+(?=[A-Z])")
_CLAUSE_END: Final = re.compile(
    r"\s*;\s+|\s*,\s+(?=(?:which|who|whose|where|when|while|with|and|including|such\s+as|so\s+that|resulting|suggesting"
    r"|indicating|leading|making|i\.e\.|e\.g\.)\b)|\s+[–—]\s+|:\s+"
)
_TURNS: Final = re.compile(
    r"[\s,]*\b(?:but|unless|except|although|though|however|only|not|nor|neither|if|whereas|yet|without|no)\b",
    re.IGNORECASE,
)
_OPEN: Final = re.compile(
    r"\b(?:either|both|neither|between|not\s+only|while|although|whereas|if|when|because|since|unless)\b",
    re.IGNORECASE,
)
_LISTED: Final = re.compile(r"\s*;\s+(?:and\s+|or\s+)?")
_FEWEST_LISTED: Final = 3
_MARK: Final = " …"


def shortened(text: str, most: int, keeps: Callable[[str], bool]) -> str:
    """At most `most` words of `text`, in order and as they stand; "" where no cut is short enough.

    Args:
        text: A statement; unchanged where it is short enough.
        most: Words.
        keeps: Whether a cut still says what the text does; the longest that does is taken. What is
            cut off within a sentence leaves "…".
    """
    if words_in(text) <= most:
        return text
    plain = _ASIDE.sub("", text)
    cuts = [cut for cut in (plain, *_cuts(plain)) if FEWEST_WORDS <= words_in(cut) <= most]
    return next((cut for cut in sorted(cuts, key=words_in, reverse=True) if keeps(cut)), "")


def words_in(text: str) -> int:
    """How many words a reader has to read."""
    return len(text.split())


def _cuts(text: str) -> Iterator[str]:
    for end in _SENTENCE_END.finditer(text):
        if not _TURNS.match(text, end.end()):
            yield text[: end.start()]
    for end in _CLAUSE_END.finditer(text):
        before = text[: end.start()]
        if _TURNS.match(text, end.end()) or _opens(before):
            continue
        yield before.rstrip(" ,;:") + _MARK
    # Of a list of clauses the one that answers, for itself.
    parts = _LISTED.split(text)
    if len(parts) >= _FEWEST_LISTED:
        for at, part in enumerate(parts[1:], start=1):
            if not _TURNS.match(part) and not _opens(part):
                yield f"… {part}" + ("" if at == len(parts) - 1 else _MARK)


def _opens(text: str) -> bool:
    """Whether the last sentence of `text` begins what only its rest ends."""
    last = _SENTENCE_END.split(text)[-1]
    opened = _OPEN.match(last)
    return bool(opened and "," not in last) or text.count("(") > text.count(")")
