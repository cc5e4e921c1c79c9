"""A server's choices in words, for its administrators."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.language.language import spoken
from bot.language.saying import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.language.language import Language
    from bot.state.servers import ServerRules

_NAMED: Final = 10
"""Channels or roles that a line names."""

TONE_KEYS = {
    "plain": "settings.tone-plain",
    "brief": "settings.tone-brief",
    "careful": "settings.tone-careful",
}


def choices_text(rules: ServerRules, language: Language, *, everywhere: bool) -> str:
    """All choices, a line each.

    Args:
        rules: What the server chose.
        language: Of who reads it.
        everywhere: What holds where it chose nothing of channels.
    """
    speaks = everywhere if rules.everywhere is None else rules.everywhere
    where = say(language, "settings.everywhere-on" if speaks else "settings.everywhere-off")
    nobody, none = say(language, "settings.nobody"), say(language, "settings.no-channel")
    everybody = say(language, "settings.everybody")
    lines = (
        ("settings.where", where),
        ("settings.allowed", _channels(rules.allowed, language) or none),
        ("settings.denied", _channels(rules.denied, language) or none),
        ("settings.dedicated", _channels(rules.dedicated, language) or none),
        ("settings.roles", _roles(rules.roles, language) or everybody),
        (
            "settings.human",
            _roles([rules.human_role] if rules.human_role else [], language) or nobody,
        ),
        ("settings.limits", _limits(rules, language)),
        ("settings.language", language_name(rules.language, language)),
        ("settings.tone", say(language, TONE_KEYS.get(rules.tone, "settings.tone-plain"))),
        ("settings.mentions", _on(language, on=rules.mention_replies)),
        ("settings.forum", _forum(rules, language)),
    )
    told = "\n".join(f"**{say(language, key)}:** {value}" for key, value in lines)
    return f"### {say(language, 'settings.title')}\n{told}"


def language_name(chosen: str, language: Language) -> str:
    """What a choice of language is called."""
    known = spoken(chosen)
    return known.name_of_its_own if known else say(language, "settings.language-auto")


def _limits(rules: ServerRules, language: Language) -> str:
    parts = [
        say(language, key, limit=limit)
        for key, limit in (
            ("settings.limit-member", rules.member_hour),
            ("settings.limit-server", rules.server_hour),
        )
        if limit is not None
    ]
    parts += [
        say(language, "settings.limit-role", limit=limit, role=f"<@&{role}>")
        for role, limit in rules.role_hours
    ]
    return _listed(parts, language) or say(language, "settings.unlimited")


def _forum(rules: ServerRules, language: Language) -> str:
    answered = _on(language, on=rules.forum)
    named = _channels(rules.forums, language) if rules.forum else ""
    return f"{answered} ({named})" if named else answered


def _on(language: Language, *, on: bool) -> str:
    return say(language, "settings.on" if on else "settings.off")


def _channels(channels: Iterable[int], language: Language) -> str:
    return _listed([f"<#{channel}>" for channel in sorted(channels)], language)


def _roles(roles: Iterable[int], language: Language) -> str:
    return _listed([f"<@&{role}>" for role in sorted(roles)], language)


def _listed(parts: Sequence[str], language: Language) -> str:
    """The first of them, and how many more there are: the menus below show all."""
    left = len(parts) - _NAMED
    more = [say(language, "card.and-others", count=left)] if left > 0 else []
    return ", ".join([*parts[:_NAMED], *more])
