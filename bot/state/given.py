"""An answer that was given: to whom, where, and everything its buttons need."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.language.language import Language
from index.holdings.filters import EVERYTHING

if TYPE_CHECKING:
    from bot.answering.answer import Answer
    from bot.desk.excerpt import Excerpt
    from index.holdings.filters import Filters


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """An answer that was given.

    Attributes:
        id: Stands in the buttons under the answer.
        asker: Discord id of who asked.
        channel: Discord id of where.
        guild: Discord id of the server; None in a direct message.
        private: Whether only the asker sees it.
        given: Seconds since 1970.
        answer: What was said.
        excerpts: The passages it cites, as they stood.
        message: Discord id of the message that shows it, once it was sent.
        command: Whether it was asked by a command, beside which Discord does not show the words.
        language: In which it was given.
        filters: What the articles had to be that it was answered from.
        shared_by: The name of who shared it with all, as it was then; "" where nobody did.
    """

    id: str
    asker: int
    channel: int
    guild: int | None
    private: bool
    given: int
    answer: Answer
    excerpts: tuple[Excerpt, ...]
    message: int | None = None
    command: bool = False
    language: Language = Language.ENGLISH
    filters: Filters = EVERYTHING
    shared_by: str = ""
