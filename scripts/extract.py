"""The article as the indexer sees it: metadata, sections and passages."""

from __future__ import annotations

from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING, Annotated, Any

import typer

from index.embedding import packaged_tokens
from index.enrichment.cards import card_of
from index.errors import SourceError
from index.evidence_card import NOT_STATED
from index.gathering.files import gather
from index.passages import passages_of
from index.sources.reading import articles_of
from index.sources.source import Skipped
from scripts.console import (
    FAILED,
    IN_PART,
    AsJson,
    command_line,
    door,
    fail,
    printable,
    say_json,
    warn,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from index.article import Article
    from index.passage import Passage

_COLUMNS = 88

app = command_line(__doc__)

Place = Annotated[Path, typer.Argument(metavar="SOURCE", help="A file, or a folder of files.")]


@app.command()
def extract(source: Place, *, as_json: AsJson = False) -> None:
    """Show what is read from a file, or from every file of a folder."""
    with door():
        if not source.exists():
            fail(f"{source}: no such file or folder")
        skipped: list[Skipped] = []
        articles = list(_read(source, skipped))
        for one in skipped:
            warn(f"{one.locator}: {one.reason}")
        if as_json and articles:
            documents = [article_json(article, passages) for article, passages in articles]
            say_json(documents[0] if len(documents) == 1 and not source.is_dir() else documents)
        elif articles:
            _print(articles)
        elif not skipped:
            warn(f"{source}: no files in it")
        if not articles:
            raise typer.Exit(FAILED)
        if skipped:
            raise typer.Exit(IN_PART)


def article_json(article: Article, passages: Sequence[Passage]) -> dict[str, Any]:
    """The article as plain JSON values; `text[start:end]` is a passage's text."""
    known = article.metadata
    return {
        "id": article.id,
        "title": known.title,
        "authors": list(known.authors),
        "byline": known.byline,
        "outlet": known.outlet,
        "published": known.published,
        "topics": list(known.topics),
        "doi": known.doi,
        "url": known.url,
        "licence": known.licence,
        "language": known.language,
        "genre": known.genre,
        "medium": known.medium.value,
        "status": known.status.value,
        "evidence_card": card_of(article).facts(),
        "sections": [
            {
                "heading": section.heading,
                "kind": section.kind.value,
                "paragraphs": list(section.paragraphs),
            }
            for section in article.sections
        ],
        "passages": [
            {
                "id": passage.id,
                "section": passage.section,
                "text": passage.text,
                "start": passage.start,
                "end": passage.end,
            }
            for passage in passages
        ],
        "text": article.text,
    }


def _read(path: Path, skipped: list[Skipped]) -> Iterator[tuple[Article, Sequence[Passage]]]:
    tokens = packaged_tokens()
    for found in gather([path]):
        if isinstance(found, Skipped):
            skipped.append(found)
            continue
        try:
            articles = articles_of(found)
        except SourceError as error:
            skipped.append(Skipped(found.locator, found.root, error.reason))
            continue
        yield from ((article, passages_of(article, tokens=tokens)) for article in articles)


def _print(articles: Sequence[tuple[Article, Sequence[Passage]]]) -> None:
    for number, (article, passages) in enumerate(articles):
        if number:
            typer.echo(f"\n{'─' * _COLUMNS}\n")
        for line in _lines(article, passages):
            typer.echo(line)  # which drops the styles where nobody's terminal shows them


def _lines(article: Article, passages: Sequence[Passage]) -> Iterator[str]:
    known = article.metadata
    yield typer.style(printable(known.title) or "(no title)", bold=True)
    for name, value in (
        ("by", known.byline or ", ".join(known.authors)),
        ("in", known.outlet),
        ("published", known.published),
        ("topics", ", ".join(known.topics)),
        ("doi", known.doi),
        ("url", known.url),
        ("licence", known.licence),
        ("language", known.language),
        ("kind", ", ".join(filter(None, (known.medium.value, known.genre, known.status.value)))),
        ("card", _card(article)),
    ):
        if value:
            yield f"{name:<10} {printable(value)}"
    for section in article.sections:
        if section.heading:
            yield "\n" + typer.style(printable(section.heading), bold=True)
        for text in section.paragraphs:
            yield "\n" + _wrapped(printable(text))
    paragraphs = sum(len(section.paragraphs) for section in article.sections)
    counts = (
        (len(article.sections), "section"),
        (paragraphs, "paragraph"),
        (len(passages), "passage"),
    )
    yield "\n" + ", ".join(_counted(count, noun) for count, noun in counts)


def _card(article: Article) -> str:
    """What kind of study it is, as far as it is stated."""
    facts = card_of(article).facts()
    words = {"n": "n = {}", "preprint": "preprint: {}"}
    return ", ".join(
        words.get(name, "{}").format(value) for name, value in facts.items() if value != NOT_STATED
    )


def _wrapped(text: str) -> str:
    return fill(
        text,
        _COLUMNS,
        initial_indent="  ",
        subsequent_indent="  ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


if __name__ == "__main__":
    app()
