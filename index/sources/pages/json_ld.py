"""What a page says of itself in JSON-LD: arrays, @graph, references by @id, and the breakage of the wild."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import TYPE_CHECKING, Any, cast

from index.sources.rules.plain import plain, plain_all

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.html import HtmlElement

Node = dict[str, Any]

_MAX_CHARS = 2_000_000
_MAX_NODES = 2_000
_WRAPPING = re.compile(
    r"\A\s*(?:/\*|//)?\s*(?:<!\[CDATA\[|<!--)\s*(?:\*/)?|(?:/\*|//)?\s*(?:\]\]>|-->)\s*(?:\*/)?\s*\Z"
)
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_CONTAINERS = ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemListElement")
_ARTICLE = re.compile(
    r"(?:\w*Article|\w*BlogPosting|Report|Review|MedicalWebPage|SocialMediaPosting|CreativeWork)"
)
_SCHOLARLY = re.compile(r"(?:Medical)?ScholarlyArticle")


def nodes_of(root: HtmlElement) -> Sequence[Node]:
    """Every node stated at the top, in a graph, or as the main entity; broken scripts count as none."""
    found: list[Node] = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            stack = [_loaded(script.text_content())]
            while stack and len(found) < _MAX_NODES:
                one = stack.pop(0)
                if isinstance(one, list):
                    stack.extend(cast("list[object]", one)[:_MAX_NODES])
                elif isinstance(one, dict):
                    node = cast("Node", one)
                    found.append(node)
                    stack.extend(node[key] for key in _CONTAINERS if key in node)
    return found


def article_node(nodes: Sequence[Node], titles: Sequence[str]) -> Node:
    """The node that describes the page's article; empty where none does.

    Pages describe related articles too: one whose headline is a title of the page comes first.
    """
    articles = [node for node in nodes if any(_ARTICLE.fullmatch(kind) for kind in types(node))]
    known = {title.casefold() for title in titles if title}
    for node in articles:
        headline = text_of(node, "headline", "name").casefold()
        if headline and any(headline in title or title in headline for title in known):
            return node
    headed = [node for node in articles if text_of(node, "headline", "name", "datePublished")]
    return headed[0] if headed else {}


def is_scholarly(node: Node) -> bool:
    """Whether the node describes a paper."""
    return any(_SCHOLARLY.fullmatch(kind) for kind in types(node))


def types(node: Node) -> tuple[str, ...]:
    """The node's types by their last names."""
    return tuple(kind.rstrip("/").rsplit("/", 1)[-1] for kind in _texts(node.get("@type")))


def text_of(node: Node, *keys: str) -> str:
    """The first of these keys that holds a text."""
    return next((text for key in keys for text in texts_of(node, key)), "")


def texts_of(node: Node, key: str) -> tuple[str, ...]:
    """Everything a key holds that is text, plain."""
    return plain_all(_texts(node.get(key)))


def names_of(node: Node, key: str, nodes: Sequence[Node]) -> tuple[str, ...]:
    """Names of the people or bodies a key holds, looked up where only their @id stands there."""
    value = node.get(key)
    found: list[str] = []
    for one in cast("list[object]", value) if isinstance(value, list) else [value]:
        if isinstance(one, str):
            found.append(one)
        elif isinstance(one, dict):
            who = cast("Node", one)
            name = text_of(who, "name") or " ".join(
                filter(None, (text_of(who, "givenName"), text_of(who, "familyName")))
            )
            if not name and (reference := who.get("@id")):
                name = next(
                    (
                        text_of(other, "name")
                        for other in nodes
                        if other.get("@id") == reference and "name" in other
                    ),
                    "",
                )
            found.append(name)
    return tuple(name for name in plain_all(found) if not name.startswith(("http:", "https:")))


def identifiers_of(node: Node) -> Iterator[str]:
    """What the node says it is known by: DOIs among them."""
    for key in ("identifier", "sameAs", "doi", "@id", "url"):
        value = node.get(key)
        for one in cast("list[object]", value) if isinstance(value, list) else [value]:
            if isinstance(one, str):
                yield one
            elif isinstance(one, dict):
                yield text_of(cast("Node", one), "value", "@value", "@id")


def _loaded(text: str) -> object:
    if len(text) > _MAX_CHARS:
        return None
    bare = _CONTROLS.sub(" ", _WRAPPING.sub("", text)).strip().rstrip(";")
    try:
        return cast("object", json.loads(bare, strict=False))
    except (ValueError, RecursionError):
        return None


def _texts(value: object) -> Iterator[str]:
    for one in cast("list[object]", value) if isinstance(value, list) else [value]:
        if isinstance(one, str):
            yield plain(_unescaped(one))
        elif isinstance(one, dict):
            stated = cast("Node", one)
            yield from (
                plain(str(stated[key]))
                for key in ("name", "@value", "@id", "url")
                if isinstance(stated.get(key), str)
            )


def _unescaped(text: str) -> str:
    """Many sites escape HTML into their JSON."""
    return unescape(text) if "&" in text else text
