"""A language model's words, read as if hostile: plain sentences, each with the passages it cites."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from index.passages.sentences import sentence_bounds

LONGEST_SENTENCE: Final = 400
"""Letters; a model that writes longer ones has lost its way."""

FEWEST_WORDS: Final = 3
"""Fewer say nothing: "Yes.", or a word that a passage told the model to say."""

MOST_CLAIMS: Final = 8

_THOUGHTS: Final = re.compile(r"^.*?</think(?:ing)?>", re.DOTALL | re.IGNORECASE)
_OPEN_THOUGHTS: Final = re.compile(r"<think(?:ing)?>.*$", re.DOTALL | re.IGNORECASE)
_NUMBERS: Final = r"\d{1,2}(?:\s*(?:,|;|-|–|and|&)\s*(?:passage\s*)?\d{1,2})*"
_BEFORE: Final = r"[\[【(]\s*\^?(?:(?:passages?|sources?|refs?\.?|references?|no\.?|#)\s*)?"
_BEHIND: Final = r"(?:†[^\]】]{0,20})?\s*[\]】)]"
_CITATION: Final = re.compile(f"{_BEFORE}({_NUMBERS}){_BEHIND}", re.IGNORECASE)
_BARE: Final = re.compile(r"\(\s*\d{1,2}(?:\s*[,;–-]\s*\d{1,2})*\s*\)")
"""In round brackets without a word: as often an item of a list or a count."""

_AFTER_STOP: Final = re.compile(
    rf"([.!?]+[\"”’)]*)((?:\s*{_BEFORE}{_NUMBERS}{_BEHIND})+)", re.IGNORECASE
)
_LIST_MARK: Final = re.compile(
    r"^\s*(?:(?:[-*•>#]+|\d{1,2}[.)])\s+)*(?:(?:answer|response)\s*:\s*)?", re.IGNORECASE
)
_EMPHASIS: Final = re.compile(r"\*\*|__|(?<!\w)[*_](?=\w)|(?<=\w)[*_](?!\w)|`")
_CODE: Final = re.compile(r"==|\(\)|</?\w|[^\W_]_[^\W_]|[{}]")
"""What no finding holds: a program, a tag, a file's or a tool's name."""

_SPACES: Final = re.compile(r"\s+([.,;:!?])")
_SEPARATOR: Final = re.compile(r"\s*(?:,|;|and|&)\s*")
_WORD: Final = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_JOINERS: Final = "\u200c\u200d"


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence that a model wrote.

    Attributes:
        text: Without marks of citations or emphasis, on one line, every letter of it visible.
        cites: Numbers it cites, in order; empty for none.
    """

    text: str
    cites: tuple[int, ...]


def claims_in(written: str, *, whole: bool = True) -> tuple[Claim, ...]:
    """The whole sentences of `written`; a last one that was cut off is left out.

    Args:
        written: What the model wrote so far.
        whole: Whether that is all. If not, the last sentence may yet get its citation and is left out.
    """
    answer = _OPEN_THOUGHTS.sub("", _THOUGHTS.sub("", _visible(written)))
    lines = answer.splitlines()
    found: list[Claim] = []
    for at, line in enumerate(lines):
        plain = _EMPHASIS.sub("", _LIST_MARK.sub("", line)).strip()
        # "It helped. [1]" cites as "It helped [1]." does.
        moved = _AFTER_STOP.sub(lambda m: f"{m.group(2)}{m.group(1)}", plain)
        bounds = list(sentence_bounds(moved))
        if not whole and at == len(lines) - 1:
            bounds = bounds[:-1]
        claims = (_claim(moved[start:end]) for start, end in bounds)
        found.extend(claim for claim in claims if claim)
    return tuple(found[:MOST_CLAIMS])


def _visible(text: str) -> str:
    """The text without letters that nobody sees; some scripts need joiners."""
    return "".join(
        letter
        for letter in text
        if letter in "\n\t" or letter in _JOINERS or unicodedata.category(letter)[0] != "C"
    )


def _claim(sentence: str) -> Claim | None:
    marks = [m for m in _CITATION.finditer(sentence) if not _BARE.fullmatch(m.group())]
    numbers = [number for mark in marks for number in _numbers(mark.group(1))]
    text = sentence
    for mark in reversed(marks):
        text = text[: mark.start()] + " " + text[mark.end() :]
    text = _SPACES.sub(r"\1", " ".join(text.split()))
    if numbers and text and text[-1] not in '.!?”"':
        text = f"{text}."
    whole = text[-1:] in {".", "!", "?", "”", '"'}
    if not whole or len(text) > LONGEST_SENTENCE or _CODE.search(text):
        return None
    words = _WORD.findall(text)
    if len(words) < FEWEST_WORDS:
        return None
    plain_start = words[0].isalpha() and words[0].islower() and text.startswith(words[0])
    return Claim(
        text[:1].upper() + text[1:] if plain_start else text, tuple(dict.fromkeys(numbers))
    )


def _numbers(listed: str) -> list[int]:
    found: list[int] = []
    for part in _SEPARATOR.split(listed.lower().replace("passage", "")):
        ends = [int(number) for number in re.findall(r"\d+", part)]
        if len(ends) > 1 and ends[0] <= ends[-1]:
            found.extend(range(ends[0], ends[-1] + 1))
        else:
            found.extend(ends)
    return found
