"""What a member is shown."""

from __future__ import annotations

from typing import Any


def labels(message: Any) -> list[str]:
    """The buttons of a message, in order."""
    found: list[str] = []

    def walk(parts: Any) -> None:
        for part in parts or []:
            found.extend([part["label"]] if part.get("label") else [])
            walk(part.get("components"))

    walk(message.components)
    return found
