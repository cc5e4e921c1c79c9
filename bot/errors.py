"""What can go wrong between a member and an answer, and the one place that puts it into words.

FootnoteError
└─ BotError
   ├─ SettingsError         a setting is missing, misspelt or out of range: the bot does not start
   ├─ StateError            the database cannot be opened or written: the bot does not start
   ├─ LoginError            Discord does not know the token: the bot does not start
   ├─ DiscordError          Discord cannot be reached, or refuses what we ask
   └─ MemberError           its sentence is for the member who asked
      ├─ QuestionError      what was sent is no question we can look up
      ├─ NotHereError       administrators do not want it in this channel
      ├─ RoleNeededError    or not for this member
      ├─ TooSoonError       this member asked a moment ago
      │  └─ TooManyError    or as often as may be in an hour
      ├─ ServerBusyError    all members of a server together did
      ├─ LineFullError      more are waiting than we let wait
      ├─ TooSlowError       the answer took longer than its deadline
      ├─ NotReadyError      no library is served, or the bot is going down
      ├─ ForgottenError     the answer behind a button is no longer kept
      ├─ NotYoursError      somebody else's answer
      ├─ NoAlertError       an alert that is not there any more
      ├─ NotYourAlertError  or is somebody else's
      ├─ CannotAlertHereError   a channel that the bot may not write in
      ├─ TooManyAlertsError a server or a member has as many as may be
      ├─ NotYoursToResolveError  a call for the role that was called
      ├─ NoHumanError       a server named nobody to call
      ├─ NotAdministratorError  settings of a server, for who may manage it
      ├─ TooManyNamedError  a server named more channels or roles than we keep
      └─ NoSuchArticleError no article of the library is meant by these words
"""

from __future__ import annotations

import secrets
import time
from math import ceil
from typing import TYPE_CHECKING, Final

import structlog

from bot.language.language import Language
from bot.language.saying import say
from index.errors import FootnoteError, LibraryError

if TYPE_CHECKING:
    from collections.abc import Sequence

log = structlog.get_logger(__name__)

_MOST_NAMED: Final = 5
"""Channels or roles named in one sentence."""


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


class TooManyError(TooSoonError):
    """This member asked as often as their server allows in an hour."""

    def __init__(self, seconds: float) -> None:
        MemberError.__init__(self, "notice.too-many", when=in_a_while(seconds))
        self.seconds = seconds


class ServerBusyError(MemberError):
    """A server's members together asked as often as it allows in an hour."""

    def __init__(self, seconds: float) -> None:
        super().__init__("notice.server-busy", when=in_a_while(seconds))
        self.seconds = seconds


class NotHereError(MemberError):
    """Administrators do not want the bot to speak in this channel.

    Attributes:
        channels: Where they do, if anywhere by name.
    """

    def __init__(self, channels: Sequence[int]) -> None:
        if channels:
            named = ", ".join(f"<#{channel}>" for channel in channels[:_MOST_NAMED])
            super().__init__("notice.not-here", channels=named)
        else:
            super().__init__("notice.not-here-nor-elsewhere")
        self.channels = tuple(channels)


class RoleNeededError(MemberError):
    """Administrators let only some roles ask.

    Attributes:
        roles: Any of these is enough.
    """

    def __init__(self, roles: Sequence[int]) -> None:
        named = ", ".join(f"<@&{role}>" for role in roles[:_MOST_NAMED])
        super().__init__("notice.role-needed", roles=named)
        self.roles = tuple(roles)


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


class NotAdministratorError(MemberError):
    """Only who may manage a server changes its settings."""

    def __init__(self) -> None:
        super().__init__("notice.not-administrator")


class TooManyNamedError(MemberError):
    """A server named more channels or roles than are kept."""

    def __init__(self, most: int) -> None:
        super().__init__("notice.too-many-named", most=most)


class NotYoursToResolveError(MemberError):
    """Only the role that was called, and moderators, say that a call is done."""

    def __init__(self, role: int) -> None:
        super().__init__("notice.not-yours-to-resolve", role=f"<@&{role}>")


class NoHumanError(MemberError):
    """A server named nobody who could be called."""

    def __init__(self) -> None:
        super().__init__("notice.no-human")


class NoAlertError(MemberError):
    """An alert that is not there any more."""

    def __init__(self) -> None:
        super().__init__("notice.no-alert")


class NotYourAlertError(MemberError):
    """Only the owner and moderators end an alert, and only moderators make one for a channel."""

    def __init__(self) -> None:
        super().__init__("notice.not-your-alert")


class CannotAlertHereError(MemberError):
    """A channel that the bot may not write in."""

    def __init__(self) -> None:
        super().__init__("notice.cannot-alert-here")


class TooManyAlertsError(MemberError):
    """A server or a member has as many alerts as may be."""

    def __init__(self, most: int) -> None:
        super().__init__("notice.too-many-alerts", most=most)


class NoSuchArticleError(MemberError):
    """No article of the library is meant by these words."""

    def __init__(self) -> None:
        super().__init__("notice.no-article")


def in_a_while(seconds: float) -> str:
    """The moment so many seconds from now, as Discord counts it down on each member's screen."""
    return f"<t:{ceil(time.time() + seconds)}:R>"


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
