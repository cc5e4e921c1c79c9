"""An answer in the words of the language model that the settings name, if they name one."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from bot.logs import set_up_logs
from bot.model_settings import ModelSettings
from bot.serving.writing import writer_of
from bot.settings import load_settings
from scripts.parts.console import warn

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.answering.answer import Answer
    from bot.answering.answerer import Found
    from bot.answering.model.writer import Writer

    Result = TypeVar("Result")

WithoutModel = Annotated[
    bool, typer.Option("--no-model", help="Leave the language model of the settings aside.")
]


def chosen_model(*, without: bool) -> ModelSettings | None:
    """What the environment and `.env` say of a language model.

    Raises:
        SettingsError: It cannot be used.
    """
    return None if without else load_settings(ModelSettings)


def chosen_writer(*, without: bool) -> Writer | None:
    """What words answers, if anything.

    Raises:
        SettingsError: The settings cannot be used.
    """
    model = chosen_model(without=without)
    return writer_of(model) if model else None


def worded(found: Found, writer: Writer | None) -> Answer:
    """The answer, by the writer where there is one and it can; else why not, on stderr."""
    if writer is None:
        return found.answer
    set_up_logs("ERROR")
    answer = asyncio.run(_worded(found, writer))
    if writer.trouble:
        warn(f"answered without the language model: {writer.trouble}")
    return answer


async def _worded(found: Found, writer: Writer) -> Answer:
    async def apart(job: Callable[[], Result], /) -> Result:
        return await asyncio.to_thread(job)

    try:
        return await writer.answer(found, apart=apart)
    finally:
        await writer.close()
