"""The one door from bytes to articles: the format is found from the bytes, never from a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from index.article import Article
from index.errors import (
    NoArticleError,
    OversizedSourceError,
    SourceError,
    UnknownFormatError,
    UnreadableSourceError,
)
from index.identity import article_id
from index.sources import markdown
from index.sources.decoding import decoded
from index.sources.jats import reader as jats
from index.sources.pages import reader as html
from index.sources.rules.standing import as_stated
from index.sources.signatures import markup_of_no_article, signature
from index.sources.source import MAX_SOURCE_BYTES
from index.sources.supplied import Supplied
from index.sources.texts import reader as text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from index.article import Metadata
    from index.sources.source import Draft, Source

READERS_VERSION = "readers-2"
"""Changes whenever some source would be read differently: every source is then read again."""

_OF_ONE_ARTICLE = frozenset({"title", "authors", "byline", "doi", "url"})
"""What cannot be true of two articles at once."""


class Reader(NamedTuple):
    """One format.

    Attributes:
        name: For people.
        sniff: Whether a text is in this format.
        read: The articles in such a text.
    """

    name: str
    sniff: Callable[[str], bool]
    read: Callable[[str], Sequence[Draft]]


READERS = (
    Reader("JATS XML", jats.sniff, jats.read),
    Reader("HTML", html.sniff, html.read),
    Reader("Markdown", markdown.sniff, markdown.read),
    Reader("plain text", text.sniff, text.read),
)
"""In the order they are asked; plain text takes what nobody else does."""


def articles_of(source: Source) -> Sequence[Article]:
    """The articles in a source, at least one, each with some text.

    Raises:
        SourceError: there is none to be had, with the reason.
    """
    if len(source.content) > MAX_SOURCE_BYTES:
        raise OversizedSourceError(f"larger than {MAX_SOURCE_BYTES // 2**20} MB")
    try:
        drafts = [draft for draft in _drafts(source.content) if draft.sections]
    except SourceError:
        raise
    except RecursionError as error:
        raise OversizedSourceError("nested too deeply") from error
    except Exception as error:  # what the library of a parser raises must stop no build
        raise UnreadableSourceError(f"its reader fails on it ({type(error).__name__})") from error
    if not drafts:
        raise NoArticleError("no article text in it")
    supplied, told = Supplied(source.supplied, source.settled), Supplied(source.fallback)
    if len(drafts) > 1:
        supplied, told = _shared(supplied), _shared(told)
    return tuple(
        _article(supplied.over(told.under(draft.metadata)), draft, _place(source.locator, number))
        for number, draft in enumerate(drafts)
    )


def _drafts(content: bytes) -> Sequence[Draft]:
    if not content.strip():
        raise NoArticleError("it is empty")
    if known := signature(content):
        raise UnknownFormatError(f"it looks like {known}, which no reader takes")
    written = decoded(content)
    for reader in READERS[:-1]:
        if reader.sniff(written):
            return reader.read(written)
    if known := markup_of_no_article(written):
        raise UnknownFormatError(f"it looks like {known}, which no reader takes")
    return READERS[-1].read(written)


def _article(metadata: Metadata, draft: Draft, place: str) -> Article:
    return Article(article_id(metadata, place), as_stated(metadata), draft.sections)


def _place(locator: str, number: int) -> str:
    """Articles without address or DOI that share a file are told apart by their place in it."""
    return f"{locator}#{number + 1}" if number else locator


def _shared(supplied: Supplied) -> Supplied:
    metadata = supplied.metadata
    unset = type(metadata)()
    kept = {
        name: getattr(unset if name in _OF_ONE_ARTICLE else metadata, name)
        for name in type(metadata).__dataclass_fields__
    }
    return Supplied(type(metadata)(**kept), supplied.settled - _OF_ONE_ARTICLE)
