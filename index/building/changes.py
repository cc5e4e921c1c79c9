"""How the articles of the next generation differ from those of the last."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

from index.article import Metadata

if TYPE_CHECKING:
    from collections.abc import Iterable

    from index.article import Article, ArticleId


@dataclass(frozen=True, slots=True)
class Changes:
    """What came, what went, and what is otherwise.

    Attributes:
        added: Ids of articles the last generation did not have.
        changed: Ids of articles whose metadata or words differ.
        removed: Ids of articles that are gone.
        unchanged: How many are as they were.
    """

    added: tuple[ArticleId, ...]
    changed: tuple[ArticleId, ...]
    removed: tuple[ArticleId, ...]
    unchanged: int

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)

    @property
    def articles_before(self) -> int:
        """How many the last generation held."""
        return self.unchanged + len(self.changed) + len(self.removed)


def changes(before: Iterable[Article], now: Iterable[Article]) -> Changes:
    """From the articles of one generation to those of another; the day of a check is no change."""
    old = {article.id: _told(article) for article in before}
    new = {article.id: _told(article) for article in now}
    return Changes(
        added=tuple(name for name in new if name not in old),
        changed=tuple(name for name in new if name in old and old[name] != new[name]),
        removed=tuple(name for name in old if name not in new),
        unchanged=sum(name in old and old[name] == new[name] for name in new),
    )


def what_changed(before: Article, now: Article) -> tuple[str, ...]:
    """What is otherwise in an article: names of metadata, and "text"."""
    old, new = _told(before).metadata, _told(now).metadata
    named = [f.name for f in fields(Metadata) if getattr(old, f.name) != getattr(new, f.name)]
    return (*named, *(["text"] if before.sections != now.sections else []))


def _told(article: Article) -> Article:
    return replace(article, metadata=replace(article.metadata, checked=""))
