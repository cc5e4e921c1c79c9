"""Whether a phrase of a sentence may name the thing that was asked for, by the words around it.

A wrong short answer is worse than none: what is only counted, pointed at or said by the way is left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.answering.brief.amounts import MONTH, amounts, dates
from bot.answering.brief.nearness import bounds_of
from bot.answering.brief.titles import titles_in
from bot.answering.quoting.vocabulary import GENERIC_NOUNS
from bot.answering.support.vocabulary import NUMERALS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answering.brief.nearness import Bounds
    from bot.answering.brief.tokens import Phrase, Token
    from bot.answering.evidence import Sought

_ARTICLES: Final = frozenset({"the", "a", "an"})
_JOINING: Final = frozenset({"of", "and", "or"})
_BEFORE_VERB: Final = frozenset(
    {"to", "can", "could", "may", "might", "will", "would", "shall", "should", "must", "cannot"}
)
_BY_THE_WAY: Final = frozenset(
    {
        "in", "on", "at", "for", "with", "from", "to", "through", "into", "under", "during", "after", "before", "within",
        "without", "among", "between", "against", "about", "across", "via", "of", "towards", "over", "upon", "despite",
    }
)  # fmt: skip
"""Behind these a clause tells where, when or with what, seldom what was asked."""

_WITH_IT: Final = re.compile(
    r"^\W*(?P<before>\w+)\s+(?:what|which|whose)\b|\b(?P<behind>by|with|to|for|from|of|in|on|into)\W*$",
    re.IGNORECASE,
)
"""A question's own preposition: "from what language …?", "what does it consist of?"."""

_HEAD: Final = re.compile(
    r"\b(?:what|which)\s+(?:(?:kinds?|types?|sorts?|forms?|classe?s?)\s+of\s+)?((?:[\w-]+\s+){0,3}?[\w-]+)\s+"
    r"(?:is|are|was|were|do|does|did|has|have|had|can|could|may|might|will|would|should|must|[\w-]+(?:s|ed))\b",
    re.IGNORECASE,
)
"""What is asked for by its kind: "which virus …?", "what type of vaccine …?"."""

_EMPTY: Final = frozenset(
    {*GENERIC_NOUNS, "role", "roles", "part", "parts", "member", "members", "ability", "tool", "area", "areas", "way", "ways"}
)  # fmt: skip
"""Nouns that say that there is something, and not what."""


@dataclass(frozen=True, slots=True)
class Naming:
    """A sentence in which a thing is looked for.

    Attributes:
        text: The sentence.
        tokens: Its words and marks.
        sought: What is asked.
        taken: Where numbers, dates and titles stand, none of which names a thing.
    """

    text: str
    tokens: Sequence[Token]
    sought: Sought
    taken: Sequence[Bounds]

    def may_name(self, phrase: Phrase) -> bool:
        """Whether the phrase may name what was asked for."""
        start, end = bounds_of(self.tokens, phrase)
        if any(a <= start and end <= b for a, b in self.taken) or MONTH.fullmatch(
            self.text[start:end]
        ):
            return False
        return not (
            self.sought.held(self.text[start:end])
            or self._is_empty(phrase)
            or self._does(phrase)
            or self._in_brackets(phrase)
            or self._by_the_way(phrase)
            or self._cut_off(phrase)
        )

    def _word(self, at: int) -> str:
        return self.tokens[at].text.lower() if 0 <= at < len(self.tokens) else ""

    def _is_empty(self, phrase: Phrase) -> bool:
        """Whether it says that there is such a thing, or how many, and not what: "a key role", "six genes"."""
        words = [self._word(at) for at in range(phrase.first, phrase.last + 1)]
        return words[-1] in _EMPTY or words[0] in NUMERALS or words[0].isdigit()

    def _does(self, phrase: Phrase) -> bool:
        """Whether it is a verb that no list holds: "describe an unusual cluster", "bees may dance"."""
        words = [self._word(at) for at in range(phrase.first, phrase.last + 1)]
        if any(w in _ARTICLES and words[at] not in _JOINING for at, w in enumerate(words[1:])):
            return True
        alone = len(words) == 1 and self.tokens[phrase.first].text.islower()
        return alone and (
            self._word(phrase.first - 1) in _BEFORE_VERB or self._word(phrase.last + 1) == "to"
        )

    def _in_brackets(self, phrase: Phrase) -> bool:
        """Whether it stands in brackets for itself: a short form, or who found it."""
        if self._word(phrase.first - 1) != "(":
            return False
        return phrase.first == phrase.last and self._word(phrase.last + 1) in {")", ","}

    def _by_the_way(self, phrase: Phrase) -> bool:
        """Whether it hangs on a preposition that the question does not ask with."""
        before = phrase.first - 1
        while self._word(before) in _ARTICLES:
            before -= 1
        word = self._word(before)
        if word not in _BY_THE_WAY:
            return False
        own = _WITH_IT.search(self.sought.question)
        return not own or word not in {part and part.lower() for part in own.groups()}

    def _cut_off(self, phrase: Phrase) -> bool:
        """Whether it only tells more of a word of the question, and that is not the kind asked for."""
        after = phrase.last + 1
        if after >= len(self.tokens) or not self.tokens[after].weight or self.tokens[after].turns:
            return False
        asked = _HEAD.search(self.sought.question)
        kind = set(self.sought.stems(asked.group(1))) if asked else set[str]()
        return not kind.intersection(self.sought.stems(self.tokens[after].text))


def naming_in(text: str, tokens: Sequence[Token], sought: Sought) -> Naming:
    """The sentence, ready to be looked through."""
    taken = [m.span() for found in (dates(text), amounts(text)) for m in found]
    return Naming(text, tokens, sought, (*taken, *titles_in(text)))
