"""How often evidence cards are right, on articles that were labelled by hand before the rules ran.

    python -m scripts.bench.cards --jats ../shared/data/articles/jats --abstracts CORPUS.jsonl

A label names every value that a careful reader would accept. Precision is the share of what the cards
state that is accepted; recall, of what a reader would state, the share that the cards state rightly.
The papers stand in two halves, by a checksum of their DOI: the rules were tuned on one and are judged
on the other. The abstracts are judged only.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Annotated, Any, Final
from zlib import crc32

import typer

from index.article import Article, ArticleId, Medium, Metadata, Section, SectionKind
from index.enrichment.cards import card_of
from index.errors.sources import SourceError
from index.evaluation.files import rows_of
from index.gathering.files import gather
from index.sources.reading import articles_of
from index.sources.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from index.evidence_card import EvidenceCard

PAPERS: Final = Path("tests/data/evidence_cards.jsonl")
ABSTRACTS: Final = Path("tests/data/evidence_cards_abstracts.jsonl")

MARK: Final = "not in humans"
FIELDS: Final = ("design", "subjects", "n", "population", "preprint", MARK)

Label = dict[str, Any]


@dataclass(slots=True)
class Tally:
    """How often one field was stated, stated rightly, and would have been stated by a reader."""

    stated: int = 0
    right: int = 0
    wanted: int = 0
    found: int = 0
    wrong: list[str] = field(default_factory=list[str])

    @property
    def precision(self) -> float:
        """Of what was stated, the share that is right; 1 where nothing was."""
        return self.right / self.stated if self.stated else 1.0

    @property
    def recall(self) -> float:
        """Of what a reader would state, the share stated rightly; 1 where there is nothing."""
        return self.found / self.wanted if self.wanted else 1.0


def main(
    jats: Annotated[Path, typer.Option(help="the folder of labelled papers")] = Path(
        "../shared/data/articles/jats"
    ),
    abstracts: Annotated[Path, typer.Option(help="the corpus of labelled abstracts")] = Path(
        "../shared/data/retrieval/scifact/corpus.jsonl"
    ),
    *,
    wrong: Annotated[
        bool, typer.Option("--wrong", help="name what the tuned half has wrong")
    ] = False,
) -> None:
    """Print precision and recall of each field on each half of the papers and on the abstracts."""
    papers = {article.metadata.doi: article for article in papers_in(jats)}
    labels = read_labels(PAPERS)
    _print_speed(papers.values())
    for half, name in enumerate(("papers, tuned on", "papers, judged")):
        ours = {doi: label for doi, label in labels.items() if half_of(doi) == half}
        tallies = judged(ours, papers)
        _print(name, tallies, len(ours))
        if wrong and not half:
            _print_wrong(tallies)
    told = abstracts_in(abstracts)
    labels = read_labels(ABSTRACTS)
    _print("abstracts, judged", judged(labels, told), len(labels))


def half_of(doi: str) -> int:
    """0 for the half that rules may be tuned on, 1 for the half they are judged on."""
    return crc32(doi.encode()) % 2


def read_labels(file: Path) -> dict[str, Label]:
    """Labels by DOI or by the id of an abstract."""
    return {row.get("doi") or row["id"]: row for _, row in rows_of(file)}


def papers_in(folder: Path) -> Iterator[Article]:
    """Every article that can be read from the folder."""
    for source in gather([folder]):
        if isinstance(source, Source):
            try:
                yield from articles_of(source)
            except SourceError:
                continue


def abstracts_in(corpus: Path) -> dict[str, Article]:
    """The abstracts of a BEIR corpus as PubMed's would be read, by id."""
    return {
        row["_id"]: Article(
            ArticleId(row["_id"]),
            Metadata(title=row["title"], medium=Medium.PAPER),
            (Section("Abstract", (row["text"],), SectionKind.ABSTRACT),),
        )
        for _, row in rows_of(corpus)
    }


def judged(labels: Mapping[str, Label], articles: Mapping[str, Article]) -> dict[str, Tally]:
    """Each field's tally over the labelled articles."""
    tallies = {name: Tally() for name in FIELDS}
    for key, label in labels.items():
        card = card_of(articles[key])
        _judge_values(key, card, label, tallies)
        _judge_subjects(key, card, label, tallies["subjects"])
        _judge_population(key, card, label, tallies["population"])
        if label["not_in_humans"] is not None:
            accepted = [True] if label["not_in_humans"] else [None]
            _count(tallies[MARK], key, card.not_in_humans or None, accepted)
    return tallies


def _judge_values(key: str, card: EvidenceCard, label: Label, tallies: Mapping[str, Tally]) -> None:
    stated = card.design.value if card.design.value != "not stated" else None
    accepted = [None if one == "not stated" else one for one in label["design"]]
    _count(tallies["design"], key, stated, accepted)
    _count(tallies["n"], key, card.n, label["n"])
    _count(tallies["preprint"], key, card.preprint, label["preprint"])


def _count(tally: Tally, key: str, stated: object, accepted: list[Any]) -> None:
    right = stated in accepted
    if stated is not None:
        tally.stated += 1
        tally.right += right
    if None not in accepted:
        tally.wanted += 1
        tally.found += right
    if not right:
        tally.wrong.append(f"{key}: {stated}, not {accepted}")


def _judge_subjects(key: str, card: EvidenceCard, label: Label, tally: Tally) -> None:
    stated = {one.value for one in card.subjects}
    wanted = set(label["subjects"])
    accepted = wanted | set(label["subjects_too"])
    tally.stated += len(stated)
    tally.right += len(stated & accepted)
    tally.wanted += len(wanted)
    tally.found += len(stated & wanted)
    if stated - accepted or wanted - stated:
        tally.wrong.append(f"{key}: {sorted(stated)}, not {sorted(wanted)}")


def _judge_population(key: str, card: EvidenceCard, label: Label, tally: Tally) -> None:
    """A population is right if it names one of the words a reader would expect in it."""
    expected = [word for word in label["population"] if word]
    right = any(word in card.population.lower() for word in expected)
    if card.population:
        tally.stated += 1
        tally.right += right
    if "" not in label["population"]:
        tally.wanted += 1
        tally.found += right
    if (card.population or "" not in label["population"]) and not right:
        tally.wrong.append(f"{key}: {card.population!r}, not {label['population']}")


def _print(name: str, tallies: Mapping[str, Tally], articles: int) -> None:
    print(f"{name}: {articles}")
    for each, tally in tallies.items():
        print(
            f"  {each:<14} precision {tally.precision:.3f} of {tally.stated:>3}"
            f"   recall {tally.recall:.3f} of {tally.wanted:>3}"
        )


def _print_wrong(tallies: Mapping[str, Tally]) -> None:
    for name, tally in tallies.items():
        for line in tally.wrong:
            print(f"  {name}: {line}")


def _print_speed(articles: Iterable[Article]) -> None:
    taken: list[float] = []
    for article in articles:
        started = perf_counter()
        card_of(article)
        taken.append(1e3 * (perf_counter() - started))
    taken.sort()
    print(
        f"{len(taken)} papers: median {taken[len(taken) // 2]:.1f} ms, slowest {taken[-1]:.1f} ms"
    )


if __name__ == "__main__":
    typer.run(main)
