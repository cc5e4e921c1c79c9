"""A small folder of articles, a library of it, and a way to run commands in this process."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest
from typer.testing import CliRunner

if TYPE_CHECKING:
    from pathlib import Path

ARTICLES = {
    "bees.md": """---
title: Honeybees tell each other the way by dancing
outlet: The Test Gazette
published: 2021-05-04
url: https://gazette.example/bees
---

Honeybees that return from a rich patch of flowers dance on the comb. The angle of the waggle dance
against the vertical tells the other bees the direction of the flowers against the sun.

In the study, 214 dances were filmed in four hives in the summer of 2020. Longer waggle runs meant
flowers that were farther away from the hive.
""",
    "volcano.md": """---
title: Small earthquakes announce an eruption of the volcano
outlet: The Test Gazette
published: 2020-11-30
doi: 10.5555/volcano
---

Swarms of small earthquakes began about nine hours before each of the six eruptions of the volcano
that the network recorded. The earthquakes rose towards the surface as the magma climbed.

The scientists placed 31 seismometers round the crater. They measured the shaking for eleven years.
""",
    "bread.md": """---
title: Sourdough keeps its crumb soft for longer
outlet: The Test Gazette
published: 2019-02-01
---

Bread baked with sourdough stayed soft for six days, two days longer than bread baked with yeast.
The lactic acid bacteria of the sourdough slow the hardening of the starch in the crumb.
""",
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command left behind."""

    code: int
    out: str
    err: str

    def json(self) -> Any:
        return json.loads(self.out)


def run(name: str, *arguments: object) -> Outcome:
    """Run `python -m scripts.NAME ARGUMENTS`, in this process."""
    app = import_module(f"scripts.{name}").app
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Outcome(result.exit_code, result.stdout, result.stderr)


def write_articles(folder: Path) -> Path:
    """The articles, in a new folder."""
    folder.mkdir(parents=True)
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of three articles, for this test alone."""
    return write_articles(tmp_path / "articles")


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of those articles; only for reading."""
    home = tmp_path_factory.mktemp("scripts")
    outcome = run("index", write_articles(home / "articles"), "--library", home / "library")
    assert outcome.code == 0, outcome.err
    return home / "library"
