"""The numbers of a statement: each stands in its span, with its unit, beside the same words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.answering.support.vocabulary import FRACTIONS, NUMERALS, SCALES, UNITS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_ANY_UNIT: Final = "|".join(re.escape(unit) for unit in sorted(UNITS, key=lambda u: -len(u)))
_SCALE: Final = "|".join(SCALES)
_WORDED: Final = "|".join(sorted(NUMERALS, key=lambda w: -len(w)))
_NUMBER: Final = re.compile(
    # "COVID-19", "IL-6" and "p53" are names; "2-year" and "95%CI" are numbers.
    r"(?P<money>[$€£]\s?)?(?<![\w.])(?<![A-Za-z]-)(?P<sign>(?<![\w)%])[-−–](?=\d))?"
    r"(?P<figure>\d{1,3}(?:[,\u2009\u202f\u00a0]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:[.·]\d+)?)"
    r"(?P<ordinal>st|nd|rd|th)?"
    rf"(?:\s(?P<scale>{_SCALE})s?)?"
    rf"(?:[\s-]?(?P<unit>{_ANY_UNIT})(?![^\W\d_]))?"
    rf"|\b(?P<word>(?:{_WORDED})(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine))?)\b"
    rf"(?:\s(?P<word_scale>{_SCALE})s?)?(?:[\s-](?P<word_unit>{_ANY_UNIT})(?![^\W\d_]))?"
    rf"|\b(?P<fraction>{'|'.join(FRACTIONS)})\b",
    re.IGNORECASE,
)
_CONTENT: Final = re.compile(r"[^\W\d_][\w'’-]+")
_WALL: Final = re.compile(
    r"[,;:()]|\b(?:and|or|while|whereas|but|versus|vs|against|compared)\b", re.IGNORECASE
)
_WALL_STEPS: Final = 3
"""Words that a comma or an "and" counts for when one asks which number a word belongs to."""

_NEAR: Final = 8
"""Words from a number within which a word can belong to it."""

_FEWEST_PARTED: Final = 2
_PARTED_SHARE: Final = 2 / 3
"""Of the words that belong to one number in both texts, the share that must have changed partners."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number where it stands.

    Attributes:
        value: In one form: "1468", "0.5", "1/2".
        unit: By its one name; "" for none or an unknown one.
        start: Offset in its text.
        end: Offset after it.
    """

    value: str
    unit: str
    start: int
    end: int


def quantities(text: str) -> tuple[Quantity, ...]:
    """Every number of `text`, in order; a range's ends share their unit."""
    found = [_quantity(match) for match in _NUMBER.finditer(text)]
    found = [each for each in found if each is not None]
    for at in range(len(found) - 2, -1, -1):
        between = text[found[at].end : found[at + 1].start].strip()
        # "12–15 mg", "from 12 to 15 mg", "12 or 15 mg".
        if not found[at].unit and between in {"-", "–", "—", "−", "to", "or", "and", ""}:
            unit = found[at + 1].unit
            found[at] = Quantity(found[at].value, unit, found[at].start, found[at].end)
    return tuple(found)


def _quantity(match: re.Match[str]) -> Quantity | None:
    part = match.groupdict()
    if part["fraction"]:
        return Quantity(FRACTIONS[part["fraction"].lower()], "", match.start(), match.end())
    if part["word"]:
        parts = re.split(r"[\s-]", part["word"].lower())
        value = float(sum(NUMERALS[each] for each in parts))
        scale, unit = part["word_scale"], part["word_unit"]
        # "One" is a pronoun as often as a number.
        if value == 1 and not scale and not unit:
            return None
    else:
        value = float(re.sub(r"[,\u2009\u202f\u00a0]", "", part["figure"]).replace("·", "."))
        scale, unit = part["scale"], part["unit"] or (part["money"] or "").strip()
        value = -value if part["sign"] else value
    value *= SCALES[scale.lower()] if scale else 1
    return Quantity(
        f"{value:.10g}", UNITS[unit.lower()] if unit else "", match.start(), match.end()
    )


def missing_numbers(statement: str, span: str) -> list[str]:
    """The statement's numbers that do not stand in the span with their unit."""
    held = quantities(span)
    return [
        statement[each.start : each.end]
        for each in quantities(statement)
        if not any(_same(each, other) for other in held)
    ]


def _same(one: Quantity, other: Quantity) -> bool:
    # "+5" may be told as a "fall of 5": signs are the directions' business.
    if one.value.lstrip("-") != other.value.lstrip("-"):
        return False
    return one.unit == other.unit


def swapped_numbers(statement: str, span: str, stems: Callable[[str], Sequence[str]]) -> bool:
    """Whether the words beside the statement's numbers stand beside other numbers in the span."""
    mine, theirs = _partners(statement, stems), _partners(span, stems)
    # A word that several numbers share tells them not apart.
    pairs = [
        (mine[stem], theirs[stem])
        for stem in mine
        if stem in theirs and len(mine[stem]) == len(theirs[stem]) == 1
    ]
    parted = sum(one != other for one, other in pairs)
    return parted >= _FEWEST_PARTED and parted > _PARTED_SHARE * len(pairs)


def _partners(text: str, stems: Callable[[str], Sequence[str]]) -> dict[str, set[str]]:
    """For each word near a number, the numbers it stands nearest to."""
    numbers = quantities(text)
    found: dict[str, set[str]] = {}
    for match in _CONTENT.finditer(text):
        steps = [(_steps(text, match, number), number.value) for number in numbers]
        nearest = min(steps, default=(_NEAR + 1, ""))[0]
        if nearest > _NEAR or any(n.start <= match.start() < n.end for n in numbers):
            continue
        for stem in stems(match.group()):
            found.setdefault(stem, set()).update(value for step, value in steps if step == nearest)
    return found


def _steps(text: str, word: re.Match[str], number: Quantity) -> int:
    first, last = sorted((word.start(), number.start))
    between = text[first:last]
    return len(between.split()) + _WALL_STEPS * len(_WALL.findall(between))
