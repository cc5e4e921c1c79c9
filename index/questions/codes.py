"""Names with numbers or Greek letters in them, as the library writes them.

"IL6", "IL-6" and "IL 6" are one name, and so are "TNFα", "TNF-α" and "TNF-alpha". One that the library
never writes as it was asked is looked up as the library does.
"""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_GREEK: Final = dict(
    zip(
        "αβγδεζηθικλμνξοπρστυφχψω",
        (
            "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu",
            "nu", "xi", "omicron", "pi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega",
        ),
        strict=True,
    )
)  # fmt: skip
_LETTERS: Final = {name: letter for letter, name in _GREEK.items()}

_PART: Final = re.compile(r"\d+|[α-ωΑ-Ω]|[^\W\d_α-ωΑ-Ω]+")
_HYPHENS: Final = "-\u2010\u2011\u2013"
_NAME: Final = re.compile(
    rf"(?<![^\s(\"'“‘])(?:[^\W\d_]{{2,}} \d+|[^\W_]+(?:[{_HYPHENS}][^\W_]+)*)(?![^\s)\"'”’?!,;:.])"
)
"""A word, with hyphens or not, or a word before a number; nothing out of an address."""

_MOST_PARTS: Final = 5
"""A name of more is none; each doubles what is tried."""

_SHORTEST: Final = 3
_LONGEST: Final = 20
"""Letters of a half of what was run together, "sarscov2", and of the whole."""


def as_coded(question: str, held: Callable[[str], bool]) -> str:
    """The question with each such name as the library writes it.

    Args:
        question: As asked.
        held: Whether the library writes words just so, side by side.
    """

    def written(name: re.Match[str]) -> str:
        asked = name.group()
        parts = _PART.findall(asked)
        if not 1 < len(parts) <= _MOST_PARTS or held(asked):
            return asked
        return next(filter(held, _ways(parts)), asked)

    return _NAME.sub(written, question)


def _ways(parts: Sequence[str]) -> Iterator[str]:
    """Every way to write a name of these parts."""
    spelt = [_GREEK.get(part.lower(), part) for part in parts]
    lettered = [_LETTERS.get(part.lower(), part) for part in parts]
    for each in (parts, spelt, lettered, *_halved(parts)):
        for joints in product(("-", ""), repeat=len(each) - 1):
            yield each[0] + "".join(
                joint + part for joint, part in zip(joints, each[1:], strict=True)
            )


def _halved(parts: Sequence[str]) -> Iterator[Sequence[str]]:
    """The parts with one word of them cut in two, wherever that may be."""
    for at, part in enumerate(parts):
        ends = range(_SHORTEST, len(part) - _SHORTEST + 1)
        for cut in ends if part.isalpha() and len(part) <= _LONGEST else ():
            yield (*parts[:at], part[:cut], part[cut:], *parts[at + 1 :])
