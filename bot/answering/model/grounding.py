"""A model's claims to statements: what its passages bear out stays, with the best span as citation.

A claim that fails gives way to the sentence of its passage that it was made of, if that stands alone
and bears on the question; else it goes. The model never chooses a link, a title or a quote.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.answering.evidence import study_of
from bot.answering.quoting.leaning import Lean, grounded, is_sentence, lean_of
from bot.answering.quoting.orders import gives_orders
from bot.answering.quoting.phrasing import phrased
from bot.answering.quoting.subjects import marked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.answering.model.claims import Claim
    from bot.answering.model.shown import Shown
    from bot.answering.support.check import SupportCheck
    from index.searching.hits import Hit, SpanScore

MOST_STATEMENTS: Final = 4
MOST_WORDS: Final = 90
MOST_CITATIONS: Final = 3

_TRIED: Final = 4
"""Windows of a passage that are weighed in full, of those that hold most of the claim's words."""

_ON_TOPIC: Final = 0.35
"""How near the question a claim's window must lie, as a share of the nearest sentence of all: a model
that obeys a passage repeats what stands in it beside the point."""

_MADE_OF: Final = 0.5
"""Share of a failed claim's words in a sentence from which it may stand in for the claim."""

_BEARING: Final = 0.8
"""How near that sentence must lie to the question, as a share of the nearest of all."""

_SAME_WORDS: Final = 0.8


@dataclass(frozen=True, slots=True)
class Window:
    """A sentence of a passage, or two that stand together.

    Attributes:
        hit: The passage.
        start: Offset in the article's text.
        end: Offset after its last character.
        similarity: Cosine of its nearest sentence and the question.
    """

    hit: Hit
    start: int
    end: int
    similarity: float

    @property
    def quote(self) -> str:
        """Verbatim."""
        offset = self.hit.passage.start
        return self.hit.passage.text[self.start - offset : self.end - offset]


@dataclass(frozen=True, slots=True)
class Grounded:
    """A statement to be, and what it rests on.

    Attributes:
        text: What is said.
        windows: One for each study that bears it out.
        own: Whether the words are the model's.
    """

    text: str
    windows: tuple[Window, ...]
    own: bool


class Grounding:
    """What of a model's claims can be said; each claim is weighed once, however often it is given."""

    def __init__(self, passages: Sequence[Shown], check: SupportCheck) -> None:
        self._passages = {passage.number: passage for passage in passages}
        self._check = check
        self._nearest = max((s.similarity for each in passages for s in each.spans), default=0.0)
        self._weighed: dict[Claim, Grounded | None] = {}

    def of(self, claims: Sequence[Claim]) -> tuple[Grounded, ...]:
        """What can be said, in the order of the claims, each thing once, short enough to be read."""
        said: list[Grounded] = []
        words = 0
        before = False
        for claim in claims:
            found = self._weigh(claim)
            # "It" is what the sentence before it was about, if that is said.
            leans = found is not None and found.own and lean_of(found.text) is Lean.MUCH
            if leans and not before:
                found = None
            before = found is not None
            if found is None or any(self._alike(found, other) for other in said):
                continue
            words += len(found.text.split())
            if said and words > MOST_WORDS:
                break
            said.append(found)
            if len(said) == MOST_STATEMENTS:
                break
        return tuple(said)

    def _weigh(self, claim: Claim) -> Grounded | None:
        if claim not in self._weighed:
            cited = [self._passages[n] for n in claim.cites if n in self._passages]
            self._weighed[claim] = (
                self._borne_out(claim, cited)
                or self._borne_out(claim, self._miscited(claim, cited))
                or self._source_of(claim, cited)
            )
        return self._weighed[claim]

    def _miscited(self, claim: Claim, cited: Sequence[Shown]) -> list[Shown]:
        """The passages that a claim can be made of, where it names others; none where it names none.

        A small model repeats a sentence and gets the number wrong: the sentence is cited where it stands.
        """
        if not claim.cites:
            return []
        shares = [
            (max(self._check.coverage(claim.text, span.text) for span in each.spans), each)
            for each in self._passages.values()
            if each not in cited
        ]
        shares = [(share, each) for share, each in shares if share >= _MADE_OF]
        shares.sort(key=lambda found: (-found[0], found[1].number))
        return [each for _, each in shares[:_TRIED]]

    def _borne_out(self, claim: Claim, passages: Sequence[Shown]) -> Grounded | None:
        """The claim in its own words, with the best span of each passage that bears it out."""
        if gives_orders(claim.text):
            return None
        windows: dict[str, Window] = {}
        for passage in passages:
            study = study_of(passage.hit)
            # Two stories on one paper look like two witnesses and are one.
            if study not in windows and (window := self._best_window(claim.text, passage)):
                windows[study] = window
        chosen = tuple(windows.values())[:MOST_CITATIONS]
        if not chosen:
            return None
        return Grounded(marked(claim.text, chosen[0].hit), chosen, own=True)

    def _best_window(self, text: str, passage: Shown) -> Window | None:
        floor = _ON_TOPIC * self._nearest
        near = [window for window in _windows(passage) if window.similarity >= floor]
        tried = sorted(near, key=lambda w: -self._check.coverage(text, w.quote))[:_TRIED]
        if not tried:
            return None
        verdicts = self._check.verdicts(text, [window.quote for window in tried])
        borne = [
            (verdict.similarity + verdict.coverage, -len(window.quote), at)
            for at, (window, verdict) in enumerate(zip(tried, verdicts, strict=True))
            if verdict.supported
        ]
        return tried[max(borne)[2]] if borne else None

    def _source_of(self, claim: Claim, passages: Sequence[Shown]) -> Grounded | None:
        """The sentence that a failed claim was made of, in its own words."""
        floor = _BEARING * self._nearest
        made_of = [
            (self._check.coverage(claim.text, span.text), -passage.number, -span.start, passage.hit)
            for passage in passages
            for span in passage.spans
            if span.similarity >= floor and is_sentence(span.text)
        ]
        for share, _, start, hit in sorted(made_of, key=lambda each: each[:3], reverse=True):
            if share < _MADE_OF:
                break
            at = next(i for i, span in enumerate(hit.spans) if span.start == -start)
            if bounds := grounded(hit.spans, at):
                first, last = (hit.spans[bound] for bound in bounds)
                window = Window(hit, first.start, last.end, last.similarity)
                return Grounded(marked(phrased(window.quote), hit), (window,), own=False)
        return None

    def _alike(self, one: Grounded, other: Grounded) -> bool:
        return (
            self._check.coverage(one.text, other.text) > _SAME_WORDS
            or self._check.coverage(other.text, one.text) > _SAME_WORDS
        )


def _windows(passage: Shown) -> Iterator[Window]:
    """Each sentence, and each two neighbours; none that gives orders."""
    spans = passage.spans
    for at, span in enumerate(spans):
        yield Window(passage.hit, span.start, span.end, span.similarity)
        if at + 1 < len(spans) and _stand_together(passage.hit, span, spans[at + 1]):
            nearest = max(span.similarity, spans[at + 1].similarity)
            yield Window(passage.hit, span.start, spans[at + 1].end, nearest)


def _stand_together(hit: Hit, one: SpanScore, other: SpanScore) -> bool:
    # A sentence that gave orders may have stood between two that are shown.
    offset = hit.passage.start
    return not hit.passage.text[one.end - offset : other.start - offset].strip()
