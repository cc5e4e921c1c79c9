"""Which addresses of the network belong to strangers in public, and which must never be asked.

The lists are those of IANA's special-purpose registries (RFC 6890 and what amends it), written out:
what `ipaddress` calls global changed between patch releases of Python.
"""

from __future__ import annotations

from enum import Enum
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network
from typing import Final


class Reach(Enum):
    """Who stands at an address."""

    PUBLIC = "public"
    PRIVATE = "private"
    NEVER = "special"


_PRIVATE_4: Final = tuple(
    map(IPv4Network, ("10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"))
)  # fmt: skip
_NEVER_4: Final = tuple(
    map(
        IPv4Network,
        (
            "0.0.0.0/8", "169.254.0.0/16", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24",
            "192.88.99.0/24", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
            "224.0.0.0/4", "240.0.0.0/4",
            "100.100.100.200/32",   # metadata of Alibaba's cloud
            "168.63.129.16/32",     # metadata of Azure, in a public range
        ),
    )
)  # fmt: skip
_PRIVATE_6: Final = (IPv6Network("::1/128"), IPv6Network("fc00::/7"))
_GLOBAL_6: Final = IPv6Network("2000::/3")
_NEVER_6: Final = tuple(
    map(
        IPv6Network,
        (
            "2001::/23",        # IETF's own protocols, Teredo among them
            "2001:db8::/32", "2620:4f:8000::/48", "3fff::/20",
            "fd00:ec2::/32",    # metadata of Amazon's cloud, in a private range
            "fd20:ce::/32",     # metadata of Google's
        ),
    )
)  # fmt: skip
_MAPPED: Final = (IPv6Network("::ffff:0:0/96"), IPv6Network("64:ff9b::/96"))
"""IPv4 in the last 32 bits: mapped (RFC 4291), and as DNS64 gives it (RFC 6052)."""

_SIX_TO_FOUR: Final = IPv6Network("2002::/16")


def reach_of(address: IPv4Address | IPv6Address) -> Reach:
    """Who stands there; an IPv4 address inside an IPv6 one counts as itself."""
    if isinstance(address, IPv4Address):
        return _reach(address, _NEVER_4, _PRIVATE_4)
    if address.scope_id:
        return Reach.NEVER
    if any(address in network for network in _MAPPED):
        return reach_of(IPv4Address(int(address) & 0xFFFFFFFF))
    if address in _SIX_TO_FOUR:
        return reach_of(IPv4Address(int(address) >> 80 & 0xFFFFFFFF))
    known = _reach(address, _NEVER_6, _PRIVATE_6)
    return Reach.NEVER if known is Reach.PUBLIC and address not in _GLOBAL_6 else known


def _reach(
    address: IPv4Address | IPv6Address,
    never: tuple[IPv4Network, ...] | tuple[IPv6Network, ...],
    private: tuple[IPv4Network, ...] | tuple[IPv6Network, ...],
) -> Reach:
    if any(address in network for network in never):
        return Reach.NEVER
    return Reach.PRIVATE if any(address in network for network in private) else Reach.PUBLIC
