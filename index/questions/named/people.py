"""The people whom a question names as authors: "what does Smith say", "papers by Smith", "Smith et al. (2022)".

A name may be a word as well ("long", "may", "brown"): it is taken for one where what stands around it
says so, and never for its capital alone.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from index.questions.named.author_names import TITLED, authors_known, is_list, is_strange
from index.questions.named.denial import EXCEPT, denied_from
from index.questions.named.listing import MOST_JOINED, OF_BOTH
from index.questions.named.times import PIECES
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
_AND_OTHERS: Final = r"(?:,?\s+et\s+al\b\.?|\s+and\s+(?:colleagues|co-?workers|others)\b)"
_YEAR: Final = r"(?P<year>(?:19|20)\d\d)[a-z]?"
_ON: Final = r"(?:\s+(?:on|about))?"
_WORKS: Final = rf"(?:{PIECES}|essay|book|letter|editorial|findings?|results?)"
_OWN: Final = r"(?:\s+(?:new|newest|recent|latest|last|first|original|famous))?"
_PUBLISH: Final = r"(?:publish(?:ed)?|writ(?:e|ten)|wrote)"
_DID: Final = r"(?:do|does|did|has|have|had)"

_BETWEEN_WORDS: Final = tuple(
    re.compile(rf"\b{asked}\s+{TITLED}{_NAME}{_AND_OTHERS}?\s+{says}{_ON}", re.IGNORECASE)
    for asked, says in (
        (rf"(?:what|which)\s+{_DID}", rf"{SAYS}\b"),
        (rf"(?:what|which)\s+{PIECES}\s+(?:did|has|have)", rf"{SAYS}\b"),
        (r"(?:what|which)['’]?s", rf"{SAYS}\b"),
        # What finds something may be no person.
        (_DID, rf"(?:(?:ever|also)\s+)?(?:say|said|report|reported|{_PUBLISH})\s+(?:anything|something|any\s+{PIECES})\b"),
        (_DID, rf"(?:(?:ever|also)\s+)?{_PUBLISH}(?=\s+(?:on|about)\b)"),
    )
)  # fmt: skip
_SHOWS: Final = re.compile(rf"\s(?:show\w*|suggest\w*){_ON}\Z", re.IGNORECASE)
"""What things do as well as people."""

_BEFORE: Final = tuple(
    (re.compile(rf"\b{lead}\s+{OF_BOTH}{TITLED}(?={_WORD})", re.IGNORECASE), sure, fewest)
    for lead, sure, fewest in (
        (rf"(?:according\s+to\s+)?(?:(?:an?|the|any|some|all|which)\s+)?{_WORKS}\s+(?:(?:that\s+)?(?:is|are|was|were|has|have|been|written|published|either|both)\s+)*by", True, 1),
        (r"(?:written|published|everything|anything)\s+by", True, 1),
        (r"according\s+to", True, 1),
        # "Studies of Rice" are of what it may be as well, "studies of Peter Rice" are his.
        (rf"{_WORKS}\s+(?:of|from)", False, 2),
        (r"by", False, 1),
        (rf"(?:{EXCEPT}|not|neither)", False, 1),
    )
)  # fmt: skip
"""What stands before a name, whether that alone says that a name follows, and of how many words at least."""

_BEHIND: Final = (
    re.compile(
        rf"{_AND_OTHERS}(?:,?\s*\(?{_YEAR}\)?(?![\w-]))?(?:['’]s?\s+{_WORKS}\b)?{_ON}",
        re.IGNORECASE,
    ),
    re.compile(rf",?\s*\({_YEAR}\){_ON}", re.IGNORECASE),
    re.compile(rf"(?:['’]s|(?<=s)['’]){_OWN}(?:\s+{_YEAR})?\s+{_WORKS}\b{_ON}", re.IGNORECASE),
    re.compile(rf",?\s+{_YEAR}(?=\s*(?:$|[,.?!:;)\]]))(?:\s*[)\]])?", re.IGNORECASE),
)
"""What stands after a name, the last where the name has a capital."""

_LISTED: Final = re.compile(
    rf"\s+(?:(?P<papers>(?:papers?|articles?|publications)\b{_ON})|{PIECES}\b{_ON}|(?P<heading>on|about)\b)",
    re.IGNORECASE,
)
"""What stands after a list of names, or after one that is no word: "Brown papers" may be of a colour."""

_DOUBTFUL: Final = re.compile(
    rf"(?<![\w'’.-])(?P<name>(?-i:[^\W\d_a-z])[\w.-]+)(?:['’]s(?:\s+[\w-]+){{1,2}})?\s+{PIECES}\b",
    re.IGNORECASE,
)
"""What may be somebody's or of a matter: "Brown papers", "Parkinson's gait studies"."""

