"""Who may end an alert: its owner, and a channel's for moderators too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.refusals import NoAlertError, NotYourAlertError

if TYPE_CHECKING:
    import discord

    from bot.client import FootnoteBot
    from bot.state.alerts import Alert


async def end_alert(
    bot: FootnoteBot,
    alert_id: str,
    interaction: discord.Interaction[FootnoteBot] | discord.Interaction,
) -> Alert:
    """End an alert for its owner, and a channel's for moderators too.

    Raises:
        NoAlertError: There is none with this id.
        NotYourAlertError: It is somebody else's.
    """
    alert = await bot.state.alerts.find(alert_id)
    if alert is None:
        raise NoAlertError
    moderates = (
        interaction.guild_id is not None
        and interaction.guild_id == alert.guild
        and interaction.permissions.manage_messages
    )
    if alert.owner != interaction.user.id and not moderates:
        raise NotYourAlertError
    await bot.state.alerts.remove(alert_id)
    return alert
