"""Stub while it is being written."""
from __future__ import annotations
from collections.abc import Sequence
from index.sources.source import Draft


def sniff(text: str) -> bool:
    return False


def read(text: str) -> Sequence[Draft]:
    return ()
