"""One thing to read: bytes, where they came from, and what somebody wrote down about them."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from index.article import Metadata

if TYPE_CHECKING:
    from index.article import Section

MAX_SOURCE_BYTES = 32 * 1024 * 1024
"""The longest source that is read: the largest JATS files of PubMed Central stand under 20 MB."""


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes that may hold articles.

    Attributes:
        locator: Where the bytes stand: a file's POSIX path under its root's name
            ("shelf/ketamine.html"), or an address.
        root: The folder, file or address the operator named, as given to the build; a source that
            vanishes from its root is removed from the library.
        content: The bytes as found.
        supplied: Metadata from a sidecar or a manifest; it wins over what the bytes say.
        settled: Fields that `supplied` decides even where it holds their empty or default value,
            such as a status that somebody set back to "current".
        fallback: What a listing says of it; each stands only where neither the bytes nor `supplied`
            say anything. Its `url` is where the bytes were fetched: an address on another site,
            claimed by a page, is not believed.
    """

    locator: str
    root: str
    content: bytes
    supplied: Metadata = field(default_factory=Metadata)
    settled: frozenset[str] = frozenset()
    fallback: Metadata = field(default_factory=Metadata)

    def fingerprint(self) -> str:
        """SHA-256 over the bytes and the metadata beside them: unchanged means "need not be read again"."""
        beside = (self.supplied, sorted(self.settled))
        told = (*beside, self.fallback) if self.fallback != Metadata() else beside
        written = repr(told).encode("utf-8", "surrogatepass")
        return sha256(self.content + b"\0" + written).hexdigest()


@dataclass(frozen=True, slots=True)
class Skipped:
    """A place where a source was looked for and could not be had.

    Attributes:
        locator: As a source there would have it.
        root: As a source there would have it.
        reason: A short clause for the build report, with no path in it.
        gone: Whether the place itself says that nothing stands there any more (HTTP 404 or 410):
            what was read there before leaves the library, as a vanished file's articles do.
    """

    locator: str
    root: str
    reason: str
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Unchanged:
    """A source that stands as it was last read: its server says so, or nobody need ask.

    Attributes:
        locator: As it was then.
        root: As it was then.
    """

    locator: str
    root: str


class Draft(NamedTuple):
    """An article as its bytes tell it: no name yet, and nothing supplied from outside."""

    metadata: Metadata
    sections: tuple[Section, ...]
    name: str = ""
    """What its source calls it, such as the id of a record; "" where it has no name there."""


class Fault(NamedTuple):
    """A part of a source that gave no article, or lost a fact, while the rest was read.

    Attributes:
        place: Where in the source, such as "record 17"; may be empty.
        reason: A short clause for the build report.
    """

    place: str
    reason: str
