"""Everything kept for one server as plain JSON values, without what was private and without names."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

from bot.improving.gaps import gaps_in

if TYPE_CHECKING:
    from bot.state.servers import ServerRules
    from bot.state.state import State

MOST: Final = 2000
"""Of one kind, the last ones: Discord takes files of up to 10 MB from a bot.
https://discord.com/developers/docs/reference#uploading-files"""


async def export_of(state: State, guild: int, rules: ServerRules) -> dict[str, Any]:
    """What is kept for this server.

    Args:
        state: What the bot remembers.
        guild: The server.
        rules: What it chose.
    """
    opinions = await state.feedback.opinions(guild=guild, with_private=False)
    unanswered = await state.feedback.unanswered(guild=guild, with_private=False)
    requests = await state.feedback.requests(guild)
    alerts = await state.alerts.of_guild(guild)
    return {
        "server": str(guild),
        "settings": _settings(rules),
        "alerts": [
            {"topic": alert.topic, "channel": str(alert.channel), "weekly": alert.weekly}
            for alert in alerts[-MOST:]
        ],
        "feedback": [
            {
                "question": opinion.question,
                "helpful": opinion.helpful,
                "reason": opinion.reason,
                "words": opinion.words,
                "generation": opinion.generation,
                "given": opinion.given,
                "evidence": [asdict(witness) for witness in opinion.evidence],
            }
            for opinion in opinions[-MOST:]
        ],
        "calls_for_a_person": [
            {"question": call.question, "asked": call.asked, "resolved": call.resolved}
            for call in requests[-MOST:]
        ],
        "gaps": [asdict(gap) for gap in gaps_in(unanswered, opinions)[:MOST]],
    }


def _settings(rules: ServerRules) -> dict[str, Any]:
    """Ids as text: many readers of JSON round numbers that are so large."""
    lists = {
        "allowed": rules.allowed,
        "denied": rules.denied,
        "dedicated": rules.dedicated,
        "forums": rules.forums,
        "roles": rules.roles,
    }
    return {
        **asdict(rules),
        **{name: [str(each) for each in sorted(ids)] for name, ids in lists.items()},
        "role_hours": {str(role): hour for role, hour in rules.role_hours},
        "human_role": str(rules.human_role) if rules.human_role else None,
    }
