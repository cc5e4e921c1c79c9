"""What an operator can set, by environment or `.env`: closed, so that a misspelt name is refused.

pydantic-settings passes over an environment variable it does not know. A bot that runs for weeks on
a default its operator meant to change is worse than one that does not start.
"""

from __future__ import annotations

import os
import re
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, Literal, TypeVar

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import DotEnvSettingsSource

from bot.errors import SettingsError
from bot.model_settings import LONGEST_ANSWER_SECONDS, PREFIX, ModelSettings

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_TOKEN: Final = re.compile(r"[\w-]{18,}\.[\w-]{4,}\.[\w-]{20,}", re.ASCII)
"""Three parts of base64url: the bot's id, a time, and a seal of at least 27 letters today."""


class BotSettings(ModelSettings):
    """Everything but the token; what a bot needs that never connects, as in a preview."""

    library: Path = Field(
        default=Path("library"),
        description="Folder of the library that `python -m scripts.index` builds.",
    )
    state: Path = Field(
        default=Path("state"),
        description="Folder for what the bot remembers: its database and its health.",
    )
    database_url: SecretStr | None = Field(
        default=None,
        description=(
            "Another database than the file in the state folder, as SQLAlchemy writes it: "
            "postgresql+asyncpg://user:password@host/name."
        ),
    )
    model: str = Field(
        default="",
        description=(
            "Embedding model by name or folder. Empty: the one the library was built with; "
            "another one is refused."
        ),
    )
    reranker: str = Field(
        default="",
        description=(
            "A sentence-transformers CrossEncoder, by name or folder, that reads the first hits "
            "again and puts them in a better order. Empty: none."
        ),
    )
    reranked: Annotated[int, Field(ge=1, le=200)] = Field(
        default=30, description="How many hits the cross-encoder reads."
    )
    rerank_seconds: Annotated[float, Field(gt=0, le=60)] = Field(
        default=1.0,
        description="After this long it reads no further hit; what it left out keeps its place.",
    )
    judge: str = Field(
        default="",
        description=(
            "A sentence-transformers CrossEncoder for inference, by name or folder, that votes on "
            "whether a language model's sentence is borne out by its source. Empty: none."
        ),
    )
    workers: Annotated[int, Field(ge=1, le=64)] = Field(
        default=2,
        description="Answers worked on at once; more than the machine has cores gains nothing.",
    )
    line_length: Annotated[int, Field(ge=0, le=1000)] = Field(
        default=20,
        description="Questions that may wait in line; further ones are politely refused.",
    )
    answer_seconds: Annotated[float, Field(gt=0, le=LONGEST_ANSWER_SECONDS)] = Field(
        default=60.0, description="How long one question may wait and be worked on, at most 840."
    )
    poll_seconds: Annotated[float, Field(ge=0.1, le=3600)] = Field(
        default=5.0, description="How often to look whether a new generation was published."
    )
    cooldown_seconds: Annotated[float, Field(ge=0, le=3600)] = Field(
        default=5.0, description="How long a member waits between two questions; 0 for no wait."
    )
    everywhere: bool = Field(
        default=True,
        description=(
            "Whether to speak in every channel of a server whose administrators have not chosen; "
            "else only where they allow it."
        ),
    )
    keep_answers_days: Annotated[int, Field(ge=1, le=3650)] = Field(
        default=90,
        description="How long answers are kept, and with them their buttons.",
    )
    layout: Literal["components", "embed"] = Field(
        default="components",
        description=(
            "How answers are dressed: components, which everybody sees, or embed, for old clients and bridges."
        ),
    )
    conversation_minutes: Annotated[int, Field(ge=0, le=1440)] = Field(
        default=30,
        description="How long a follow-up may lean on a question before it; 0 for never.",
    )
    keep_feedback_days: Annotated[int, Field(ge=1, le=3650)] = Field(
        default=365,
        description="How long opinions of answers and calls for a person are kept.",
    )
    keep_digests_days: Annotated[int, Field(ge=1, le=3650)] = Field(
        default=30,
        description="How long the words of an alert's digests are kept.",
    )
    keep_conversations_hours: Annotated[int, Field(ge=1, le=8760)] = Field(
        default=24,
        description="How long the last turns of a conversation are kept.",
    )
    recheck_days: Annotated[int, Field(ge=0, le=3650)] = Field(
        default=30,
        description=(
            "How old an answer may be that is still held against each new generation, and noted "
            "where a source changed; 0 for none."
        ),
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        default="INFO", description="How much to log: DEBUG, INFO, WARNING or ERROR."
    )

    @field_validator("log_level", mode="before")
    @classmethod
    def _upper(cls, level: object) -> object:
        return level.upper() if isinstance(level, str) else level


