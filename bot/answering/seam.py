"""What the bot needs of whatever answers: one generation, opened, that any thread may ask."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answering.answer import Answer, Reference
    from bot.answering.answerer import Found
    from bot.answering.depth.views import Depth, View
    from bot.answering.looking.lookup import Lookup
    from index.article import Article, Metadata
    from index.holdings.filters import Filters
    from index.passages.passage import Passage


class Answering(Protocol):
    """Answers from one generation; thread-safe, and busy on a CPU while it answers."""

    @property
    def generation(self) -> str:
        """The id of the generation it answers from."""
        ...

    def found(self, question: str, *, filters: Filters = ...) -> Found:
        """The answer, or an abstention, and what it was chosen from among the articles wanted."""
        ...

    def passage(self, passage_id: str) -> tuple[Passage, Metadata] | None:
        """A passage of this generation by its id."""
        ...

    def article(self, article_id: str) -> Article | None:
        """An article of this generation by its id."""
        ...

    def article_ids(self) -> Sequence[str]:
        """The ids of all articles of this generation."""
        ...

    def news(self, topic: str, articles: Sequence[str]) -> tuple[Reference, ...]:
        """Those of these articles that bear on a topic, the surest first."""
        ...

    @property
    def lookup(self) -> Lookup:
        """What looks up articles and passages of this generation."""
        ...

    def view(self, answer: Answer, depth: Depth) -> View:
        """Another look at an answer's sources, in their own words."""
        ...

    def close(self) -> None:
        """Let go of the generation."""
        ...
