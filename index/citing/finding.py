"""Which article somebody means by an id, a passage's id, a DOI or an address."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from index.article import ArticleId, Medium
from index.errors.asked import UnknownArticleError
from index.identity import digest
from index.sources.rules.names import doi_of, web_address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from index.article import Metadata
    from index.store.records import Records

_Known = tuple[ArticleId, "Metadata"]


def all_articles(records: Records) -> Iterator[_Known]:
    """Every article, in the order it was built."""
    for record in records.articles():
        yield record.article.id, record.article.metadata


def find_articles(records: Records, wanted: Iterable[str]) -> list[_Known]:
    """The articles that these name, in their order, each once.

    Raises:
        UnknownArticleError: One names none.
    """
    found = {
        article_id: metadata for name in wanted for article_id, metadata in [_find(records, name)]
    }
    return list(found.items())


def _find(records: Records, name: str) -> _Known:
    name = name.strip()
    doi, address = doi_of(name), web_address(name)
    ids = [name, digest("doi", doi) if doi else "", digest("url", name) if address else ""]
    for article_id in filter(None, ids):
        if article := records.article(article_id):
            return article.id, article.metadata
    if passage := records.passage(name):
        return passage.passage.article, passage.metadata
    if doi or address:
        # The story that reports a paper has its DOI too: the paper itself comes first.
        same = [known for known in all_articles(records) if _is_named(known[1], doi, address)]
        same.sort(key=lambda known: known[1].medium is not Medium.PAPER)
        if same:
            return same[0]
    raise UnknownArticleError(name)


def _is_named(metadata: Metadata, doi: str, address: str) -> bool:
    if doi and doi_of(metadata.doi) == doi:
        return True
    return bool(address and metadata.url and _same_place(address, metadata.url))


def _same_place(one: str, other: str) -> bool:
    """Whether two addresses differ by nothing but scheme, "www.", a slash at the end or a fragment."""
    first, second = (urlsplit(address) for address in (one, other))
    return (
        (first.hostname or "").removeprefix("www.") == (second.hostname or "").removeprefix("www.")
        and first.path.rstrip("/") == second.path.rstrip("/")
        and first.query == second.query
    )
