"""A time that a question says of articles ("papers from 2019 to 2021", "published last year") or of the matter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from index.questions.named.calendar import in_figures
from index.questions.named.denial import denied_from
from index.questions.named.listing import JOINED, OF_BOTH
from index.words.question_words import FUNCTION_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

KINDS: Final = (
    r"articles?|papers?|stud(?:y|ies)|stor(?:y|ies)|news|reports?|reviews?|trials?|research|publications?|"
    r"meta-?analys[ei]s"
)
"""What articles are called."""

_TIMED: Final = rf"(?:{KINDS}|anything|something|written|published|posted|appeared)"
PIECES: Final = rf"(?:{_TIMED}|work)"
"""The same, and what was done to articles."""

_FIGURES: Final = r"(?:18|19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?(?!\d)(?!-(?:0[1-9]|1[0-2])\b)"
"""A year, a month or a day, whole: of "2026-05" no year alone."""

_YEAR: Final = rf"(?P<{{}}>{_FIGURES})"
_DOING: Final = (
    r"(?:address|analy[sz]|argu|assess|compar|concern|cover|deal|describ|discuss|evaluat|examin|explain|explor|find"
    r"|focus+|includ|investigat|involv|link|look|measur|mention|regard|report|review|say|show|study|suggest|support"
    r"|test|us)ing"
)
"""What articles do: "papers since 2020 comparing tea and coffee"."""

# "A trial of 2000 women" is of no year, nor of "2000 or 2010 women": after one stands no noun.
_MOST_YEARS: Final = 30
"""Of one list; of a longer one none is read, since some alone would hide the articles of the others."""

_NO_NOUN: Final = rf"(?!{JOINED}{_FIGURES})(?=\s*(?:$|[^\w\s])|\s+(?:{'|'.join(FUNCTION_WORDS)}|says?|said|find|found|shows?|report\w*|suggest\w*)\b)"
# Nor does one after "since 2020", of an event ("since 2020 lockdowns"); behind a day it is no event's.
# Events end like what articles do ("after 2015 shooting", "before 2020 spring"), so that these are listed.
# Blanks in a row stand where a name was cut out ("newer than 2020 by Park on bees").
_NO_EVENT: Final = rf"(?:(?<=-\d\d-\d\d)|{_NO_NOUN}|(?=\s\s|\s+(?:{PIECES}|please|{_DOING})\b))"
_LEAD: Final = rf"(?:in|during|of|from|on|dated)\s+{OF_BOTH}(?:the\s+years?\s+)?"
_IN: Final = rf"{_LEAD}{_YEAR.format('in')}{_NO_NOUN}"
_LIST: Final = (
    rf"(?P<list>{_FIGURES}(?:{JOINED}{_LEAD}{_FIGURES}|{JOINED}{_FIGURES}){{1,{_MOST_YEARS}}})"
)
_LISTED: Final = rf"{_LEAD}{_LIST}{_NO_NOUN}"
_TIMES: Final = (
    _LISTED,
    rf"(?:(?:between|from|in)\s+)?{_YEAR.format('first')}\s*(?:and|to|until|till|-|–)\s*{_YEAR.format('last')}",
    rf"(?:since|from)\s+{_YEAR.format('since')}\s*(?:onwards?|upwards?|(?:to|until|till|-|–)\s*(?:now|today|date|the\s+present)|on(?=\s*(?:$|[,.;:?!])))",
    rf"since\s+{_YEAR.format('since')}{_NO_EVENT}",
    rf"after\s+{_YEAR.format('after')}{_NO_EVENT}",
    rf"(?:before|prior\s+to)\s+{_YEAR.format('before')}{_NO_EVENT}",
    rf"(?:until|till|up\s+to)\s+{_YEAR.format('until')}{_NO_EVENT}",
    _IN,
)
# "That have been published or posted": from each word of a longer row on, the row would be read again.
_FILL: Final = r"(?:(?:that|which|were|was|are|is|been|have|has|dated|published|posted|written|appeared|out|or)\s+){0,6}"
_TOLD: Final = (
    # "Articles published in 2020 on …" is about articles, "what happened in 2020" about the matter.
    *(rf"\b{_TIMED}\s+{_FILL}{time}" for time in _TIMES),
    rf"\bpre-?\s?{_YEAR.format('before')}\s+(?:{KINDS})\b",
    rf"\bpost-?\s?{_YEAR.format('after')}\s+(?:{KINDS})\b",
    # "A review of 2013 studies" counts them.
    *(
        rf"(?:^\W*|[,;:]\s*|\b(?:which|what|any|all)\s+){years}\s+(?:{KINDS})\b"
        for years in (_LIST, _YEAR.format("in"))
    ),
    rf"\b(?:an?|the|this|that)\s+{_YEAR.format('in')}\s+(?:article|paper|study|story|report|review|trial)\b",
    *(
        rf"^\W*{time}\b,?(?=.*\b(?:published|appeared|articles|papers|studies|research)\b)"
        for time in _TIMES[1:-1]
    ),
    *(rf"^\W*{time},?(?=.*\bpublished\b)" for time in (_LISTED, _IN)),
)
_OF_ARTICLES: Final = tuple(re.compile(rule, re.IGNORECASE) for rule in _TOLD)
_AT_END: Final = tuple(re.compile(rf"\b{time}\W*$", re.IGNORECASE) for time in _TIMES)
_PRINTED: Final = re.compile(
    r"\b(?:articles?|papers?|stud(?:y|ies)|publications?|research|published|posted|written|appeared)\b",
    re.IGNORECASE,
)
_KIND: Final = re.compile(rf"\b(?:{KINDS})\b", re.IGNORECASE)
_OF_MATTER: Final = tuple(re.compile(rf"\b{time}", re.IGNORECASE) for time in (_LISTED, _IN))
_FIGURE: Final = re.compile(_FIGURES)
_ANY_TIME: Final = tuple(re.compile(rf"\b{time}", re.IGNORECASE) for time in _TIMES)
_NEXT: Final = tuple(re.compile(rf"\W*{_FILL}{time}", re.IGNORECASE) for time in _TIMES)
_WHOLE: Final = tuple(re.compile(rf"^\W*{time}\W*$", re.IGNORECASE) for time in _TIMES)
_NEAR: Final = 80
"""Letters in which a time stands beside what it is said of."""

_YEAR_LETTERS: Final = 4


class Time(NamedTuple):
    """From when until when; "" for open."""

    since: str
    until: str


def of_articles(question: str, today: date) -> tuple[str, Time] | None:
    """When a question says that its articles were published, and what of it is left."""
    question = in_figures(question, today)
    for rule in _OF_ARTICLES:
        if found := rule.search(question):
            time = _span(found)
            rest = f"{question[: found.start()]} {question[found.end() :]}"
            return (rest, time) if _is_span(time) else None
    return None


def names_works(words: str) -> bool:
    """Whether the words call something an article, a paper or the like."""
    return _KIND.search(words) is not None


def are_printed(words: str) -> bool:
    """Whether a time is said of what was printed then; trials, news and stories may as well be of what happened."""
    return _PRINTED.search(words) is not None


def led_by_time(text: str, today: date, *, works: bool) -> bool:
    """Whether a text begins with a time: what stands behind "by Smith" in "by Smith since 2020".

    Args:
        text: Of a question, behind what named articles.
        today: The day it is asked on.
        works: Whether that called them papers or the like; else "in 2020" may be the matter's.
    """
    told = in_figures(text[:_NEAR], today)
    return any(time.match(told) for time in (_NEXT if works else _NEXT[1:-1]))


def is_time(text: str, today: date) -> bool:
    """Whether all of a text is a time: "since 2020", before "papers by Smith"."""
    return len(text) <= _NEAR and any(time.match(in_figures(text, today)) for time in _WHOLE)


def of_no_articles(question: str, today: date) -> tuple[str, Sequence[Time]] | None:
    """When a question says that its articles were not published, and what of it is left."""
    question = in_figures(question, today)
    kind = _KIND.search(question)
    for rule in _ANY_TIME:
        for found in rule.finditer(question):
            denied, times = denied_from(question, found.start()), _spans(found)
            if denied is None or not all(map(_is_span, times)):
                continue
            before, behind = question[:denied], question[found.end() :]
            # "Honeybees, not from 2013" asks for no honeybees of that year.
            apart = found.group().startswith("from") and not (
                before.strip() and behind.strip(" ?.!")
            )
            if kind or apart:
                return f"{before} {behind}", times
    return None


def of_matter(question: str, today: date, *, works: bool = False) -> Time | None:
    """When a question may say that something happened, or that it was published.

    Args:
        question: Without what it says of articles for sure.
        today: The day it is asked on.
        works: Whether that called them papers or the like.
    """
    question = in_figures(question, today)
    for found in _of_matter(question, works=works):
        time = _span(found)
        wanted = denied_from(question, found.start()) is None
        return time if wanted and _is_span(time) else None
    return None


def _of_matter(question: str, *, works: bool) -> Iterator[re.Match[str]]:
    for rule in _AT_END:
        found = rule.search(question)
        if found and (works or _KIND.search(question, 0, found.start())):
            yield found
    for rule in _OF_MATTER:
        if found := rule.search(question):
            yield found


def _is_span(time: Time) -> bool:
    # "2020" reaches to the last day of that year.
    return not (time.since and time.until) or time.since[: len(time.until)] <= time.until


def _spans(found: re.Match[str]) -> Sequence[Time]:
    """Each of the years that are listed; what lies between them is not meant."""
    listed: list[str] = _FIGURE.findall(found.groupdict().get("list") or "")
    return [Time(year, year) for year in listed] or [_span(found)]


def _span(found: re.Match[str]) -> Time:
    """From the first to the last: what lies between listed years is rather found than hidden."""
    if listed := _FIGURE.findall(found.groupdict().get("list") or ""):
        # "2023 or May 2023" reaches to the end of that year.
        return Time(min(listed), max(listed, key=lambda time: f"{time}~"))
    told = {name: value for name, value in found.groupdict().items() if value}
    named = next(iter(told.values()))
    # Of what is told by the month, that month may be meant as well.
    step = 1 if len(named) == _YEAR_LETTERS else 0
    if "after" in told:
        return Time(str(int(named) + 1) if step else named, "")
    if "before" in told:
        return Time("", str(int(named) - 1) if step else named)
    whole = told.get("in", "")
    since = told.get("first") or told.get("since") or whole
    return Time(since, told.get("last") or told.get("until") or whole)
