"""The passages that a language model is shown: the best, numbered, as many as its context holds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.answering.model.prompts import tokens_of
from bot.answering.quoting.orders import gives_orders
from bot.answering.quoting.phrasing import phrased

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.searching.hits import Hit, SpanScore

MOST_PASSAGES: Final = 8
"""More only blurs: the search puts what answers among the first three in four of five questions."""

_TITLE: Final = 150

_TURN: Final = re.compile(
    r"(?<=<)(?=[|\uff5c/!]|[A-Za-z_]+\s*[|>])|(?<=\[)(?=/?INST\b)", re.IGNORECASE
)
"""Where a mark of a chat template would be broken: servers read "<|im_end|>" in a text as its end."""


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
        """Number, title and sentences, without the article's own marks of citations.

        Each sentence ends as it is to be cited: small models copy what they see.
        """
        title = " ".join(self.hit.metadata.title.split())[:_TITLE]
        lead = f"[{self.number}]"
        if title and not gives_orders(title):
            lead = f"{lead} {title}"
        sentences = " ".join(f"{phrased(span.text)} [{self.number}]" for span in self.spans)
        return inert(f"{lead}\n{sentences}")


def inert(text: str) -> str:
    """The text without marks that a model's server takes for the end of a turn."""
    return _TURN.sub(" ", text)


def shown(hits: Sequence[Hit], *, tokens: int) -> tuple[Shown, ...]:
    """As many of the first hits as fit into about `tokens`; the first is cut rather than left out."""
    found: list[Shown] = []
    for hit in hits[:MOST_PASSAGES]:
        spans = tuple(span for span in hit.spans if not gives_orders(span.text))
        passage = Shown(len(found) + 1, hit, spans)
        while not found and len(passage.spans) > 1 and tokens_of(passage.written()) > tokens:
            passage = Shown(1, hit, passage.spans[:-1])
        size = tokens_of(passage.written()) + 1
        if spans and size <= tokens:
            tokens -= size
            found.append(passage)
    return tuple(found)
