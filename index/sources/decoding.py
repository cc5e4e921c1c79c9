"""Bytes become text by evidence, in order: a mark, UTF-8 itself, a declaration, the bytes' own habits.

Text that would come out garbled is refused, never guessed in silence.
"""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from index.errors.sources import UnreadableSourceError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})|<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""",
    re.IGNORECASE,
)
_DECLARED_WITHIN = 4096
_LATIN = {"ascii", "iso8859-1"}
"""What pages declare so is Windows-1252 in truth (WHATWG Encoding Standard)."""

_UNTRUSTED = {
    "utf-7",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "utf-32",
    "unicode_escape",
    "idna",
    "punycode",
}
"""Declared in ASCII bytes these cannot be true, or they hide markup."""

_SAMPLE = 64 * 1024
_WESTERN_SHARE = 0.03
"""Where fewer of the bytes are beyond ASCII, they are curly quotes and accents of a Western page."""

_STRAY_SHARE = 0.25
"""UTF-8 with no more strays than this a good sequence is UTF-8 somebody pasted Windows text into."""

_UTF8_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_HIGH = re.compile(rb"[\x80-\xff]")
_HALF_ZERO = 0.3


def decoded(content: bytes) -> str:
    """The text these bytes hold.

    Raises:
        UnreadableSourceError: the bytes break the encoding they announce, or announce none and
            could be anything.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strictly(content[len(mark) :], encoding)
    if wide := _wide_encoding(content):
        return _strictly(content, wide)
    declared = _declared(content)
    if (
        declared and b"\x1b" in content
    ):  # ISO-2022 writes Japanese in seven bits, which UTF-8 accepts
        return _strictly(content, declared)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _not_utf8(content, declared)


def _not_utf8(content: bytes, declared: str) -> str:
    sequences = len(_UTF8_SEQUENCE.findall(content))
    strays = len(_HIGH.findall(_UTF8_SEQUENCE.sub(b"", content)))
    if sequences and strays <= max(1, _STRAY_SHARE * sequences):
        return content.decode("utf-8", errors="footnote-stray")
    if declared and declared != "utf-8":
        return _strictly(content, declared)
    if len(_HIGH.findall(content)) <= _WESTERN_SHARE * len(content):
        return _strictly(content, "cp1252")
    guess = from_bytes(content[:_SAMPLE], cp_exclusion=["utf_7"], enable_fallback=False).best()
    if guess is None:
        raise UnreadableSourceError("its character encoding cannot be told; save it as UTF-8")
    return _strictly(content, guess.encoding)


def _declared(content: bytes) -> str:
    found = _DECLARED.search(content[:_DECLARED_WITHIN])
    if not found:
        return ""
    try:
        name = codecs.lookup((found[1] or found[2]).decode("ascii")).name
    except (LookupError, ValueError):
        return ""
    if name in _UNTRUSTED:
        return ""
    return "cp1252" if name in _LATIN else name


def _wide_encoding(content: bytes) -> str:
    """UTF-16 without its mark: every other byte of Western text is zero."""
    sample = content[:_SAMPLE]
    if len(sample) < 4 or not sample.count(0):  # noqa: PLR2004 - two characters
        return ""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > _HALF_ZERO * len(sample) and even < odd / 10:
        return "utf-16-le"
    if even > _HALF_ZERO * len(sample) and odd < even / 10:
        return "utf-16-be"
    return ""


def _strictly(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding == "cp1252":
            return content.decode("cp1252", errors="replace")
        raise UnreadableSourceError(
            f"its bytes are not the {encoding} they look like (at byte {error.start}); save it as UTF-8"
        ) from error
    except (LookupError, ValueError) as error:
        raise UnreadableSourceError(f"its encoding {encoding} holds no text") from error


def _stray(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bad = error.object[error.start : error.end]
    return bad.decode("cp1252", errors="replace"), error.end


codecs.register_error("footnote-stray", _stray)
