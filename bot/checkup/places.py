"""Where the installation keeps its things, as far as its settings can be read."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
"""The project's own folder."""

ENV_FILE = Path(".env")


class Places(NamedTuple):
    """Folders of an installation.

    Attributes:
        library: The library's.
        state: The bot's memory.
        temp: For temporary files; None where there is none that can be used.
    """

    library: Path
    state: Path
    temp: Path | None


def places(library: Path | None) -> Places:
    """The folders that the settings name, or those of the defaults where these cannot be read.

    Args:
        library: Another one than the settings'.
    """
    found, state = Path("library"), Path("state")
    try:
        from bot.errors import SettingsError  # noqa: PLC0415 - see the package's first lines
        from bot.settings import BotSettings, load_settings  # noqa: PLC0415
    except ImportError:
        return Places(library or found, state, _temp())
    try:
        settings = load_settings(BotSettings)
    except SettingsError:
        return Places(library or found, state, _temp())
    return Places(library or settings.library, settings.state, _temp())


def _temp() -> Path | None:
    try:
        return Path(tempfile.gettempdir())
    except FileNotFoundError:
        return None