_CITED: Final = re.compile(rf"(?:{_AND_OTHERS})?(?:,?\s*\({_YEAR}\))?{_ON}", re.IGNORECASE)
_STOPS: Final = re.compile(
    rf"\s*(?:$|[,.?!:;)(])|\s+(?:about|on|in|from|since|before|after|but|that|which|et\s+al|and\s+colleagues|{SAYS})\b",
    re.IGNORECASE,
)
_NAMES: Final = re.compile(rf"{_WORD}(?:{_BETWEEN}{_WORD}){{0,{_MOST_WORDS - 1}}}")
_STARTS: Final = re.compile(rf"(?<![\w'’.-]){_WORD}")
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
        sure: Whether they are named for sure, and not perhaps a matter.
    """

    names: tuple[str, ...]
    year: str
    start: int
    end: int
    unwanted: bool = False
    sure: bool = True


def authors_named(question: str, holdings: Holdings) -> Named | None:
    """The authors that the question names, if the library knows all of them and they are no more than are read."""
    for found in (_between_words, _before, _behind, _listed, _doubtful):
        for named in found(question, holdings):
            if len(named.names) > _MOST_NAMES:
                return None  # some of them alone would hide what the others say
            denied = denied_from(question, named.start)
            if denied is None:
                return named
            if not named.sure:
                return None
            return named._replace(start=denied, unwanted=True)
    return None


def _between_words(question: str, holdings: Holdings) -> Iterator[Named]:
    for rule in _BETWEEN_WORDS:
        found = rule.search(question)
        # "What does rice show about …" asks of no Rice.
        if not found or (found["name"] in dictionary() and _SHOWS.search(found.group())):
            continue
        if names := authors_known(found["name"], holdings):
            yield Named(names, "", found.start(), found.end())


def _before(question: str, holdings: Holdings) -> Iterator[Named]:
    for rule, sure, fewest in _BEFORE:
        for lead in islice(rule.finditer(question), _MOST_PLACES):
            run = _NAMES.match(question, lead.end())
            words = list(_STARTS.finditer(question, lead.end(), run.end())) if run else []
            for last in reversed(words):
                name = question[lead.end() : last.end()].rstrip(".'’")
                if not _ends_well(question, lead.end() + len(name), name, sure=sure):
                    continue
                names = authors_known(name, holdings)
                if names and min(len(each.split()) for each in names) >= fewest:
                    cited = _CITED.match(question, lead.end() + len(name))
                    end = cited.end() if cited else last.end()
                    start = lead.end() if lead.re is _BEFORE[-1][0] else lead.start()
                    yield Named(names, cited["year"] or "" if cited else "", start, end)


def _behind(question: str, holdings: Holdings) -> Iterator[Named]:
    for rule in _BEHIND:
        for tail in islice(rule.finditer(question), _MOST_PLACES):
            near = max(0, tail.start() - _LONGEST)
            words = list(_STARTS.finditer(question, near, tail.start()))[-_MOST_WORDS:]
            for first in words:
                name = question[first.start() : tail.start()]
                if rule is _BEHIND[-1] and (month_number(name) or not name.istitle()):
                    continue
                if _NAMES.fullmatch(name) and (names := authors_known(name, holdings)):
                    yield Named(
                        names, tail.groupdict().get("year") or "", first.start(), tail.end()
                    )


def _listed(question: str, holdings: Holdings) -> Iterator[Named]:
    for tail in islice(_LISTED.finditer(question), _MOST_PLACES):
        near = max(0, tail.start() - _LONGEST)
        words = list(_STARTS.finditer(question, near, tail.start()))[-_MOST_WORDS:]
        for first in words:
            name = question[first.start() : tail.start()]
            begins = not _STARTS.search(question, 0, first.start())
            listed = is_list(name) and (begins or not tail["heading"])
            told = listed or (tail["papers"] and is_strange(name))
            if told and _NAMES.fullmatch(name) and (names := authors_known(name, holdings)):
                yield Named(names, "", first.start(), tail.end())


def _doubtful(question: str, holdings: Holdings) -> Iterator[Named]:
    for found in islice(_DOUBTFUL.finditer(question), _MOST_PLACES):
        if names := authors_known(found["name"], holdings):
            yield Named(names, "", found.start(), found.end(), sure=False)


def _ends_well(question: str, end: int, name: str, *, sure: bool) -> bool:
    """Whether the name may end there: "by Long Covid" is by nobody, nor is "by long haul patients"."""
    words = name.split()
    # "De Vries" is "de Vries" as well.
    capital = (words[0][0].isupper() or words[-1][0].isupper()) and not question.isupper()
    if sure and capital:
        return not _CAPITAL_NEXT.match(question, end) or bool(_STOPS.match(question, end))
    return (sure or capital) and bool(_STOPS.match(question, end))
