"""One picture: what is done for it, and what whoever looks at it must find there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from pathlib import Path

    from tests.end_to_end.preview_page import PreviewPage

ROBIN: Final = "Robin"
SASHA: Final = "Sasha"
JONAS: Final = "Jonas"
MORGAN: Final = "Morgan"


class Act(Protocol):
    """Something that a member's hands do on the page."""

    async def __call__(self, page: PreviewPage) -> None:
        """Do it, and return once the bot is done with it."""


@dataclass(frozen=True, slots=True)
class Use:
    """A command, with its options by name."""

    command: str
    options: tuple[tuple[str, str], ...] = ()

    async def __call__(self, page: PreviewPage) -> None:
        """Type it."""
        await page.use(self.command, dict(self.options))


@dataclass(frozen=True, slots=True)
class Press:
    """A button under the newest message that has it."""

    label: str

    async def __call__(self, page: PreviewPage) -> None:
        """Press it."""
        await page.press(self.label)


@dataclass(frozen=True, slots=True)
class Fill:
    """The form that is open: a choice from its menu, words in its field; then it is sent."""

    words: str
    choice: str = ""
    send: bool = True

    async def __call__(self, page: PreviewPage) -> None:
        """Fill it in."""
        await page.fill(self.words, choice=self.choice, send=self.send)


@dataclass(frozen=True, slots=True)
class Say:
    """An ordinary message; `@` in front of it mentions the bot."""

    words: str

    async def __call__(self, page: PreviewPage) -> None:
        """Send it."""
        await page.say(self.words)


@dataclass(frozen=True, slots=True)
class As:
    """Another member takes the seat."""

    name: str

    async def __call__(self, page: PreviewPage) -> None:
        """Change seats."""
        await page.sit_down_as(self.name)


@dataclass(frozen=True, slots=True)
class Shown:
    """One picture.

    Attributes:
        name: Of its file, without the ending.
        of: What it is a picture of, in words for the list.
        acts: That lead to it; a member sees it who sat down last.
        words: That must be read in it; a program checks them.
        look: What else must be seen, which a program cannot tell.
        messages: How many of the last messages it shows; 0 for the open form.
    """

    name: str
    of: str
    acts: tuple[Act, ...]
    words: tuple[str, ...]
    look: tuple[str, ...] = ()
    messages: int = 1


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that was taken."""

    shown: Shown
    file: Path


@dataclass(frozen=True, slots=True)
class Sitting:
    """Pictures that are taken one after the other in one preview.

    Attributes:
        shown: In this order.
        place: "channel" or "direct".
        layout: "components" or "embed".
        later: After how many of them the library's next generation is published; None for never.
    """

    shown: tuple[Shown, ...]
    place: str = "channel"
    layout: str = "components"
    later: int | None = None
