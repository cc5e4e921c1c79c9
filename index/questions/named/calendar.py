"""Times as people say them, put as figures: "last year", "since May", "the 1990s", "2 March 2024"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from index.questions.named.listing import JOINED, MOST_JOINED, WORD_BETWEEN
from index.sources.rules.dates import iso_of, month_number

if TYPE_CHECKING:
    from collections.abc import Callable

    Written = Callable[[re.Match[str], date], str]

_MONTH_NAMES: Final = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_ANY_MONTH: Final = rf"(?:{_MONTH_NAMES})\b\.?"
_MONTH: Final = rf"(?P<month>{_MONTH_NAMES})\b\.?"
_NEXT: Final = rf"{JOINED}(?:(?:in|from)\s+)?"
_YEAR: Final = r"(?P<year>(?:18|19|20)\d\d)"
_DAY: Final = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_DECADE: Final = r"(?:the\s+)?(?P<decade>(?:18|19|20)\d0|['’]?[2-9]0)['’]?s\b"
_NUMBERS: Final = {
    "one": 1, "two": 2, "couple of": 2, "few": 3, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "fifty": 50,
}  # fmt: skip
_SPAN: Final = (
    # Other letters that fold to these, such as a long "s", would make names that are no number's.
    rf"(?P<count>\d{{1,3}}|(?a:{'|'.join(_NUMBERS)}))\s+(?P<unit>year|yr|decade|month|week|day)s?\b"
)
_LED: Final = r"(?:(?:in|over|during|within|from|of)\s+)?(?:the\s+)?"
_DAYS: Final = {"week": 7, "day": 1}
_MONTHS: Final = {"year": 12, "yr": 12, "decade": 120, "month": 1}
_SHORT_CENTURY: Final = 2


def in_figures(question: str, today: date) -> str:
    """The question with every time as figures: "since May" as "since 2026-05", "last year" as "in 2025".

    Args:
        question: As asked.
        today: The day it is asked on.
    """
    for rule, written in _RULES:
        question = rule.sub(lambda found, written=written: written(found, today), question)
    return question


def _whole(found: re.Match[str], _: date) -> str:
    told = found.groupdict()
    return iso_of(int(told["year"]), month_number(told["month"]), int(told.get("day") or 0) or None)


def _borrowed(found: re.Match[str], _: date) -> str:
    """Both months are of that year: "from January to June 2025"."""
    month = iso_of(int(found["year"]), month_number(found["month"]))
    return f"{found['lead']} {month} {found['to']} {found['year']}-"


def _each_borrowed(found: re.Match[str], _: date) -> str:
    """All months of a list are of the year behind the last: "in May or June 2025"."""
    year = int(found["year"])
    months = _EACH_MONTH.sub(
        lambda each: iso_of(year, month_number(each["month"])), found["months"]
    )
    return f"{found['lead']} {months}{year}-"


def _written_out(found: re.Match[str], _: date) -> str:
    """The second year without its century: "2022-23"; what may be a month is one."""
    year, end = found["year"], found["end"]
    return f"{year}-{year[:2]}{end}" if end > year[2:] else found.group()


def _latest(found: re.Match[str], today: date) -> str:
    """A month without a year is the last one that has begun."""
    return f"{found['lead']} {_last_begun(found['month'], today)}"


def _each_latest(found: re.Match[str], today: date) -> str:
    """The same of each in a list: "in March or April"."""
    months = _EACH_MONTH.sub(lambda each: _last_begun(each["month"], today), found["months"])
    return f"{found['lead']} {months}"


def _last_begun(name: str, today: date) -> str:
    month = month_number(name) or today.month
    return iso_of(today.year - (month > today.month), month)


def _decade(found: re.Match[str], _: date) -> str:
    figures = found["decade"].lstrip("'’")
    first = int(figures) + (1900 if len(figures) == _SHORT_CENTURY else 0)
    lead = found["lead"].lower()
    if lead in {"since", "before"}:
        return f"{lead} {first}"
    return f"after {first + 9}" if lead == "after" else f"between {first} and {first + 9}"


def _back(found: re.Match[str], today: date) -> str:
    """So much time before today; without a number, one of the unit: "in the last five years"."""
    return f"since {_before(today, found)}"


def _calendar(found: re.Match[str], today: date) -> str:
    """Years and months are those of the calendar, a week is seven days."""
    back = found["which"].lower() == "last"
    unit = found["unit"].lower()
    if unit == "year":
        return f"in {today.year - back}"
    if unit == "month":
        months = 12 * today.year + today.month - 1 - back
        return f"in {iso_of(months // 12, months % 12 + 1)}"
    return f"since {today - timedelta(days=7 * (1 + back))}"


def _aged(found: re.Match[str], today: date) -> str:
    lead = "before" if found["age"].lower() in {"older", "more"} else "since"
    return f"{lead} {_before(today, found)}"


def _before(today: date, found: re.Match[str]) -> str:
    said = (found["count"] or "1").lower()
    count = int(said) if said.isdecimal() else _NUMBERS[said]
    unit = found["unit"].lower()
    if unit in _DAYS:
        return (today - timedelta(days=count * _DAYS[unit])).isoformat()
    months = max(12 * today.year + today.month - 1 - count * _MONTHS[unit], 0)
    return iso_of(months // 12, months % 12 + 1, min(today.day, 28))


def _rule(rule: str) -> re.Pattern[str]:
    return re.compile(rf"\b{rule}", re.IGNORECASE)


_EACH_MONTH: Final = _rule(_MONTH)
_RULES: Final[tuple[tuple[re.Pattern[str], Written], ...]] = (
    (_rule(rf"{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}\b"), _whole),
    (_rule(rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}\b"), _whole),
    (_rule(rf"{_MONTH},?\s+{_YEAR}\b"), _whole),
    (_rule(rf"(?P<lead>between|from)\s+{_MONTH}\s+(?P<to>and|to|until|till|-|–)\s+{_YEAR}-"), _borrowed),
    (_rule(rf"(?P<lead>from|in|of|during|either)\s+(?P<months>{_ANY_MONTH}(?:{_NEXT}{_ANY_MONTH}){{0,{MOST_JOINED}}}{_NEXT}){_YEAR}-"), _each_borrowed),
    (_rule(rf"{_YEAR}\s*[-–/]\s*(?P<end>1[3-9]|[2-9]\d)\b(?!-)"), _written_out),
    # With a word between them: in "rose in March, may fall" a comma joins no months.
    (_rule(rf"(?P<lead>from|in)\s+(?P<months>{_ANY_MONTH}(?:\s+{WORD_BETWEEN}\s+(?:(?:in|from)\s+)?{_ANY_MONTH}){{1,{MOST_JOINED}}})(?!\s+\d)(?=\W|$)"), _each_latest),
    (_rule(rf"(?P<lead>since|after|before|until|till|from|in)\s+{_MONTH}(?!\s+\d)(?=\W|$)"), _latest),
    (_rule(rf"(?P<lead>since|after|before|in|from|of|during)\s+{_DECADE}"), _decade),
    (_rule(rf"{_LED}(?P<which>last|this)\s+(?P<unit>year|month|week)\b"), _calendar),
    (_rule(rf"{_LED}(?:last|past|previous)\s+{_SPAN}"), _back),
    (_rule(rf"{_LED}(?:last|past)\s+(?P<count>)(?P<unit>year|decade|month|week)\b"), _back),
    (_rule(rf"(?P<age>older|newer|younger|less|more)\s+than\s+{_SPAN}(?:\s+(?:old|ago))?"), _aged),
    (_rule(rf"(?:older|earlier)\s+than\s+(?={_YEAR})"), lambda _found, _today: "before "),
    (_rule(rf"(?:newer|later|more\s+recent)\s+than\s+(?={_YEAR})"), lambda _found, _today: "after "),
)  # fmt: skip
