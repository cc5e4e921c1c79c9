"""Whether the settings can be used, and whether others can read the secret among them."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING, Final

from bot.checkup.finding import ok, problem, warning
from bot.checkup.places import ENV_FILE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.checkup.finding import Finding
    from bot.checkup.places import Places

_OTHERS: Final = stat.S_IRWXG | stat.S_IRWXO


def settings(_: Places) -> Iterable[Finding]:
    """Whether the bot would start with these settings; no value is ever told."""
    from bot.errors import SettingsError  # noqa: PLC0415 - see the package's first lines
    from bot.settings import Settings, load_settings  # noqa: PLC0415

    try:
        found = load_settings(Settings)
    except SettingsError as error:
        for complaint in error.complaints:
            yield problem("settings", complaint)
        return
    yield ok("settings", "all can be used, and the token has a token's form")
    cores = os.cpu_count() or 1
    if found.workers > cores:
        yield warning(
            "settings",
            f"FOOTNOTE_WORKERS is {found.workers} and the machine has {cores} cores; more workers than "
            f"cores make every answer slower",
        )


def env_file(_: Places) -> Iterable[Finding]:
    """Whether only its owner can read the file with the token."""
    try:
        mode = ENV_FILE.stat().st_mode
    except FileNotFoundError:
        yield ok(".env", "there is none; settings come from the environment alone")
    except OSError as error:
        yield problem(
            ".env", f"it cannot be looked at ({error.strerror}); mend its folder's permissions"
        )
    else:
        yield env_file_finding(mode, readable=os.access(ENV_FILE, os.R_OK))


def env_file_finding(mode: int, *, readable: bool) -> Finding:
    """What there is to say of a file of settings.

    Args:
        mode: As `os.stat` gives it.
        readable: Whether this user may read it.
    """
    if not stat.S_ISREG(mode):
        return problem(".env", "it is no file; move it away and copy .env.example in its place")
    if not readable:
        return problem(
            ".env", "this user may not read it; run `chown` to the bot's user, then `chmod 600`"
        )
    if mode & _OTHERS:
        return warning(
            ".env",
            f"others than its owner may use it (mode {stat.S_IMODE(mode):o}), and it holds the token; "
            f"run `chmod 600 .env`",
        )
    return ok(".env", "only its owner can read it")
