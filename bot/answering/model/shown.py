"""The passages that a language model is shown: the best, numbered, as many as its context holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.answering.orders import gives_orders

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.search import Hit, SpanScore

MOST_PASSAGES: Final = 8
"""More only blurs: the search puts what answers among the first three in four of five questions."""

_BYTES_A_TOKEN: Final = 3
"""English has about four a token and other scripts fewer letters: this errs on the safe side."""

_TITLE: Final = 150


@dataclass(frozen=True, slots=True)
class Shown:
    """A passage as a model is shown it.

    Attributes:
        number: What the model cites it by, from 1.
        hit: The passage.
        spans: Its sentences but for those that give orders.
    """

    number: int
    hit: Hit
    spans: tuple[SpanScore, ...]

    def written(self) -> str:
        """Number, title and words."""
        title = " ".join(self.hit.metadata.title.split())[:_TITLE]
        lead = (
            f"[{self.number}]" if not title or gives_orders(title) else f"[{self.number}] {title}"
        )
        return f"{lead}\n{' '.join(' '.join(span.text.split()) for span in self.spans)}"


def shown(hits: Sequence[Hit], *, tokens: int) -> tuple[Shown, ...]:
    """As many of the first hits as fit into about `tokens`; the first is cut rather than left out."""
    found: list[Shown] = []
    room = tokens * _BYTES_A_TOKEN
    for hit in hits[:MOST_PASSAGES]:
        spans = tuple(span for span in hit.spans if not gives_orders(span.text))
        passage = Shown(len(found) + 1, hit, spans)
        while not found and len(passage.spans) > 1 and _bytes(passage) > room:
            passage = Shown(1, hit, passage.spans[:-1])
        if not spans or _bytes(passage) > room:
            continue
        room -= _bytes(passage)
        found.append(passage)
    return tuple(found)


def _bytes(passage: Shown) -> int:
    return len(passage.written().encode("utf-8", "replace")) + 2
