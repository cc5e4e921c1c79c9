"""Letters as they can be stored and sent."""

from __future__ import annotations


def whole(text: str) -> str:
    """The text with half letters as question marks: JSON and a command line can hold them, and nothing else."""
    return text.encode("utf-8", "replace").decode("utf-8")
