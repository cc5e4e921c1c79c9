"""On which side of a claim a sentence stands: for it, against it, or neither, which is said of most.

Each way that something goes in the claim is held against the one in the sentence that is of the same
things. Ways that are opposed an odd number of times stand against the claim: "lower weights, more
cancer" says what "heavier weights, less cancer" says. For the claim stands a sentence that holds its
words, breaks no rule of the support check, and tells every way the claim tells.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from bot.answering.agreement import Stand, stand_of
from bot.answering.claims.effects import effects_in, gone_in, way_of
from bot.answering.claims.words import PREFIXES
from bot.answering.support.directions import contradicted, wrong_ways
from bot.answering.support.names import missing_names
from bot.answering.support.quantities import missing_numbers
from bot.answering.support.strength import surer, wider
from index.words.question_words import function_stems

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.answering.claims.effects import Effect
    from index.words.question_words import Stemming

    _Stems = Callable[[str], Sequence[str]]


class Side(StrEnum):
    """How a study stands to a claim."""

    FOR = "for"
    AGAINST = "against"
    OPEN = "open"


_SHARED: Final = 0.4
"""Share of a claim's words in a sentence that can stand for it."""

_THINGS: Final = 0.5
"""Share of the things a claim is about, and of those it begins with, in a sentence against it."""

_ALIKE: Final = 0.4
"""Share of the words that tell what an effect is of, in another's, for both to be of the same."""

_CROSSED: Final = 0.7
"""What is left of that share where they stand on the other side: "X lowers Y" and "Y fell"."""

_MOST_WAYS: Final = 2
"""Ways in a claim: where there are more, too many of them are matched by chance."""

_AIMED: Final = re.compile(
    r"\bwhether\b|^\W*(?:[A-Z][A-Za-z]+\W+){0,3}?[Tt]o\s+(?:determine|evaluate|assess|examine|investigate|explore|test"
    r"|compare|study|estimate|identify|understand|describe|review|quantify|characteri[sz]e|measure|find\s+out|establish"
    r"|analy[sz]e)\b|\b(?:aim(?:s|ed)?|sought|hypothesi[sz]\w+|purpose|objective)\b|\?\s*$",
)
"""What a sentence says that tells what was asked and not what was found."""

_LEFT_OPEN: Final = re.compile(
    r"\bcan(?:not|\s+not|['’]t)\s+(?:\w+\s+)?(?:say|tell|prove|show|know|determine|establish|distinguish|answer|exclude|rule\s+out)\b"
    r"|\bsa(?:ys?|id)\s+nothing\s+(?:about|of|on)\b",
    re.IGNORECASE,
)
"""What says that a study cannot tell: "it cannot say which part of a treatment helped"."""

_THAN: Final = re.compile(
    r"\b(?:than|compared\s+(?:with|to)|versus|vs\.?|relative\s+to)\b", re.IGNORECASE
)
_COMPARED: Final = 5
"""Telling words after "than" that say with what something is compared."""

_WORD: Final = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_KIND: Final = re.compile(r"(?<=\w[ -])(?:[B-HJ-Z]|\d{1,2})(?![\w.%-])")
"""The letter or number that tells one thing from its like: "vitamin D", "type 2", "hepatitis C"."""

_NO_EVIDENCE: Final = re.compile(
    r"\b(?:no|little|insufficient)\s+(?:\w+\s+)?evidence\s+(?:that|for|of|to)\b", re.IGNORECASE
)


def side_of(claim: str, sentence: str, stemming: Stemming) -> Side:
    """On which side of the claim a sentence stands."""
    plain = function_stems(stemming)

    def telling(text: str) -> Sequence[str]:
        return [stem for stem in stemming.terms(text) if stem not in plain]

    if _AIMED.search(sentence) or _LEFT_OPEN.search(sentence) or _kinds(claim) - _kinds(sentence):
        return Side.OPEN
    sentence = _NO_EVIDENCE.sub("not", sentence)
    turns = _turns(claim, sentence, telling)
    without = _one_is_without(claim, sentence, telling)
    if _is_against(claim, sentence, telling, turns, without=without):
        return Side.AGAINST
    told_otherwise = without or not all(turn is False for turn in turns)
    if told_otherwise or _turned(claim, sentence, telling) or _opposites(claim, sentence):
        return Side.OPEN
    return Side.FOR if _bears_out(claim, sentence, telling) else Side.OPEN


