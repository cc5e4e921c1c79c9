"""Questions made of a library itself, each asked while the words it was made of are held out.

A title asks for its article, a sentence for the passage it was taken from, and a sentence that cites
another article of the library by its DOI, or the title of a story that reports one, for that article.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from random import Random
from typing import TYPE_CHECKING, Final

import numpy as np

from index.searching.candidates import candidate_of, sentences_of
from index.vectors.arrays import units

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from index.ranking.signs import Candidate
    from index.store.generation import Generation
    from index.store.records import PassageRecord

_DOI: Final = re.compile(
    r"\(?(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(10\.\d{4,9}/[^\s\"<>\]]+)", re.IGNORECASE
)

_FEWEST_WORDS: Final = 6
_MOST_WORDS: Final = 40
"""Words of a sentence that is asked as a question: fewer ask for nothing, more than people ask."""

_FEWEST_SENTENCES: Final = 3
"""Sentences of a passage one of which may be held out; less would leave no passage."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A question, a text that answers it, and the id of the article it is of."""

    question: str
    passage: str
    article: str


@dataclass(frozen=True, slots=True)
class Made:
    """A question made of the library.

    Attributes:
        text: The question.
        article: The id of the article that answers.
        untitled: The id of the article whose title is held out; "" for none.
        passage: The id of the passage of which a sentence is held out; "" for none.
        sentence: Its number there.
    """

    text: str
    article: str
    untitled: str = ""
    passage: str = ""
    sentence: int = 0

    def read(self, generation: Generation, record: PassageRecord) -> Candidate:
        """What is read of a passage while this question is asked."""
        candidate = candidate_of(generation, record)
        if record.passage.article == self.untitled:
            candidate = replace(
                candidate,
                title=generation.lexical.terms(record.passage.section),
                title_vector=np.zeros_like(candidate.title_vector),
            )
        if record.passage.id == self.passage and len(candidate.sentences) > 1:
            sentences = list(candidate.sentences)
            del sentences[self.sentence]
            vectors = np.delete(candidate.vectors, self.sentence, axis=0)
            candidate = replace(candidate, sentences=sentences, vectors=vectors)
        if self.passage == record.passage.id or self.untitled == record.passage.article:
            # The vector of the whole has the words held out in it: what is left is added up instead.
            candidate = replace(candidate, whole=units(candidate.vectors.sum(axis=0)))
        return candidate


def questions_of(generation: Generation, *, count: int, seed: int = 1) -> tuple[Made, ...]:
    """About `count` questions, the same every time: as many of each kind as the library allows."""
    dice = Random(seed)  # noqa: S311 - a sample, not a secret
    cited = list(_citing(generation))
    dice.shuffle(cited)
    cited = cited[: count // 3]
    rows = range(generation.manifest.counts.passages)
    drawn = dice.sample(rows, min(len(rows), 2 * count))
    records = generation.records.passages(drawn)
    titles = {r.passage.article: _titled(r) for r in records if _askable(r.metadata.title)}
    sentences = [made for record in records if (made := _sentence(generation, record, dice))]
    half = (count - len(cited)) // 2
    wanted = [*cited, *list(titles.values())[:half]]
    return (*wanted, *sentences[: count - len(wanted)])


def pairs_of(generation: Generation, *, count: int, seed: int = 1) -> tuple[Pair, ...]:
    """About `count` titles and sentences, each with the passage it asks for without its own words."""
    dice = Random(seed)  # noqa: S311 - a sample, not a secret
    rows = range(generation.manifest.counts.passages)
    records = generation.records.passages(dice.sample(rows, min(len(rows), count)))
    pairs: list[Pair] = []
    for record in records:
        passage, title = record.passage, record.metadata.title
        if _askable(title):
            pairs.append(Pair(title, passage.text.replace(title, " "), passage.article))
        if (made := _sentence(generation, record, dice)) is not None:
            rest = [text for _, _, text in sentences_of(generation, record)]
            del rest[made.sentence]
            pairs.append(Pair(made.text, " ".join(rest), passage.article))
    return tuple(pairs[:count])


def _titled(record: PassageRecord) -> Made:
    article = record.passage.article
    return Made(record.metadata.title, article, untitled=article)


def _sentence(generation: Generation, record: PassageRecord, dice: Random) -> Made | None:
    texts = [text for _, _, text in sentences_of(generation, record)]
    askable = [place for place, text in enumerate(texts) if _askable(text)]
    if len(texts) < _FEWEST_SENTENCES or not askable:
        return None
    place = dice.choice(askable)
    passage = record.passage
    return Made(texts[place], passage.article, passage=passage.id, sentence=place)


def _citing(generation: Generation) -> Iterator[Made]:
    """Titles of stories that report another article of the library, and sentences that cite one."""
    by_doi: dict[str, str] = {}
    for each in generation.records.articles():
        metadata, article = each.article.metadata, str(each.article.id)
        if metadata.reports and _askable(metadata.title):
            yield Made(metadata.title, metadata.reports, untitled=article)
        elif metadata.doi:
            by_doi[metadata.doi.lower()] = article
    rows = range(generation.manifest.counts.passages if by_doi else 0)
    for record in generation.records.passages(rows):
        if "10." in record.passage.text:
            yield from _citing_in(generation, record, by_doi)


def _citing_in(
    generation: Generation, record: PassageRecord, by_doi: Mapping[str, str]
) -> Iterator[Made]:
    passage = record.passage
    for place, (_, _, text) in enumerate(sentences_of(generation, record)):
        context = " ".join(_DOI.sub("", text).split())
        for match in _DOI.finditer(text) if _askable(context) else ():
            cited = by_doi.get(match.group(1).rstrip(".,;)").lower(), passage.article)
            if cited != passage.article:
                yield Made(context, cited, passage=passage.id, sentence=place)


def _askable(text: str) -> bool:
    return _FEWEST_WORDS <= len(text.split()) <= _MOST_WORDS
