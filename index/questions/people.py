"""The people whom a question names as authors: "what does Smith say", "papers by Smith", "Smith et al. (2022)".

A name may be a word as well ("long", "may", "brown"): it is taken for one where what stands around it
says so, and never for its capital alone.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from index.questions.denial import EXCEPT, denied_from
from index.questions.listing import MOST_JOINED, OF_BOTH, WORD_BETWEEN
from index.questions.times import PIECES
from index.sources.rules.dates import month_number
from index.words.english import dictionary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.holdings.holdings import Holdings

SAYS: Final = (
    r"(?:says?|said|thinks?|thought|finds?|found|reports?|reported|concludes?|concluded|argues?|argued|"
    r"shows?|shown?|showed|writes?|wrote|written|publish(?:ed)?|claims?|claimed|suggests?|suggested)"
)
_WORD: Final = r"[^\W\d_][\w'’.-]*"
_BETWEEN: Final = r"(?:,\s*|\s*&\s*|\s+)"
_MOST_NAMES: Final = MOST_JOINED + 1
_MOST_WORDS: Final = 45
"""Of a name or a list of names: more than so many names have, and than are read of one list."""

_NAME: Final = rf"(?P<name>{_WORD}(?:{_BETWEEN}{_WORD}){{0,{_MOST_WORDS - 1}}}?)"
_TITLED: Final = r"(?:(?:dr|prof(?:essor)?|mr|mrs|ms)\.?\s+)?"
_AND_OTHERS: Final = r"(?:,?\s+et\s+al\b\.?|\s+and\s+(?:colleagues|co-?workers|others)\b)"
_YEAR: Final = r"(?P<year>(?:19|20)\d\d)[a-z]?"
_ON: Final = r"(?:\s+(?:on|about))?"
_WORKS: Final = rf"(?:{PIECES}|essay|book|letter|editorial|findings?|results?)"
_OWN: Final = r"(?:\s+(?:new|newest|recent|latest|last|first|original|famous))?"

_BETWEEN_WORDS: Final = tuple(
    re.compile(
        rf"\b(?:what|which){asked}\s+{_TITLED}{_NAME}{_AND_OTHERS}?\s+{SAYS}\b{_ON}",
        re.IGNORECASE,
    )
    for asked in (r"\s+(?:do|does|did|has|have|had)", rf"\s+{PIECES}\s+(?:did|has|have)", r"['’]?s")
)
_BEFORE: Final = tuple(
    (re.compile(rf"\b{lead}\s+{OF_BOTH}{_TITLED}(?={_WORD})", re.IGNORECASE), sure)
    for lead, sure in (
        (rf"(?:according\s+to\s+)?(?:(?:an?|the|any|some|all|which)\s+)?{_WORKS}\s+(?:(?:that\s+)?(?:is|are|was|were|has|have|been|written|published|either|both)\s+)*by", True),
        (r"(?:written|published|everything|anything)\s+by", True),
        (r"according\s+to", True),
        (r"by", False),
        (rf"(?:{EXCEPT}|not|neither)", False),
    )
)  # fmt: skip
"""What stands before a name, and whether that alone says that a name follows."""

_BEHIND: Final = (
    re.compile(
        rf"{_AND_OTHERS}(?:,?\s*\(?{_YEAR}\)?(?![\w-]))?(?:['’]s?\s+{_WORKS}\b)?{_ON}",
        re.IGNORECASE,
    ),
    re.compile(rf",?\s*\({_YEAR}\){_ON}", re.IGNORECASE),
    re.compile(rf"(?:['’]s|(?<=s)['’]){_OWN}(?:\s+{_YEAR})?\s+{_WORKS}\b{_ON}", re.IGNORECASE),
    re.compile(rf",?\s+{_YEAR}(?=\s*(?:$|[,.?!:;]))", re.IGNORECASE),
)
"""What stands after a name, the last where the name has a capital."""

_LISTED: Final = re.compile(
    rf"\s+(?:(?P<papers>(?:papers?|articles?|publications)\b{_ON})|{PIECES}\b{_ON}|(?P<heading>on|about)\b)",
    re.IGNORECASE,
)
"""What stands after a list of names, or after one that is no word: "Brown papers" may be of a colour."""

_CITED: Final = re.compile(rf"(?:{_AND_OTHERS})?(?:,?\s*\({_YEAR}\))?{_ON}", re.IGNORECASE)
_STOPS: Final = re.compile(
    rf"\s*(?:$|[,.?!:;)(])|\s+(?:about|on|in|from|since|before|after|that|which|et\s+al|and\s+colleagues|{SAYS})\b",
    re.IGNORECASE,
)
_NAMES: Final = re.compile(rf"{_WORD}(?:{_BETWEEN}{_WORD}){{0,{_MOST_WORDS - 1}}}")
_STARTS: Final = re.compile(rf"(?<![\w'’.-]){_WORD}")
_TITLE: Final = re.compile(rf"^{_TITLED}", re.IGNORECASE)
_AND: Final = re.compile(rf",?\s+{WORD_BETWEEN}\s+(?:by\s+)?|\s*&\s*", re.IGNORECASE)
_LIST: Final = re.compile(rf"{_AND.pattern}|,\s*(?:by\s+)?", re.IGNORECASE)
_OR: Final = re.compile(r"\bor\b", re.IGNORECASE)
_LONGEST: Final = 400
"""Letters of a name or a list of names."""

_MOST_PLACES: Final = 20
"""Where a question is looked at for a name, of each kind of place."""
_CAPITAL_NEXT: Final = re.compile(r"\s+[^\W\d_a-z]")


class Named(NamedTuple):
    """Authors that a question names.

    Attributes:
        names: As typed.
        year: Of the piece that is cited; "" for none.
        start: Where the words begin that name them.
        end: Where what follows those begins.
        unwanted: Whether theirs is what is not asked for.
    """

    names: tuple[str, ...]
    year: str
    start: int
    end: int
    unwanted: bool = False


def authors_named(question: str, holdings: Holdings) -> Named | None:
    """The authors that the question names, if the library knows all of them and they are no more than are read."""
    for found in (_between_words, _before, _behind, _listed):
        for named in found(question, holdings):
            if len(named.names) > _MOST_NAMES:
                return None  # some of them alone would hide what the others say
            denied = denied_from(question, named.start)
            if denied is None:
                return named
            return named._replace(start=denied, unwanted=True)
    return None


def _between_words(question: str, holdings: Holdings) -> Iterator[Named]:
    for rule in _BETWEEN_WORDS:
        if (found := rule.search(question)) and (names := _known(found["name"], holdings)):
            yield Named(names, "", found.start(), found.end())


def _before(question: str, holdings: Holdings) -> Iterator[Named]:
    for rule, sure in _BEFORE:
        for lead in islice(rule.finditer(question), _MOST_PLACES):
            run = _NAMES.match(question, lead.end())
            words = list(_STARTS.finditer(question, lead.end(), run.end())) if run else []
            for last in reversed(words):
                name = question[lead.end() : last.end()].rstrip(".'’")
                if not _ends_well(question, lead.end() + len(name), name, sure=sure):
                    continue
                if names := _known(name, holdings):
                    cited = _CITED.match(question, lead.end() + len(name))
                    end = cited.end() if cited else last.end()
                    start = lead.end() if lead.re is _BEFORE[-1][0] else lead.start()
                    yield Named(names, cited["year"] or "" if cited else "", start, end)
                    break


def _behind(question: str, holdings: Holdings) -> Iterator[Named]:
    for rule in _BEHIND:
        for tail in islice(rule.finditer(question), _MOST_PLACES):
            near = max(0, tail.start() - _LONGEST)
            words = list(_STARTS.finditer(question, near, tail.start()))[-_MOST_WORDS:]
            for first in words:
                name = question[first.start() : tail.start()]
                if rule is _BEHIND[-1] and (month_number(name) or not name.istitle()):
                    continue
                if _NAMES.fullmatch(name) and (names := _known(name, holdings)):
                    yield Named(
                        names, tail.groupdict().get("year") or "", first.start(), tail.end()
                    )
                    break


def _listed(question: str, holdings: Holdings) -> Iterator[Named]:
    for tail in islice(_LISTED.finditer(question), _MOST_PLACES):
        near = max(0, tail.start() - _LONGEST)
        words = list(_STARTS.finditer(question, near, tail.start()))[-_MOST_WORDS:]
        for first in words:
            name = question[first.start() : tail.start()]
            begins = not _STARTS.search(question, 0, first.start())
            listed = _is_list(name) and (begins or not tail["heading"])
            told = listed or (tail["papers"] and _is_strange(name))
            if told and _NAMES.fullmatch(name) and (names := _known(name, holdings)):
                yield Named(names, "", first.start(), tail.end())
                break


def _is_list(name: str) -> bool:
    parts = _LIST.split(name)
    return len(parts) > 1 and all(part[:1].isupper() for part in parts)


def _is_strange(name: str) -> bool:
    """Whether it is a name and nothing else: "Moher" and not "Brown"."""
    return (
        name.isalpha()
        and name[0].isupper()
        and not name.isupper()
        and name.lower() not in dictionary()
    )


def _ends_well(question: str, end: int, name: str, *, sure: bool) -> bool:
    """Whether the name may end there: "by Long Covid" is by nobody, nor is "by long haul patients"."""
    capital = name[:1].isupper() and not question.isupper()
    if sure and capital:
        return not _CAPITAL_NEXT.match(question, end) or bool(_STOPS.match(question, end))
    return (sure or capital) and bool(_STOPS.match(question, end))


def _known(name: str, holdings: Holdings) -> tuple[str, ...]:
    """The people of this name or list of names; empty where the library lacks one of them.

    Of "Smith or Nobody" it may lack one.
    """
    # "Smith, Jones or Brown" are three, though a J. Smith is known; of "Smith, J." both parts are not.
    for between in (_LIST, _AND):
        names = tuple(_TITLE.sub("", part) for part in between.split(name) if part)
        if names and all(map(holdings.by_author, names)):
            return names
    names = tuple(_TITLE.sub("", part) for part in _LIST.split(name) if part)
    # "Jones on coffee" is none that might be known elsewhere.
    if _OR.search(name) and all(word[0].isupper() for part in names for word in part.split()):
        return tuple(filter(holdings.by_author, names))
    return ()
