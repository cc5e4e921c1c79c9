"""The outlets that a question names: "in the Lancet", "what do JAMA and BMJ say", "not from Science".

"Science" is an outlet and "science" is not; nobody capitals "the new york times", and what is new in
breast cancer research need not stand in Breast Cancer Research. So a name of plain words limits a search
where it is capitalled, or where nothing else could be said to be published; else it is only preferred. Of
a list, each name is as sure as the surest.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from itertools import chain, pairwise, takewhile
from typing import TYPE_CHECKING, Final, NamedTuple

from index.holdings.holdings import SHORTEST_OUTLET
from index.questions.named.denial import EXCEPT, denied_from
from index.questions.named.listing import MOST_JOINED, OF_BOTH
from index.questions.named.outlet_names import (
    UNKNOWN,
    goes_on,
    lists_of,
    mentions_in,
    stands_alone,
    straight,
)
from index.questions.named.people import SAYS
from index.questions.named.times import PIECES
from index.words.english import share

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from index.holdings.holdings import Holdings
    from index.questions.named.outlet_names import Mention

_PERIODICAL: Final = frozenset(
    {
        "annals", "archives", "bulletin", "daily", "gazette", "guardian", "herald", "journal", "lancet", "letters",
        "magazine", "news", "post", "proceedings", "review", "reviews", "times", "today", "transactions", "weekly",
    }
)  # fmt: skip
"""Plain words that are seldom said but of something printed."""


class Place(Enum):
    """What stands where a name is found."""

    PUBLISHER = auto()
    """Only what publishes."""
    WORKS = auto()
    """What publishes, or what works are about: "Nature studies", "lancet on sleep"."""
    HEADING = auto()
    """The same, set apart, or the first of several words in a row: "plos one: sleep", "nature, nurture"."""
    ANY = auto()
    """Anything."""


_Framed = tuple[re.Pattern[str], re.Pattern[str], Place]

_IN: Final = rf"{OF_BOTH}(?:in|from|on|by|at)\s+{OF_BOTH}"
_PIECE_BEHIND: Final = rf"(?:['’]s)?\s+{PIECES}\b"
_PLACES: Final = tuple(
    (re.compile(rf"{before}\Z", re.IGNORECASE), re.compile(behind, re.IGNORECASE), place)
    for before, behind, place in (
        (r"\bwhat\s+(?:do|does|did|has|have|had)\s+(?:both\s+)?", rf"\s+(?:both\s+)?{SAYS}\b(?:\s+about|\s+on)?", Place.PUBLISHER),
        (rf"(?<=published\s){_IN}", "", Place.PUBLISHER),
        (rf"\b(?:articles|papers|stories)\s+{_IN}", "", Place.PUBLISHER),
        ("", r"(?:['’]s)?\s+(?:articles|papers|stories)\b", Place.PUBLISHER),
        (rf"\b(?:{_IN}|according\s+to\s+{OF_BOTH})", "", Place.ANY),
        ("", _PIECE_BEHIND, Place.WORKS),
        (rf"\b{PIECES}\s+(?:(?:in|from)\s+{UNKNOWN}\s+or\s+)?", "", Place.ANY),
        (r"\b(?:do|does|did|has|have|had)\s+(?:both\s+)?", rf"\s+(?:both\s+)?{SAYS}\b(?:\s+about|\s+on)?", Place.ANY),
        (r"\b(?:only|(?:limit|restrict)(?:ed)?\s+to)\s+", r"(?:\s+please)?", Place.ANY),
        (r"^\W*", r"\s+(?:on|about)\b", Place.WORKS),
        (r"^\W*", r"\s*[,:]", Place.HEADING),
        (r"(?:\(|[:;–—]|(?<=[?!]))\s*", r"\W*$", Place.HEADING),
        (rf"(?<!\w)(?P<but>(?:{EXCEPT}|not|neither)\s+{OF_BOTH})", "", Place.ANY),
    )
)  # fmt: skip
"""Where a list of names may stand: what is before it, what behind it, and what else stands there."""

_LED: Final = (_PLACES[1], _PLACES[2], _PLACES[4])
"""Where words lead to a list, so that it begins right behind them: "papers in nature and plos one"."""

# "Papers on sleep, JAMA" and "changes in sleep, JAMA" are about sleep.
_LEADING: Final = re.compile(
    rf"\b(?:(?:{PIECES}|{EXCEPT}|not)\s+{OF_BOTH}(?:in|from|by|at)|according\s+to)\s+{OF_BOTH}\Z",
    re.IGNORECASE,
)
"""What says of those words that they lead to what publishes."""

_SAYING: Final = _PLACES[:1]
"""Where nothing but what publishes may stand, not even beside it: "what do JAMA and science say"."""

_NEAR: Final = 60
"""Letters before a list in which the words begin that lead to it."""

_MANY_WORDS: Final = 3
_PIECE: Final = re.compile(PIECES, re.IGNORECASE)
_OF_WORKS: Final = (Place.WORKS, Place.HEADING)
_SELDOM_SAID: Final = 3e-5
"""A word's share of all that people write: "lancet" and "guardian" are less frequent, "times" and "today" more."""


class Outlets(NamedTuple):
    """Outlets that a question names.

    Attributes:
        names: As the library prints them.
        start: Where the words begin that name them.
        end: Where what follows those begins.
        unwanted: Whether what they published is not asked for.
        sure: Whether they are named for sure, and not perhaps a matter.
    """

    names: tuple[str, ...]
    start: int
    end: int
    unwanted: bool = False
    sure: bool = True


