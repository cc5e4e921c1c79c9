"""How much of the right text the readers find, side by side with trafilatura alone on the same pages.

    python -m scripts.bench.extraction ../shared/data/articles/html
    python -m scripts.bench.extraction ../shared/data/articles/pdf

A folder of pages holds `NAME/source.html` beside `NAME/expected.html`, or `NAME.html` beside `NAME.txt`; a folder
of papers holds `NAME.pdf` beside `NAME.tei.xml`. Token F1 is the agreement of two bags of words.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING, Annotated, Final

import trafilatura
import typer
from lxml import html

from index.article import SectionKind
from index.errors.sources import SourceError
from index.sources.jats.inline import words_of
from index.sources.reading import articles_of
from index.sources.rules.outline import NESTED
from index.sources.rules.xml import parsed
from index.sources.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.article import Article
    from index.sources.rules.xml import Element

_WORD: Final = re.compile(r"\w+")

app = typer.Typer(add_completion=False, help=__doc__)


@dataclass(frozen=True, slots=True)
class Pair:
    """A file and the text that a person took out of it."""

    name: str
    source: Path
    wanted: str


def token_f1(found: str, wanted: str) -> float:
    """Agreement of two bags of words; 1 where both are empty."""
    ours, theirs = (Counter(_WORD.findall(one.lower())) for one in (found, wanted))
    total = ours.total() + theirs.total()
    return 2 * (ours & theirs).total() / total if total else 1.0


def pages_in(folder: Path) -> Iterator[Pair]:
    """Every page of the folder with its main text."""
    for source in sorted(folder.glob("*/source.html")):
        expected = (source.parent / "expected.html").read_text(encoding="utf-8")
        yield Pair(source.parent.name, source, " ".join(html.fromstring(expected).itertext()))
    for source in sorted(folder.glob("*.html")):
        if (beside := source.with_suffix(".txt")).exists():
            yield Pair(source.stem, source, beside.read_text(encoding="utf-8"))


def article_of(path: Path) -> Article | None:
    """The first article of a file; None where it is refused."""
    try:
        return articles_of(Source(path.name, str(path.parent), path.read_bytes()))[0]
    except SourceError as error:
        typer.echo(f"{path}: {error.reason}", err=True)
        return None


@app.command()
def main(
    folder: Annotated[Path, typer.Argument(exists=True, file_okay=False)],
) -> None:
    """Print a row a file and the means."""
    pairs = list(pages_in(folder))
    if pairs:
        _pages(pairs)
    papers = [
        (paper, truth)
        for paper in sorted(folder.glob("*.pdf"))
        if (truth := paper.with_suffix(".tei.xml")).exists()
    ]
    for paper, truth in papers:
        _paper(paper, truth)


def _pages(pairs: list[Pair]) -> None:
    rows = [(pair.name, *_both(pair)) for pair in pairs]
    typer.echo(f"{'page':<40} {'ours':>7} {'trafilatura':>12}")
    for name, ours, theirs in rows:
        mark = " <" if ours < theirs - 0.02 else ""
        typer.echo(f"{name[:40]:<40} {ours:7.3f} {theirs:12.3f}{mark}")
    ours, theirs = mean(row[1] for row in rows), mean(row[2] for row in rows)
    typer.echo(f"{f'mean of {len(rows)}':<40} {ours:7.3f} {theirs:12.3f}")


def _both(pair: Pair) -> tuple[float, float]:
    article = article_of(pair.source)
    theirs = trafilatura.extract(
        pair.source.read_bytes().decode("utf-8", "replace"), include_comments=False
    )
    return (
        token_f1(article.text if article else "", pair.wanted),
        token_f1(theirs or "", pair.wanted),
    )


def _paper(paper: Path, truth: Path) -> None:
    article = article_of(paper)
    if article is None:
        return
    wanted = parsed(truth.read_text(encoding="utf-8"))
    title = words_of(wanted.find(".//titleStmt/title"))
    people = {
        words_of(name).split()[-1]
        for name in wanted.iterfind(".//sourceDesc//analytic/author/persName/surname")
    }
    heads = {_key(words_of(head)) for head in wanted.iterfind(".//body/div/head")}
    body = " ".join(words_of(part) for part in wanted.iter("p", "head") if _is_body(part))
    own = [one for one in article.sections if one.kind is not SectionKind.CAPTION]
    ours = {_key(section.heading.rpartition(NESTED)[2]) for section in own}
    said = " ".join(
        " ".join((section.heading.rpartition(NESTED)[2], *section.paragraphs)) for section in own
    )
    named = {name.split()[-1] for name in article.metadata.authors}
    typer.echo(
        f"{paper.name}: title {'right' if title == article.metadata.title else 'other'}, "
        f"authors {len(named & people)} of {len(people)} ({len(article.metadata.authors)} named), "
        f"headings {len(heads & ours)} of {len(heads)}, token F1 {token_f1(said, body):.3f}"
    )


def _key(heading: str) -> str:
    return " ".join(_WORD.findall(heading.lower()))


def _is_body(part: Element) -> bool:
    above = {str(one.tag) for one in part.iterancestors()}
    return bool({"abstract", "body"} & above) and not {"figure", "note"} & above


if __name__ == "__main__":
    app()
