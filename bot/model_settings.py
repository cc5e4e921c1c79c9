"""What an operator can set about a language model; see `bot.settings` for how settings are read."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final, Self

from pydantic import Field, SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.answering.model.addresses import address_complaint
from bot.answering.model.prompts import PACKAGED_PROMPT, PromptError, prompt_tokens, read_prompt

PREFIX: Final = "FOOTNOTE_"

EXTRACTIVE: Final = "extractive"
"""What an answer says of itself that no model put into words."""

FEWEST_TOKENS: Final = 256
"""For passages and question: a paragraph of 120 words, and a line."""

LONGEST_ANSWER_SECONDS: Final = 840
"""Discord forgets an interaction 15 minutes after it began; a minute is left to say so."""


class ModelSettings(BaseSettings):
    """The language model, if any: what a command needs that answers."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_ignore_empty=True,
        extra="forbid",
        frozen=True,
        hide_input_in_errors=True,
        str_strip_whitespace=True,
    )

    llm_base_url: str = Field(
        default="",
        description=(
            "Address of a language model that puts answers into words: any OpenAI-compatible "
            "endpoint, as http://127.0.0.1:8080/v1. Empty: no model, and nothing leaves the machine."
        ),
    )
    llm_api_key: SecretStr | None = Field(
        default=None,
        description="Key of that endpoint; local ones mostly need none. Secret.",
    )
    llm_model: Annotated[str, Field(max_length=100)] = Field(
        default="", description="Name of the model, as the endpoint knows it."
    )
    llm_temperature: Annotated[float, Field(ge=0, le=2)] = Field(
        default=0.0, description="How freely the model writes, 0 to 2; 0 keeps closest to the text."
    )
    llm_max_tokens: Annotated[int, Field(ge=32, le=8192)] = Field(
        default=400,
        description="Tokens the model may write for one answer, its thoughts included.",
    )
    llm_context_tokens: Annotated[int, Field(ge=512, le=1_000_000)] = Field(
        default=4096,
        description="Tokens that the prompt, its passages and the answer may have together.",
    )
    llm_seconds: Annotated[float, Field(gt=0, le=LONGEST_ANSWER_SECONDS)] = Field(
        default=20.0,
        description="How long to wait for the model before the answer is given without it.",
    )
    llm_at_once: Annotated[int, Field(ge=1, le=100)] = Field(
        default=2, description="Questions put to the model at a time; further ones wait their turn."
    )
    llm_prompt: Path | None = Field(
        default=None,
        description="File with what the model is told. Empty: the one that comes with the bot.",
    )

    @field_validator("llm_api_key")
    @classmethod
    def _can_be_sent(cls, key: SecretStr | None) -> SecretStr | None:
        # A line break in a header would end in an error that shows the header.
        value = key.get_secret_value().strip() if key else ""
        if not value.isascii() or not all(
            letter.isprintable() and letter != " " for letter in value
        ):
            message = "it must be printable ASCII without blanks; copy the key again"
            raise ValueError(message)
        return SecretStr(value) if value else None

    @field_validator("llm_model")
    @classmethod
    def _is_a_name(cls, name: str) -> str:
        if not name.isprintable() or name.lower() == EXTRACTIVE:
            message = f"it must be one line of printable letters, and not {EXTRACTIVE!r}"
            raise ValueError(message)
        return name

    @field_validator("llm_prompt")
    @classmethod
    def _can_be_used(cls, file: Path | None) -> Path | None:
        if file is not None:
            try:
                read_prompt(file)
            except PromptError as error:
                raise ValueError(str(error)) from error
        return file

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        if complaint := self._complaint():
            raise ValueError(complaint)
        return self

    def _complaint(self) -> str:
        """What keeps the model's settings from working together; "" for nothing."""
        if not self.llm_base_url:
            given = {"LLM_MODEL": self.llm_model, "LLM_API_KEY": self.llm_api_key}
            named = next((name for name, value in given.items() if value), "")
            return f"{PREFIX}{named} is set, and {PREFIX}LLM_BASE_URL is not" if named else ""
        if fault := address_complaint(self.llm_base_url, keyed=self.llm_api_key is not None):
            return f"{PREFIX}LLM_BASE_URL: {fault}"
        if not self.llm_model:
            return f"{PREFIX}LLM_BASE_URL is set, and {PREFIX}LLM_MODEL is not"
        told = prompt_tokens(read_prompt(self.llm_prompt or PACKAGED_PROMPT))
        left = self.llm_context_tokens - self.llm_max_tokens - told
        if left < FEWEST_TOKENS:
            return (
                f"{PREFIX}LLM_CONTEXT_TOKENS leaves {max(left, 0)} tokens for passages and question, and "
                f"{FEWEST_TOKENS} are needed; raise it, or lower {PREFIX}LLM_MAX_TOKENS"
            )
        return ""
