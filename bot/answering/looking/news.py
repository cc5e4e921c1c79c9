"""Which of some articles bear on a topic: for whoever wants to hear of new ones, and only of those."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.answering.citing import reference_of
from bot.answering.confidence import THRESHOLD, confidence_of, signs_in
from bot.answering.evidence import Sought, evidence_in, study_of
from bot.answering.links import link_to
from bot.answering.questions.chatter import bare
from index.holdings.filters import Filters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answering.answer import Reference
    from index.searching.hits import Hit
    from index.searching.search import Searcher

_READ: Final = 60
"""Passages of the new articles that are looked at."""

WHOLLY: Final = 0.999
"""A passage that holds every word of a topic bears on it, whatever a question's calibration says."""


def news_on(searcher: Searcher, topic: str, articles: Sequence[str]) -> tuple[Reference, ...]:
    """Those of these articles that bear on the topic, the surest first, one entry a study.

    An article bears on it if it would answer it as a question, or holds all its words in one passage.
    """
    if not articles:
        return ()
    asked = bare(topic)
    result = searcher.search(asked, limit=_READ, filters=Filters(articles=tuple(articles)))
    sought = Sought(result.sought, result.words, searcher.stems)
    studies: dict[str, list[Hit]] = {}
    for hit in result.hits:
        studies.setdefault(study_of(hit), []).append(hit)
    sure = {study: _bearing(hits, sought) for study, hits in studies.items()}
    found = sorted((s for s in sure if sure[s] >= THRESHOLD), key=lambda study: -sure[study])
    return tuple(_entry(studies[study][0], number) for number, study in enumerate(found, start=1))


def _bearing(hits: Sequence[Hit], sought: Sought) -> float:
    """How sure it is that these passages of one study bear on what is sought, 0 to 1."""
    answers = confidence_of(signs_in(hits, evidence_in(hits, sought), sought))
    covered = max(sought.coverage(_stems(hit, sought)) for hit in hits)
    return max(answers, covered) if covered >= WHOLLY else answers


def _stems(hit: Hit, sought: Sought) -> set[str]:
    text = f"{hit.metadata.title}\n{hit.passage.section}\n{hit.passage.text}"
    return set(sought.stems(text))


def _entry(hit: Hit, number: int) -> Reference:
    return reference_of(hit.passage, hit.metadata, link_to(hit.metadata), number=number)
