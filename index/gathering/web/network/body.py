"""What a server sends is taken piece by piece, and no more of it than was agreed, packed or unpacked.

httpx would unpack a whole piece at once: 64 KB of Brotli can hold gigabytes.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Final

from index.errors.sources import OversizedSourceError
from index.gathering.web.network.failures import FetchError

if TYPE_CHECKING:
    from collections.abc import Iterable

    import httpx

ACCEPTED: Final = "gzip, deflate"
_GZIP_OR_ZLIB: Final = 32 + zlib.MAX_WBITS


def body_of(answer: httpx.Response, *, most: int) -> bytes:
    """The bytes an answer holds, unpacked.

    Raises:
        OversizedSourceError: more than `most`.
        FetchError: it is packed in a way nobody asked for, or broken.
    """
    stated = answer.headers.get("content-length", "")
    if stated.isdecimal() and len(stated) < 20 and int(stated) > most:  # noqa: PLR2004 - 64 bits
        raise _too_large(most)
    packed = answer.headers.get("content-encoding", "identity").strip().lower()
    pieces = _bounded(answer.iter_raw(), most)
    if packed in {"", "identity", "none", "utf-8"}:
        return b"".join(pieces)
    if packed not in {"gzip", "x-gzip", "deflate"}:
        raise FetchError("its server packs its answers in a way that was not asked for")
    return unpacked(pieces, most=most)


def unpacked(pieces: Iterable[bytes], *, most: int) -> bytes:
    """What gzip or zlib packed, in however many members.

    Raises:
        OversizedSourceError: more than `most`.
        FetchError: it is broken, or breaks off.
    """
    unpacker = _Unpacker(most)
    try:
        for piece in pieces:
            unpacker.take(piece)
    except zlib.error as error:
        raise FetchError("its packed answer is broken", again=True) from error
    return unpacker.end()


class _Unpacker:
    def __init__(self, most: int) -> None:
        self._most = most
        self._taken = bytearray()
        self._begun = False
        self._member = zlib.decompressobj(_GZIP_OR_ZLIB)

    def take(self, piece: bytes) -> None:
        while piece:
            if self._member.eof:
                if not piece.startswith(b"\x1f"):
                    return  # padding behind the last member
                self._member = zlib.decompressobj(_GZIP_OR_ZLIB)
            try:
                self._taken += self._member.decompress(piece, self._room())
            except zlib.error:
                if self._begun:
                    raise
                # Old servers send "deflate" without zlib's header (RFC 9110, 8.4.1.2).
                self._member = zlib.decompressobj(-zlib.MAX_WBITS)
                self._taken += self._member.decompress(piece, self._room())
            self._begun = True
            if len(self._taken) > self._most:
                raise _too_large(self._most)
            piece = self._member.unconsumed_tail or self._member.unused_data

    def end(self) -> bytes:
        if self._begun and not self._member.eof:
            raise FetchError("its packed answer breaks off", again=True)
        return bytes(self._taken)

    def _room(self) -> int:
        return self._most + 1 - len(self._taken)


def _bounded(pieces: Iterable[bytes], most: int) -> Iterable[bytes]:
    taken = 0
    for piece in pieces:
        taken += len(piece)
        if taken > most:
            raise _too_large(most)
        yield piece


def _too_large(most: int) -> OversizedSourceError:
    return OversizedSourceError(f"larger than {most // 2**20 or 1} MB")
