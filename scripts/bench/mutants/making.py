"""How a sound file is spoilt: bytes changed, parts cut, doubled, nested or taken from elsewhere, other encodings."""

from __future__ import annotations

import gzip
import random
import re
from collections.abc import Callable, Sequence
from typing import Final

Mutation = Callable[[bytes, random.Random, Sequence[bytes]], bytes]

_MOST_BYTES: Final = 3_000_000
_TOKENS: Final = (
    b"\x00", b"\xff\xfe", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\x1b$B", b"\xf4\x90\x80\x80", "\u202e\u2028\u0085".encode(), "\U0001d518".encode(), b"<", b">", b"</", b"<!--",
    b"-->", b"<![CDATA[", b"]]>", b"&", b"&#x0;", b"&#1114112;", b"&lt;", b"<?", b"<!DOCTYPE x [", b"<article>", b"</article>", b"<p>", b"<table><tr><td>", b"<script>",
    b"<svg>", b"<math>", b"{", b"}", b"[", b"]", b'"', b"\\u", b"\\ud800", b'"":', b"NaN", b"1e999", b"-0", b"9" * 400, b"null", b",", b"\t", b"\r", b"\n\n", b"---\n",
    b"sep=|\n", b"(", b")", b"((((", b"obj", b"endobj", b"stream\n", b"endstream", b"1 0 R", b"9999999999 0 R", b"/Kids [2 0 R]", b"<<", b">>", b" Tf", b" Tj", b"%PDF-1.4",
    b"By ", b"2019-99-99", b"10.1234/", b"https://", b"http://[", b"javascript:", b"# ", b"```", b"| ", b"> ", b"* ", b"&amp;" * 50, b"A" * 5000, b" " * 5000, b"." * 3000,
)  # fmt: skip
_CODECS: Final = (
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "utf-32",
    "cp037",
    "cp500",
    "cp1252",
    "shift_jis",
    "gb18030",
    "utf-7",
    "koi8-r",
    "iso2022_jp",
)
_OPENING: Final = re.compile(rb"<[A-Za-z][^<>]{0,80}>|\{[^{}]{0,40}:|\[|<<|\(")


def mutated(sample: bytes, seed: int, others: Sequence[bytes]) -> bytes:
    """One mutant; the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - to be had again, not to be secret
    content = sample
    for _ in range(chance.choice((1, 1, 1, 2, 2, 3, 6))):
        content = chance.choice(_MUTATIONS)(content, chance, others)[:_MOST_BYTES]
    return content


def _place(content: bytes, chance: random.Random) -> int:
    return chance.randrange(len(content) + 1)


def _bytes_changed(content: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    changed = bytearray(content)
    for _time in range(min(len(changed), chance.choice((1, 2, 8, 64)))):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _cut(content: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    first, last = sorted((_place(content, chance), _place(content, chance)))
    return content[:first] + content[last:] if chance.random() < 0.7 else content[:first]  # noqa: PLR2004


def _inserted(content: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    for _time in range(chance.choice((1, 3, 10))):
        at = _place(content, chance)
        content = content[:at] + chance.choice(_TOKENS) + content[at:]
    return content


def _doubled(content: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    first = _place(content, chance)
    piece = content[first : first + chance.choice((1, 10, 100, 1000))]
    times = min(chance.choice((2, 30, 3_000, 100_000)), _MOST_BYTES // max(1, len(piece)))
    return content[:first] + piece * times + content[first:]


def _nested(content: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    """An opening of the file's own, many times: brackets, elements, dictionaries."""
    openings = _OPENING.findall(content[: 64 * 1024]) or [b"<a>"]
    opening, at = chance.choice(openings), _place(content, chance)
    return content[:at] + opening * chance.choice((50, 300, 3_000, 60_000)) + content[at:]


def _moved(content: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    first, last = sorted((_place(content, chance), _place(content, chance)))
    rest = content[:first] + content[last:]
    at = _place(rest, chance)
    return rest[:at] + content[first:last] + rest[at:]


def _spliced(content: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    other = chance.choice(others)
    return content[: _place(content, chance)] + other[_place(other, chance) :]


def _recoded(content: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    return content.decode("utf-8", "replace").encode(chance.choice(_CODECS), "replace")


def _numbered(content: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    """A number of the file becomes another."""
    found = list(re.finditer(rb"\d+", content))
    if not found:
        return content
    one = chance.choice(found)
    value = chance.choice(
        (b"0", b"-1", b"2147483648", b"99999999999999999999", b"1e308", b"0.0000001", b"65536")
    )
    return content[: one.start()] + value + content[one.end() :]


def _packed(content: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    packed = bytearray(gzip.compress(content))
    if chance.random() < 0.5:  # noqa: PLR2004
        packed[chance.randrange(len(packed))] ^= 1 << chance.randrange(8)
    return bytes(packed)


_MUTATIONS: Final[tuple[Mutation, ...]] = (
    _bytes_changed, _bytes_changed, _bytes_changed, _cut, _cut, _inserted, _inserted, _inserted, _doubled,
    _nested, _moved, _spliced, _recoded, _numbered, _numbered, _packed,
)  # fmt: skip
