"""Whether an answer that was given still stands on its sources: a pure rule over one generation."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Protocol

from bot.state.revisions import Change

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.answering.answer import Answer, Citation, Reference
    from index.article import Article, Metadata
    from index.passages.passage import Passage


class Sources(Protocol):
    """What a generation knows of articles and passages."""

    def article(self, article_id: str) -> Article | None:
        """The article with this id."""
        ...

    def passage(self, passage_id: str) -> tuple[Passage, Metadata] | None:
        """The passage with this id, with its article's metadata."""
        ...


def changes_in(answer: Answer, sources: Sources) -> tuple[Change, ...]:
    """What befell the answer's sources: gone, reworded where it was quoted, or of another status.

    A quote stands as long as some article of its study holds it word for word, white space aside.
    """
    found: list[Change] = []
    for reference in answer.references:
        cited = [
            citation
            for statement in answer.statements
            for citation in statement.citations
            if citation.reference == reference.number
        ]
        found += _of_reference(reference, cited, sources)
    return tuple(found)


def key_of(answer: str, changes: Iterable[Change]) -> str:
    """The same for the same changes of the same answer, in whatever order they are found."""
    told = sorted(f"{change.reference}:{change.kind}:{change.status}" for change in changes)
    return sha256("\n".join((answer, *told)).encode()).hexdigest()[:40]


def _of_reference(
    reference: Reference, cited: Sequence[Citation], sources: Sources
) -> Iterable[Change]:
    article = sources.article(reference.article_id)
    standing = [_stands(citation, article, sources) for citation in cited]
    if article is None and not any(standing):
        yield Change(reference.number, "removed")
        return
    if cited and not all(standing):
        yield Change(reference.number, "reworded")
    if article and article.metadata.status != reference.status:
        yield Change(reference.number, "status", str(article.metadata.status))


def _stands(citation: Citation, article: Article | None, sources: Sources) -> bool:
    quote = _plain(citation.quote)
    stored = sources.passage(citation.passage_id)
    if stored and quote in _plain(stored[0].text):
        return True
    return article is not None and quote in _plain(article.text)


def _plain(text: str) -> str:
    return " ".join(text.split())
