"""Names with numbers or Greek letters in them, however they are written.

"IL6", "IL-6" and "IL 6" are one name, and so are "TNFα", "TNF-α" and "TNF-alpha", though their stems are
others: one word here and two there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_GREEK: Final = str.maketrans(
    dict(
        zip(
            "αβγδεζηθικλμνξοπρστυφχψω",
            (
                "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda",
                "mu", "nu", "xi", "omicron", "pi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega",
            ),
            strict=True,
        )
    )
)  # fmt: skip

_MOST: Final = 3
"""Words that one name is of: "SARS-CoV-2"."""


def names_at(stems: Sequence[str]) -> list[frozenset[str]]:
    """By the place of each stem, every name that it may be a part of: neighbours written as one word."""
    spelt = [stem.translate(_GREEK) for stem in stems]
    names: list[set[str]] = [set() for _ in spelt]
    for first in range(len(spelt)):
        for after in range(first + 1, min(first + _MOST, len(spelt)) + 1):
            name = "".join(spelt[first:after])
            for place in range(first, after):
                names[place].add(name)
    return list(map(frozenset, names))
