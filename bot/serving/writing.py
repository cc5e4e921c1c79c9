"""The language model that the settings name, if they name one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answering.model.endpoint import ChatEndpoint, Endpoint
from bot.answering.model.prompts import PACKAGED_PROMPT, read_prompt
from bot.answering.model.writer import Writer

if TYPE_CHECKING:
    from bot.model_settings import ModelSettings


def writer_of(settings: ModelSettings) -> Writer | None:
    """What puts answers into a model's words; None where no model is configured.

    Raises:
        PromptError: The prompt's file was changed since the settings were checked.
    """
    if not settings.llm_base_url:
        return None
    key = settings.llm_api_key
    endpoint = Endpoint(
        url=settings.llm_base_url,
        model=settings.llm_model,
        key=key.get_secret_value() if key else "",
        temperature=settings.llm_temperature,
        answer_tokens=settings.llm_max_tokens,
        context_tokens=settings.llm_context_tokens,
        seconds=settings.llm_seconds,
    )
    prompt = read_prompt(settings.llm_prompt or PACKAGED_PROMPT)
    return Writer(ChatEndpoint(endpoint), endpoint, prompt, at_once=settings.llm_at_once)
