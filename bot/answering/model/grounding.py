"""A model's claims to statements: what its passages bear out stays, with the best span as citation.

A claim that fails gives way to the sentence of its passage that it was made of, if that stands alone
and bears on the question; else it goes. The model never chooses a link, a title or a quote.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.answering.answer import Citation, Statement
from bot.answering.answerer import reference_of
from bot.answering.evidence import study_of
from bot.answering.leaning import grounded, is_sentence
from bot.answering.links import link_to
from bot.answering.orders import gives_orders
from bot.answering.phrasing import phrased

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.answering.answer import Reference
    from bot.answering.model.claims import Claim
    from bot.answering.model.shown import Shown
    from bot.answering.support.check import SupportCheck
    from index.search import Hit

MOST_STATEMENTS: Final = 4
MOST_WORDS: Final = 90
MOST_CITATIONS: Final = 3

_TRIED: Final = 4
"""Windows of a passage that are weighed in full, of those that hold most of the claim's words."""

_MADE_OF: Final = 0.5
"""Share of a failed claim's words in a sentence from which it may stand in for the claim."""

_BEARING: Final = 0.8
"""How near that sentence must lie to the question, as a share of the nearest of all."""

_SAME_WORDS: Final = 0.8


@dataclass(frozen=True, slots=True)
class Window:
    """A sentence of a passage, or two that stand together."""

    hit: Hit
    start: int
    end: int

    @property
    def quote(self) -> str:
        """Verbatim."""
        return self.hit.passage.text[
            self.start - self.hit.passage.start : self.end - self.hit.passage.start
        ]


@dataclass(frozen=True, slots=True)
class Grounded:
    """A statement to be, and what it rests on.

    Attributes:
        text: What is said.
        windows: One for each passage that bears it out.
        own: Whether the words are the model's.
    """

    text: str
    windows: tuple[Window, ...]
    own: bool


def grounded_claims(
    claims: Sequence[Claim], passages: Sequence[Shown], check: SupportCheck
) -> tuple[Grounded, ...]:
    """What of the claims can be said, in their order, each thing once."""
    by_number = {passage.number: passage for passage in passages}
    nearest = max((span.similarity for each in passages for span in each.spans), default=0.0)
    said: list[Grounded] = []
    words = 0
    for claim in claims:
        cited = [by_number[number] for number in claim.cites if number in by_number]
        found = _borne_out(claim, cited, check) or _source_of(
            claim, cited, check, floor=_BEARING * nearest
        )
        if found is None or any(_alike(found, other, check) for other in said):
            continue
        words += len(found.text.split())
        if said and words > MOST_WORDS:
            break
        said.append(found)
        if len(said) == MOST_STATEMENTS:
            break
    return tuple(said)


def cited(said: Sequence[Grounded]) -> tuple[tuple[Statement, ...], tuple[Reference, ...]]:
    """Statements with numbered citations, and the references they name, one a study."""
    references: dict[str, Reference] = {}
    statements: list[Statement] = []
    for each in said:
        citations: list[Citation] = []
        for window in each.windows:
            hit = window.hit
            link = link_to(hit.metadata, window.quote)
            study = study_of(hit)
            if study not in references:
                references[study] = reference_of(hit, link, number=len(references) + 1)
            number = references[study].number
            place = (window.quote, window.start, window.end, hit.passage.id)
            citations.append(Citation(number, *place, link))
        statements.append(Statement(each.text, tuple(citations)))
    return tuple(statements), tuple(references.values())


def _borne_out(claim: Claim, passages: Sequence[Shown], check: SupportCheck) -> Grounded | None:
    """The claim in its own words, with the best span of each passage that bears it out."""
    if gives_orders(claim.text):
        return None
    windows: dict[str, Window] = {}
    for passage in passages:
        study = study_of(passage.hit)
        # Two stories on one paper look like two witnesses and are one.
        if study not in windows and (window := _best_window(claim.text, passage, check)):
            windows[study] = window
    chosen = tuple(windows.values())[:MOST_CITATIONS]
    return Grounded(claim.text, chosen, own=True) if chosen else None


def _best_window(text: str, passage: Shown, check: SupportCheck) -> Window | None:
    tried = sorted(_windows(passage), key=lambda w: -check.coverage(text, w.quote))[:_TRIED]
    if not tried:
        return None
    verdicts = check.verdicts(text, [window.quote for window in tried])
    borne = [
        (verdict.similarity + verdict.coverage, -len(window.quote), at)
        for at, (window, verdict) in enumerate(zip(tried, verdicts, strict=True))
        if verdict.supported
    ]
    return tried[max(borne)[2]] if borne else None


def _windows(passage: Shown) -> Iterator[Window]:
    """Each sentence, and each two neighbours; none that gives orders."""
    spans = passage.spans
    for at, span in enumerate(spans):
        yield Window(passage.hit, span.start, span.end)
        # A sentence that gave orders may have stood between two that are shown.
        together = (
            at + 1 < len(spans)
            and not passage.hit.passage.text[
                span.end - passage.hit.passage.start : spans[at + 1].start
                - passage.hit.passage.start
            ].strip()
        )
        if together:
            yield Window(passage.hit, span.start, spans[at + 1].end)


def _source_of(
    claim: Claim, passages: Sequence[Shown], check: SupportCheck, *, floor: float
) -> Grounded | None:
    """The sentence that a failed claim was made of, in its own words."""
    made_of: list[tuple[float, Grounded]] = []
    for passage in passages:
        for span in passage.spans:
            share = check.coverage(claim.text, span.text)
            if share < _MADE_OF or span.similarity < floor or not is_sentence(span.text):
                continue
            bounds = grounded(passage.hit.spans, passage.hit.spans.index(span))
            if bounds is None:
                continue
            start, end = (passage.hit.spans[bound] for bound in bounds)
            window = Window(passage.hit, start.start, end.end)
            made_of.append((share, Grounded(phrased(window.quote), (window,), own=False)))
    return max(made_of, key=lambda each: each[0])[1] if made_of else None


def _alike(one: Grounded, other: Grounded, check: SupportCheck) -> bool:
    return (
        check.coverage(one.text, other.text) > _SAME_WORDS
        or check.coverage(other.text, one.text) > _SAME_WORDS
    )
