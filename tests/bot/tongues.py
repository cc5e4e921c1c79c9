"""Members whose Discord is set to another language; simcord's are all set to English."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest
from simcord import interactions

if TYPE_CHECKING:
    from collections.abc import Generator


@contextmanager
def speaking(locale: str) -> Generator[None]:
    """While it lasts, every interaction comes from a client in this language."""
    made = interactions.base_payload

    def base_payload(*args: Any, **kwargs: Any) -> Any:
        record, payload = made(*args, **kwargs)
        return record, {**payload, "locale": locale}

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(interactions, "base_payload", base_payload)
        yield