def _is_against(
    claim: str, sentence: str, stems: _Stems, turns: Sequence[bool | None], *, without: bool
) -> bool:
    if without or not _is_about(claim, sentence, stems):
        return False
    if wider(claim, sentence) or surer(claim, sentence, stems):
        return False
    if stand_of(claim, sentence, set(stems(claim)), stems) is Stand.DIFFERS:
        return True
    if None in turns or len(turns) > _MOST_WAYS or missing_names(claim, sentence):
        return False
    if not turns:
        return bool(contradicted(claim, sentence, stems))
    return (turns.count(True) + _turned(claim, sentence, stems)) % 2 == 1


def _kinds(text: str) -> set[str]:
    return set(_KIND.findall(text))


def _bears_out(claim: str, sentence: str, stems: _Stems) -> bool:
    words = set(stems(claim))
    shared = len(words & set(stems(sentence))) / len(words) if words else 0.0
    broken = (
        missing_numbers(claim, sentence)
        or missing_names(claim, sentence)
        or wrong_ways(claim, sentence, stems)
        or contradicted(claim, sentence, stems)
        or wider(claim, sentence)
        or surer(claim, sentence, stems)
    )
    return shared >= _SHARED and not broken


def _is_about(claim: str, sentence: str, stems: _Stems) -> bool:
    """Whether the sentence names what the claim is about, and what each of its ways begins with."""
    held = set(stems(sentence))
    things = {
        stem
        for word in _WORD.findall(claim)
        if way_of(word.lower()) is None
        for stem in stems(word)
    }
    begun = [effect.before for effect in effects_in(claim, stems) if effect.before]
    return all(len(some & held) >= _THINGS * len(some) for some in (things, *begun))


def _turns(claim: str, sentence: str, stems: _Stems) -> list[bool | None]:
    """For each way in the claim whether the sentence tells the opposite; None where it tells nothing of it."""
    theirs = effects_in(sentence, stems)
    return [_turn(effect, theirs) for effect in effects_in(claim, stems)]


def _turn(effect: Effect, others: Sequence[Effect]) -> bool | None:
    about = [(_same(effect, o), o) for o in others if o.dimension is effect.dimension]
    most = max((same for same, _ in about), default=0.0)
    if most < _ALIKE:
        # Of something else by its words; where all that moves moves the same way, it may be the same.
        ways = {_opposed(effect, other) for _, other in about}
        return False if ways == {False} else None
    said = {_opposed(effect, other) for same, other in about if same == most}
    return said.pop() if len(said) == 1 else None


def _same(effect: Effect, other: Effect) -> float:
    """How much two effects are of the same things, 0 to 1."""
    own = effect.after or effect.before
    theirs = other.after if effect.after else other.before
    if not own:
        return 0.0
    straight, anywhere = len(own & theirs), len(own & (other.after | other.before))
    return max(straight, _CROSSED * anywhere) / len(own)


def _opposed(one: Effect, other: Effect) -> bool | None:
    if one.sign and other.sign and one.linking != other.linking:
        # "Is linked to" goes with "raises", and says nothing of "lowers".
        return False if one.linking or one.sign == other.sign else None
    return one.sign != other.sign


def _one_is_without(claim: str, sentence: str, stems: _Stems) -> bool:
    """Whether just one of the two tells what follows where a thing is lacking that both are about."""
    both = set(stems(claim)) & set(stems(sentence))
    return bool(gone_in(claim, stems) & both) != bool(gone_in(sentence, stems) & both)


def _turned(claim: str, sentence: str, stems: _Stems) -> bool:
    """Whether what the one compares with is what the other compares: "A than B" and "B than A"."""
    mine, theirs = _THAN.search(claim), _THAN.search(sentence)
    if not mine or not theirs:
        return False
    lesser = set(list(stems(claim[mine.end() :]))[:_COMPARED])
    other = set(list(stems(sentence[theirs.end() :]))[:_COMPARED])
    return not lesser & other and bool(set(stems(claim[: mine.start()])) & other)


def _opposites(claim: str, sentence: str) -> bool:
    """Whether a word of the one is the other's with a prefix that denies it: "accurate", "inaccurate"."""
    mine, theirs = ({word.lower() for word in _WORD.findall(text)} for text in (claim, sentence))
    return any(
        f"{prefix}{word}" in others
        for ours, others in ((mine, theirs), (theirs, mine))
        for word in ours
        for prefix in PREFIXES
    )
