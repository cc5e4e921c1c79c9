"""An answerer without articles: says what a test tells it to say.

It knows one article and answers only questions in `answers`; to everything else it abstains. It does
not search, it does not check that its quotes stand in an article, and it is as slow as its gate.
"""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING, Any

from bot.answering.answer import Answer, Citation, Reference, Statement
from bot.answering.answerer import Found
from bot.answering.depth.views import Depth, View
from index.article import Article, ArticleId, Metadata, Section
from index.holdings.filters import EVERYTHING
from index.passages.passage import Passage

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.answering.support.check import SupportCheck
    from index.holdings.filters import Filters
    from index.searching.hits import Hit

QUESTION = "Does ketamine lift mood?"
QUOTE = "Ketamine lifted mood within a day in 64 % of patients."
TEXT = f"The trial ran for a week. {QUOTE} Placebo did so in 28 %."
LINK = "https://example.org/ketamine#:~:text=Ketamine%20lifted"


def passage_of(*, text: str = TEXT, section: str = "Results", ordinal: int = 0) -> Passage:
    return Passage(
        id=f"p{ordinal}",
        article=ArticleId("a1"),
        ordinal=ordinal,
        section=section,
        text=text,
        start=100,
        end=100 + len(text),
    )


def citation_of(
    passage: Passage, quote: str = QUOTE, *, link: str = LINK, reference: int = 1
) -> Citation:
    start = passage.start + passage.text.index(quote)
    return Citation(reference, quote, start, start + len(quote), passage.id, link)


def reference_of(**changes: object) -> Reference:
    values: dict[str, object] = {
        "number": 1,
        "article_id": "a1",
        "title": "Ketamine and mood: a trial",
        "url": "https://example.org/ketamine",
        "link": LINK,
        "doi": "10.1234/ketamine",
        "outlet": "Journal of Examples",
        "published": "2017-03-19",
        "status": "current",
        "evidence_card": {},
        "passage_id": "p0",
    }
    return Reference(**{**values, **changes})  # pyright: ignore[reportArgumentType] - named above


def answer_of(question: str = QUESTION, *, generation: str = "g1", **changes: object) -> Answer:
    values: dict[str, object] = {
        "question": question,
        "abstained": False,
        "confidence": 0.9,
        "statements": (Statement(QUOTE, (citation_of(passage_of()),)),),
        "references": (reference_of(),),
        "nearest": (),
        "generation": generation,
        "answerer": "extractive",
        "timings_ms": {"search": 1.5},
    }
    return Answer(**{**values, **changes})  # pyright: ignore[reportArgumentType] - named above


def abstention_of(question: str, *, generation: str = "g1") -> Answer:
    return answer_of(
        question,
        generation=generation,
        abstained=True,
        confidence=0.1,
        statements=(),
        references=(),
        nearest=(reference_of(),),
    )


def article_of(article_id: str, title: str, *paragraphs: str, **known: Any) -> Article:
    metadata = Metadata(title=title, **known)
    return Article(ArticleId(article_id), metadata, (Section("", paragraphs),))


class FakeAnswerer:
    """Answers `QUESTION`, abstains on everything else, and raises `failure` where it is set."""

    def __init__(self, generation: str = "g1") -> None:
        self.generation = generation
        self.answers: dict[str, Callable[[], Answer]] = {
            QUESTION: lambda: answer_of(generation=generation)
        }
        self.passages = {"p0": passage_of()}
        self.articles: dict[str, Article] = {
            "a1": article_of("a1", "Ketamine and mood: a trial", TEXT)
        }
        self.failure: Exception | None = None
        self.gate = Event()
        self.gate.set()
        self.asked: list[str] = []
        self.limited: list[Filters] = []
        self.hits: Sequence[Hit] = ()
        self.support: SupportCheck | None = None
        self.lookup: Any = None
        self.looked: dict[Depth, tuple[Statement, ...]] = {}
        self.closed = False

    def answer(self, question: str) -> Answer:
        assert not self.closed, "a closed generation was asked"
        self.asked.append(question)
        assert self.gate.wait(20), "a test forgot to open the gate"
        if self.failure:
            raise self.failure
        assert not self.closed, "a generation was closed while it was answering"
        known = self.answers.get(question)
        return known() if known else abstention_of(question, generation=self.generation)

    def found(self, question: str, *, filters: Filters = EVERYTHING) -> Found:
        self.limited.append(filters)
        return Found(self.answer(question), self.hits, self.support)

    def passage(self, passage_id: str) -> tuple[Passage, Metadata] | None:
        found = self.passages.get(passage_id)
        return (found, Metadata(title="Ketamine and mood: a trial")) if found else None

    def article(self, article_id: str) -> Article | None:
        return self.articles.get(article_id)

    def article_ids(self) -> tuple[str, ...]:
        return tuple(self.articles)

    def news(self, topic: str, articles: Sequence[str]) -> tuple[Reference, ...]:
        """All that are named `topic` in their titles."""
        return tuple(
            reference_of(article_id=name, title=self.articles[name].metadata.title, number=number)
            for number, name in enumerate(articles, start=1)
            if topic.casefold() in self.articles[name].metadata.title.casefold()
        )

    def view(self, answer: Answer, depth: Depth) -> View:
        return View(depth, self.looked.get(depth, ()), answer.references)

    def close(self) -> None:
        self.closed = True


class FakeLibrary:
    """A pointer and what it points to; nothing is published until a test publishes."""

    def __init__(self) -> None:
        self.published: FakeAnswerer | None = None
        self.trouble: Exception | None = None
        self.opened = 0

    def publish(self, answerer: FakeAnswerer) -> FakeAnswerer:
        self.published = answerer
        return answerer

    def current(self) -> str:
        if self.published is None:
            assert self.trouble, "a library with nothing in it must say so with an error"
            raise self.trouble
        return self.published.generation

    def open(self) -> FakeAnswerer:
        self.opened += 1
        if self.trouble:
            raise self.trouble
        assert self.published
        return self.published
