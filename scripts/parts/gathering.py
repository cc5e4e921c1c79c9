"""What an operator may say about the web, shared by the commands that gather."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final
from urllib.parse import urlsplit

import typer

from index.gathering.web.network.addresses import is_address
from index.gathering.web.options import WebOptions
from index.sources.rules.addresses import named
from scripts.parts.console import fail

if TYPE_CHECKING:
    from collections.abc import Sequence

_ADDRESS: Final = re.compile(r"^[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_PANEL: Final = "The web"
_USUAL: Final = WebOptions()

Contact = Annotated[
    str,
    typer.Option(
        help="An address or e-mail in the user agent, for site owners to ask.",
        rich_help_panel=_PANEL,
    ),
]
Pause = Annotated[
    float,
    typer.Option(help="Seconds between two requests to one host.", min=0, rich_help_panel=_PANEL),
]
Deadline = Annotated[
    float,
    typer.Option(
        help="Seconds for one answer, however slowly it comes.", min=0.1, rich_help_panel=_PANEL
    ),
]
Attempts = Annotated[
    int,
    typer.Option(help="How often one address is asked.", min=1, max=10, rich_help_panel=_PANEL),
]
LongestWait = Annotated[
    float,
    typer.Option(
        help="The longest Retry-After or crawl delay that is sat out, in seconds.",
        min=0,
        rich_help_panel=_PANEL,
    ),
]
MostPages = Annotated[
    int,
    typer.Option(help="Asked in one run for one source.", min=1, rich_help_panel=_PANEL),
]
RevisitDays = Annotated[
    float,
    typer.Option(
        help="How long a page is left alone that its listing calls unchanged.",
        min=0,
        rich_help_panel=_PANEL,
    ),
]
AllowHost = Annotated[
    list[str] | None,
    typer.Option(
        help="A host that may stand in a private network, and on any port; may be repeated.",
        rich_help_panel=_PANEL,
    ),
]

PAUSE: Final = _USUAL.seconds_between
DEADLINE: Final = _USUAL.total_seconds
ATTEMPTS: Final = _USUAL.attempts
LONGEST_WAIT: Final = _USUAL.longest_wait
MOST_PAGES: Final = _USUAL.most_pages
REVISIT_DAYS: Final = _USUAL.revisit_days


def web_options(
    *,
    contact: str,
    pause: float,
    deadline: float,
    attempts: int,
    longest_wait: float,
    most_pages: int,
    revisit_days: float,
    allow_host: Sequence[str] | None,
) -> WebOptions:
    """The options of this run."""
    if not contact.isprintable() or not contact.isascii():
        fail("--contact goes into a header: write it in ASCII, on one line")
    return WebOptions(
        contact=contact,
        seconds_between=pause,
        connect_seconds=min(_USUAL.connect_seconds, deadline),
        idle_seconds=min(_USUAL.idle_seconds, deadline),
        total_seconds=deadline,
        attempts=attempts,
        backoff_seconds=min(_USUAL.backoff_seconds, longest_wait),
        longest_wait=longest_wait,
        most_pages=most_pages,
        revisit_days=revisit_days,
        allow_private=frozenset(map(_host, allow_host or ())),
    )


def _host(written: str) -> str:
    """The host, where somebody wrote its port too; an IPv6 address needs no brackets."""
    if written.count(":") > 1 and not written.startswith("["):
        written = f"[{written}]"
    try:
        host = urlsplit(f"//{written}").hostname
    except ValueError:
        host = None
    return host or fail(f"--allow-host {written}: write a host as it stands in an address")


def check_sources(sources: Sequence[str]) -> None:
    """Return if each is an address of the web, or stands on this machine.

    Raises:
        typer.Exit: one does not.
    """
    for source in sources:
        if is_address(source):
            continue
        if _ADDRESS.match(source):
            fail(f"{named(source)}: only http and https addresses can be gathered")
        if not Path(source).exists():
            fail(f"there is no file or folder {source}; nothing was touched")
