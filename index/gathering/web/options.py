"""How the web is gathered from: every number that an operator may turn, with where its default is from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from index.sources.source import MAX_SOURCE_BYTES

ROBOTS_NAME: Final = "Footnote"
"""What a robots.txt calls us."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WebOptions:
    """What is asked of the web, how often and how much of it is taken.

    Attributes:
        contact: An address or e-mail in the user agent, by which a site's owner finds whom to ask.
        seconds_between: Between two requests to one host; its robots.txt may ask for more. One
            second is what Scrapy's project template sets.
        hands: Hosts that are asked at once; each of them only ever one thing at a time.
        connect_seconds: For a connection, TLS included.
        idle_seconds: For a server to say anything more.
        total_seconds: For one answer from its first byte asked to its last, however it trickles;
            180 is Scrapy's DOWNLOAD_TIMEOUT.
        attempts: How often one address is asked before it counts as failed; Scrapy's default.
        backoff_seconds: Before the second attempt; doubled before every further one.
        longest_wait: The longest Retry-After or crawl delay that is sat out; what asks for more is
            left for another run.
        most_bytes: Of one answer, as sent and as unpacked.
        most_redirects: On the way to one address; browsers follow 20 (WHATWG Fetch), few need 5.
        most_pages: Asked in one run for one source; at a second each, 10,000 take three hours.
        most_listings: Sitemaps followed in one run for one source; the largest publishers have
            hundreds.
        revisit_days: How long a page that its listing calls unchanged, or lists no more, is left
            alone; a correction on it is seen within that time.
        ports: That may be asked.
        allow_private: Hosts, as named in addresses, that may stand in a private network, and on any
            port; such as "intranet.example.org" or "127.0.0.1". All others must be public.
    """

    contact: str = ""
    seconds_between: float = 1.0
    hands: int = 8
    connect_seconds: float = 15.0
    idle_seconds: float = 30.0
    total_seconds: float = 180.0
    attempts: int = 3
    backoff_seconds: float = 1.0
    longest_wait: float = 60.0
    most_bytes: int = MAX_SOURCE_BYTES
    most_redirects: int = 10
    most_pages: int = 10_000
    most_listings: int = 500
    revisit_days: float = 30.0
    ports: frozenset[int] = frozenset({80, 443})
    allow_private: frozenset[str] = frozenset()

    @property
    def user_agent(self) -> str:
        """How we name ourselves to servers."""
        about = "; ".join(filter(None, ("indexes research articles", self.contact)))
        return f"{ROBOTS_NAME}/0.1 ({about})"
