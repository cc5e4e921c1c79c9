"""Authors' names as people write them, alone and in lists: "Dr Smith", "Smith, Zhang or Brown"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from index.questions.named.listing import WORD_BETWEEN
from index.words.english import dictionary

if TYPE_CHECKING:
    from index.holdings.holdings import Holdings

TITLED: Final = r"(?:(?:dr|prof(?:essor)?|mr|mrs|ms)\.?\s+)?"
_TITLE: Final = re.compile(rf"^{TITLED}", re.IGNORECASE)
_AND: Final = re.compile(rf",?\s+{WORD_BETWEEN}\s+(?:by\s+)?|\s*&\s*", re.IGNORECASE)
_LIST: Final = re.compile(rf"{_AND.pattern}|,\s*(?:by\s+)?", re.IGNORECASE)
_OR: Final = re.compile(r"\bor\b", re.IGNORECASE)


def authors_known(name: str, holdings: Holdings) -> tuple[str, ...]:
    """The people of this name or list of names; empty where the library lacks one of them.

    Of "Smith or Nobody" it may lack one.
    """
    # "Smith, Jones or Brown" are three, though a J. Smith is known; of "Smith, J." both parts are not.
    for between in (_LIST, _AND):
        names = tuple(_TITLE.sub("", part) for part in between.split(name) if part)
        if names and all(map(holdings.by_author, names)):
            return names
    names = tuple(_TITLE.sub("", part) for part in _LIST.split(name) if part)
    # "Jones on coffee" is none that might be known elsewhere.
    if _OR.search(name) and all(word[0].isupper() for part in names for word in part.split()):
        return tuple(filter(holdings.by_author, names))
    return ()


def is_list(name: str) -> bool:
    """Whether it is a list of names with capitals."""
    parts = _LIST.split(name)
    return len(parts) > 1 and all(part[:1].isupper() for part in parts)


def is_strange(name: str) -> bool:
    """Whether it is a name and nothing else: "Moher" and not "Brown"."""
    return (
        name.isalpha()
        and name[0].isupper()
        and not name.isupper()
        and name.lower() not in dictionary()
    )
