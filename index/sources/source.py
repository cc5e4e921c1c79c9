"""One thing to read: bytes, where they came from, and what somebody wrote down about them."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256

from index.article import Metadata


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
    """

    locator: str
    root: str
    content: bytes
    supplied: Metadata = field(default_factory=Metadata)

    def fingerprint(self) -> str:
        """SHA-256 over the bytes and the supplied metadata: unchanged means "need not be read again"."""
        return sha256(self.content + b"\0" + repr(self.supplied).encode()).hexdigest()
