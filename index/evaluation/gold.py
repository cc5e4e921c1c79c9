"""Questions over one's own library: which of its articles each names, and how the answers did."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from index.evaluation.gold_files import GoldQuestion
    from index.evaluation.judged import Grades
    from index.store.records import ArticleRecord

_DOI_PREFIX: Final = re.compile(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ResolvedGold:
    """Gold questions in the library's own names.

    Attributes:
        questions: All of them, by a number as text.
        grades: Of the answerable ones; an article that the library lacks keeps the name it was
            given, and counts as not found.
        unknown: Names that no article of the library answers to, each with the line it first stands in.
    """

    questions: Mapping[str, str]
    grades: Grades
    unknown: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one question.

    Attributes:
        abstained: Whether the library said that it does not know.
        cited: Ids of the articles cited.
    """

    abstained: bool
    cited: frozenset[str]


def resolved(questions: Sequence[GoldQuestion], articles: Iterable[ArticleRecord]) -> ResolvedGold:
    """The questions with every article by its id; one name may stand for several articles."""
    known = _names(articles)
    grades: Grades = {}
    unknown: dict[str, int] = {}
    for number, question in enumerate(questions, start=1):
        for name in question.articles:
            found = known.get(_plain(name), frozenset())
            if not found:
                unknown.setdefault(name, question.line)
            grades.setdefault(str(number), {}).update(dict.fromkeys(found or {name}, 1))
    asked = {str(number): question.text for number, question in enumerate(questions, start=1)}
    return ResolvedGold(asked, grades, unknown)


def answer_figures(outcomes: Mapping[str, Outcome], grades: Grades) -> dict[str, float | int]:
    """How often the library answered where it should, abstained where it should, and cited right.

    A share of no questions is left out. "cited_right" is the share of the answers to answerable
    questions that cite at least one article which answers.
    """
    answerable = {q: o for q, o in outcomes.items() if q in grades}
    unanswerable = [o for q, o in outcomes.items() if q not in grades]
    answered = {q: o for q, o in answerable.items() if not o.abstained}
    right = [q for q, o in answered.items() if any(grades[q].get(a, 0) > 0 for a in o.cited)]
    shares = {
        "answered": (len(answered), len(answerable)),
        "cited_right": (len(right), len(answered)),
        "abstained": (sum(o.abstained for o in unanswerable), len(unanswerable)),
    }
    counts = {"answerable": len(answerable), "unanswerable": len(unanswerable)}
    return counts | {name: round(n / of, 4) for name, (n, of) in shares.items() if of}


def _names(articles: Iterable[ArticleRecord]) -> dict[str, frozenset[str]]:
    """Every name an article goes by: its id, DOI, address, and its file with or without folders."""
    named: defaultdict[str, set[str]] = defaultdict(set)
    for record in articles:
        metadata = record.article.metadata
        places = [reading.locator.split("/") for reading in record.readings]
        files = ["/".join(parts[start:]) for parts in places for start in range(len(parts))]
        for name in (record.article.id, metadata.doi, metadata.url, *files):
            named[_plain(name)].add(record.article.id)
    named.pop("", None)
    return {name: frozenset(found) for name, found in named.items()}


def _plain(name: str) -> str:
    return _DOI_PREFIX.sub("", name.strip()).rstrip("/").lower()
