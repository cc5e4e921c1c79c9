"""The one door from bytes to articles: the format is found from the bytes, never from a name."""

from __future__ import annotations

from collections import defaultdict
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from index.article import Article
from index.errors.sources import (
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
from index.sources.pdf import reader as pdf
from index.sources.records import json_file, table
from index.sources.records.pubmed import reader as pubmed
from index.sources.rules.standing import as_stated
from index.sources.signatures import markup_of_no_article, signature
from index.sources.source import MAX_SOURCE_BYTES, Draft, Fault
from index.sources.supplied import Supplied, of_several
from index.sources.texts import reader as text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from index.article import Metadata
    from index.sources.source import Source

READERS_VERSION = "readers-5"
"""Changes whenever some source would be read differently: every source is then read again."""

_NAME_BYTES = 7
_NAMED = 1 << 60
"""No place in a source is so far from its beginning, and SQLite counts as far as 2^63."""

_PLACES = 5
"""So many places of one fault are named; of the others, how many."""


class Reader(NamedTuple):
    """One format.

    Attributes:
        name: For people.
        sniff: Whether a text is in this format.
        read: The articles in such a text, and what in it gave none.
    """

    name: str
    sniff: Callable[[str], bool]
    read: Callable[[str], Iterable[Draft | Fault]]


READERS = (
    Reader("PubMed XML", pubmed.sniff, pubmed.read),
    Reader("JATS XML", jats.sniff, jats.read),
    Reader("JSON", json_file.sniff, json_file.read),
    Reader("HTML", html.sniff, html.read),
    Reader("Markdown", markdown.sniff, markdown.read),
    Reader("a table", table.sniff, table.read),
    Reader("plain text", text.sniff, text.read),
)
"""In the order they are asked; plain text takes what nobody else does."""


class Read(NamedTuple):
    """What a source holds.

    Attributes:
        articles: At least one, each with some text.
        numbers: One an article, and each another: its place in the source, or a number made of
            what the source calls it, which stays though articles come and go around it.
        faults: What in the source gave no article, each a clause for the build report.
    """

    articles: tuple[Article, ...]
    numbers: tuple[int, ...]
    faults: tuple[str, ...]


def articles_of(source: Source) -> Sequence[Article]:
    """The articles in a source, at least one, each with some text.

    Raises:
        SourceError: there is none to be had, with the reason.
    """
    return read_source(source).articles


def read_source(source: Source) -> Read:
    """The articles in a source, and what in it gave none.

    Raises:
        SourceError: it holds no article at all, with the reason.
    """
    if len(source.content) > MAX_SOURCE_BYTES:
        raise OversizedSourceError(f"larger than {MAX_SOURCE_BYTES // 2**20} MB")
    try:
        found = list(_drafts(source.content))
    except SourceError:
        raise
    except RecursionError as error:
        raise OversizedSourceError("nested too deeply") from error
    except Exception as error:  # what the library of a parser raises must stop no build
        raise UnreadableSourceError(f"its reader fails on it ({type(error).__name__})") from error
    drafts = [one for one in found if isinstance(one, Draft) and one.sections]
    faults = _told(one for one in found if isinstance(one, Fault))
    if not drafts:
        raise NoArticleError("; ".join(faults) or "no article text in it")
    supplied, told = Supplied(source.supplied, source.settled), Supplied(source.fallback)
    if len(drafts) > 1:
        supplied, told = of_several(supplied), of_several(told)
    numbers = _numbers(drafts)
    articles = tuple(
        _article(supplied.over(told.under(draft.metadata)), draft, _place(source.locator, number))
        for number, draft in zip(numbers, drafts, strict=True)
    )
    return Read(articles, numbers, faults)


def _drafts(content: bytes) -> Iterable[Draft | Fault]:
    if not content.strip():
        raise NoArticleError("it is empty")
    if pdf.sniff(content):
        return pdf.read(content)
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


def _numbers(drafts: Sequence[Draft]) -> tuple[int, ...]:
    """A number for each: of two that share a name, the second is known by its place alone."""
    numbers: dict[int, None] = {}
    for place, draft in enumerate(drafts):
        named = blake2b(draft.name.encode("utf-8", "surrogatepass"), digest_size=_NAME_BYTES)
        number = int.from_bytes(named.digest()) | _NAMED if draft.name else place
        numbers[place if number in numbers else number] = None
    return tuple(numbers)


def _told(faults: Iterable[Fault]) -> tuple[str, ...]:
    """One clause a reason: a table of a million rows may have the same thing wrong in each."""
    places: defaultdict[str, list[str]] = defaultdict(list)
    for fault in faults:
        places[fault.reason].append(fault.place)
    return tuple(": ".join(filter(None, (_few(at), reason))) for reason, at in places.items())


def _few(places: Sequence[str]) -> str:
    more = f" and {len(places) - _PLACES:,} more" if len(places) > _PLACES else ""
    return ", ".join(filter(None, places[:_PLACES])) + more
