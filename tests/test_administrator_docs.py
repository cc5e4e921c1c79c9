"""docs/administrator.md: the link that invites the bot asks for just the permissions it explains."""

from __future__ import annotations

import re
from pathlib import Path

import discord

DOCS = (Path(__file__).parents[1] / "docs/administrator.md").read_text("utf-8")

NAMES = {"View Channels": "view_channel", "Read Message History": "read_message_history"}
"""Where discord.py's name is another."""


def test_the_link_asks_for_what_the_table_says() -> None:
    """One permission more would be one too many, one less would break what is promised."""
    table = DOCS.partition("| permission | for |")[2].partition("\n\n")[0]
    rows: list[tuple[str, str]] = re.findall(r"^\| ([^|]+) \| ([^|]+) \|$", table, re.MULTILINE)
    asked: list[str] = [
        NAMES.get(name, name.lower().replace(" ", "_"))
        for names, why in rows
        if "not in the link" not in why and "---" not in names
        for name in names.split(", ")
    ]
    assert len(asked) == 5
    link = re.search(r"permissions=(\d+)", DOCS)
    assert link
    wanted = discord.Permissions(**dict.fromkeys(asked, True))
    assert discord.Permissions(int(link[1])) == wanted
