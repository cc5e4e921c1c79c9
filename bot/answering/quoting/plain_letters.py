"""What a text reads as once its disguises are off: hidden letters, look-alikes, figures for letters.

For rules that look for words, never for what is quoted or shown.
"""

from __future__ import annotations

import codecs
import re
import sys
import unicodedata
from base64 import b32decode, b64decode
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Iterator

_INVISIBLE: Final = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]"
)
_TAGS: Final = {0xE0000 + code: code for code in range(0x20, 0x7F)}
"""Unicode's tag letters: ASCII that no font draws."""

_LOOKALIKES: Final = str.maketrans(
    "АВЕІЈКМНОРСТХЅУаеіјкорсухѕԁһոΑΒΕΗΙΚΜΝΟΡΤΥΧΖαονıɡ",
    "ABEIJKMHOPCTXSYaeijkopcyxsdhnABEHIKMNOPTYXZaovig",
)
"""Cyrillic and Greek letters that a reader takes for Latin ones."""

_FIGURES: Final = str.maketrans("013457@$!", "oieastasi")
_MIXED: Final = re.compile(r"\b(?=\w*[^\W\d_])(?=\w*\d)\w{3,}\b")
_MIXED_WORDS: Final = 4
"""Words of letters and figures that make a text one in disguise: "p53 and IL6" is none."""

_SPACED: Final = re.compile(r"\b(?:[A-Za-z] ){4,}[A-Za-z]\b")


_CODED: Final = re.compile(r"[A-Za-z0-9+/]{24,}={0,6}|(?:[01]{8}\s+){3,}[01]{8}")
_ESCAPES: Final = re.compile(r"\\u([0-9a-fA-F]{4})|\\x([0-9a-fA-F]{2})|&#(\d{2,6});")
_PERCENTS: Final = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_LONGEST_CODE: Final = 20_000


def readings(text: str) -> tuple[str, ...]:
    """The text without disguise, and what it says in the codes that it holds."""
    shown = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text.translate(_TAGS)))
    latin = _SPACED.sub(lambda found: found.group().replace(" ", ""), _without_lookalikes(shown))
    held = tuple(_decoded(latin))
    if not held and len(_MIXED.findall(latin)) >= _MIXED_WORDS:
        latin = latin.translate(_FIGURES)
    return latin, *held


def ciphers(text: str) -> tuple[str, str]:
    """What the text says backwards and by the cipher ROT13."""
    return text[::-1], codecs.encode(text, "rot13")


def _decoded(text: str) -> Iterator[str]:
    if _PERCENTS.search(text):
        yield unquote(text)
    if _ESCAPES.search(text):
        yield _ESCAPES.sub(_letter, text)
    for match in _CODED.finditer(text[:_LONGEST_CODE]):
        for decode in (_bits, bytes.fromhex, _base64, _base32):
            try:
                found = decode(match.group()).decode("ascii")
            except (ValueError, UnicodeDecodeError):
                continue
            if found.isprintable():
                yield found


def _letter(match: re.Match[str]) -> str:
    four, two, decimal = match.groups()
    code = int(decimal) if decimal else int(four or two, 16)
    return chr(code) if code <= sys.maxunicode else ""


def _bits(code: str) -> bytes:
    return bytes(int(byte, 2) for byte in code.split())


def _base64(code: str) -> bytes:
    return b64decode(code.rstrip("=") + "=" * (-len(code.rstrip("=")) % 4), validate=True)


def _base32(code: str) -> bytes:
    return b32decode(code.rstrip("=") + "=" * (-len(code.rstrip("=")) % 8))


def _without_lookalikes(text: str) -> str:
    # Of a text in Cyrillic or Greek nothing is a disguise.
    latin = sum("a" <= letter <= "z" for letter in text.lower())
    return text.translate(_LOOKALIKES) if latin * 2 > len(text.replace(" ", "")) else text
