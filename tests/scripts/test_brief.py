"""`python -m scripts.brief`: Markdown on stdout, a page in a file, or JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.scripts.conftest import run

if TYPE_CHECKING:
    from pathlib import Path


def test_a_topic_is_briefed_in_three_forms(library: Path, tmp_path: Path) -> None:
    """All of the same brief."""
    page = tmp_path / "bees.html"
    shown = run("brief", "honeybees dance", "--library", library, "--html", page)
    assert (shown.code, shown.err) == (0, "")
    assert shown.out.startswith("# honeybees dance\n")
    assert "## Sources" in shown.out
    assert "Honeybees tell each other the way by dancing" in page.read_text("utf-8")
    document = run("brief", "honeybees dance", "--library", library, "--json").json()
    assert document["studies"] == 1
    quote = document["groups"][0]["findings"][0]["statement"]["citations"][0]["quote"]
    assert quote in shown.out.replace("\\", "")


def test_misuse_and_failures_are_told(library: Path, tmp_path: Path) -> None:
    """In a sentence, with exit code 2."""
    blank = run("brief", " ", "--library", library)
    assert (blank.code, blank.out, blank.err) == (2, "", "name a topic\n")
    unwritten = run("brief", "bees", "--library", library, "--html", tmp_path / "no" / "a.html")
    assert (unwritten.code, unwritten.out) == (2, "")
    missing = run("brief", "bees", "--library", tmp_path / "none")
    assert missing.code == 2
    assert "scripts.index" in missing.err
