"""A statement and the span it cites to a verdict with reasons; what decides is in the rules beside.

The rules object to what would make a true source say something false: a number, a direction, a
denial, a hedge, a name. The floors object to what the rules cannot read: too few shared words, or
another meaning. A judging model, where one is configured, may object too, and may stand in for the
floors; no model's word overrules a rule.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from bot.answering.quoting.phrasing import phrased
from bot.answering.support.bearing import compared, plain, windows_of
from bot.answering.support.directions import contradicted, wrong_ways
from bot.answering.support.names import missing_names
from bot.answering.support.quantities import missing_numbers, swapped_numbers
from bot.answering.support.strength import more_causal, surer, wider
from bot.answering.support.swaps import swapped_words
from bot.answering.support.verdict import Objection, Reason, Verdict
from index.words.question_words import function_stems

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.vectors.arrays import Matrix
    from index.words.question_words import Stemming


class Meaning(Protocol):
    """Turns text into unit vectors; an embedder does."""

    def embed_passages(self, texts: Sequence[str]) -> Matrix:
        """A row a text."""
        ...


class Judge(Protocol):
    """A model that reads a source and a statement."""

    def support(self, pairs: Sequence[tuple[str, str]]) -> Sequence[float]:
        """For each (source, statement) the probability, 0 to 1, that the one bears out the other."""
        ...


@dataclass(frozen=True, slots=True)
class Floors:
    """What a statement must reach, chosen by `python -m scripts.bench.support`.

    Attributes:
        similarity: Cosine of it and the nearest sentence of the span, or two that stand together.
        coverage: Share of its telling words in the span.
        vote: The judging model's probability, where one is asked.
        sure: The vote from which the model stands in for the other floors.
    """

    similarity: float = 0.75
    coverage: float = 0.4
    vote: float = 0.5
    sure: float = 0.9


FLOORS: Final = Floors()


class SupportCheck:
    """Judges statements; safe to share between threads.

    Args:
        stemming: How words are cut into stems.
        meaning: What tells how near two texts lie.
        judge: A model to ask as well; None for none.
        floors: What a statement must reach.
    """

    def __init__(
        self,
        stemming: Stemming,
        meaning: Meaning,
        *,
        judge: Judge | None = None,
        floors: Floors = FLOORS,
    ) -> None:
        self._stemming = stemming
        self._meaning = meaning
        self._judge = judge
        self._floors = floors
        self._plain = function_stems(stemming)

    def verdict(self, statement: str, span: str, *, source: str | None = None) -> Verdict:
        """Whether `span` bears `statement` out.

        Args:
            statement: A sentence or two, without marks of citations.
            span: The words it cites.
            source: The text that the span claims to stand in; None where that is known.
        """
        return self.verdicts(statement, [span], source=source)[0]

    def verdicts(
        self, statement: str, spans: Sequence[str], *, source: str | None = None
    ) -> list[Verdict]:
        """A verdict for each span, in order; cheaper than one by one."""
        similarities = self._similarities(statement, spans)
        votes = self._votes(statement, spans)
        found: list[Verdict] = []
        for span, similarity, vote in zip(spans, similarities, votes, strict=True):
            coverage = self.coverage(statement, span)
            objections = [
                *_unfound(span, source),
                *self.broken_rules(statement, span),
                *self._under_floors(coverage, similarity, vote),
            ]
            found.append(Verdict(tuple(objections), coverage, similarity, vote))
        return found

    def coverage(self, statement: str, span: str) -> float:
        """Share of the statement's telling words that stand in the span, 0 to 1."""
        mine = set(self._telling(statement))
        return len(mine & set(self._telling(span))) / len(mine) if mine else 0.0

    def broken_rules(self, statement: str, span: str) -> list[Objection]:
        """What the rules hold against the statement, each with the words it is about."""
        # Whole alone: "the drug mended bones", cut out of "in mice, the drug mended bones", lies.
        if plain(statement) == plain(span):
            return []
        found = [Objection(Reason.NUMBER, n) for n in missing_numbers(statement, span)]
        # "Liew [11] found 9" tells of no 11.
        if not found and swapped_numbers(statement, phrased(span), self._telling):
            found.append(Objection(Reason.NUMBER_SWAPPED))
        found += [Objection(Reason.NAME, n) for n in missing_names(statement, span)]
        near, context = compared(statement, span, self._telling)
        found += [
            Objection(Reason.DIRECTION, way) for way in wrong_ways(statement, near, self._telling)
        ]
        found += [
            Objection(Reason.NEGATION, word)
            for word in contradicted(statement, near, self._telling)
        ]
        found += [Objection(Reason.WIDER, whom) for whom in wider(statement, context)]
        if surer(statement, near, self._telling):
            found.append(Objection(Reason.SURER))
        if more_causal(statement, near):
            found.append(Objection(Reason.CAUSAL))
        found += [
            Objection(Reason.SWAPPED, word)
            for word in swapped_words(statement, near, self._telling)
        ]
        return found

    def _under_floors(
        self, coverage: float, similarity: float, vote: float | None
    ) -> list[Objection]:
        floors = self._floors
        if vote is not None and vote < floors.vote:
            return [Objection(Reason.JUDGE)]
        if vote is not None and vote >= floors.sure:
            return []
        found: list[Objection] = []
        if coverage < floors.coverage:
            found.append(Objection(Reason.COVERAGE))
        if similarity < floors.similarity:
            found.append(Objection(Reason.SIMILARITY))
        return found

    def _similarities(self, statement: str, spans: Sequence[str]) -> list[float]:
        """How near the nearest sentence of each span lies, or the nearest two that stand together."""
        said = plain(statement)
        # A long span that holds the statement whole lies further from it than it should.
        windows = {span: windows_of(span) for span in spans if said not in plain(span)}
        texts = list(dict.fromkeys(text for found in windows.values() for text in found))
        if not texts:
            return [1.0] * len(spans)
        vectors = self._meaning.embed_passages([statement, *texts])
        cosines = dict(zip(texts, (vectors[1:] @ vectors[0]).tolist(), strict=True))
        nearest = {span: max(cosines[text] for text in found) for span, found in windows.items()}
        return [nearest.get(span, 1.0) for span in spans]

    def _votes(self, statement: str, spans: Sequence[str]) -> Sequence[float | None]:
        if self._judge is None:
            return [None] * len(spans)
        return self._judge.support([(span, statement) for span in spans])

    def _telling(self, text: str) -> tuple[str, ...]:
        return tuple(stem for stem in self._stemming.terms(text) if stem not in self._plain)


def _unfound(span: str, source: str | None) -> list[Objection]:
    if source is None or (span.strip() and span in source):
        return []
    return [Objection(Reason.NOT_FOUND)]
