"""YAML that people write about an article: one mapping, every scalar the text that was written."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import yaml
from typing_extensions import override
from yaml.error import MarkedYAMLError
from yaml.events import AliasEvent

from index.errors.sources import UnreadableSourceError

if TYPE_CHECKING:
    from yaml.nodes import Node

Keys = dict[str, object]

MAX_WRITTEN_CHARS = 64 * 1024
"""Longer front matter or a longer sidecar is no description of one article."""


def read_yaml(text: str) -> Keys:
    """One mapping of YAML; every scalar stays the text that was written.

    Raises:
        UnreadableSourceError: no YAML, no mapping, too long, or with aliases; with the line.
    """
    if len(text) > MAX_WRITTEN_CHARS:
        raise UnreadableSourceError(f"its YAML is longer than {MAX_WRITTEN_CHARS} characters")
    try:
        written = cast("object", yaml.load(text, Loader=TextLoader))  # noqa: S506 - derives from BaseLoader: text, lists, mappings
    except MarkedYAMLError as error:
        line = f"line {error.problem_mark.line + 1}: " if error.problem_mark else ""
        raise UnreadableSourceError(f"its YAML is broken ({line}{error.problem})") from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise UnreadableSourceError("its YAML is broken or nested too deeply") from error
    if written is None or written == "":
        return {}
    keys = cast("dict[object, object]", written) if isinstance(written, dict) else {1: written}
    if not all(isinstance(key, str) for key in keys):
        raise UnreadableSourceError('its YAML is no list of keys and values such as "title: …"')
    return {str(key).strip().lower(): value for key, value in keys.items()}


class TextLoader(yaml.BaseLoader):
    """No aliases, so that no few lines can stand for a billion; no types, so that "no" is Norwegian."""

    @override
    def compose_node(self, parent: Node | None, index: int) -> Node | None:
        # PyYAML's own methods have no types.
        if self.check_event(AliasEvent):  # pyright: ignore[reportUnknownMemberType] - as above
            raise MarkedYAMLError(problem="aliases are not read", problem_mark=None)
        return super().compose_node(parent, index)
