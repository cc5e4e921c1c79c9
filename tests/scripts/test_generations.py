"""`python -m scripts.generations`: see, check, go back, clear away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.store.library import Library
from tests.scripts.conftest import run

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def three(folder: Path, tmp_path: Path) -> Library:
    """A library of three generations, each from the one before."""
    library = Library(tmp_path / "library")
    for number in range(3):
        with (folder / "bees.md").open("a") as bees:
            bees.write(f"\n\nThe bees were counted again on day {number}.\n")
        assert run("index", folder, "--library", library.folder).code == 0
    assert len(library.generations()) == 3
    return library


def test_list_shows_all_and_marks_the_current_one(three: Library):
    """With model, counts, size and parent."""
    found = run("generations", "list", "--library", three.folder, "--json").json()
    assert found["current"] == three.current()
    assert [row["generation"] for row in found["generations"]] == list(three.generations())
    assert [row["current"] for row in found["generations"]].count(True) == 1
    assert {"created", "parent", "model", "articles", "passages", "spans", "bytes"} <= set(
        found["generations"][0]
    )
    table = run("generations", "list", "--library", three.folder).out
    marked = [line for line in table.splitlines() if line.lstrip().startswith("*")]
    assert len(marked) == 1
    assert three.current() in marked[0]


def test_roll_back_serves_the_one_before_and_then_any(three: Library):
    """By its parent, or by name."""
    _first, second, third = three.generations()
    back = run("generations", "roll-back", "--library", three.folder, "--json")
    assert (back.code, back.json()["current"], three.current()) == (0, second, second)
    assert run("generations", "roll-back", third, "--library", three.folder).code == 0
    assert three.current() == third


def test_prune_keeps_as_many_as_asked_and_always_the_current(three: Library):
    """The current one stays, however old."""
    oldest, *_ = three.generations()
    three.roll_back(oldest)
    outcome = run("generations", "prune", "--keep", 1, "--library", three.folder, "--json")
    assert outcome.code == 0
    assert len(outcome.json()["removed"]) == 2
    assert three.generations() == (oldest,)
    assert "0 removed" in run("generations", "prune", "--library", three.folder).out


def test_verify_finds_the_damaged_one(three: Library):
    """All by default, one by name; exit code 2 where one is not sound."""
    sound, *_, damaged = three.generations()
    (three.folder / "generations" / damaged / "spans.npy").write_bytes(b"x")
    outcome = run("generations", "verify", "--library", three.folder, "--json")
    assert outcome.code == 2
    assert {row["generation"]: row["sound"] for row in outcome.json()["generations"]}[
        damaged
    ] is False
    assert [row["sound"] for row in outcome.json()["generations"]].count(True) == 2
    assert run("generations", "verify", sound, "--library", three.folder).code == 0
    assert "spans.npy" in run("generations", "verify", damaged, "--library", three.folder).out


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["verify", "20000101T000000Z-nothing"], id="verify"),
        pytest.param(["roll-back", "20000101T000000Z-nothing"], id="roll_back"),
        pytest.param(["verify", "../../etc"], id="path"),
    ],
)
def test_an_unknown_generation_is_told(library: Path, arguments: list[str]):
    """With the command that shows those there are."""
    outcome = run("generations", *arguments, "--library", library)
    assert (outcome.code, outcome.out) == (2, "")
    assert "generations list" in outcome.err


@pytest.mark.parametrize("command", ["list", "verify", "roll-back", "prune"])
def test_an_empty_library_is_told(tmp_path: Path, command: str):
    """Not an empty table, and no folder is made."""
    outcome = run("generations", command, "--library", tmp_path / "none")
    assert (outcome.code, outcome.out) == (2, "")
    assert "nothing is indexed" in outcome.err
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("pointer", ["", "../..", "\x00"])
def test_a_broken_pointer_still_lets_the_operator_look_and_mend(three: Library, pointer: str):
    """List shows what there is; roll back to one by name mends it."""
    good = three.current()
    (three.folder / "CURRENT").write_text(pointer)
    listed = run("generations", "list", "--library", three.folder, "--json")
    assert listed.code == 0
    assert listed.json()["current"] is None
    assert listed.err
    assert run("generations", "roll-back", good, "--library", three.folder).code == 0
    assert three.current() == good


def test_a_lost_pointer_still_lets_the_operator_look_and_mend(three: Library):
    """As after a restored backup that left it out."""
    good = three.current()
    (three.folder / "CURRENT").unlink()
    listed = run("generations", "list", "--library", three.folder)
    assert listed.code == 0
    assert good in listed.out
    assert "roll back" in listed.err
    assert run("generations", "roll-back", good, "--library", three.folder).code == 0


def test_list_shows_a_damaged_generation_among_the_others(three: Library):
    """And says what is wrong with it."""
    damaged, *_ = three.generations()
    (three.folder / "generations" / damaged / "manifest.json").write_text("{}")
    rows = run("generations", "list", "--library", three.folder, "--json").json()["generations"]
    assert [row["generation"] for row in rows if "detail" in row] == [damaged]
    listed = run("generations", "list", "--library", three.folder)
    assert all(generation in listed.out for generation in three.generations())
    assert damaged in listed.err


def test_people_read_what_happened(three: Library):
    """One line each."""
    oldest, middle, newest = three.generations()
    back = run("generations", "roll-back", middle, "--library", three.folder)
    assert back.out == f"generation {middle} is the current one\n"
    pruned = run("generations", "prune", "--keep", 2, "--library", three.folder)
    assert pruned.out == f"removed {newest}\n1 removed\n"
    verified = run("generations", "verify", "--library", three.folder)
    assert verified.out == f"{oldest}  sound\n{middle}  sound\n"


def test_prune_forgets_vectors_that_nothing_needs(three: Library):
    """Only when asked: of the passage that grew every day the two smaller ones; all sentences stand in it still."""
    plain = run("generations", "prune", "--keep", 1, "--library", three.folder, "--json").json()
    assert plain["dropped"] is None
    swept = run("generations", "prune", "--vectors", "--library", three.folder)
    assert "0 removed\n2 kept vectors dropped" in swept.out
