"""What is shown: blocks of Markdown and a row of buttons, before any of Discord's classes."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Press:
    """A button.

    Attributes:
        action: What a press asks for, such as "passages:1f2e".
        label: What it says.
    """

    action: str
    label: str


@dataclass(frozen=True, slots=True)
class Page:
    """One message.

    Attributes:
        blocks: Markdown, each set apart from the next; together within Discord's limit.
        presses: Buttons, from left to right, five a row.
    """

    blocks: tuple[str, ...]
    presses: tuple[Press, ...] = field(default=())
