"""Authors in the parts a bibliography sorts by; a name nobody can divide stays whole.

A source that states the parts is believed. Of a name as printed, the family name is its last word
with the particles before it, which is right for most names in Latin letters and a guess for some.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from index.article import Name
from index.sources.rules.plain import plain

if TYPE_CHECKING:
    from index.article import Metadata

_PARTICLES: Final = frozenset(
    [
        *(
            "van",
            "von",
            "vom",
            "der",
            "den",
            "de",
            "del",
            "della",
            "delle",
            "dello",
            "degli",
            "dei",
        ),
        *(
            "di",
            "da",
            "dal",
            "dalla",
            "do",
            "dos",
            "das",
            "du",
            "des",
            "la",
            "le",
            "les",
            "lo",
            "los",
        ),
        *(
            "las",
            "ten",
            "ter",
            "te",
            "zu",
            "zum",
            "zur",
            "af",
            "av",
            "al",
            "el",
            "bin",
            "ibn",
            "abu",
        ),
        *("ben", "mac", "st", "st.", "ó", "ní", "nic", "uí"),
    ]
)
_SUFFIX: Final = re.compile(r"(?:jr|sr|ii|iii|iv)\.?", re.IGNORECASE)
_HONOUR: Final = re.compile(
    r"(?:dr|prof|professor|sir|dame|md|phd|mph|msc|ms|ma|bsc|ba|mbbs|rn|dds|dvm|dphil|facp|frcp)\.?",
    re.IGNORECASE,
)
_BODY: Final = re.compile(
    r"\b(?:group|team|consorti(?:um|a)|collaborat\w+|committee|council|commission|society|association|"
    r"organi[sz]ation|universit\w+|institut\w+|college|academy|school|cent(?:er|re)s?|department|"
    r"ministry|agency|office|bureau|service|foundation|fund|trust|initiative|network|programme|program|"
    r"project|task ?force|panel|board|federation|union|alliance|hospital|clinic|laborator\w+|press|"
    r"news|staff|editors?|editorial|reporters?|correspondents?|magazine|journal|media|investigators?|"
    r"study|trialists|working|international|national|nations|health|research|inc|ltd|llc|gmbh)\b",
    re.IGNORECASE,
)
_BEHALF: Final = re.compile(
    r"(?:and\s+)?(?:on\s+)?(?:behalf\s+of|for)\s+(?:the\s+)?(?=\S)", re.IGNORECASE
)
_MOST_WORDS: Final = 5
"""Of a person's name without particles; longer ones are those of bodies."""


def names_of(metadata: Metadata) -> tuple[Name, ...]:
    """The authors in parts: as stated, or else as their printed names tell."""
    authors = [plain(author) for author in metadata.authors]
    # A sidecar may have given other authors than those whose parts the file states.
    stated = [plain(name.said) for name in metadata.names] == authors
    names = map(_checked, metadata.names) if stated else map(name_of, authors)
    return tuple(name for name in names if any(letter.isalnum() for letter in name.said))


def name_of(printed: str) -> Name:
    """A printed name in parts; a body, or a name nobody can divide, has only `body`."""
    printed = plain(printed).strip(" ,;")
    words = printed.split()
    if _is_body(printed, words):
        return Name(body=_BEHALF.sub("", printed, count=1) if _BEHALF.match(printed) else printed)
    head, comma, tail = printed.partition(",")
    turned = tail.strip()
    if comma and turned and "," not in turned and not _is_tail(turned):
        return _divided(head.split(), given=turned)
    return _divided([word for word in words if not _HONOUR.fullmatch(_bare(word))] or words)


def particle_and_rest(family: str) -> tuple[str, str]:
    """The particles in small letters that lead a family name, and what follows them."""
    words = family.split()
    count = 0
    while count < len(words) - 1 and words[count] in _PARTICLES:
        count += 1
    return " ".join(words[:count]), " ".join(words[count:])


def _checked(name: Name) -> Name:
    if name.body:
        return (
            name_of(name.body) if _BEHALF.match(name.body) else replace(name, body=plain(name.body))
        )
    if not name.family:
        return name_of(name.given)
    parts = {part: plain(getattr(name, part)) for part in ("family", "given", "suffix")}
    return replace(name, **parts)


def _is_body(printed: str, words: list[str]) -> bool:
    return (
        len(words) < 2  # noqa: PLR2004 - one word has no parts
        or bool(_BODY.search(printed) or _BEHALF.match(printed))
        or words[0].lower() == "the"
        or (
            words[-1].islower()
            and _bare(words[-1]) not in _PARTICLES
            and not _SUFFIX.fullmatch(words[-1])
            and words[-1][0].isalpha()
            and "," not in printed
        )
        or any(mark in printed for mark in "&@/0123456789")
        or (printed.islower() or (printed.isupper() and "." not in printed and len(words) == 1))
        or sum(word.lower() not in _PARTICLES for word in words) > _MOST_WORDS
    )


def _is_tail(words: str) -> bool:
    """Whether what follows a comma is "Jr." or "PhD" and no given name."""
    return all(_SUFFIX.fullmatch(word) or _HONOUR.fullmatch(_bare(word)) for word in words.split())


def _bare(word: str) -> str:
    return word.strip(",").replace(".", "")


def _divided(words: list[str], given: str | None = None) -> Name:
    words = [word.strip(",") or word for word in words]
    suffix = ""
    if len(words) > 1 and _SUFFIX.fullmatch(words[-1]):
        suffix = words.pop()
    if given is not None:
        *names, last = given.split()
        if names and _SUFFIX.fullmatch(last):
            given, suffix = " ".join(names), last
        return Name(family=" ".join(words), given=given, suffix=suffix)
    if len(words) == 1:
        return Name(body=" ".join([*words, suffix]).strip())
    first = next(
        (n for n, word in enumerate(words[1:-1], 1) if word.lower() in _PARTICLES), len(words) - 1
    )
    return Name(family=" ".join(words[first:]), given=" ".join(words[:first]), suffix=suffix)
