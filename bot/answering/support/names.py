"""Names, acronyms, codes and addresses of a statement: each stands in the span, letter for letter."""

from __future__ import annotations

import re
from typing import Final

_ODD: Final = re.compile(
    r"\b(?:https?|ftp|mailto|javascript|data)\s*:\S*|\bwww\.\S+|\S+@\S+|@\w+|<[^<>\s][^<>]*>|\S+\]\(|"
    r"\b[\w-]+\.(?:com|org|net|io|gg|example|ru|cn|xyz|info|dev|app|link|site|top|me|co|uk|de)\b(?:/\S*)?",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"[^\W_]+(?:[-‐‑–/.'’+][^\W_]+)*\+?")
_SENTENCE_START: Final = re.compile(r"(?:^|[.!?:]\s+|[\"“(]\s*)$")
_PLAIN: Final = re.compile(r"[-‐‑–/.'’\s]")
_CAPITALS: Final = 2


def missing_names(statement: str, span: str) -> list[str]:
    """What the statement names and the span does not: a name, an acronym, a code, an address."""
    there = _plain(span)
    words = {_plain(word) for word in _WORD.findall(span)}
    initials = _initials(span)
    return [name for name in _names(statement) if not _stands(name, there, words, initials)]


def _names(text: str) -> list[str]:
    found = [match.group() for match in _ODD.finditer(text)]
    rest = _ODD.sub(" ", text)
    for match in _WORD.finditer(rest):
        word = match.group()
        first = bool(_SENTENCE_START.search(rest[: match.start()]))
        if _is_code(word) or (not first and word[:1].isupper() and len(word) > 1):
            found.append(word)
    return found


def _is_code(word: str) -> bool:
    """Acronyms and mixtures of letters with figures or inner capitals: "SARS-CoV-2", "p53", "mRNA"."""
    letters = [c for c in word if c.isalpha()]
    capitals = sum(c.isupper() for c in letters)
    mixed = bool(letters) and any(c.isdigit() for c in word) and not word[0].isdigit()
    inner = any(c.isupper() for part in re.split(r"[-‐‑–/]", word) for c in part[1:])
    return mixed or (capitals >= _CAPITALS and inner)


def _stands(name: str, there: str, words: set[str], initials: str) -> bool:
    plain = _plain(name)
    if plain in words or plain.removesuffix("s") in words or f"{plain}s" in words:
        return True
    if _ODD.fullmatch(name) or len(plain) > _SHORT:
        return plain in there
    # "MTCT" for "mother-to-child transmission".
    return len(plain) >= _FEWEST_INITIALS and plain.isalpha() and plain in initials


_SHORT: Final = 4
_FEWEST_INITIALS: Final = 3


def _plain(text: str) -> str:
    return _PLAIN.sub("", text).casefold()


def _initials(text: str) -> str:
    return "".join(word[0] for word in re.findall(r"[^\W\d_]+", text)).casefold()
