"""List, verify, compare, roll back and prune the generations of a library."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from rich.table import Table

from index.building.sweeping import sweep
from index.errors.library import (
    DamagedGenerationError,
    IncompatibleGenerationError,
    LibraryError,
    NoGenerationError,
)
from index.store.library import Library
from scripts.parts.comparing import difference, told
from scripts.parts.console import (
    FAILED,
    AsJson,
    LibraryFolder,
    command_line,
    door,
    say,
    say_json,
    show,
    warn,
)

app = command_line(__doc__)

Name = Annotated[str | None, typer.Argument(metavar="[ID]", help="A generation's id.")]
Keep = Annotated[
    int, typer.Option(help="How many stay: the current one and those it came from first.", min=0)
]
Vectors = Annotated[
    bool,
    typer.Option("--vectors", help="Also forget vectors of sentences that stand in no generation."),
]

_MB = 1e6


@app.command("list")
def list_(*, library: LibraryFolder, as_json: AsJson = False) -> None:
    """List all generations, oldest first; the current one is marked."""
    with door():
        found = Library(library)
        current = _current(found)
        rows = [_row(found, generation, current) for generation in found.generations()]
        if as_json:
            say_json({"library": str(library), "current": current, "generations": rows})
        else:
            show(_table(rows))
        for row in rows:
            if "detail" in row:
                warn(row["detail"])


@app.command()
def verify(generation: Name = None, *, library: LibraryFolder, as_json: AsJson = False) -> None:
    """Check every file of one generation, or of all, against its manifest.

    Exits with 0 if all are sound, 2 if one is not.
    """
    with door():
        found = Library(library)
        names = (_meant(found, generation),) if generation else found.generations()
        if not names:
            raise NoGenerationError(library)
        checked = [_checked(found, name) for name in names]
        if as_json:
            say_json({"library": str(library), "generations": checked})
        else:
            for row in checked:
                say(f"{row['generation']}  {'sound' if row['sound'] else row['detail']}")
        if not all(row["sound"] for row in checked):
            raise typer.Exit(FAILED)


@app.command()
def diff(
    before: Annotated[str, typer.Argument(help="The earlier generation's id.")],
    now: Annotated[
        str | None, typer.Argument(help="The later one's; the current by default.")
    ] = None,
    *,
    library: LibraryFolder,
    as_json: AsJson = False,
) -> None:
    """Show which articles one generation added, changed and removed, beside another."""
    with door():
        found = Library(library)
        later = _meant(found, now) if now else None
        with found.open(_meant(found, before)) as old, found.open(later) as new:
            rows = difference(old, new)
            if as_json:
                say_json({"before": old.id, "now": new.id, **rows})
                return
            for kind, listed in rows.items():
                for row in listed:
                    otherwise = f"  ({', '.join(told(row))})" if "what" in row else ""
                    shown = row["title"] or row["source"]
                    say(f"{kind:<8} {row['article']}  {shown}{otherwise}")
            counted = (f"{len(listed):,} {kind}" for kind, listed in rows.items())
            say(f"{old.id} to {new.id}: {', '.join(counted)}")


@app.command("roll-back")
def roll_back(generation: Name = None, *, library: LibraryFolder, as_json: AsJson = False) -> None:
    """Serve an earlier generation: this one, or the one the current came from."""
    with door():
        found = Library(library)
        current = found.roll_back(_meant(found, generation) if generation else None)
        if as_json:
            say_json({"library": str(library), "current": current})
        else:
            say(f"generation {current} is the current one")


@app.command()
def prune(
    *,
    library: LibraryFolder,
    keep: Keep = 3,
    vectors: Vectors = False,
    as_json: AsJson = False,
) -> None:
    """Remove old generations; never the current one, nor one that somebody has open."""
    with door():
        found = Library(library)
        if not found.generations():
            raise NoGenerationError(library)
        removed = found.prune(keep=keep)
        dropped = sweep(found) if vectors else None
        if as_json:
            told = {"vectors": dropped.vectors, "bytes": dropped.size} if dropped else None
            say_json({"library": str(library), "removed": list(removed), "dropped": told})
            return
        for generation in removed:
            say(f"removed {generation}")
        say(f"{len(removed)} removed")
        if dropped:
            say(f"{dropped.vectors:,} kept vectors dropped, {dropped.size / _MB:.1f} MB")


def _meant(library: Library, name: str) -> str:
    """The one generation whose id begins so, or that has this number; else the name as it is."""
    start = f"{int(name):06d}-" if name.isdecimal() else name
    found = [each for each in library.generations() if each.startswith(start)]
    return found[0] if len(found) == 1 else name


def _current(library: Library) -> str | None:
    # Who looks here may be mending a library: what can be listed is, whatever else is broken.
    try:
        return library.current()
    except NoGenerationError:
        if not library.generations():
            raise
        warn("no generation is the current one: roll back to one of these")
    except DamagedGenerationError as error:
        warn(str(error))
    return None


def _row(library: Library, generation: str, current: str | None) -> dict[str, Any]:
    """What a generation's manifest says; a manifest that cannot be read gives its reason."""
    row: dict[str, Any] = {"generation": generation, "current": generation == current}
    try:
        manifest = library.manifest(generation)
    except LibraryError as error:
        return row | {"detail": str(error)}
    return row | {
        "created": manifest.created,
        "parent": manifest.parent,
        "model": manifest.model.name,
        "footnote": manifest.footnote,
        **manifest.counts.model_dump(),
        "bytes": sum(seal.size for seal in manifest.files.values()),
    }


def _checked(library: Library, generation: str) -> dict[str, Any]:
    try:
        library.open(generation).close()
    except (DamagedGenerationError, IncompatibleGenerationError) as error:
        return {"generation": generation, "sound": False, "detail": str(error)}
    return {"generation": generation, "sound": True, "detail": ""}


def _table(rows: list[dict[str, Any]]) -> Table:
    table = Table("", "generation", "articles", "passages", "MB", "model", "came from", box=None)
    for row in rows:
        mark = "*" if row["current"] else ""
        if "detail" in row:
            table.add_row(mark, row["generation"], "?", "?", "?")
            continue
        table.add_row(
            mark,
            row["generation"],
            f"{row['articles']:,}",
            f"{row['passages']:,}",
            f"{row['bytes'] / _MB:.1f}",
            row["model"],
            row["parent"] or "",
        )
    return table


if __name__ == "__main__":
    app()
