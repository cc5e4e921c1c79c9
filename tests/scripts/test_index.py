"""`python -m scripts.index`: what it says, what it leaves, and how it exits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.store.library import Library
from tests.scripts.conftest import run

if TYPE_CHECKING:
    from pathlib import Path


def test_a_folder_becomes_a_library_and_then_stands(folder: Path, tmp_path: Path):
    """The second run finds nothing to do, embeds nothing and publishes nothing."""
    first = run("index", folder, "--library", tmp_path / "library", "--json")
    again = run("index", folder, "--library", tmp_path / "library", "--json")
    assert (first.code, again.code) == (0, 0)
    built, stood = first.json(), again.json()
    assert len(built["added"]) == built["articles"] == 3
    assert built["published"] is True
    assert built["embedded"] >= built["spans"] > built["passages"]
    assert (stood["unchanged"], stood["embedded"], stood["published"]) == (3, 0, False)
    assert stood["generation"] == built["generation"]


def test_people_read_a_summary(folder: Path, tmp_path: Path):
    """Counts by name, and the generation that is served now; nothing on stderr."""
    outcome = run("index", folder, "--library", tmp_path / "library")
    rows = dict(line.split() for line in outcome.out.splitlines() if len(line.split()) == 2)
    assert rows["added"] == "3"
    assert rows["skipped"] == "0"
    assert f"generation {Library(tmp_path / 'library').current()} is published" in outcome.out
    assert outcome.err == ""


def test_only_what_changed_is_embedded(folder: Path, tmp_path: Path):
    """One new sentence costs its vector and its passage's; a file that went takes its article along."""
    run("index", folder, "--library", tmp_path / "library")
    bees = folder / "bees.md"
    bees.write_text(bees.read_text() + "\nThe bees also buzz while they dance on the comb.\n")
    (folder / "bread.md").unlink()
    report = run(
        "index", folder, "--library", tmp_path / "library", "--allow-removals", "--json"
    ).json()
    assert (len(report["changed"]), len(report["removed"]), report["unchanged"]) == (1, 1, 1)
    assert report["embedded"] == 2


def test_a_bad_file_is_named_with_its_reason_and_the_rest_goes_in(folder: Path, tmp_path: Path):
    """Done in part: exit code 1."""
    (folder / "empty.html").write_text("")
    outcome = run("index", folder, "--library", tmp_path / "library", "--json")
    assert outcome.code == 1
    assert outcome.json()["articles"] == 3
    (skipped,) = outcome.json()["skipped"]
    assert skipped["source"] == "articles/empty.html"
    assert f"skipped articles/empty.html: {skipped['reason']}" in outcome.err


def test_nothing_readable_publishes_nothing_and_says_why(tmp_path: Path):
    """Exit code 2, with each file's reason."""
    (tmp_path / "only.html").write_text("")
    outcome = run("index", tmp_path / "only.html", "--library", tmp_path / "library", "--json")
    assert outcome.code == 2
    assert outcome.json()["skipped"][0]["source"] == "only.html"
    assert "skipped only.html" in outcome.err
    assert "nothing was published" in outcome.err


@pytest.mark.parametrize(
    ("source", "said"),
    [
        pytest.param("nowhere", "no file or folder", id="no_such_path"),
        pytest.param("ftp://me:secret@a.example/", "only http and https", id="scheme"),
    ],
)
def test_a_source_that_cannot_be_is_misuse_and_touches_nothing(
    folder: Path, tmp_path: Path, source: str, said: str
):
    """Also when another source is good: a typing error must not remove articles."""
    outcome = run("index", folder, source, "--library", tmp_path / "library")
    assert (outcome.code, outcome.out) == (2, "")
    assert said in outcome.err
    assert not (tmp_path / "library").exists()


@pytest.mark.parametrize(
    "arguments", [["index", "bees.md"], ["generations", "list"], ["search", "bees"]]
)
def test_a_file_is_no_library(folder: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]):
    """Who mixed up the names is told so, not to mend permissions."""
    monkeypatch.chdir(folder)
    outcome = run(*arguments, "--library", "bread.md")
    assert outcome.code == 2
    assert "bread.md" in outcome.err
    assert "is a file" in outcome.err
    assert "permission" not in outcome.err


def test_a_build_that_would_drop_much_stops_and_asks(folder: Path, tmp_path: Path):
    """An unmounted folder must not empty a library."""
    run("index", folder, "--library", tmp_path / "library")
    (folder / "bread.md").unlink()
    (folder / "bees.md").unlink()
    before = Library(tmp_path / "library").current()
    refused = run("index", folder, "--library", tmp_path / "library")
    assert refused.code == 2
    assert "--allow-removals" in refused.err
    assert Library(tmp_path / "library").current() == before


def test_a_second_build_at_once_is_refused(folder: Path, tmp_path: Path):
    """With what to do about it."""
    with Library(tmp_path / "library").building():
        outcome = run("index", folder, "--library", tmp_path / "library")
    assert outcome.code == 2
    assert "--wait" in outcome.err


def test_a_damaged_library_is_built_afresh_when_asked(folder: Path, tmp_path: Path):
    """Not by itself: the operator may have a backup."""
    library = Library(tmp_path / "library")
    run("index", folder, "--library", library.folder)
    (library.folder / "generations" / library.current() / "manifest.json").write_text("{}")
    refused = run("index", folder, "--library", library.folder)
    assert refused.code == 2
    afresh = run("index", folder, "--library", library.folder, "--afresh", "--json")
    assert afresh.code == 0
    assert len(afresh.json()["added"]) == 3
    assert afresh.json()["embedded"] == 0  # the vectors are kept by text


def test_an_unknown_model_is_refused_before_anything_is_published(folder: Path, tmp_path: Path):
    """In one sentence that names it."""
    empty = tmp_path / "model"
    empty.mkdir()
    outcome = run("index", folder, "--library", tmp_path / "library", "--model", empty)
    assert outcome.code == 2
    assert str(empty) in outcome.err
    assert Library(tmp_path / "library").generations() == ()


def test_a_second_build_is_told_of_the_first(folder: Path, tmp_path: Path):
    """It changes nothing, and says how to wait."""
    library = Library(tmp_path / "library")
    with library.building():
        outcome = run("index", folder, "--library", library.folder)
    assert (outcome.code, outcome.out) == (2, "")
    assert "--wait" in outcome.err
    assert not library.generations()
