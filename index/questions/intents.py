"""What a question says of the articles it wants: "published since 2020", "by Smith", "reviews on …".

What is said of articles limits the search and leaves the question ("what does Smith say about mites"
asks about mites); what may as well be said of the matter ("in 2020", "trials of …") only moves the
articles it fits forward. The rules read English.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from index.article import Status
from index.evidence_card import Design
from index.filters import Filters
from index.questions.lookups import looked_up, pointed_at, titled_in
from index.questions.times import PIECES, dated, of_articles, of_matter
from index.sources.rules.title_key import title_words
from index.words import FUNCTION_WORDS

if TYPE_CHECKING:
    from index.holdings import Holdings

_WORD: Final = r"[^\W\d_][\w'’.-]*"
_NAME: Final = rf"(?P<name>{_WORD}(?:\s+{_WORD}){{0,3}}?)"
_TITLED: Final = r"(?:(?:dr|prof(?:essor)?|mr|mrs|ms)\.?\s+)?"
_SAYS: Final = (
    r"(?:says?|said|thinks?|thought|finds?|found|reports?|reported|concludes?|concluded|argues?|argued|"
    r"shows?|shown?|showed|writes?|wrote|written|publish(?:ed)?|claims?|claimed|suggests?|suggested|mean)"
)
_SAID_BY: Final = rf"\b[Ww]hat\s+(?:do|does|did|has|have|had)\s+{{}}\s+{_SAYS}\b(?:\s+about|\s+on)?"
"""What an outlet says is what its articles say; its name stands between."""

_AND: Final = re.compile(r"\s+and\s+|\s*&\s*", re.IGNORECASE)
_OF_AUTHOR: Final = tuple(
    re.compile(rule, re.IGNORECASE)
    for rule in (
        rf"\bwhat\s+(?:do|does|did|has|have|had)\s+{_TITLED}{_NAME}(?:\s+et\s+al\.?)?\s+{_SAYS}\b(?:\s+about|\s+on)?",
        rf"\baccording\s+to\s+{_TITLED}{_NAME}(?:\s+et\s+al\.?)?(?=[\s,.?!]|$)",
        rf"\b(?:{PIECES}\s+)?(?:written\s+|published\s+)?by\s+{_TITLED}{_NAME}(?:\s+et\s+al\.?)?(?=[\s,.?!]|$)",
        rf"\b{_TITLED}{_NAME}\s+(?:et\s+al\.?|and\s+colleagues)(?=[\s,.?!'’]|$)",
        rf"\b{_TITLED}{_NAME}(?:['’]s|(?<=s)['’])\s+{PIECES}\b(?:\s+(?:on|about))?",
    )
)
_ABOUT: Final = r"\s+(?:on|of|about|for|in|into|that|which|say|says|show|shows|find|with|testing)\b"
_OF_DESIGN: Final = tuple(
    (re.compile(rf"\b{rule}{_ABOUT}", re.IGNORECASE), designs)
    for rule, designs in (
        (r"meta-?\s?analys[ei]s", (Design.META_ANALYSIS,)),
        (r"systematic\s+reviews?", (Design.SYSTEMATIC_REVIEW, Design.META_ANALYSIS)),
        (r"(?<!systematic\s)reviews?", (Design.REVIEW, Design.SYSTEMATIC_REVIEW, Design.META_ANALYSIS)),
        (r"(?:randomi[sz]ed\s+(?:controlled\s+)?(?:clinical\s+)?trials?|rcts?)", (Design.RANDOMISED_TRIAL,)),
        (r"cohort(?:\s+stud(?:y|ies)|s)?", (Design.COHORT,)),
        (r"case\s+(?:reports?|series)", (Design.CASE_REPORT,)),
        (r"guidelines?", (Design.GUIDELINE,)),
    )
)  # fmt: skip
_OF_ALL: Final = re.compile(
    rf"{PIECES}|{_SAYS}|summar\w+|explain\w*|abstract|results?|findings?|conclusions?|main|please|tell|about|doi|title",
    re.IGNORECASE,
)
"""Words about an article that ask for nothing in it."""

_RETRACTED: Final = re.compile(rf"\bretracted\s+{PIECES}|\bretractions?\b", re.IGNORECASE)
_LEFT_OVER: Final = " ,;:.-–"


@dataclass(frozen=True, slots=True)
class Intent:
    """What a question wants, beside its matter.

    Attributes:
        question: What is left to search for.
        filters: What articles must be.
        preferred: What they had better be.
    """

    question: str
    filters: Filters
    preferred: Filters


def intent_of(question: str, holdings: Holdings) -> Intent:
    """What the question says of the articles it wants, as far as the library holds such."""
    if named := looked_up(question, holdings):
        ids = tuple(each.id for each in named)
        return Intent(named[0].title or question, Filters(articles=ids), Filters())
    if pointed := pointed_at(question, holdings):
        named, rest = pointed
        # "What does it find?" asks for all of it, as its title does.
        asked = " ".join(rest.split()) if _asks(rest) else named[0].title or question
        return Intent(asked, Filters(articles=tuple(each.id for each in named)), Filters())
    if titled := titled_in(question, holdings):
        # Of other articles too, it may be asked just so.
        ids = tuple(each.id for each in titled)
        return Intent(question, Filters(), Filters(articles=ids))
    rest, filters = _by_author(question, holdings, Filters())
    rest, filters = _in_outlet(rest, holdings, filters)
    rest, filters = _at_time(rest, filters)
    if not filters or not title_words(rest) or not holdings.admitted(filters):
        rest, filters = question, Filters()
    if filters:
        rest = " ".join(rest.split()).lstrip(_LEFT_OVER)
    return Intent(rest, filters, _preferred(rest))


def _asks(rest: str) -> bool:
    """Whether the rest of a question that names an article asks for something in it."""
    words = (word for word in title_words(rest) if word not in FUNCTION_WORDS)
    return not all(map(_OF_ALL.fullmatch, words))


def _by_author(question: str, holdings: Holdings, filters: Filters) -> tuple[str, Filters]:
    for rule in _OF_AUTHOR:
        found = rule.search(question)
        names = tuple(_AND.split(found["name"])) if found else ()
        if found and all(map(holdings.by_author, names)):
            return _without(question, found), replace(filters, authors=names)
    return question, filters


def _in_outlet(question: str, holdings: Holdings, filters: Filters) -> tuple[str, Filters]:
    for outlet in holdings.outlets:
        # "Science" is an outlet and "science" is not, but nobody capitals "the new york times".
        same = 0 if len(outlet.split()) == 1 else re.IGNORECASE
        words = r"\s+".join(map(re.escape, outlet.split()))
        name = rf"(?:the\s+)?{words}(?!\w)"
        for place in (_SAID_BY.format(name), rf"\b(?:in|from|on|by|at)\s+{name}"):
            if found := re.search(place, question, same):
                return _without(question, found), replace(filters, outlets=(outlet,))
    return question, filters


def _at_time(question: str, filters: Filters) -> tuple[str, Filters]:
    in_figures = dated(question)
    said = of_articles(in_figures)
    if said is None:
        return question, filters
    found, since, until = said
    return _without(in_figures, found), replace(filters, since=since, until=until)


def _preferred(question: str) -> Filters:
    preferred = Filters()
    if time := of_matter(question):
        preferred = replace(preferred, since=time, until=time)
    designs = next((of for rule, of in _OF_DESIGN if rule.search(question)), ())
    retracted = (Status.RETRACTED,) if _RETRACTED.search(question) else ()
    return replace(preferred, designs=designs, statuses=retracted)


def _without(question: str, found: re.Match[str]) -> str:
    return f"{question[: found.start()]} {question[found.end() :]}"
