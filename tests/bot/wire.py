"""Every body the bot sends, against Discord's own OpenAPI document and the limits it does not hold."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator

from bot.rendering import limits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from simcord import HttpLogEntry

DOCUMENT = Path(__file__).resolve().parents[3] / "shared" / "data" / "discord" / "openapi.json"
"""Absent outside the workshop: then only our own asserts run, and the test says so."""

_EXACT_IN_JSON = 2**53
_TEXT_DISPLAY = 10
_MODAL = 9
_MEDIA = 16
"""The kind of channel that Discord's pages list and its document does not; discord.py counts it among forums."""


def check(requests: Iterable[HttpLogEntry]) -> int:
    """Assert that Discord would take each body; returns how many were held against its document."""
    held = 0
    for request in requests:
        # A test that takes a permission away does it in the bot's name; Discord takes text there.
        if request.json is None or "/permissions/" in request.path:
            continue
        body = _with_text_ids(request.json)
        _within_limits(body)
        validator = _validator(request.method.lower(), request.path)
        if validator is not None:
            problems = [f"{e.json_path}: {e.message[:300]}" for e in validator.iter_errors(body)]
            assert not problems, f"{request.method} {request.path}: {problems}\n{body}"
            held += 1
    return held


def _within_limits(body: Any) -> None:
    for message in _messages(body):
        content = message.get("content") or ""
        parts = list(_components(message.get("components") or []))
        texts = [part["content"] for part in parts if part.get("type") == _TEXT_DISPLAY]
        assert limits.length(content) <= limits.CONTENT
        assert sum(map(limits.length, texts)) <= limits.LAYOUT_TEXT
        assert len(parts) <= limits.LAYOUT_COMPONENTS
        named = [part["custom_id"] for part in parts if part.get("custom_id")]
        assert all(len(name) <= limits.CUSTOM_ID for name in named)
        assert len(set(named)) == len(named), named
        if (content or parts) and body.get("type") != _MODAL:
            allowed = message["allowed_mentions"]
            called = allowed.pop("roles", []) if _calls_a_person(parts) else []
            assert len(called) <= 1, message  # the one role that administrators named
            assert not any(allowed.values()), message  # nobody, not even who is replied to


def _calls_a_person(parts: list[dict[str, Any]]) -> bool:
    return any((part.get("custom_id") or "").startswith("footnote:resolve:") for part in parts)


def _messages(body: Any) -> Iterator[dict[str, Any]]:
    if isinstance(body, dict):
        data = body.get("data")
        yield data if isinstance(data, dict) else body


def _components(parts: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for part in parts:
        yield part
        yield from _components(part.get("components") or [])


def _with_text_ids(value: Any) -> Any:
    """Ids as Discord's document wants them; discord.py sends numbers, which Discord takes too."""
    if isinstance(value, dict):
        return {
            key: [kind for kind in inner if kind != _MEDIA]
            if key == "channel_types"
            # The place of a file among those sent, which stands for an id it does not have yet.
            else [{**file, "id": str(file["id"])} for file in inner]
            if key == "attachments"
            else _with_text_ids(inner)
            for key, inner in value.items()
        }
    if isinstance(value, list):
        return [_with_text_ids(inner) for inner in value]
    if isinstance(value, int) and not isinstance(value, bool) and value > _EXACT_IN_JSON:
        return str(value)
    return value


@lru_cache
def _document() -> dict[str, Any]:
    return json.loads(DOCUMENT.read_text(encoding="utf-8")) if DOCUMENT.is_file() else {"paths": {}}


@lru_cache
def _validator(method: str, path: str) -> Draft202012Validator | None:
    document = _document()
    matching = [
        template
        for template, acts in document["paths"].items()
        if re.fullmatch(re.sub(r"\{[^}]+\}", "[^/]+", template), path)
        and "requestBody" in acts.get(method, {})
    ]
    if not matching:
        return None
    # The more literal one, where an id and "@original" both match.
    template = min(matching, key=lambda found: found.count("{"))
    schema = document["paths"][template][method]["requestBody"]["content"]["application/json"]
    return Draft202012Validator({**schema["schema"], "components": document["components"]})
