"""Whether an author is meant by a name, whichever way round it is written and however short."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from index.sources.rules.title_key import title_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_INITIALS_BEHIND: Final = re.compile(
    r"(?P<family>[^\W\d_][\w'’-]+(?: [\w'’-]+)??) (?P<initials>(?:[A-Z]\.?[ -]?){1,3})"
)


def is_author(name: str, authors: Iterable[str]) -> bool:
    """Whether one of `authors` may be meant by `name`: a family name, alone or with given ones.

    Given names may be initials, stand behind ("Smith, J.", "Smith JR") or be some of several.
    """
    wanted = given_first(name)
    return bool(wanted) and any(
        wanted == words[-len(wanted) :]
        or (wanted[-1] == words[-1] and _abbreviates(wanted[:-1], words[:-1]))
        or (len(wanted) > 1 and sorted(wanted) == sorted(words))
        for words in map(title_words, authors)
        if words
    )


def given_first(name: str) -> list[str]:
    """The name's words as most authors print them: "Smith, J. R." and "Smith JR" as "J R Smith"."""
    family, comma, given = name.partition(",")
    if comma and "," not in given:
        return title_words(f"{given} {family}")
    if found := _INITIALS_BEHIND.fullmatch(name.strip()):
        return title_words(f"{' '.join(found['initials'])} {found['family']}")
    return title_words(name)


def _abbreviates(some: Sequence[str], given: Sequence[str]) -> bool:
    """Whether each of some given names is one of these, or the first letter of one, in their order."""
    rest = iter(given)
    return all(
        any(
            one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])
            for other in rest
        )
        for one in some
    )
