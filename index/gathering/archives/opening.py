"""The one door from an archive to its members, each a source named `archive.zip!/member`."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from index.errors.sources import OversizedSourceError, SourceError, UnreadableSourceError
from index.gathering.archives.bounds import (
    MAX_ARCHIVE_BYTES,
    MAX_DEPTH,
    MAX_DESCRIBED_BYTES,
    MAX_NESTING,
    BombError,
    Budget,
)
from index.gathering.archives.described import Descriptions
from index.gathering.archives.entries import describes
from index.gathering.archives.tars import GZIP, GzipArchive, TarArchive, is_tar
from index.gathering.archives.zips import SIGNATURES, ZipArchive
from index.sources.source import MAX_SOURCE_BYTES, Skipped, Source
from index.sources.supplied import Supplied, of_several

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from index.gathering.archives.entries import Archive, Entry

INSIDE = "!/"
"""What stands between an archive's locator and the name of its member."""


def is_archive(content: bytes) -> bool:
    """Whether these bytes are an archive of a kind that is opened."""
    return content.startswith((*SIGNATURES, GZIP)) or is_tar(content)


def members(archive: Source) -> Iterator[Source | Skipped]:
    """What is in an archive, archives in it opened too.

    What is written down about the archive holds for a single file packed by gzip; of what holds
    several, only what can be true of several. Sidecars and tables inside it describe its members.

    Raises:
        SourceError: While iterated: it is broken, or unpacks to too much; what came before stands.
    """
    if len(archive.content) > MAX_ARCHIVE_BYTES:
        raise OversizedSourceError(f"an archive larger than {MAX_ARCHIVE_BYTES // 2**20} MB")
    try:
        yield from _inside(archive, Budget(len(archive.content)), MAX_NESTING)
    except SourceError:
        raise
    except Exception as error:  # what a library of archives raises must stop no build
        kind = type(error).__name__
        raise UnreadableSourceError(f"opening it as an archive fails ({kind})") from error


def opened(source: Source) -> Iterator[Source | Skipped]:
    """A source that is no archive, or what is in one; one that is broken is skipped."""
    if not is_archive(source.content):
        yield source
        return
    try:
        yield from members(source)
    except SourceError as error:
        yield Skipped(source.locator, source.root, error.reason)


def _inside(source: Source, budget: Budget, depth: int) -> Iterator[Source | Skipped]:
    if not depth:
        raise OversizedSourceError("archives inside archives inside archives")
    archive = _opened(source)
    entries = archive.entries(budget)
    written = _described(archive, entries, budget)
    told = Descriptions(written, [e.name for e in entries if e.name.count("/") <= MAX_DEPTH])
    for name, problem in told.problems():
        yield Skipped(f"{source.locator}{INSIDE}{name}", source.root, problem)
    seen: set[str] = set(written)
    for entry in entries:
        if entry.name in written:
            continue
        try:
            member = _member(source, archive, entry, told, budget, again=entry.name in seen)
            if is_archive(member.content):
                yield from _inside(member, budget, depth - 1)
            else:
                yield member
        except BombError:
            raise
        except SourceError as error:
            yield Skipped(f"{source.locator}{INSIDE}{entry.name}", source.root, error.reason)
        seen.add(entry.name)


def _opened(source: Source) -> Archive:
    content = source.content
    if content.startswith(SIGNATURES):
        return ZipArchive(content)
    return TarArchive(content) if is_tar(content) else GzipArchive(content, source.locator)


def _described(archive: Archive, entries: Sequence[Entry], budget: Budget) -> Mapping[str, bytes]:
    """What describes other members; one that cannot be read is left among those that are read."""
    written: dict[str, bytes] = {}
    room = MAX_DESCRIBED_BYTES
    for entry in entries:
        if entry.problem or not describes(entry.name) or entry.name in written:
            continue
        with suppress(UnreadableSourceError):
            content = archive.read(entry, budget)
            if content is not None and len(content) <= room:
                written[entry.name] = content
                room -= len(content)
    return written


def _member(
    source: Source,
    archive: Archive,
    entry: Entry,
    told: Descriptions,
    budget: Budget,
    *,
    again: bool,
) -> Source:
    if entry.problem:
        raise UnreadableSourceError(entry.problem)
    if entry.name.count("/") > MAX_DEPTH:
        raise OversizedSourceError(f"in more than {MAX_DEPTH} folders inside folders")
    if again:
        raise UnreadableSourceError("another member of this name came before it")
    about = told.about(entry.name)
    content = archive.read(entry, budget)
    if content is None:
        raise OversizedSourceError(f"larger than {MAX_SOURCE_BYTES // 2**20} MB")
    outside, listed = Supplied(source.supplied, source.settled), Supplied(source.fallback)
    if not isinstance(archive, GzipArchive):
        outside, listed = of_several(outside), of_several(listed)
    known = about.and_over(outside)
    return Source(
        f"{source.locator}{INSIDE}{entry.name}",
        source.root,
        content,
        known.metadata,
        known.settled,
        listed.metadata,
    )
