"""Archives made in memory, and what is found in them."""

from __future__ import annotations

import io
import tarfile
import zipfile
from typing import TYPE_CHECKING

from index.article import Metadata
from index.gathering.archives.opening import members
from index.sources.source import Skipped, Source

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Pack = Callable[[Mapping[str, bytes]], bytes]


BEES = b"# Bees\n\nBees dance on the comb to tell the others where the flowers are."


def zipped(files: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as archive:
        for name, content in files.items():
            # A date of its own would make other bytes of the same files a moment later.
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return packed.getvalue()


def tarred(files: Mapping[str, bytes], mode: str = "w") -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode=mode) as archive:  # type: ignore[call-overload]
        for name, content in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return packed.getvalue()


def source(content: bytes, name: str = "shelf/a.zip", supplied: Metadata | None = None) -> Source:
    return Source(name, "/shelf", content, supplied or Metadata())


def inside(content: bytes, name: str = "shelf/a.zip") -> dict[str, bytes | str]:
    """Bytes by locator, and reasons for what gave none."""
    found = members(source(content, name))
    return {m.locator: m.reason if isinstance(m, Skipped) else m.content for m in found}
