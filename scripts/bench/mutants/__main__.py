"""Mutants of sound files through every reader: `python -m scripts.bench.mutants --count 1000`.

A reader may give articles or refuse with a reason; nothing else. Each format is tried in a process of its own,
which tells the seconds each file had it compute and the most memory it had. A mutant is made again by its seed: `--seed S --count 1`.
"""

from __future__ import annotations

import resource
import sys
from dataclasses import dataclass, field
from multiprocessing import get_context
from os import sysconf, times
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Annotated, Final

import typer

from index.errors.sources import SourceError
from index.gathering.web.listings.kinds import Kind
from index.gathering.web.listings.parsing import parsed_listing
from index.sources.reading import read_source
from index.sources.source import Source
from scripts.bench.mutants.making import mutated
from scripts.bench.mutants.samples import SAMPLES
from scripts.bench.mutants.traps import traps

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from multiprocessing.connection import Connection

TRAPS: Final = "traps"
LONGEST: Final = 10.0
MOST_MEMORY: Final = 1024
_PATIENCE: Final = 120.0
_FAILS: Final = "its reader fails on it"
_ADDRESS: Final = "https://example.org/feed"
_SUFFIXES: Final = {"HTML": "html", "JATS": "xml", "PDF": "pdf", "text": "txt", "Markdown": "md"}


@dataclass(slots=True)
class Tally:
    """What became of the mutants of one format."""

    tried: int = 0
    articles: int = 0
    refused: int = 0
    slowest: float = 0.0
    slow: str = ""
    memory: int = 0
    bad: list[str] = field(default_factory=list[str])


def main(
    count: Annotated[int, typer.Option(help="Mutants of each format.", min=0)] = 200,
    seconds: Annotated[float, typer.Option(help="The most time for each format.")] = 300.0,
    seed: Annotated[int, typer.Option(help="Of the first mutant.")] = 1,
    only: Annotated[str, typer.Option(help="One format, or `traps`.")] = "",
    folder: Annotated[Path | None, typer.Option(help="Real files, to make mutants of too.")] = None,
) -> None:
    """Print a row a format; exit with 1 where a reader did what it may not."""
    formats = [only] if only else [*SAMPLES, TRAPS]
    typer.echo(
        f"{'format':<12} {'tried':>7} {'read':>7} {'refused':>8} {'bad':>5} {'slowest':>9} {'memory':>8}"
    )
    bad = False
    for name in formats:
        samples = [*SAMPLES.get(name, ()), *_real(name, folder)]
        tally = _tried(name, samples, range(seed, seed + count), seconds)
        bad |= bool(tally.bad)
        typer.echo(
            f"{name:<12} {tally.tried:>7} {tally.articles:>7} {tally.refused:>8} {len(tally.bad):>5} "
            f"{tally.slowest:>7.1f} s {tally.memory:>5} MB"
        )
        for one in tally.bad[:20]:
            typer.echo(f"  {one}")
        if tally.slow:
            typer.echo(f"  slowest: {tally.slow}", err=True)
    sys.exit(bad)


def _real(name: str, folder: Path | None) -> Iterator[bytes]:
    if folder is not None and name in _SUFFIXES:
        for path in sorted(folder.rglob(f"*.{_SUFFIXES[name]}")):
            yield path.read_bytes()


def _tried(name: str, samples: Sequence[bytes], seeds: range, seconds: float) -> Tally:
    tally = Tally()
    names = list(traps()) if name == TRAPS else [str(one) for one in seeds]
    until, start = monotonic() + seconds, 0
    while start < len(names) and monotonic() < until:
        start += _run(name, samples, names[start:], until, tally)
    return tally


def _run(
    name: str, samples: Sequence[bytes], names: Sequence[str], until: float, tally: Tally
) -> int:
    """Have a new process try these until it is done, dies, or takes too long; how many it got through."""
    here, there = get_context("fork").Pipe(duplex=False)
    process = get_context("fork").Process(
        target=_child, args=(there, name, samples, names), daemon=False
    )
    process.start()
    there.close()
    done = 0
    while done < len(names) and monotonic() < until:
        try:
            outcome = here.recv() if here.poll(_PATIENCE) else None
        except EOFError:
            _note(tally, (names[done], "its process died", 0.0, 0))
            done += 1
            break
        if outcome is None:
            _note(tally, (names[done], "it hangs", _PATIENCE, 0))
            done += 1
            break
        _note(tally, outcome)
        done += 1
    process.terminate()
    process.join()
    return done


def _note(tally: Tally, outcome: tuple[str, str, float, int]) -> None:
    name, became, seconds, memory = outcome
    tally.tried += 1
    tally.articles += became == "read"
    tally.refused += became == "refused"
    if seconds > tally.slowest:
        tally.slowest, tally.slow = seconds, f"{name}, {became}, {seconds:.1f} s"
    tally.memory = max(tally.memory, memory)
    if became not in {"read", "refused"}:
        tally.bad.append(f"{name}: {became}")
    if seconds > LONGEST or memory > MOST_MEMORY:
        tally.bad.append(f"{name}: {seconds:.1f} s, {memory} MB")


def _child(pipe: Connection, name: str, samples: Sequence[bytes], names: Sequence[str]) -> None:
    every = [one for group in SAMPLES.values() for one in group]
    made = traps() if name == TRAPS else {}
    for one in names:
        content = made[one] if made else mutated(samples[int(one) % len(samples)], int(one), every)
        begun = _computed()
        became = _became(name, content)
        pipe.send((one, became, _computed() - begun, _memory()))


def _became(name: str, content: bytes) -> str:
    became = "read"
    for read in _READERS.get(name, _EVERY):
        try:
            read(content)
        except SourceError as error:
            became = error.reason if error.reason.startswith(_FAILS) else "refused"
        except BaseException as error:  # noqa: BLE001 - what is looked for
            return f"{type(error).__name__}: {str(error)[:200]}"
        if became not in {"read", "refused"}:
            break
    return became


def _read(content: bytes) -> None:
    for article in read_source(Source("folder/file", "folder", content)).articles:
        article.text.encode()  # a lone surrogate would stop what comes behind


def _computed() -> float:
    """Seconds that this process and its children computed: a busy machine makes nothing slower."""
    spent = sum(times()[:4])
    for child in Path("/proc/self/task").glob("*/children"):
        for number in child.read_text().split():
            try:
                fields = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue  # it has just ended, and counts among the ended ones
            spent += (int(fields[11]) + int(fields[12])) / sysconf("SC_CLK_TCK")
    return spent


def _memory() -> int:
    return max(
        resource.getrusage(who).ru_maxrss // 1024
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )


_EVERY: Final[tuple[Callable[[bytes], object], ...]] = (_read,)
_READERS: Final[dict[str, tuple[Callable[[bytes], object], ...]]] = {
    "feed": (lambda content: parsed_listing(Kind.FEED, content, _ADDRESS), _read),
    "sitemap": (lambda content: parsed_listing(Kind.SITEMAP, content, _ADDRESS), _read),
    "list": (lambda content: parsed_listing(Kind.LIST, content, _ADDRESS), _read),
}


if __name__ == "__main__":
    typer.run(main)
