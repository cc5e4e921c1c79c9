"""How much, how long, how often: the number of the kind that was asked for, and no other number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.answering.brief.amounts import amounts
from bot.answering.brief.counts import count_in, with_noun
from bot.answering.brief.nearness import nearest
from bot.answering.brief.tokens import tokens_of
from bot.answering.support.quantities import quantities

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.answering.brief.nearness import Bounds
    from bot.answering.evidence import Sought

_TIMES: Final = frozenset({"s", "ms", "min", "h", "d", "wk", "mo", "y", "dec"})
_SHARES: Final = frozenset({"%", "‰"})
_PARTS: Final = re.compile(r"\b(?:percent|per\s+cent|half|thirds?|quarters?|fold|times)\b")
_PER: Final = re.compile(r"\s?(?:/|per\b|an?\s+(?:second|minute|hour|day)\b)", re.IGNORECASE)
_MARK: Final = re.compile(r"\[\d+\b(?:\s*[,–-]\s*\d+)*\]")
"""Numbers of references: "in 2006 [1]"."""
_INTERVAL: Final = re.compile(r"\d+(?:\.\d+)?\s?%\s*(?:CI\b|confidence|credible)", re.IGNORECASE)
"""How wide an interval is, not what was found."""

_HOW_MANY: Final = re.compile(r"\bhow\s+many\b", re.IGNORECASE)


def number_in(text: str, sought: Sought) -> Bounds | None:
    """Where the number stands that was asked for, with what belongs to it."""
    tokens = tokens_of(text, sought.words.weights, sought.stems)
    idle = [match.span() for rule in (_MARK, _INTERVAL) for match in rule.finditer(text)]
    # "One" is seldom a count; "9 antigens" is, where antigens are asked for.
    found = [
        match.span()
        for match in amounts(text)
        if match.group().lower() != "one"
        and not any(start <= match.start() and match.end() <= end for start, end in idle)
    ]
    if _HOW_MANY.search(sought.question):
        return count_in(text, found, tokens, sought)
    fits = next((rule for asks, rule in _RULES if asks.search(sought.question)), _any)
    best = nearest([b for b in found if fits(text, b)], tokens)
    return with_noun(tokens, best) if best else None


def is_time(amount: str) -> bool:
    """Whether the number counts days, years or the like."""
    return bool(_units(amount) & _TIMES)


def _units(amount: str) -> set[str]:
    return {quantity.unit for quantity in quantities(amount)} - {""}


def _any(_text: str, _bounds: Bounds) -> bool:
    return True


def _time(text: str, bounds: Bounds) -> bool:
    return is_time(text[slice(*bounds)])


def _share(text: str, bounds: Bounds) -> bool:
    amount = text[slice(*bounds)]
    return bool(_units(amount) & _SHARES or _PARTS.search(amount))


def _rate(text: str, bounds: Bounds) -> bool:
    return _share(text, bounds) or _speed(text, bounds)


def _speed(text: str, bounds: Bounds) -> bool:
    return bool(_PER.match(text, bounds[1]) or re.search(r"\bper\b", text[slice(*bounds)]))


def _speed_with_noun(text: str, bounds: Bounds) -> bool:
    """A share, or so many of something for each of another: "43 breaths per minute"."""
    return _rate(text, bounds) or bool(re.match(r"\s?\w+\s+per\b", text[bounds[1] :]))


def _length_or_time(text: str, bounds: Bounds) -> bool:
    return bool(_units(text[slice(*bounds)]) - _SHARES)


def _measure(text: str, bounds: Bounds) -> bool:
    return bool(_units(text[slice(*bounds)]) - _SHARES - _TIMES)


def _plain(text: str, bounds: Bounds) -> bool:
    return not _time(text, bounds)


def _rule(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


_RULES: Final[tuple[tuple[re.Pattern[str], Callable[[str, Bounds], bool]], ...]] = (
    (_rule(r"how\s+fast|speed|velocity"), _speed),
    (_rule(r"percent\w*|proportion|share|fraction|similarity|likelihood"), _share),
    (_rule(r"rates?|prevalence|incidence|how\s+(?:common|likely|effective|accurate|prevalent|deadly)"), _speed_with_noun),
    (_rule(r"how\s+(?:old|soon|quickly|often|frequent\w*)|at\s+what\s+age|time|duration|period"), _time),
    (_rule(r"how\s+long"), _length_or_time),
    (_rule(r"size|length|thickness|distance|height|depth|weight|dose|amount|volume|temperature|concentration"
           r"|how\s+(?:tall|high|far|deep|heavy|big|large|small)"), _measure),
    (_rule(r"count|toll|score|ratio|number|threshold|levels?|odds|yield"), _plain),
)  # fmt: skip
"""By what a question asks, the kind of number that answers; the first that fits counts."""
