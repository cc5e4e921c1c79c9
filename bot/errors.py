"""What can go wrong between a member and an answer, and the one place that puts it into words.

FootnoteError
└─ BotError
   ├─ SettingsError         a setting is missing, misspelt or out of range: the bot does not start
   ├─ StateError            the database cannot be opened or written: the bot does not start
   ├─ LoginError            Discord does not know the token: the bot does not start
   ├─ DiscordError          Discord cannot be reached, or refuses what we ask
   └─ MemberError           its sentence is for the member who asked
      ├─ QuestionError      what was sent is no question we can look up
      ├─ TooSoonError       this member asked a moment ago
      ├─ LineFullError      more are waiting than we let wait
      ├─ TooSlowError       the answer took longer than its deadline
      ├─ NotReadyError      no library is served, or the bot is going down
      ├─ ForgottenError     the answer behind a button is no longer kept
      ├─ NotYoursError      somebody else's answer
      ├─ NotYourConversationError   only who asked forgets or shares what they asked
      ├─ NoSuchArticleError no article of the library is meant by these words
      └─ what a server's choices and a member's own doings forbid: see `bot.refusals`
"""

from __future__ import annotations

import secrets
from math import ceil
from typing import TYPE_CHECKING

import structlog

from bot.language.language import Language
from bot.language.saying import say
from index.errors.base import FootnoteError
from index.errors.library import LibraryError

if TYPE_CHECKING:
    from collections.abc import Sequence

log = structlog.get_logger(__name__)


class BotError(FootnoteError):
    """A failure on the bot's side of the house."""


class SettingsError(BotError):
    """A setting is missing, misspelt or out of range."""

    def __init__(self, complaints: Sequence[str]) -> None:
        super().__init__("; ".join(complaints))
        self.complaints = tuple(complaints)


class StateError(BotError):
    """The database cannot be opened or written; its sentence holds no password."""


class LoginError(BotError):
    """Discord does not know the token."""

    def __init__(self) -> None:
        super().__init__(
            "Discord refuses the token in FOOTNOTE_DISCORD_TOKEN; copy it again from your "
            "application's Bot page at https://discord.com/developers/applications"
        )


class DiscordError(BotError):
    """Discord cannot be reached, or refuses what we ask."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"cannot talk to Discord ({reason}); see https://discordstatus.com, "
            f"and whether this machine reaches discord.com"
        )


class MemberError(BotError):
    """A failure whose sentence is for the member who asked.

    Args:
        key: The sentence's, in the catalogues of `bot.language`.
        values: What it names.
    """

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(say(Language.ENGLISH, key, **values))
        self._key = key
        self._values = values

    def told(self, language: Language) -> str:
        """The sentence in the member's language."""
        return say(language, self._key, **self._values)


class QuestionError(MemberError):
    """What was sent is no question we can look up."""


class TooSoonError(MemberError):
    """This member asked a moment ago."""

    def __init__(self, seconds: float) -> None:
        super().__init__("notice.too-soon", count=max(1, ceil(seconds)))
        self.seconds = seconds


class LineFullError(MemberError):
    """More questions are waiting than we let wait."""

    def __init__(self, waiting: int) -> None:
        super().__init__("notice.line-full", count=waiting)
        self.waiting = waiting


class TooSlowError(MemberError):
    """The answer took longer than its deadline."""

    def __init__(self, seconds: float) -> None:
        super().__init__("notice.too-slow", count=seconds)
        self.seconds = seconds


class NotReadyError(MemberError):
    """No library is served yet, or the bot is going down."""


class ForgottenError(MemberError):
    """The answer behind a button is no longer kept."""

    def __init__(self) -> None:
        super().__init__("notice.forgotten")


class NotYoursError(MemberError):
    """Only the asker and the channel's moderators may do this."""

    def __init__(self) -> None:
        super().__init__("notice.not-yours")


class NotYourConversationError(MemberError):
    """Only who asked forgets or shares what they asked."""

    def __init__(self) -> None:
        super().__init__("notice.not-your-conversation")


class NoSuchArticleError(MemberError):
    """No article of the library is meant by these words."""

    def __init__(self) -> None:
        super().__init__("notice.no-article")


def explain(error: BaseException, language: Language = Language.ENGLISH) -> str | None:
    """What to tell a member about `error`; None for what nobody foresaw."""
    # `--health` runs every 30 seconds and needs the errors above, not Discord's.
    from discord import app_commands  # noqa: PLC0415

    match _cause(error):
        case MemberError() as told:
            return told.told(language)
        case LibraryError():
            return say(language, "notice.library-trouble")
        case app_commands.CommandSignatureMismatch() | app_commands.CommandNotFound():
            return say(language, "notice.command-changed")
        case app_commands.CheckFailure():
            return say(language, "notice.not-allowed")
        case _:
            return None


def sentence_for(error: BaseException, *, where: str, language: Language = Language.ENGLISH) -> str:
    """The sentence a member reads; what nobody foresaw is logged under a code that they can quote."""
    if known := explain(error, language):
        _log_foreseen(_cause(error), where)
        return known
    code = secrets.token_hex(3)
    log.error("unforeseen", where=where, code=code, exc_info=error)
    return say(language, "notice.unforeseen", code=code)


def _cause(error: BaseException) -> BaseException:
    """What went wrong inside a command; any other error is its own cause."""
    from discord import app_commands  # noqa: PLC0415 - as above

    return error.original if isinstance(error, app_commands.CommandInvokeError) else error


def _log_foreseen(cause: BaseException, where: str) -> None:
    if isinstance(cause, LibraryError):
        # Members are told that the log says what to do.
        log.error("cannot read the library", where=where, reason=str(cause))
    else:
        log.info("refused", where=where, reason=type(cause).__name__)
