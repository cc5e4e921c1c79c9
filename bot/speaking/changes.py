"""What administrators change of their server's choices: pure rules, each from choices to choices."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bot.refusals import TooManyNamedError

if TYPE_CHECKING:
    from collections.abc import Collection

    from bot.state.servers import ServerRules

MOST_NAMED: Final = 25
"""Channels or roles of one kind: what one of Discord's select menus holds."""


def allow_channel(rules: ServerRules, channel: int) -> ServerRules:
    """Speak in this channel or category.

    Raises:
        TooManyNamedError: There are too many already.
    """
    return replace(rules, allowed=_with(rules.allowed, channel), denied=rules.denied - {channel})


def deny_channel(rules: ServerRules, channel: int) -> ServerRules:
    """Do not speak in this channel or category; for the rest as `allow_channel`."""
    return replace(
        rules,
        denied=_with(rules.denied, channel),
        allowed=rules.allowed - {channel},
        dedicated=rules.dedicated - {channel},
    )


def dedicate_channel(rules: ServerRules, channel: int) -> ServerRules:
    """Give each question in this channel a thread of its own; for the rest as `allow_channel`."""
    return replace(
        rules, dedicated=_with(rules.dedicated, channel), denied=rules.denied - {channel}
    )


def forget_channel(rules: ServerRules, channel: int) -> ServerRules:
    """Say nothing of this channel."""
    return replace(
        rules,
        allowed=rules.allowed - {channel},
        denied=rules.denied - {channel},
        dedicated=rules.dedicated - {channel},
        forums=rules.forums - {channel},
    )


def allow_only(rules: ServerRules, channels: Collection[int]) -> ServerRules:
    """Speak in just these of the channels that are named one by one."""
    chosen = frozenset(channels)
    return replace(rules, allowed=chosen, denied=rules.denied - chosen)


def deny_only(rules: ServerRules, channels: Collection[int]) -> ServerRules:
    """Do not speak in just these."""
    chosen = frozenset(channels)
    return replace(
        rules,
        denied=chosen,
        allowed=rules.allowed - chosen,
        dedicated=rules.dedicated - chosen,
    )


def allow_role(rules: ServerRules, role: int) -> ServerRules:
    """Let members with this role ask; for the rest as `allow_channel`."""
    return replace(rules, roles=_with(rules.roles, role))


def remove_role(rules: ServerRules, role: int) -> ServerRules:
    """Say nothing of this role."""
    return replace(
        rules,
        roles=rules.roles - {role},
        role_hours=tuple(pair for pair in rules.role_hours if pair[0] != role),
        human_role=None if rules.human_role == role else rules.human_role,
    )


def limit_role(rules: ServerRules, role: int, hour: int) -> ServerRules:
    """Let a role ask so often an hour; 0 for as often as everybody."""
    hours = dict(rules.role_hours)
    hours.pop(role, None)
    if hour:
        if len(hours) >= MOST_NAMED:
            raise TooManyNamedError(MOST_NAMED)
        hours[role] = hour
    return replace(rules, role_hours=tuple(sorted(hours.items())))


def answer_forum(rules: ServerRules, *, on: bool, forum: int | None) -> ServerRules:
    """Answer posts in this forum, or in all; or leave them alone."""
    if forum is None:
        return replace(rules, forum=on, forums=frozenset() if on else rules.forums)
    forums = _with(rules.forums, forum) if on else rules.forums - {forum}
    return replace(rules, forums=forums, forum=on or bool(forums))


def _with(known: frozenset[int], new: int) -> frozenset[int]:
    if new not in known and len(known) >= MOST_NAMED:
        raise TooManyNamedError(MOST_NAMED)
    return known | {new}
