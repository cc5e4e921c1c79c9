"""What bytes are that no reader takes: told by how they begin, so that the report can say it."""

from __future__ import annotations

import re

_SIGNATURES = (
    (b"%!PS", "PostScript"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "rich text (RTF)"),
    (b"\x89PNG", "a PNG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"RIFF", "a picture or a recording (RIFF)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"SQLite format 3", "a SQLite database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"ID3", "a recording (MP3)"),
    (b"OggS", "a recording (Ogg)"),
    (b"fLaC", "a recording (FLAC)"),
    (b"\x00\x01\x00\x00\x00", "a font"),
    (b"wOF", "a web font"),
    (b"version https://git-lfs", "a Git LFS pointer; fetch the file itself"),
)
_FILM = re.compile(rb"\A.{4}ftyp", re.DOTALL)
_ARCHIVED_PAGE = re.compile(
    rb"\A(?>(?!MIME-Version:)[\w-]+: [^\n]*\n[ \t]*)*+MIME-Version:", re.IGNORECASE
)
_RECORDS = re.compile(r"\A\s*(?:\{\s*[\"}]|\[\s*[\[{\"]).*[\]}]\s*\Z", re.DOTALL)
_ROOT = re.compile(
    r"\A\s*<\?xml\b[^>]{0,500}>(?>\s|<!--.{0,5000}?-->|<[!?][^>]{0,5000}>)*+<([\w:.-]{1,80})",
    re.DOTALL,
)
"""Atomic: a comment also reads as a declaration, and a thousand of them as 2^1000 rows of either."""

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CONTROL_SHARE = 0.01
_PROBED = 64 * 1024


def signature(content: bytes) -> str:
    """What these bytes are by their first few, or "" for nothing known."""
    for opening, name in _SIGNATURES:
        if content.startswith(opening):
            return name
    if _FILM.match(content):
        return "a film or a picture (MP4)"
    if _ARCHIVED_PAGE.match(content[:_PROBED]):
        return "an archived page or a message (MIME); save the page as HTML"
    return ""


def xml_root(text: str) -> str:
    """The name of the root element of a text that declares itself XML, else ""."""
    root = _ROOT.match(text[:_PROBED])
    return root[1] if root else ""


def markup_of_no_article(text: str) -> str:
    """What this text is if it is plainly records, XML of another kind, or binary; else ""."""
    probed = text[:_PROBED]
    if len(_CONTROLS.findall(probed)) > _CONTROL_SHARE * len(probed):
        return "binary"
    if root := xml_root(probed):
        return f"XML with the root <{root}>"
    if _RECORDS.match(text):
        return "JSON"
    return ""
