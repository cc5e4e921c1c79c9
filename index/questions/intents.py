"""What a question says of the articles it wants: "published since 2020", "by Smith", "not from Science".

What is said of articles limits the search and leaves the question ("what does Smith say about mites"
asks about mites); what may as well be said of the matter ("in 2020", "trials of …") only moves the
articles it fits forward. Where nothing else is asked, the newest of the articles named is asked for. The
rules read English.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from index.holdings.filters import EVERYTHING, Filters
from index.questions.matter import LEFT_OVER, asks, left_of
from index.questions.named.kinds import kinds_named
from index.questions.named.lookups import looked_up, pointed_at, titled_in
from index.questions.named.outlets import outlets_named
from index.questions.named.people import authors_named
from index.questions.named.recency import calls_new, without_recency
from index.questions.named.times import (
    are_printed,
    is_time,
    led_by_time,
    names_works,
    of_articles,
    of_matter,
    of_no_articles,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from index.holdings.holding import Holding
    from index.holdings.holdings import Holdings
    from index.questions.named.people import Named

_MOST_AUTHORS: Final = 4
_MOST_OUTLETS: Final = 3
"""Lists that one question names, or leaves out: "PLOS Biology, not PLOS ONE: sleep"; citations stand one by one."""


@dataclass(frozen=True, slots=True)
class Intent:
    """What a question wants, beside its matter.

    Attributes:
        question: What is left to search for.
        filters: What articles must be.
        preferred: What they had better be.
        unwanted: What they may not be.
        newest: Whether the newer they are, the better.
    """

    question: str
    filters: Filters
    preferred: Filters
    unwanted: tuple[Filters, ...] = ()
    newest: bool = False


def intent_of(question: str, holdings: Holdings, *, today: date) -> Intent:
    """What the question says of the articles it wants, as far as the library holds such.

    Args:
        question: As asked; blanks in a row count as one.
        holdings: What the library holds.
        today: The day it is asked on.
    """
    question = " ".join(question.split())
    if named := looked_up(question, holdings):
        ids = tuple(each.id for each in named)
        return Intent(named[0].title or question, Filters(articles=ids), Filters())
    if pointed := pointed_at(question, holdings):
        named, rest = pointed
        # Of one article none is the newest.
        rest = without_recency(rest) or rest
        # "What does it find?" asks for all of it, as its title does.
        asked = " ".join(rest.split()) if asks(rest) else named[0].title or question
        return Intent(asked, Filters(articles=tuple(each.id for each in named)), Filters())
    if titled := titled_in(question, holdings):
        # Of other articles too, it may be asked just so.
        wanted = Filters(articles=tuple(each.id for each in titled))
        late = " ".join((without_recency(question) or "").split()).rstrip(LEFT_OVER)
        newest = titled_in(late, holdings) == titled  # a title may tell of recent studies itself
        return Intent(late if newest else question, Filters(), wanted, newest=newest)
    told = Intent(question, EVERYTHING, EVERYTHING)
    for read in (_of_kind, _by_author, _in_outlet, _of_late, _at_time):
        told = read(told, holdings, today)
    if told.filters or told.unwanted or told.newest:
        told = _where_held(told, question, holdings)
    elif told.question != question:
        told = replace(told, question=left_of(told.question) or question)
    return _at_time_of_matter(told, today, works=names_works(question))


def _where_held(told: Intent, question: str, holdings: Holdings) -> Intent:
    """What was told, though no article be so; a question that asks for nothing in one asks for the newest."""
    admitted = holdings.admitted(told.filters, but=told.unwanted)
    if not admitted and (others := _undated(told, holdings)):
        told, admitted = replace(told, filters=_at_any_time(told.filters)), others
    named = told.filters.authors or told.filters.outlets or told.unwanted
    if not (admitted or named or are_printed(question)):
        return Intent(question, EVERYTHING, told.preferred)
    # Who asks for Smith's since 2020, or in Nature, is not to be given others in silence.
    newest = max(admitted, key=lambda each: each.published, default=None)
    title = newest.title if newest and (told.filters or told.newest) else ""
    return replace(told, question=left_of(told.question) or title or question)


def _undated(told: Intent, holdings: Holdings) -> Sequence[Holding]:
    """The articles that are told of but for their time; none where the library knows the time of one."""
    others = holdings.admitted(_at_any_time(told.filters), but=told.unwanted)
    return () if any(each.published for each in others) else others


def _at_any_time(filters: Filters) -> Filters:
    return replace(filters, since="", until="")


def _of_kind(told: Intent, _: Holdings, __: date) -> Intent:
    kinds = kinds_named(told.question)
    return replace(
        told,
        question=kinds.rest,
        preferred=told.preferred.also(Filters(designs=kinds.designs, statuses=kinds.statuses)),
        unwanted=(*told.unwanted, *(Filters(statuses=(each,)) for each in kinds.unwanted)),
    )


def _by_author(told: Intent, holdings: Holdings, today: date) -> Intent:
    cited = False
    for _ in range(_MOST_AUTHORS):
        named = authors_named(told.question, holdings)
        if named is None:
            return told
        if told.filters.authors and not named.unwanted:
            if not (cited and named.sure and named.year):
                return told
            told = _citing_too(told, named)
            continue
        if not named.sure:
            return _preferring(told, Filters(authors=named.names))
        theirs = Filters(authors=named.names, since=named.year, until=named.year)
        if not named.unwanted and not holdings.admitted(theirs):
            # Who cites a year may be wrong about it.
            theirs = Filters(authors=named.names)
        if named.unwanted:
            rest = _without(told.question, named.start, named.end)
            told = replace(told, question=rest, unwanted=(*told.unwanted, theirs))
        else:
            rest = _without_works(told.question, named.start, named.end, today)
            told = replace(told, question=rest, filters=theirs)
            cited = bool(named.year)
    return told


def _citing_too(told: Intent, named: Named) -> Intent:
    """Of several that are cited ("Chen 2013; Park 2021"), one alone would hide what the others say."""
    authors = tuple(dict.fromkeys((*told.filters.authors, *named.names)))
    rest = _without(told.question, named.start, named.end)
    return replace(told, question=rest, filters=Filters(authors=authors))


def _in_outlet(told: Intent, holdings: Holdings, today: date) -> Intent:
    for _ in range(_MOST_OUTLETS):
        named = outlets_named(told.question, holdings)
        if named is None:
            return told
        theirs = Filters(outlets=named.names)
        if not named.sure:
            known = named.unwanted or set(named.names) <= set(told.filters.outlets)
            return told if known else _preferring(told, theirs)
        if named.unwanted:
            rest = _without(told.question, named.start, named.end)
            told = replace(told, question=rest, unwanted=(*told.unwanted, theirs))
        else:
            rest = _without_works(told.question, named.start, named.end, today)
            wanted = tuple(dict.fromkeys((*told.filters.outlets, *named.names)))
            told = replace(told, question=rest, filters=replace(told.filters, outlets=wanted))
    return told


def _preferring(told: Intent, wanted: Filters) -> Intent:
    return replace(told, preferred=told.preferred.also(wanted))


def _at_time(told: Intent, _: Holdings, today: date) -> Intent:
    if denied := of_no_articles(told.question, today):
        rest, times = denied
        never = (Filters(since=time.since, until=time.until) for time in times)
        return replace(told, question=rest, unwanted=(*told.unwanted, *never))
    said = of_articles(told.question, today)
    if said is None or told.filters.since or told.filters.until:
        return told
    rest, time = said
    within = replace(told.filters, since=time.since, until=time.until)
    return replace(told, question=rest, filters=within)


def _of_late(told: Intent, _: Holdings, __: date) -> Intent:
    rest = without_recency(told.question)
    return told if rest is None else replace(told, question=rest, newest=True)


def _at_time_of_matter(told: Intent, today: date, *, works: bool) -> Intent:
    time = of_matter(told.question, today, works=works)
    if time is None:
        return told
    return replace(told, preferred=replace(told.preferred, since=time.since, until=time.until))


def _without(question: str, start: int, end: int) -> str:
    return f"{question[:start]} {question[end:]}"


def _without_works(question: str, start: int, end: int, today: date) -> str:
    """The question without the words that name articles; a word for them stays beside what is said of them."""
    before, works, behind = question[:start], question[start:end], question[end:]
    articles = "new articles" if calls_new(works) else "articles"
    if led_by_time(behind, today, works=names_works(works)):
        return f"{before} {articles} {behind}"
    dated = names_works(works) and is_time(before, today)
    if dated or calls_new(works) or calls_new(before):
        return f"{before} {articles}, {behind}"
    return _without(question, start, end)
