"""What a build did, for people and for other programs."""

from __future__ import annotations

from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from index.article import ArticleId
    from index.building.changes import Changes
    from index.building.knowing import Knowledge
    from index.sources.source import Skipped
    from index.store.manifest import Counts
    from index.store.records import ArticleRecord


@dataclass(frozen=True, slots=True)
class Joined:
    """An article that several sources hold.

    Attributes:
        article: Its id.
        title: As printed.
        locators: Of its sources, the one its words come from first.
    """

    article: ArticleId
    title: str
    locators: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Register:
    """The table of retractions that articles were looked up in.

    Attributes:
        rows: How many of its rows could be used.
        checked: The day it was last brought up to date, ISO 8601.
        faults: What is wrong with the others, one clause a row.
    """

    rows: int
    checked: str
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did.

    Attributes:
        generation: The current generation's id after it.
        published: False where nothing had changed, and the last generation stands.
        counts: How much the current generation holds.
        changes: From the last generation to this one.
        skipped: What gave no article, and why.
        joined: Articles of several sources.
        embedded: How many texts had to be embedded.
        seconds: By stage.
        register: What articles were looked up in; None where the library keeps none.
    """

    generation: str
    published: bool
    counts: Counts
    changes: Changes
    skipped: tuple[Skipped, ...]
    joined: tuple[Joined, ...]
    embedded: int
    seconds: dict[str, float]
    register: Register | None = None


def joined_in(articles: Iterable[ArticleRecord]) -> tuple[Joined, ...]:
    """Those of them that several sources hold."""
    return tuple(
        Joined(
            record.article.id,
            record.article.metadata.title,
            tuple(reading.locator for reading in record.readings),
        )
        for record in articles
        if len(record.readings) > 1
    )


def register_told(knows: Knowledge) -> Register | None:
    """The table that articles are looked up in, as a report tells it."""
    kept = knows.register
    return kept and Register(kept.rows, kept.checked, kept.faults)


class Clock:
    """Seconds by stage."""

    def __init__(self) -> None:
        self.laps: dict[str, float] = {}
        self._since = perf_counter()

    def lap(self, stage: str) -> None:
        """A stage ends here, and the next one begins."""
        now = perf_counter()
        self.laps[stage] = round(now - self._since, 3)
        self._since = now
