"""A question to an answer over one generation: search, evidence, statements, or an abstention."""

from __future__ import annotations

from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING, Final

from bot.answering.answer import Answer, Citation, Reference, Statement
from bot.answering.chatter import bare
from bot.answering.confidence import THRESHOLD, confidence_of, signs_in
from bot.answering.evidence import Sought, evidence_in, study_of
from bot.answering.extractive import drafted
from bot.answering.links import link_to
from bot.answering.provenance import provenance_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answering.evidence import Evidence
    from bot.answering.extractive import Drafted
    from index.article import Article, Metadata
    from index.passage import Passage
    from index.search import Hit, Searcher

EXTRACTIVE: Final = "extractive"

NEAREST: Final = 3
"""Articles offered with an abstention."""


@dataclass(frozen=True, slots=True)
class Found:
    """An answer, and what it was chosen from.

    Attributes:
        answer: As `Answerer.answer` gives it.
        hits: The passages that were searched for it, best first.
    """

    answer: Answer
    hits: Sequence[Hit]


class Answerer:
    """Answers from one generation; safe to share between threads."""

    def __init__(self, searcher: Searcher) -> None:
        self._searcher = searcher

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

    def close(self) -> None:
        """Let go of the generation once nobody asks it any more."""
        self._searcher.generation.close()

    def answer(self, question: str) -> Answer:
        """The answer, or an abstention with the nearest articles."""
        return self.found(question).answer

    def found(self, question: str) -> Found:
        """The answer with the passages it was chosen from, for whoever would put it in other words."""
        asked = bare(question)
        result = self._searcher.search(asked)
        started = perf_counter()
        sought = Sought(asked, result.words, self._searcher.stems)
        evidence = evidence_in(result.hits, sought)
        confidence = confidence_of(signs_in(result.hits, evidence, sought))
        statements: tuple[Statement, ...] = ()
        references: tuple[Reference, ...] = ()
        if evidence and confidence >= THRESHOLD:
            statements, references = _cited(drafted(evidence, sought))
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
            timings_ms={**result.timings_ms, "compose": composed},
        )
        return Found(answer, result.hits)


def _cited(drafts: Sequence[Drafted]) -> tuple[tuple[Statement, ...], tuple[Reference, ...]]:
    """Statements with numbered citations, and the references they name, one a study."""
    references: dict[str, Reference] = {}
    statements: list[Statement] = []
    for draft in drafts:
        citations: list[Citation] = []
        for evidence in (draft.evidence, *draft.also):
            link = link_to(evidence.hit.metadata, evidence.quote)
            study = study_of(evidence.hit)
            if study not in references:
                references[study] = reference_of(evidence.hit, link, number=len(references) + 1)
            citations.append(_citation(evidence, references[study].number, link))
        statements.append(Statement(draft.text, tuple(citations)))
    return tuple(statements), tuple(references.values())


def _citation(evidence: Evidence, number: int, link: str) -> Citation:
    return Citation(
        reference=number,
        quote=evidence.quote,
        start=evidence.start,
        end=evidence.end,
        passage_id=evidence.hit.passage.id,
        link=link,
    )


def _nearest(hits: Sequence[Hit]) -> tuple[Reference, ...]:
    """The best hit of each of the first few studies."""
    studies: dict[str, Hit] = {}
    for hit in hits:
        studies.setdefault(study_of(hit), hit)
    return tuple(
        reference_of(hit, link_to(hit.metadata), number=number)
        for number, hit in enumerate(list(studies.values())[:NEAREST], start=1)
    )


def reference_of(hit: Hit, link: str, *, number: int) -> Reference:
    """The entry for a hit's article, with the link of the words that are quoted first."""
    metadata = hit.metadata
    return Reference(
        number=number,
        article_id=hit.passage.article,
        title=metadata.title,
        url=metadata.url,
        link=link,
        doi=metadata.doi,
        outlet=metadata.outlet,
        published=metadata.published,
        status=metadata.status,
        evidence_card={**metadata.card.facts(), **provenance_of(metadata)},
        passage_id=hit.passage.id,
    )
