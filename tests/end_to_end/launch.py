"""`python -m bot` against a Discord on loopback: the real program in a process of its own.

Run as `python -m tests.end_to_end.launch PORT [ARGUMENTS OF THE BOT]`.
"""

from __future__ import annotations

import runpy
import sys

import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route


def point_at(port: int) -> None:
    """Let discord.py of this process take 127.0.0.1:port for Discord."""
    Route.BASE = f"http://127.0.0.1:{port}/api"
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(f"ws://127.0.0.1:{port}/gateway")


if __name__ == "__main__":
    point_at(int(sys.argv[1]))
    sys.argv[1:] = sys.argv[2:]
    runpy.run_module("bot", run_name="__main__", alter_sys=True)
