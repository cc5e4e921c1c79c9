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
from index.lookups import looked_up
from index.sources.rules.title_key import title_words

if TYPE_CHECKING:
    from index.holdings import Holdings

_WORD: Final = r"[^\W\d_][\w'’.-]*"
_NAME: Final = rf"(?P<name>{_WORD}(?:\s+{_WORD}){{0,3}}?)"
_TITLED: Final = r"(?:(?:dr|prof(?:essor)?|mr|mrs|ms)\.?\s+)?"
_PIECES: Final = (
    r"(?:articles?|papers?|stud(?:y|ies)|stor(?:y|ies)|news|reports?|reviews?|trials?|research|work|"
    r"publications?|anything|something|written|published|posted|appeared)"
)
_SAYS: Final = (
    r"(?:says?|said|thinks?|thought|finds?|found|reports?|reported|concludes?|concluded|argues?|argued|"
    r"shows?|shown?|showed|writes?|wrote|written|publish(?:ed)?|claims?|claimed|suggests?|suggested|mean)"
)
_OF_AUTHOR: Final = tuple(
    re.compile(rule, re.IGNORECASE)
    for rule in (
        rf"\bwhat\s+(?:do|does|did|has|have|had)\s+{_TITLED}{_NAME}(?:\s+et\s+al\.?)?\s+{_SAYS}\b(?:\s+about|\s+on)?",
        rf"\baccording\s+to\s+{_TITLED}{_NAME}(?:\s+et\s+al\.?)?(?=[\s,.?!]|$)",
        rf"\b(?:{_PIECES}\s+)?(?:written\s+|published\s+)?by\s+{_TITLED}{_NAME}(?:\s+et\s+al\.?)?(?=[\s,.?!]|$)",
        rf"\b{_TITLED}{_NAME}\s+(?:et\s+al\.?|and\s+colleagues)(?=[\s,.?!'’]|$)",
        rf"\b{_TITLED}{_NAME}['’]s\s+{_PIECES}\b(?:\s+(?:on|about))?",
    )
)
_YEAR: Final = r"(?P<{}>(?:18|19|20)\d\d(?:-(?:0[1-9]|1[0-2]))?)"
_TIMES: Final = (
    rf"(?:between|from)\s+{_YEAR.format('first')}\s+(?:and|to|until|till|-|–)\s+{_YEAR.format('last')}",
    rf"(?:since|from)\s+{_YEAR.format('since')}(?:\s+onwards?)?",
    rf"after\s+{_YEAR.format('after')}",
    rf"(?:before|prior\s+to)\s+{_YEAR.format('before')}",
    rf"(?:until|till|up\s+to)\s+{_YEAR.format('until')}",
    rf"(?:in|during|of)\s+(?:the\s+year\s+)?{_YEAR.format('in')}",
)
# "Articles published in 2020 on …" is about articles, "what happened in 2020" about the matter.
_OF_TIME: Final = tuple(
    re.compile(
        rf"\b{_PIECES}\s+(?:(?:that|were|was|dated|published|out)\s+)*{time}\b", re.IGNORECASE
    )
    for time in _TIMES
)
_IN_TIME: Final = re.compile(rf"\b{_TIMES[-1]}\b", re.IGNORECASE)
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
_RETRACTED: Final = re.compile(rf"\bretracted\s+{_PIECES}|\bretractions?\b", re.IGNORECASE)
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
    if titled := holdings.titled(question):
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


def _by_author(question: str, holdings: Holdings, filters: Filters) -> tuple[str, Filters]:
    for rule in _OF_AUTHOR:
        found = rule.search(question)
        if found and holdings.by_author(found["name"]):
            return _without(question, found), replace(filters, authors=(found["name"],))
    return question, filters


def _in_outlet(question: str, holdings: Holdings, filters: Filters) -> tuple[str, Filters]:
    for outlet in holdings.outlets:
        # "Science" is an outlet and "science" is not, but nobody capitals "the new york times".
        same = 0 if len(outlet.split()) == 1 else re.IGNORECASE
        name = r"\s+".join(map(re.escape, outlet.split()))
        found = re.search(rf"\b(?:in|from|on|by|at)\s+(?:the\s+)?{name}(?!\w)", question, same)
        if found:
            return _without(question, found), replace(filters, outlets=(outlet,))
    return question, filters


def _at_time(question: str, filters: Filters) -> tuple[str, Filters]:
    for rule in _OF_TIME:
        if found := rule.search(question):
            since, until = _span(found)
            if since and until and since > until:
                break
            return _without(question, found), replace(filters, since=since, until=until)
    return question, filters


def _span(found: re.Match[str]) -> tuple[str, str]:
    told = {name: value for name, value in found.groupdict().items() if value}
    year = int(next(iter(told.values()))[:4])
    if "after" in told:
        return str(year + 1), ""
    if "before" in told:
        return "", str(year - 1)
    whole = told.get("in", "")
    since = told.get("first") or told.get("since") or whole
    return since, told.get("last") or told.get("until") or whole


def _preferred(question: str) -> Filters:
    preferred = Filters()
    if found := _IN_TIME.search(question):
        preferred = replace(preferred, since=found["in"], until=found["in"])
    designs = next((of for rule, of in _OF_DESIGN if rule.search(question)), ())
    retracted = (Status.RETRACTED,) if _RETRACTED.search(question) else ()
    return replace(preferred, designs=designs, statuses=retracted)


def _without(question: str, found: re.Match[str]) -> str:
    return f"{question[: found.start()]} {question[found.end() :]}"
