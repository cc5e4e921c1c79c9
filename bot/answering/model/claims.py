"""A language model's words, read as if hostile: plain sentences, each with the passages it cites."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from index.sentences import sentence_bounds

LONGEST_SENTENCE: Final = 400
"""Letters; a model that writes longer ones has lost its way."""

MOST_CLAIMS: Final = 8

_THOUGHTS: Final = re.compile(r"^.*?</think(?:ing)?>", re.DOTALL | re.IGNORECASE)
_OPEN_THOUGHTS: Final = re.compile(r"<think(?:ing)?>.*$", re.DOTALL | re.IGNORECASE)
_NUMBERS: Final = r"\d{1,2}(?:\s*(?:,|;|-|–|and|&)\s*(?:passage\s*)?\d{1,2})*"
_BEFORE: Final = r"[\[【(]\s*\^?(?:(?:passages?|sources?|refs?\.?|references?|no\.?|#)\s*)?"
_BEHIND: Final = r"\s*[\]】)]"
_CITATION: Final = re.compile(f"{_BEFORE}({_NUMBERS}){_BEHIND}", re.IGNORECASE)
_BARE: Final = re.compile(r"\(\s*\d{1,2}(?:\s*[,;–-]\s*\d{1,2})*\s*\)")
"""In round brackets without a word: as often an item of a list or a count."""

_AFTER_STOP: Final = re.compile(
    rf"([.!?]+[\"”’)]*)((?:\s*{_BEFORE}{_NUMBERS}{_BEHIND})+)", re.IGNORECASE
)
_LIST_MARK: Final = re.compile(r"^\s*(?:[-*•>#]+|\d{1,2}[.)])\s+")
_EMPHASIS: Final = re.compile(r"\*\*|__|(?<!\w)[*_](?=\w)|(?<=\w)[*_](?!\w)|`")
_SPACES: Final = re.compile(r"\s+([.,;:!?])")


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence that a model wrote.

    Attributes:
        text: Without marks of citations or emphasis, on one line.
        cites: Numbers it cites, in order; empty for none.
    """

    text: str
    cites: tuple[int, ...]


def claims_in(written: str) -> tuple[Claim, ...]:
    """The whole sentences of `written`; a last one that was cut off is left out."""
    answer = _OPEN_THOUGHTS.sub("", _THOUGHTS.sub("", written))
    found: list[Claim] = []
    for line in answer.splitlines():
        plain = _EMPHASIS.sub("", _LIST_MARK.sub("", line)).strip()
        # "It helped. [1]" cites as "It helped [1]." does.
        moved = _AFTER_STOP.sub(lambda m: f"{m.group(2)}{m.group(1)}", plain)
        for start, end in sentence_bounds(moved):
            claim = _claim(moved[start:end])
            if claim is not None:
                found.append(claim)
            if len(found) == MOST_CLAIMS:
                return tuple(found)
    return tuple(found)


def _claim(sentence: str) -> Claim | None:
    marks = [m for m in _CITATION.finditer(sentence) if not _BARE.fullmatch(m.group())]
    numbers = [number for mark in marks for number in _numbers(mark.group(1))]
    text = sentence
    for mark in reversed(marks):
        text = text[: mark.start()] + " " + text[mark.end() :]
    text = _SPACES.sub(r"\1", " ".join(text.split()))
    whole = text[-1:] in {".", "!", "?", "”", '"', ")"}
    if not whole and numbers and text:
        text, whole = f"{text}.", True
    if not whole or len(text) > LONGEST_SENTENCE or not any(c.isalpha() for c in text):
        return None
    return Claim(
        text[:1].upper() + text[1:] if text.split()[0].isalpha() else text,
        tuple(dict.fromkeys(numbers)),
    )


def _numbers(listed: str) -> list[int]:
    found: list[int] = []
    for part in re.split(r"\s*(?:,|;|and|&)\s*", listed.lower().replace("passage", "")):
        ends = [int(number) for number in re.findall(r"\d+", part)]
        if len(ends) > 1 and ends[0] <= ends[-1]:
            found.extend(range(ends[0], ends[-1] + 1))
        else:
            found.extend(ends)
    return found
