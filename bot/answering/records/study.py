"""What is said of one study's own facts: the sentence that tells them best, beside what its record holds."""

from __future__ import annotations

from dataclasses import replace
from time import perf_counter
from typing import TYPE_CHECKING, Final

from bot.answering.composing import Composed
from bot.answering.confidence import THRESHOLD, confidence_of, signs_in
from bot.answering.evidence import PASSAGES_READ, Sought, evidence_in, study_of
from bot.answering.extractive import drafted
from bot.answering.records.asked import Fact
from bot.answering.records.held import tells_of_another
from bot.answering.records.telling import SURELY, telling

if TYPE_CHECKING:
    from bot.answering.composing import Scales
    from bot.answering.evidence import Evidence
    from bot.answering.records.asked import AskedFacts
    from index.article import ArticleId
    from index.holdings.filters import Filters
    from index.searching.hits import SearchResult

_IN_NO_RECORD: Final = frozenset({Fact.PLACE, Fact.TIME})
"""Told by the article's own sentences, or not at all."""

_TOLD_BY_SENTENCES: Final = _IN_NO_RECORD | {Fact.SIZE, Fact.POPULATION}


def the_only(filters: Filters) -> str:
    """The article that is asked about where nothing but it is to be looked into; "" for none."""
    return filters.articles[0] if len(filters.articles) == 1 else ""


def cited_alone(told: Composed) -> ArticleId | None:
    """The article whose study alone was cited; None where several were, or none."""
    pieces = [piece for draft in told.drafts for piece in (draft.evidence, *draft.also)]
    studies = {study_of(piece.hit) for piece in pieces}
    return pieces[0].hit.passage.article if len(studies) == 1 else None


def of_study(
    question: str,
    asked: AskedFacts,
    named: SearchResult,
    result: SearchResult,
    scales: Scales,
) -> Composed | None:
    """What is said to a question about one study; None where the article tells nothing, or it is too unsure.

    Args:
        question: As asked.
        asked: What is asked of the study.
        named: What a search for the words that name it found.
        result: What a search of that article alone for the question found.
        scales: What words are weighed with.
    """
    started = perf_counter()
    sought = Sought(result.sought, result.words, scales.stems)
    pieces = evidence_in(result.hits, sought, read=len(result.hits))
    confidence = max(_confidence(named, scales), _confidence(result, scales))
    if not pieces or confidence < THRESHOLD:
        return None
    weighed = [_weighed(piece, asked) for piece in pieces]
    if _IN_NO_RECORD.issuperset(asked.facts):
        weighed = [(surely, piece) for surely, piece in weighed if surely > 1]
    if not weighed:
        return None
    surely, best = max(weighed, key=_surest)
    told = surely > 1
    if not told and not tells_of_another(best.hit.metadata, asked):
        best = _nearest(named, best, scales)
    drafts = drafted([best], sought, scales.bears, statements=1)
    spent = 1e3 * (perf_counter() - started)
    both = replace(result, timings_ms=_both(named, result))
    # What a paper's record holds, its sentences seldom tell: a name in them is another's.
    in_doubt = not told or not (
        _TOLD_BY_SENTENCES.issuperset(asked.facts) or tells_of_another(best.hit.metadata, asked)
    )
    return Composed(
        question,
        both,
        sought,
        confidence,
        drafts,
        asked,
        told,
        in_doubt,
        milliseconds=spent,
    )


def _nearest(named: SearchResult, best: Evidence, scales: Scales) -> Evidence:
    """The article's sentence that lies nearest to the words that name it: it tells which study is meant."""
    article = best.hit.passage.article
    hits = [hit for hit in named.hits if hit.passage.article == article]
    found = evidence_in(hits, Sought(named.sought, named.words, scales.stems))
    return found[0] if found else best


def _surest(weighed: tuple[float, Evidence]) -> tuple[bool, float]:
    """However many of the question's words another sentence holds, one that surely tells it comes first."""
    surely, piece = weighed
    return surely >= SURELY, piece.score


def _weighed(piece: Evidence, asked: AskedFacts) -> tuple[float, Evidence]:
    """How surely a sentence tells one of the facts, and the sentence with as much more weight."""
    surely = telling(piece.said, asked, piece.hit.metadata)
    return surely, replace(piece, score=piece.score * surely)


def _confidence(result: SearchResult, scales: Scales) -> float:
    hits = result.hits[:PASSAGES_READ]
    sought = Sought(result.sought, result.words, scales.stems)
    return confidence_of(signs_in(hits, evidence_in(hits, sought), sought))


def _both(one: SearchResult, other: SearchResult) -> dict[str, float]:
    return {name: one.timings_ms.get(name, 0.0) + spent for name, spent in other.timings_ms.items()}
