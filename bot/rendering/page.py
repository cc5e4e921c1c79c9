"""What is shown: blocks of Markdown, buttons, perhaps a picture or a file, before any of Discord's classes."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum


class Tone(Enum):
    """How sure a message is, as the colour at its edge; the words of the message always say it too."""

    PLAIN = None
    SURE = 0x2E7D32
    FAIRLY = 0xB08800
    UNSURE = 0xC2571A
    UNKNOWN = 0x6B7280


@dataclass(frozen=True, slots=True)
class Press:
    """A button.

    Attributes:
        action: What a press asks for, such as "passages:1f2e".
        label: What it says.
        here: Whether it names what is shown already, and so cannot be pressed.
    """

    action: str
    label: str
    here: bool = False


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that goes with a message.

    Attributes:
        name: With its ending, in plain letters.
        content: Its bytes.
        said: What a picture shows, for who does not see it; "" for a file that is no picture.
    """

    name: str
    content: bytes
    said: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """One message.

    Attributes:
        blocks: Markdown, each set apart from the next; together within Discord's limit.
        presses: Buttons, from left to right, five a row.
        tone: How sure it is.
        enclosures: Pictures and files.
    """

    blocks: tuple[str, ...]
    presses: tuple[Press, ...] = field(default=())
    tone: Tone = Tone.PLAIN
    enclosures: tuple[Enclosure, ...] = field(default=())
