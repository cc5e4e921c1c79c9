"""What a page's head states, by name: meta tags, links, and the JSON-LD node of its article."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from index.sources.pages import json_ld
from index.sources.rules.plain import plain, plain_all

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.html import HtmlElement

_TITLES = (
    "citation_title", "og:title", "parsely-title", "dc.title", "dcterms.title", "twitter:title", "title",
)  # fmt: skip


class PageTags:
    """A page's own statements; what it does not state is empty."""

    def __init__(self, root: HtmlElement) -> None:
        self.root = root
        self._meta: dict[str, list[str]] = defaultdict(list)
        for tag in root.iter("meta"):
            content = plain(tag.get("content") or "")
            for name in (tag.get("name"), tag.get("property"), tag.get("itemprop")):
                if name and content:
                    self._meta[plain(name).lower()].append(content)

    def all(self, *keys: str) -> tuple[str, ...]:
        """Every value of these names, in their order."""
        return tuple(value for key in keys for value in self._meta.get(key, ()))

    def first(self, *keys: str) -> str:
        """The first value of the first of these names that has one."""
        return next(iter(self.all(*keys)), "")

    def links(self, relation: str, *tags: str) -> Iterator[str]:
        """Addresses linked with this relation, from elements of these tags."""
        for tag in tags:
            for one in self.root.iter(tag):
                if relation in (one.get("rel") or "").lower().split():
                    yield one.get("href") or ""

    def names(self, *keys: str) -> tuple[str, ...]:
        """People or bodies the article's node names under the first of these keys that has any."""
        named = (json_ld.names_of(self.article, key, self._nodes) for key in keys)
        return next((names for names in named if names), ())

    def text(self, *keys: str) -> str:
        """The first text of the article's node under these keys."""
        return json_ld.text_of(self.article, *keys)

    def texts(self, *keys: str) -> tuple[str, ...]:
        """Every text of the article's node under these keys."""
        return tuple(text for key in keys for text in json_ld.texts_of(self.article, key))

    @cached_property
    def types(self) -> tuple[str, ...]:
        """What the article's node says it is."""
        return json_ld.types(self.article)

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """Titles in meta tags, the surest first."""
        return plain_all(self.all(*_TITLES))

    @cached_property
    def headings(self) -> tuple[str, ...]:
        """The page's headings of the first rank."""
        return plain_all("".join(one.itertext()) for one in self.root.iter("h1"))

    @cached_property
    def window_title(self) -> str:
        """What the browser's window shows, the site's name often behind it."""
        return plain(self.root.findtext(".//head/title") or self.root.findtext(".//title") or "")

    @cached_property
    def article(self) -> json_ld.Node:
        """The node that describes the page's article; empty where none does."""
        known = (*self.titles, *self.headings, self.window_title)
        return json_ld.article_node(self._nodes, known)

    @cached_property
    def _nodes(self) -> Sequence[json_ld.Node]:
        return json_ld.nodes_of(self.root)
