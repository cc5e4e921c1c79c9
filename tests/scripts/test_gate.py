"""`python -m scripts.index --gate`: a worse generation is not published, and the report says why."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from index.store.library import Library
from tests.scripts.conftest import run

if TYPE_CHECKING:
    from pathlib import Path

BEES = "What does the angle of the waggle dance tell the bees?"
BREAD = "How long does sourdough bread stay soft?"


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """Two questions that the library answers, and one that it does not."""
    rows = [
        {"question": BEES, "articles": ["bees.md"]},
        {"question": BREAD, "articles": ["bread.md"]},
        {"question": "Who won the chess olympiad in 1974?", "answerable": False},
    ]
    file = tmp_path / "gold.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return file


@pytest.fixture
def published(folder: Path, gold: Path, tmp_path: Path) -> Library:
    """A library that passed the gate."""
    library = Library(tmp_path / "library")
    outcome = run("index", folder, "--library", library.folder, "--gate", gold, "--json")
    assert outcome.code == 0
    told = outcome.json()["gate"]
    assert (told["refused"], told["before"], told["falls"]) == (False, {}, [])
    assert told["now"]["success@1"] == told["now"]["abstained"] == 1.0
    return library


def test_a_worse_generation_is_refused(published: Library, folder: Path, gold: Path):
    """The published one stands; the figures that fell and the answers that changed are named."""
    current = published.current()
    (folder / "bread.md").write_text(
        "# Bread\n\nBread is baked of flour and of water, and is old.\n"
    )
    command = ("index", folder, "--library", published.folder, "--gate", gold)
    outcome = run(*command, "--json")
    assert outcome.code == 2
    told = outcome.json()
    assert (told["published"], told["gate"]["refused"]) == (False, True)
    assert "answered" in [fall["figure"] for fall in told["gate"]["falls"]]
    [changed] = told["gate"]["answers"]
    assert changed["question"] == BREAD
    assert "six days" in changed["before"]
    assert (published.current(), published.generations()) == (current, (current,))
    said = run(*command)
    assert "the gate refused" in said.err
    assert f"answered otherwise: {BREAD}\n  before: Bread baked with sourdough" in said.out
    assert "is published" not in said.out


def test_who_allows_more_gets_it(published: Library, folder: Path, gold: Path):
    """A margin of one lets anything pass."""
    (folder / "bread.md").write_text(
        "# Bread\n\nBread is baked of flour and of water, and is old.\n"
    )
    outcome = run(
        *("index", folder, "--library", published.folder, "--gate", gold, "--gate-margin", 1)
    )
    assert outcome.code == 0
    assert published.current() in outcome.out


def test_the_gate_names_articles_that_are_not_there(folder: Path, gold: Path, tmp_path: Path):
    """Else a misspelt name would look like bad retrieval."""
    gold.write_text(json.dumps({"question": BEES, "articles": ["wasps.md"]}))
    outcome = run("index", folder, "--library", tmp_path / "library", "--gate", gold)
    assert "wasps.md is no article of the new generation" in outcome.err


def test_diff_names_what_changed(published: Library, folder: Path):
    """Beside the current generation, or between any two."""
    first = published.current()
    (folder / "bees.md").write_text(
        (folder / "bees.md").read_text().replace("2021-05-04", "2021-05-05")
    )
    (folder / "owls.md").write_text(
        "# Owls hunt by ear\n\nOwls find mice under snow by ear alone.\n"
    )
    run("index", folder, "--library", published.folder)
    told = run("generations", "diff", first, "--library", published.folder, "--json").json()
    assert (told["before"], told["now"]) == (first, published.current())
    assert [row["title"] for row in told["added"]] == ["Owls hunt by ear"]
    assert [(row["title"], row["what"]) for row in told["changed"]] == [
        ("Honeybees tell each other the way by dancing", ["published"])
    ]
    assert told["removed"] == []
    backwards = run(
        *("generations", "diff", published.current(), first, "--library", published.folder)
    )
    assert "removed" in backwards.out
    assert "Owls hunt by ear" in backwards.out
    numbered = run("generations", "diff", 1, 2, "--library", published.folder, "--json").json()
    assert (numbered["before"], numbered["now"]) == (told["before"], told["now"])
    assert run("generations", "diff", "nobody", "--library", published.folder).code == 2


def test_diff_names_a_bare_text_by_its_file(published: Library, folder: Path):
    """It has no title, and its id says nothing to anybody."""
    (folder / "owls.txt").write_text("Owls find mice under snow by ear alone, night after night.\n")
    run("index", folder, "--library", published.folder)
    shown = run("generations", "diff", 1, "--library", published.folder)
    [line] = [line for line in shown.out.splitlines() if line.startswith("added")]
    assert line.endswith(f"{folder.name}/owls.txt")


def test_diff_tells_a_retraction_as_one(published: Library, folder: Path):
    """A list of names of fields would hide it."""
    (folder / "bees.meta.yaml").write_text("status: retracted\n")
    assert run("index", folder, "--library", published.folder).code == 0
    shown = run("generations", "diff", 1, "--library", published.folder)
    assert "status: current to retracted" in shown.out
    [changed] = run("generations", "diff", 1, "--library", published.folder, "--json").json()[
        "changed"
    ]
    assert changed["status"] == ["current", "retracted"]
    assert run("generations", "roll-back", "1", "--library", published.folder).code == 0
    assert published.current().startswith("000001-")
