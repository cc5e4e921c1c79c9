"""Which texts are nearly the same: the only importer of datasketch, and only where there are any.

It brings SciPy along: a quarter of what it costs to start a build that then finds nothing to do.

A text is the set of its runs of five words. Two sets are compared by their Jaccard similarity: first
guessed from sketches (MinHash, Broder 1997), then, for the few that may pass, counted exactly.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

RUN: Final = 5
"""Words in a run: long enough that two reports of one finding in their own words share few."""

LEAST_RUNS: Final = 80
"""Of a shorter text too much is the site's own wording: a stub, an erratum, a notice."""

ALIKE: Final = 0.8
"""Jaccard similarity from which two texts are one: two words in a hundred changed, or a fifth added,
leave this much."""

_PERMUTATIONS: Final = 64
_GUESS: Final = 0.65
"""What sketches must promise before texts are compared: with 64 values the guess has a standard error
of 0.05 near 0.8, so that few pairs are missed."""

_SCHEME: Final = "affine32"
"""Named, so that a sketch kept on disk means the same with the next release of datasketch."""

_WORD: Final = re.compile(r"\w+")


def sketch_of(text: str) -> bytes:
    """The text's sketch; empty where the text is too short to be told from another by it."""
    runs = _runs(text)
    if len(runs) < LEAST_RUNS:
        return b""
    from datasketch import MinHash  # noqa: PLC0415 - see above

    sketch = MinHash(num_perm=_PERMUTATIONS, scheme=_SCHEME)
    sketch.update_batch(list(runs))
    return np.asarray(sketch.hashvalues, dtype="<u4").tobytes()


def alike(sketches: Mapping[int, bytes], texts: Mapping[int, str]) -> Iterator[tuple[int, int]]:
    """Pairs of keys whose texts are nearly the same, in order; keys of empty sketches have none."""
    from datasketch import MinHash, MinHashLSH  # noqa: PLC0415 - see above

    near = MinHashLSH(threshold=_GUESS, num_perm=_PERMUTATIONS)
    for key in sorted(sketches):
        if not sketches[key]:
            continue
        values = np.frombuffer(sketches[key], dtype="<u4")
        sketch = MinHash(num_perm=_PERMUTATIONS, hashvalues=values, scheme=_SCHEME)
        others = sorted(near.query(sketch))
        near.insert(key, sketch)
        for other in others:
            if _similarity(texts[other], texts[key]) >= ALIKE:
                yield other, key


def _similarity(one: str, other: str) -> float:
    first, second = _runs(one), _runs(other)
    return len(first & second) / len(first | second)


def _runs(text: str) -> set[bytes]:
    words = _WORD.findall(text.casefold())
    return {" ".join(words[n : n + RUN]).encode() for n in range(len(words) - RUN + 1)}
