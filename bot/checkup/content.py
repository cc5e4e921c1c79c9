"""Whether the model answers, the library opens and fits it, and the database is sound."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from bot.checkup.finding import ok, problem, warning
from bot.checkup.places import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from bot.checkup.finding import Finding
    from bot.checkup.places import Places
    from bot.settings import BotSettings
    from index.store.manifest import Manifest

_TRIED: Final = "What is known?"
_DIFFERENT: Final = "index the same sources again: what changes by it is read anew"


def model(where: Places) -> Iterable[Finding]:
    """Whether the embedding model is there, is the right one, and makes vectors that fit the library."""
    from index.errors.library import ModelError  # noqa: PLC0415
    from index.vectors.embedding import PACKAGED_MODEL, SentenceTransformerEmbedder  # noqa: PLC0415

    wanted = _chosen_model() or _library_model(where.library) or PACKAGED_MODEL
    embedder = SentenceTransformerEmbedder(wanted)
    try:
        fingerprint, length = embedder.fingerprint, len(embedder.embed_question(_TRIED))
    except ModelError as error:
        yield problem("model", str(error))
        return
    manifest = _manifest(where.library)
    if manifest is None:
        yield ok("model", f"{wanted} makes vectors of {length} numbers")
    elif (manifest.model.fingerprint, manifest.model.dimension) != (fingerprint, length):
        yield problem(
            "model",
            f"{wanted} is not the model that the library was built with ({manifest.model.name}); leave "
            f"FOOTNOTE_MODEL empty, or index everything again with `--model`",
        )
    else:
        yield ok("model", f"{wanted} makes vectors of {length} numbers, as the library's")


def library(where: Places) -> Iterator[Finding]:
    """Whether the current generation opens, is intact, and is of this version's rules."""
    from index.errors.library import LibraryError  # noqa: PLC0415
    from index.store.library import Library  # noqa: PLC0415

    found = Library(where.library)
    try:
        with found.open() as generation:
            counts = generation.manifest.counts
            yield ok(
                "library",
                f"generation {generation.id} is intact: {counts.articles:,} articles, "
                f"{counts.passages:,} passages",
            )
            yield from rule_findings(generation.manifest)
        standing = found.generations()
    except LibraryError as error:
        yield problem("library", str(error))
        return
    yield ok(
        "generations",
        f"{len(standing)} kept; `python -m scripts.generations prune` removes old ones",
    )


def rule_findings(manifest: Manifest) -> Iterator[Finding]:
    """Whether this version would read and split the articles as the one that built them did."""
    from index.enrichment.enriching import ENRICHMENT_VERSION  # noqa: PLC0415
    from index.passages.splitting import PASSAGE_RULE  # noqa: PLC0415
    from index.sources.reading import READERS_VERSION  # noqa: PLC0415

    if manifest.readers != READERS_VERSION:
        yield warning(
            "library", f"its articles were read by another version of the readers; {_DIFFERENT}"
        )
    if manifest.passage_rule != PASSAGE_RULE:
        yield warning("library", f"its passages were split by another rule; {_DIFFERENT}")
    if manifest.enrichment.partition(" ")[0] != ENRICHMENT_VERSION:
        yield warning(
            "library", f"its evidence cards and statuses were found by other rules; {_DIFFERENT}"
        )


def database(where: Places) -> Iterable[Finding]:
    """Whether the bot's memory can be opened by this version; nothing in it is changed."""
    url = _database_url()
    if url is not None:
        from bot.errors import StateError  # noqa: PLC0415
        from bot.state.database import engine_of  # noqa: PLC0415

        try:
            engine = engine_of(url)
        except StateError as error:
            yield problem("database", str(error))
        else:
            yield ok("database", f"its address and the driver for {engine.dialect.name} are good")
        return
    file = where.state / "footnote.sqlite"
    try:
        file.stat()
    except FileNotFoundError:
        yield ok("database", f"{file} will be made at the bot's first start")
        return
    except OSError as error:
        yield problem("database", f"{file} cannot be looked at ({error.strerror}); mend its folder")
        return
    yield database_finding(file, known=_revisions())


def database_finding(file: Path, *, known: frozenset[str]) -> Finding:
    """What there is to say of a database file.

    Args:
        file: Where it stands.
        known: The revisions of its tables that this version knows.
    """
    mend = "restore its backup, or move it away to begin with an empty one"
    try:
        try:
            sound, revisions = _looked(file, "mode=ro")
        except sqlite3.OperationalError:
            # Who may not write beside it, where its log stands, reads it as it lies.
            sound, revisions = _looked(file, "mode=ro&immutable=1")
    except sqlite3.Error as error:
        return problem("database", f"{file} cannot be read ({error}); {mend}")
    if sound != "ok":
        return problem("database", f"{file} is damaged; {mend}")
    if not revisions <= known:
        return problem(
            "database",
            f"{file} was made by a later version of Footnote; start that version, or {mend}",
        )
    return ok("database", f"{file} is sound")


def _looked(file: Path, how: str) -> tuple[str, set[str]]:
    """What SQLite says of the file's pages, and the revisions of its tables."""
    address = f"file:{quote(str(file.absolute()))}?{how}"
    with closing(sqlite3.connect(address, uri=True, timeout=5)) as store:
        sound = store.execute("PRAGMA quick_check(1)").fetchone()[0]
        revisions = store.execute("SELECT version_num FROM alembic_version").fetchall()
        return sound, {row[0] for row in revisions}


def _chosen_model() -> str:
    settings = _settings()
    return settings.model if settings else ""


def _database_url() -> str | None:
    settings = _settings()
    url = settings.database_url if settings else None
    return url.get_secret_value() if url else None


def _settings() -> BotSettings | None:
    from bot.errors import SettingsError  # noqa: PLC0415
    from bot.settings import BotSettings, load_settings  # noqa: PLC0415

    try:
        return load_settings(BotSettings)
    except SettingsError:
        return None


def _manifest(folder: Path) -> Manifest | None:
    from index.errors.library import LibraryError  # noqa: PLC0415
    from index.store.library import Library  # noqa: PLC0415

    try:
        return Library(folder).manifest(Library(folder).current())
    except LibraryError:
        return None


def _library_model(folder: Path) -> str:
    manifest = _manifest(folder)
    return manifest.model.name if manifest else ""


def _revisions() -> frozenset[str]:
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    scripts = ScriptDirectory(str(ROOT / "bot" / "state" / "migrations"))
    return frozenset(script.revision for script in scripts.walk_revisions())