class Settings(BotSettings):
    """Everything, with the token: what `python -m bot` needs."""

    discord_token: SecretStr = Field(
        description="The bot's token, from https://discord.com/developers/applications. Secret.",
        min_length=1,
    )

    @field_validator("discord_token")
    @classmethod
    def _looks_like_a_token(cls, token: SecretStr) -> SecretStr:
        # A client secret or a public key pasted by mistake would only be told "401" by Discord.
        if not _TOKEN.fullmatch(token.get_secret_value().strip()):
            message = (
                "this does not look like a bot token (three parts with dots between them); copy it "
                "from your application's Bot page at https://discord.com/developers/applications"
            )
            raise ValueError(message)
        return SecretStr(token.get_secret_value().strip())


Model = TypeVar("Model", bound=ModelSettings)


def load_settings(model: type[Model], *, env_file: Path = Path(".env")) -> Model:
    """The settings from the environment and `env_file`; the environment wins.

    Raises:
        SettingsError: A name is unknown, or a value is missing or cannot be used. It never tells
            the value of a secret.
    """
    try:
        written = DotEnvSettingsSource(model, env_file=env_file).env_vars
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError([f"cannot read {env_file}: it must be a text file in UTF-8"]) from error
    if complaints := strangers({*os.environ, *written}):  # noqa: TID251 - this is a settings model
        raise SettingsError(complaints)
    known = {name for name in written if name.upper().startswith(PREFIX)}
    wanted = {f"{PREFIX}{name}".lower(): name for name in model.model_fields}
    # Names of the token for a model without one, and names of other programs, are not for this model.
    values = {wanted[name]: written[name] for name in known if name in wanted and written[name]}
    present = {name.lower() for name in os.environ if os.environ[name]}  # noqa: TID251 - as above
    given = {
        name: value for name, value in values.items() if f"{PREFIX}{name}".lower() not in present
    }
    try:
        return model(**given)  # pyright: ignore[reportArgumentType] - text, as from the environment
    except ValidationError as error:
        raise SettingsError(
            [_complaint(part) for part in error.errors(include_input=False)]
        ) from error


def strangers(names: set[str]) -> list[str]:
    """A sentence for each FOOTNOTE_ name that is no setting, with those it may have meant."""
    known = {name.upper(): f"{PREFIX}{name}".upper() for name in Settings.model_fields}
    found: list[str] = []
    for name in sorted({name.upper() for name in names}):
        tail = name.removeprefix(PREFIX)
        if tail == name or tail in known:
            continue
        near = [other for other in known if set(tail.split("_")) & set(other.split("_"))]
        near = near or get_close_matches(tail, known, n=3, cutoff=0.6)
        meant = " or ".join(known[other] for other in near)
        hint = f"did you mean {meant}?" if near else ".env.example lists all settings"
        found.append(f"there is no setting {name}; {hint}")
    return found


def _complaint(part: ErrorDetails) -> str:
    name = f"{PREFIX}{part['loc'][0]}".upper() if part["loc"] else ""
    if part["type"] == "missing":
        return f"{name} is not set; set it in the environment or in .env"
    if not part["loc"]:
        return part["msg"].removeprefix("Value error, ")
    reason = part["msg"].removeprefix("Value error, ")
    return f"{name}: {reason[:1].lower()}{reason[1:]}"
