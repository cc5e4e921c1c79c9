"""docs/operator.md tells an operator every setting, as the bot takes it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.settings import PREFIX, Settings

DOCS = (Path(__file__).parents[1] / "docs/operator.md").read_text("utf-8")
NAMED: dict[str, str] = dict(
    re.findall(rf"^\| `({PREFIX}\w+)` \| `?([^|`]+?)`? \|", DOCS, re.MULTILINE)
)


def test_every_setting_is_in_the_table_and_no_other() -> None:
    """A setting that was added, renamed or dropped is so in the docs."""
    assert set(NAMED) == {PREFIX + name.upper() for name in Settings.model_fields}


DEFAULTS = {
    name: field.get_default()
    for name, field in Settings.model_fields.items()
    if not field.is_required() and field.get_default() not in {None, ""}
}


@pytest.mark.parametrize("name", DEFAULTS)
def test_the_stated_default_is_the_default(name: str) -> None:
    """What the table says a setting is without being set, it is."""
    default = DEFAULTS[name]
    said = NAMED[PREFIX + name.upper()]
    assert said == str(default) or float(said) == default
