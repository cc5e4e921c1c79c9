"""Titles of works within a sentence: they hold a question's words, and name nothing that was asked for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answering.brief.nearness import Bounds

_QUOTED: Final = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»")
_FEWEST_WORDS: Final = 4
"""Fewer in quotation marks are a name or a word somebody used."""


def titles_in(text: str) -> Iterator[Bounds]:
    """Where words in quotation marks stand that are long enough for a title."""
    for found in _QUOTED.finditer(text):
        if len(found.group().split()) >= _FEWEST_WORDS:
            yield found.span()
