"""Whether the language model that the settings name can be asked; neither key nor address is told."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final

from bot.checkup.finding import ok, problem, warning

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.answering.model.failures import Reason
    from bot.checkup.finding import Finding
    from bot.checkup.places import Places
    from bot.model_settings import ModelSettings

NAME: Final = "language model"

_WITHOUT: Final = "until then answers are the articles' own sentences"


def language_model(_: Places) -> Iterable[Finding]:
    """Ask it for a word, where one is configured."""
    from bot.errors import SettingsError  # noqa: PLC0415 - see the package's first lines
    from bot.model_settings import ModelSettings  # noqa: PLC0415
    from bot.settings import load_settings  # noqa: PLC0415

    try:
        settings = load_settings(ModelSettings)
    except SettingsError:
        return  # told by the check of the settings
    if not settings.llm_base_url:
        yield ok(NAME, "none is configured; answers are the articles' own sentences")
        return
    yield finding(asyncio.run(_trouble(settings)), settings)


def finding(trouble: Reason | None, settings: ModelSettings) -> Finding:
    """What there is to say of a model that cannot be asked for this reason; None for one that can."""
    from bot.answering.model.failures import Reason  # noqa: PLC0415

    if trouble is None:
        return ok(NAME, f"{settings.llm_model} can be reached and begins to answer")
    mend = {
        Reason.UNREACHABLE: (
            "nothing answers at FOOTNOTE_LLM_BASE_URL; start the model's server, or mend the address"
        ),
        Reason.UNKNOWN: (
            f"the endpoint knows no model {settings.llm_model}, or nothing of the kind stands at its "
            f"address; mend FOOTNOTE_LLM_MODEL, or end FOOTNOTE_LLM_BASE_URL in /v1"
        ),
        Reason.REFUSED: (
            "the key is refused; set FOOTNOTE_LLM_API_KEY to one that this endpoint accepts"
        ),
    }.get(trouble)
    if mend:
        return problem(NAME, f"{mend}; {_WITHOUT}")
    if trouble in {Reason.SLOW, Reason.BUSY}:
        return warning(
            NAME,
            f"{settings.llm_model} did not begin to answer within {_seconds(settings):g} seconds "
            f"({trouble}); try again once it is loaded, or raise FOOTNOTE_LLM_SECONDS",
        )
    return problem(NAME, f"the endpoint answers, and not as agreed: {trouble}; {_WITHOUT}")


async def _trouble(settings: ModelSettings) -> Reason | None:
    from bot.serving.writing import writer_of  # noqa: PLC0415

    writer = writer_of(settings)
    if writer is None:
        return None
    try:
        return await writer.health(seconds=_seconds(settings))
    finally:
        await writer.close()


def _seconds(settings: ModelSettings) -> float:
    # A model that a server loads when it is first asked may take as long as an answer may.
    return settings.llm_seconds
