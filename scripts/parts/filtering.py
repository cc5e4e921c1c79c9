"""The options that limit a command to some of a library's articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from index.article import Status
from index.evidence_card import Design
from index.holdings.filters import Filters
from scripts.parts.console import fail

if TYPE_CHECKING:
    from collections.abc import Iterable
    from enum import StrEnum

_Kind = TypeVar("_Kind", bound="StrEnum")

Since = Annotated[str, typer.Option(help="Published then or later: 2023, 2023-04 or 2023-04-01.")]
Until = Annotated[str, typer.Option(help="Published then or earlier.")]
Outlets = Annotated[list[str], typer.Option("--outlet", help="Of this outlet; may be repeated.")]
Topics = Annotated[
    list[str], typer.Option("--topic", help="Filed under this topic; may be repeated.")
]
Authors = Annotated[
    list[str], typer.Option("--author", help="By somebody of this name; may be repeated.")
]
Designs = Annotated[
    list[str], typer.Option("--design", help='Such as "cohort study"; may be repeated.')
]
Statuses = Annotated[
    list[str], typer.Option("--status", help='Such as "retracted"; may be repeated.')
]
Articles = Annotated[
    list[str], typer.Option("--article", help="The article of this id; may be repeated.")
]


def filters_of(
    *,
    since: str,
    until: str,
    outlets: Iterable[str],
    topics: Iterable[str],
    authors: Iterable[str],
    designs: Iterable[str],
    statuses: Iterable[str],
    articles: Iterable[str],
) -> Filters:
    """What the options ask for.

    Raises:
        FilterError: A date is none.
        typer.Exit: A design or a status is none; those there are have been named.
    """
    return Filters(
        since=since,
        until=until,
        outlets=tuple(outlets),
        topics=tuple(topics),
        authors=tuple(authors),
        designs=tuple(_one_of(Design, name) for name in designs),
        statuses=tuple(_one_of(Status, name) for name in statuses),
        articles=tuple(articles),
    )


def _one_of(kind: type[_Kind], name: str) -> _Kind:
    try:
        return kind(name.strip().lower())
    except ValueError:
        fail(f"there is no {kind.__name__.lower()} {name!r}; there are: {', '.join(kind)}")
