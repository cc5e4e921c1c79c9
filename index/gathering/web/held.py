"""What a library holds of every source, as those who ask servers need to know it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

Places = Mapping[tuple[str, str], str]
"""Fingerprints by root and locator."""

_NONE: Places = MappingProxyType({})


class Held(NamedTuple):
    """Fingerprints by root and locator.

    Attributes:
        read: Of sources whose articles the library holds; "" for one that must be read again.
        failed: Of sources that were read and gave no article: nobody need send them again either.
    """

    read: Places = _NONE
    failed: Places = _NONE


def of_root(places: Places, root: str) -> Mapping[str, str]:
    """Those of one root, by locator."""
    return {locator: found for (name, locator), found in places.items() if name == root}
