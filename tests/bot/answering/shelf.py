"""A library of six small articles, with the hashing embedder: what look-ups are tried on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answering.looking.lookup import Lookup
from index.article import Medium, Section, SectionKind
from index.searching.search import Searcher
from tests.index.hashing_embedder import HashingEmbedder
from tests.making import FILLER, article

if TYPE_CHECKING:
    from index.article import Article
    from tests.conftest import TinyLibrary

DOI = "10.1234/ketamine.2017"


def ketamine() -> Article:
    return article(
        "Ketamine lifts mood: a randomised trial",
        f"Ketamine lifted mood within a day in 64 % of adults. {FILLER}",
        sections=[
            Section("Abstract", ("We tried ketamine against placebo.",), SectionKind.ABSTRACT)
        ],
        doi=DOI,
        url="https://journal.example/ketamine",
        outlet="Journal of Examples",
        published="2017-03-19",
        authors=("Ana Müller", "Bo Chen"),  # pyright: ignore[reportArgumentType] - names, as Metadata has them
        topics=("depression",),  # pyright: ignore[reportArgumentType] - as above
        medium=Medium.PAPER,
        language="en",
    )


def story() -> Article:
    return article(
        "A club drug against sadness",
        f"Ketamine lifted mood within a day in many adults, a trial says. {FILLER}",
        doi=DOI,
        url="https://news.example/club-drug",
        outlet="News Example",
        published="2017-04",
        language="en",
    )


def bees() -> Article:
    return article(
        "Bees dance in the dark",
        f"Bees dance in the dark to tell where food is. {FILLER}",
        url="https://www.bees.example/dance/",
        outlet="Journal of Examples",
        published="2019",
        topics=("animals",),  # pyright: ignore[reportArgumentType] - as above
        language="en",
    )


def wasps() -> Article:
    return article(
        "Wasps do not dance",
        f"Wasps find food without a dance. {FILLER}",
        outlet="Insects Today",
        published="2019-11-02",
        topics=("animals",),  # pyright: ignore[reportArgumentType] - as above
        language="en",
    )


def sleep() -> Article:
    return article("睡眠と運動", f"運動は睡眠を助けます。 {FILLER}", outlet="日本誌", language="ja")


def statins() -> Article:
    return article(
        "Statins and falls in older people",
        f"Statins did not increase falls in older people. {FILLER}",
        outlet="Journal of Examples",
        published="2021-06-30",
        language="en",
    )


def lookup_over(tiny_library: TinyLibrary) -> Lookup:
    """A look-up over all six, and a generation that stays open as long as it."""
    library = tiny_library(ketamine(), story(), bees(), wasps(), sleep(), statins())
    return Lookup(Searcher(library.open(), HashingEmbedder()))
