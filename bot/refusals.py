"""What a server's choices and its members' own doings forbid, each a sentence for the member.

MemberError
├─ NotHereError           administrators do not want it in this channel
├─ RoleNeededError        or not for this member
├─ TooSoonError
│  └─ TooManyError        asked as often as may be in an hour
├─ ServerBusyError        all members of a server together did
├─ NotAdministratorError  settings of a server, for who may manage it
├─ TooManyNamedError      a server named more channels or roles than we keep
├─ LimitOfNobodyError     a limit for a role, and no role
├─ ContradictionError     a channel or role named for two things that rule each other out
├─ NoHumanError           a server named nobody to call
├─ NotYoursToResolveError a call for the role that was called
├─ NoAlertError           an alert that is not there any more
├─ NotYourAlertError      or is somebody else's
├─ CannotAlertHereError   a channel that the bot may not write in
└─ TooManyAlertsError     a server or a member has as many as may be
"""

from __future__ import annotations

import time
from math import ceil
from typing import TYPE_CHECKING, Final, Protocol

from bot.errors import MemberError, TooSoonError

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_NAMED: Final = 5
"""Channels or roles named in one sentence."""


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


class NotAdministratorError(MemberError):
    """Only who may manage a server changes its settings."""

    def __init__(self) -> None:
        super().__init__("notice.not-administrator")


class TooManyNamedError(MemberError):
    """A server named more channels or roles than are kept."""

    def __init__(self, most: int) -> None:
        super().__init__("notice.too-many-named", most=most)


class LimitOfNobodyError(MemberError):
    """An administrator gave a limit for a role and named no role."""

    def __init__(self) -> None:
        super().__init__("notice.limit-of-nobody")


class NoHumanError(MemberError):
    """A server named nobody who could be called."""

    def __init__(self) -> None:
        super().__init__("notice.no-human")


class NotYoursToResolveError(MemberError):
    """Only the role that was called, and moderators, say that a call is done."""

    def __init__(self, role: int) -> None:
        super().__init__("notice.not-yours-to-resolve", role=f"<@&{role}>")


class NoAlertError(MemberError):
    """An alert that is not there any more."""

    def __init__(self) -> None:
        super().__init__("notice.no-alert")


class ContradictionError(MemberError):
    """An administrator named one channel or role for two things that rule each other out.

    Args:
        named: It, as Discord writes a mention.
    """

    def __init__(self, named: str) -> None:
        super().__init__("notice.contradiction", named=named)


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


class Named(Protocol):
    """A channel or a role."""

    @property
    def id(self) -> int:
        """Discord's number for it."""
        ...

    @property
    def mention(self) -> str:
        """It as Discord writes a mention."""
        ...


def refuse_both(one: Named | None, *others: Named | None) -> None:
    """Refuse what is named once more, for something that it rules out.

    Raises:
        ContradictionError: It is.
    """
    if one and any(other and other.id == one.id for other in others):
        raise ContradictionError(one.mention)


def in_a_while(seconds: float) -> str:
    """The moment so many seconds from now, as Discord counts it down on each member's screen."""
    return f"<t:{ceil(time.time() + seconds)}:R>"
