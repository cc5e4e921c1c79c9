"""A question to an answer over one generation: search, evidence, statements, or an abstention."""

from __future__ import annotations

from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING, Final

from bot.answering.answer import Answer, Statement
from bot.answering.brief.short import short_answer
from bot.answering.citing import References, reference_of
from bot.answering.confidence import THRESHOLD, confidence_of, signs_in
from bot.answering.depth.views import Asked, view_of
from bot.answering.evidence import Sought, evidence_in, study_of
from bot.answering.extractive import drafted
from bot.answering.links import link_to
from bot.answering.looking.lookup import Lookup
from bot.answering.looking.news import news_on
from bot.answering.questions.chatter import bare
from bot.answering.quoting.subjects import tells_of_asked
from bot.answering.support.check import SupportCheck
from index.filters import EVERYTHING
from index.words import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answering.answer import Reference
    from bot.answering.depth.views import Depth, View
    from bot.answering.extractive import Drafted
    from bot.answering.support.check import Judge
    from index.article import Article, Metadata
    from index.filters import Filters
    from index.passage import Passage
    from index.search import Hit, Searcher, SearchResult

EXTRACTIVE: Final = "extractive"

NEAREST: Final = 3
"""Articles offered with an abstention."""


@dataclass(frozen=True, slots=True)
class Found:
    """An answer, and what it was chosen from.

    Attributes:
        answer: As `Answerer.answer` gives it.
        hits: The passages that were searched for it, best first.
        support: What tells whether other words for it are borne out; usable when the generation is
            closed. None where there is nothing to tell by, and so no other words.
    """

    answer: Answer
    hits: Sequence[Hit]
    support: SupportCheck | None = None


class Answerer:
    """Answers from one generation; safe to share between threads.

    Args:
        searcher: Over the generation.
        judge: A model that votes on whether a statement in other words is borne out.
    """

    def __init__(self, searcher: Searcher, *, judge: Judge | None = None) -> None:
        self._searcher = searcher
        self.lookup = Lookup(searcher)
        self.support = SupportCheck(searcher.generation.lexical, searcher.embedder, judge=judge)
        """Whether a statement's words are borne out by what it cites."""

    @property
    def generation(self) -> str:
        """The id of the generation that is asked."""
        return self._searcher.generation.id

    def passage(self, passage_id: str) -> tuple[Passage, Metadata] | None:
        """The passage with this id and its article's metadata, if the generation has it."""
        record = self._searcher.generation.records.passage(passage_id)
        return (record.passage, record.metadata) if record else None

    def article(self, article_id: str) -> Article | None:
        """The article with this id, if the generation has it."""
        return self._searcher.generation.records.article(article_id)

    def article_ids(self) -> tuple[str, ...]:
        """The ids of all articles of the generation."""
        return self._searcher.generation.records.ids()

    def news(self, topic: str, articles: Sequence[str]) -> tuple[Reference, ...]:
        """Those of these articles that bear on a topic; see `bot.answering.looking.news`."""
        return news_on(self._searcher, topic, articles)

    def close(self) -> None:
        """Let go of the generation once nobody asks it any more."""
        self._searcher.generation.close()

    def told(self, article_id: str) -> tuple[Metadata, Sequence[Passage]] | None:
        """An article's metadata and passages, if the generation has it."""
        passages = self._searcher.generation.records.passages_of(article_id)
        article = self.article(article_id) if passages else None
        return (article.metadata, passages) if article else None

    def view(self, answer: Answer, depth: Depth) -> View:
        """More of the articles that an answer cites, of one kind; the answer may be an earlier one's."""
        question = answer.looked_up or answer.question
        words = words_of(bare(question), self._searcher.generation.lexical)
        sought = Sought(question, words, self._searcher.stems)

        def coverage(text: str) -> float:
            return sought.coverage(set(sought.stems(text)))

        asked = Asked(coverage, frozenset(words.weights), sought.stems)
        return view_of(answer, depth, self, asked)

    def answer(self, question: str, *, filters: Filters = EVERYTHING) -> Answer:
        """The answer, or an abstention with the nearest articles.

        Args:
            question: In any words.
            filters: What the articles must be that it is answered from.
        """
        return self.found(question, filters=filters).answer

    def found(self, question: str, *, filters: Filters = EVERYTHING) -> Found:
        """The answer with the passages it was chosen from, for whoever would put it in other words."""
        return self.chosen(question, self._searcher.search(bare(question), filters=filters))

    def chosen(self, question: str, result: SearchResult) -> Found:
        """The answer to `question`, as asked, out of what a search for it found."""
        started = perf_counter()
        language = self._searcher.strange_language(result.looked_up or result.question)
        sought = Sought(result.sought, result.words, self._searcher.stems)
        hits = [hit for hit in result.hits if tells_of_asked(question, hit)]
        evidence = evidence_in(hits, sought)
        confidence = confidence_of(signs_in(hits, evidence, sought))
        statements: tuple[Statement, ...] = ()
        references: tuple[Reference, ...] = ()
        if evidence and confidence >= THRESHOLD and not language:
            statements, references = _cited(drafted(evidence, sought, self._bears), sought)
        composed = 1e3 * (perf_counter() - started)
        answer = Answer(
            question=question,
            abstained=not statements,
            confidence=round(confidence, 4),
            statements=statements,
            references=references,
            nearest=() if statements else _nearest(result.hits),
            generation=result.generation,
            answerer=EXTRACTIVE,
            language=language,
            timings_ms={**result.timings_ms, "compose": composed},
            looked_up=result.looked_up,
        )
        return Found(answer, result.hits, self.support)

    def _bears(self, statement: str, quote: str) -> bool:
        return self.support.verdict(statement, quote).supported


def _cited(
    drafts: Sequence[Drafted], sought: Sought
) -> tuple[tuple[Statement, ...], tuple[Reference, ...]]:
    """Statements with numbered citations, and the references they name, one a study.

    The first statement that holds a short answer has its place.
    """
    references = References()
    statements: list[Statement] = []
    short = None
    for draft in drafts:
        citations = tuple(
            references.cite(e.hit.passage, e.hit.metadata, e.start, e.end)
            for e in (draft.evidence, *draft.also)
        )
        found = None
        if short is None:
            found = short_answer(draft.text, sought, first=not statements)
        short = short or found
        statements.append(Statement(draft.text, citations, found))
    return tuple(statements), references.all


def _nearest(hits: Sequence[Hit]) -> tuple[Reference, ...]:
    """The best hit of each of the first few studies."""
    studies: dict[str, Hit] = {}
    for hit in hits:
        studies.setdefault(study_of(hit), hit)
    return tuple(
        reference_of(hit.passage, hit.metadata, link_to(hit.metadata), number=number)
        for number, hit in enumerate(list(studies.values())[:NEAREST], start=1)
    )
