"""Which one study a question is about, where just one is: named by its title, or the only one on its matter.

Where two come into question, neither is taken: a fact of the wrong study is worse than none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.answering.evidence import Sought
from index.article import Medium
from index.enrichment.studies import study_key

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from index.article import ArticleId
    from index.searching.hits import Hit, SearchResult

READ: Final = 40
"""Hits among which the study is looked for: with few, a second study on the matter might not show."""


def singled_out(result: SearchResult, stems: Callable[[str], Sequence[str]]) -> ArticleId | None:
    """The one article that holds all words that name a study; None where none does, or more than one study.

    A study whose title holds them all stands before those that only speak of the matter, and a paper
    before the stories on it.
    """
    sought = Sought(result.sought, result.words, stems)
    studies: dict[str, list[Hit]] = {}
    for hit in result.hits:
        key = study_key(hit.metadata, hit.passage.article)
        studies.setdefault(key, []).append(hit)
    holding = [hits for hits in studies.values() if sought.holds_all(_texts(hits))]
    titled = [hits for hits in holding if sought.holds_all(_titles(hits))]
    named = titled or holding
    return _article(named[0]) if len(named) == 1 else None


def _titles(hits: Sequence[Hit]) -> str:
    return "\n".join(hit.metadata.title for hit in hits)


def _texts(hits: Sequence[Hit]) -> str:
    parts = (part for h in hits for part in (h.metadata.title, h.passage.section, h.passage.text))
    return "\n".join(parts)


def _article(hits: Sequence[Hit]) -> ArticleId:
    best = min(hits, key=lambda hit: (hit.metadata.medium is not Medium.PAPER, -hit.score))
    return best.passage.article
