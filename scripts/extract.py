"""The article as the indexer sees it: metadata, sections and passages."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import fill
from typing import TYPE_CHECKING, Annotated, Any

import typer

from index.enrichment.cards import card_of
from index.errors.sources import SourceError
from index.evidence_card import NOT_STATED
from index.gathering.archives.opening import opened
from index.gathering.found import found
from index.gathering.web.held import Held
from index.passages.splitting import passages_of
from index.sources.reading import read_source
from index.sources.source import Skipped, Source
from index.vectors.embedding import packaged_tokens
from scripts.parts.console import (
    FAILED,
    IN_PART,
    AsJson,
    command_line,
    door,
    printable,
    say_json,
    warn,
)
from scripts.parts.gathering import (
    ATTEMPTS,
    DEADLINE,
    LONGEST_WAIT,
    MOST_PAGES,
    PAUSE,
    REVISIT_DAYS,
    AllowHost,
    Attempts,
    Contact,
    Deadline,
    LongestWait,
    MostPages,
    Pause,
    check_sources,
    web_options,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from index.article import Article
    from index.gathering.web.options import WebOptions
    from index.passages.passage import Passage

_COLUMNS = 88

app = command_line(__doc__)

Place = Annotated[
    str,
    typer.Argument(
        metavar="SOURCE",
        help="A file or an archive, a folder of them, or the address of a page, feed or sitemap.",
    ),
]


@app.command()
def extract(
    source: Place,
    *,
    contact: Contact = "",
    pause: Pause = PAUSE,
    deadline: Deadline = DEADLINE,
    attempts: Attempts = ATTEMPTS,
    longest_wait: LongestWait = LONGEST_WAIT,
    most_pages: MostPages = MOST_PAGES,
    allow_host: AllowHost = None,
    as_json: AsJson = False,
) -> None:
    """Show what is read from a source, as a build would read it; no library is touched."""
    with door():
        check_sources([source])
        web = web_options(
            contact=contact,
            pause=pause,
            deadline=deadline,
            attempts=attempts,
            longest_wait=longest_wait,
            most_pages=most_pages,
            revisit_days=REVISIT_DAYS,
            allow_host=allow_host,
        )
        skipped: list[Skipped] = []
        articles = list(_read(source, web, skipped))
        for one in skipped:
            warn(f"{one.locator}: {one.reason}")
        if as_json and articles:
            documents = [article_json(article, passages) for article, passages in articles]
            say_json(
                documents[0] if len(documents) == 1 and not Path(source).is_dir() else documents
            )
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


def _read(
    place: str, web: WebOptions, skipped: list[Skipped]
) -> Iterator[tuple[Article, Sequence[Passage]]]:
    tokens = packaged_tokens()
    for one in _sources(place, web):
        if isinstance(one, Skipped):
            skipped.append(one)
            continue
        try:
            read = read_source(one)
        except SourceError as error:
            skipped.append(Skipped(one.locator, one.root, error.reason))
            continue
        skipped.extend(Skipped(one.locator, one.root, fault) for fault in read.faults)
        yield from ((article, passages_of(article, tokens=tokens)) for article in read.articles)


def _sources(place: str, web: WebOptions) -> Iterator[Source | Skipped]:
    with TemporaryDirectory() as nowhere:
        places = found([place], web=web, memory=Path(nowhere) / "web.sqlite", held=Held)
        for one in places.sources:
            if isinstance(one, Source):
                yield from opened(one)
            elif isinstance(one, Skipped):
                yield one


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