def outlets_named(question: str, holdings: Holdings) -> Outlets | None:
    """The outlets that the question names, one for sure before others; None where it names none."""
    first: Outlets | None = None
    question = straight(question)
    mentions = mentions_in(question, holdings)
    for listed in lists_of(question, mentions):
        for named in _read(question, listed):
            if named.sure:
                return (
                    named if named.unwanted else _with_doubtful(question, named, listed, mentions)
                )
            first = first or named
        if said := _said(question, listed, mentions) or _led(question, listed, mentions):
            return said
        if len(listed) > 1 and not first:
            # Wherever it stands: but it may be what is asked about.
            first = Outlets(_names_of(listed), listed[0].start, listed[-1].end, sure=False)
    return first


def _said(question: str, listed: Sequence[Mention], mentions: Sequence[Mention]) -> Outlets | None:
    """With what stands beside the list, where all of them are said to say something."""
    before, behind = _beside(question, listed, mentions)
    if not (before or behind) or not any(each.tells for each in listed):
        return None
    whole = (*before, *listed, *behind)
    return next((each for each in _read(question, whole, places=_SAYING) if each.sure), None)


def _led(question: str, listed: Sequence[Mention], mentions: Sequence[Mention]) -> Outlets | None:
    """With what stands between the list and the words that lead to it: they lead to all of it."""
    before, _ = _beside(question, listed, mentions)
    whole = (*before, *listed)
    begin = whole[0].start
    leads = _LEADING.search(question, max(0, begin - _NEAR), begin)
    if not (before and leads and any(each.tells for each in listed)):
        return None
    led = next((each for each in _read(question, whole, places=_LED) if each.sure), None)
    return led and _with_doubtful(question, led, whole, mentions)


def _read(
    question: str, listed: Sequence[Mention], *, places: Sequence[_Framed] = _PLACES
) -> Iterator[Outlets]:
    """What the list says at each place that it stands in; a word that denies it stands before it."""
    begin, end = listed[0].start, listed[-1].end
    for before, behind, place in places:
        lead = before.search(question, max(0, begin - _NEAR), begin)
        tail = behind.match(question, end) if lead else None
        if not (lead and tail):
            continue
        start = begin if lead.groupdict().get("but") else lead.start()
        denied = denied_from(question, start)
        unwanted = denied is not None
        told = [_is_sure(question, each, place, unwanted=unwanted) for each in listed]
        if any(each is not None for each in told):
            begins = denied if unwanted else start
            yield Outlets(_names_of(listed), begins, tail.end(), unwanted, sure=any(told))


def _names_of(mentions: Iterable[Mention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(chain.from_iterable(each.outlets for each in mentions)))


def _with_doubtful(
    question: str, named: Outlets, listed: Sequence[Mention], mentions: Sequence[Mention]
) -> Outlets:
    """With what stands beside the list and may be of it: "in JAMA or science".

    Its words stay, since it may be the matter; left out, its articles would be hidden if it is none.
    """
    before, behind = _beside(question, listed, mentions)
    names = dict.fromkeys((*named.names, *_names_of((*before, *behind))))
    # What joins them says nothing without the list.
    start = before[-1].end if before and named.start >= listed[0].start else named.start
    end = behind[0].start if behind and named.end <= behind[0].start else named.end
    return named._replace(names=tuple(names), start=start, end=end)


def _beside(
    question: str, listed: Sequence[Mention], mentions: Sequence[Mention]
) -> tuple[Sequence[Mention], Sequence[Mention]]:
    """What is joined to the list before it and behind it, in order."""
    first, last = mentions.index(listed[0]), mentions.index(listed[-1])

    def on(pair: tuple[Mention, Mention]) -> bool:
        return goes_on(question, *pair)

    behind = [each for _, each in takewhile(on, pairwise(mentions[last : last + MOST_JOINED]))]
    near = reversed(list(pairwise(mentions[max(0, first - MOST_JOINED) : first + 1])))
    before = [each for each, _ in takewhile(on, near)]
    return before[::-1], behind


def _is_sure(question: str, mention: Mention, place: Place, *, unwanted: bool) -> bool | None:
    """Whether the outlet is meant here for sure; None where a plain word is."""
    if mention.of_family:
        # Nothing but outlets is called by such letters, while "Parkinsonism" is a matter too.
        works = mention.tells and place in _OF_WORKS
        return True if place is Place.PUBLISHER or works or unwanted else None
    words = mention.name.lower().split()
    if len(words) == 1 and mention.is_plain and not mention.titled:
        # A question's first word has a capital anyway.
        begins = not mention.start or question[: mention.start].isspace()
        if mention.capitalled and not begins:
            return stands_alone(question, mention)
        return _is_sure_of_word(words[0], place)
    if len(mention.name) < SHORTEST_OUTLET and not mention.name.isupper():
        return place is not Place.ANY  # "acs" is an illness as well
    printed = not _PERIODICAL.isdisjoint(words)
    # Three words in a row are a name, but for such as "breast cancer research" on mice.
    row = place in _OF_WORKS and len(words) >= _MANY_WORDS and not _PIECE.fullmatch(words[-1])
    told = mention.capitalled or printed or not mention.is_plain
    return row or told or place is Place.PUBLISHER


def _is_sure_of_word(word: str, place: Place) -> bool | None:
    """The same of one plain word whose letters tell nothing: "lancet studies" are the Lancet's, "nature papers" may be."""
    if place in _OF_WORKS and word in _PERIODICAL and share(word) < _SELDOM_SAID:
        return True
    return False if place is Place.WORKS else None
