"""A time that a question says of articles ("papers from 2019 to 2021", "published in May 2015") or of the matter."""

from __future__ import annotations

import re
from typing import Final

from index.sources.rules.dates import iso_of, month_number

PIECES: Final = (
    r"(?:articles?|papers?|stud(?:y|ies)|stor(?:y|ies)|news|reports?|reviews?|trials?|research|work|"
    r"publications?|anything|something|written|published|posted|appeared)"
)
"""What people call articles, and what was done to them."""

_MONTH_YEAR: Final = re.compile(
    r"\b(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?,?\s+((?:18|19|20)\d\d)\b",
    re.IGNORECASE,
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
_OF_ARTICLES: Final = tuple(
    re.compile(
        rf"\b{PIECES}\s+(?:(?:that|were|was|dated|published|out)\s+)*{time}\b", re.IGNORECASE
    )
    for time in _TIMES
)
_OF_MATTER: Final = re.compile(rf"\b{_TIMES[-1]}\b", re.IGNORECASE)
_YEAR_LETTERS: Final = 4


def dated(question: str) -> str:
    """The question with months as figures: "in May 2015" as "in 2015-05"."""

    def figures(found: re.Match[str]) -> str:
        return iso_of(int(found[2]), month_number(found[1]))

    return _MONTH_YEAR.sub(figures, question)


def of_articles(question: str) -> tuple[re.Match[str], str, str] | None:
    """Where a question with months as figures says when its articles were published: from, until."""
    for rule in _OF_ARTICLES:
        if found := rule.search(question):
            since, until = _span(found)
            return None if since and until and since > until else (found, since, until)
    return None


def of_matter(question: str) -> str:
    """The year or month, ISO 8601, in which the question may say that something happened; "" for none."""
    found = _OF_MATTER.search(dated(question))
    return found["in"] if found else ""


def _span(found: re.Match[str]) -> tuple[str, str]:
    told = {name: value for name, value in found.groupdict().items() if value}
    named = next(iter(told.values()))
    # Of what is told by the month, that month may be meant as well.
    step = 1 if len(named) == _YEAR_LETTERS else 0
    if "after" in told:
        return (str(int(named) + 1) if step else named), ""
    if "before" in told:
        return "", (str(int(named) - 1) if step else named)
    whole = told.get("in", "")
    since = told.get("first") or told.get("since") or whole
    return since, told.get("last") or told.get("until") or whole
