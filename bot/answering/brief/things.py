"""Things that were asked for: the phrase that a clause tells of the question's words.

"Spo0A is the key regulator of sporulation" answers "what is the key regulator …?" by what stands
across the verb from the words that were asked; so does "sporulation is regulated by Spo0A".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.answering.brief.naming import naming_in
from bot.answering.brief.nearness import bounds_of, nearness
from bot.answering.brief.tokens import Phrase, phrases_of, tokens_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answering.brief.nearness import Bounds
    from bot.answering.brief.tokens import Token
    from bot.answering.evidence import Sought

_NAMED: Final = 0.1
"""What capitals or figures inside a phrase count for it, beside a nearness of 0 to 1."""

_ACROSS: Final = 0.6
"""What it counts that the asked words stand across the verb."""

_MANY: Final = re.compile(
    # "Which symptoms", but neither "which virus" nor "what kills bees".
    r"\b(?:what|which)\s+(?:(?:are|were)\b|\w+\s+(?:\w+\s+)?\w{2,}(?<!us)(?<!ss)(?<!is)s\b"
    r"|\w{2,}(?<![usi])s\s+(?:are|were|do|did|have|had|can|could|may|might|should|will|would)\b)"
    r"|\bwhich\s+\w{2,}(?<![usi])s\b|\bexamples?\b",
    re.IGNORECASE,
)
_LEAST_HELD: Final = 0.5
"""Share of the question's words that a statement must hold: one with fewer tells of something else."""

_DEED: Final = re.compile(
    r"^\W*what\s+(?:do|does|did|can|could|should|will|would)\b.*\b(?:do|find|show|conclude|say|report|discover|learn|demonstrate)\b",
    re.IGNORECASE,
)
"""What somebody does or finds takes a clause to tell."""

_SKIPPED: Final = frozenset(
    {"the", "a", "an", "by", "also", "not", "be", "been", "to", "thus", "("}
)
_ENDS: Final = frozenset(";:.,")
_JOINING: Final = frozenset({",", "and", "or", "(", ")", "-"})
_MOST_JOINING: Final = 3


def thing_in(text: str, sought: Sought) -> Bounds | None:
    """Where the thing stands that was asked for, a whole list where several were."""
    if _DEED.search(sought.question) or sought.coverage(sought.held(text)) < _LEAST_HELD:
        return None
    tokens = tokens_of(text, sought.words.weights, sought.stems)
    naming = naming_in(text, tokens, sought)
    phrases = list(phrases_of(tokens))
    named = [phrase for phrase in phrases if naming.may_name(phrase)]
    best = max(named, key=lambda p: (_told(tokens, p), -p.first), default=None)
    if best is None or _told(tokens, best) <= 0:
        return None
    if _MANY.search(sought.question):
        whole = bounds_of(tokens, _listed(tokens, phrases, best))
        if text[slice(*whole)].count("(") == text[slice(*whole)].count(")"):
            return whole
    return bounds_of(tokens, best)


def _told(tokens: Sequence[Token], phrase: Phrase) -> float:
    """How likely the phrase is what a clause tells of the question's words.

    "Spo0A is the key regulator": what stands across the verb from the words that were asked.
    """
    near = nearness(bounds_of(tokens, phrase), tokens) / (sum(t.weight for t in tokens) or 1.0)
    words = tokens[phrase.first : phrase.last + 1]
    named = any(w.text[1:].lower() != w.text[1:] or any(c.isdigit() for c in w.text) for w in words)
    return (
        near
        + _NAMED * named
        + _ACROSS
        * max(
            _across(tokens, range(phrase.last + 1, len(tokens)), range(phrase.first - 1, -1, -1)),
            _across(tokens, range(phrase.first - 1, -1, -1), range(phrase.last + 1, len(tokens))),
        )
    )


def _across(tokens: Sequence[Token], ahead: range, behind: range) -> float:
    """Share of the clause's asked words that stand on the verb's far side, where a verb is next."""
    at = 0
    while at < len(ahead) and (
        tokens[ahead[at]].text.lower() in _SKIPPED or tokens[ahead[at]].text.endswith("ly")
    ):
        at += 1
    if at == len(ahead) or not tokens[ahead[at]].turns:
        return 0.0
    far = _asked(tokens, ahead[at:])
    near = _asked(tokens, behind)
    return far / (far + near) if far else 0.0


def _asked(tokens: Sequence[Token], places: range) -> float:
    """Weight of the asked words as far as the clause goes."""
    weight = 0.0
    for at in places:
        if tokens[at].text in _ENDS:
            break
        weight += tokens[at].weight
    return weight


def _listed(tokens: Sequence[Token], phrases: Sequence[Phrase], one: Phrase) -> Phrase:
    """The phrase with its neighbours of the same list: "A, B and C"."""
    first, last = one.first, one.last
    for other in phrases:
        if other.first > last and _joins(tokens[last + 1 : other.first]):
            last = other.last
    for other in reversed(phrases):
        if other.last < first and _joins(tokens[other.last + 1 : first]):
            first = other.first
    return Phrase(first, last)


def _joins(between: Sequence[Token]) -> bool:
    return (
        0 < len(between) <= _MOST_JOINING
        and all(t.text.lower() in _JOINING for t in between)
        and any(t.text != "(" for t in between)
    )
