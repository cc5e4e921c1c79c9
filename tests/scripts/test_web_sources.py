"""Indexing and reading addresses and archives, as an operator does."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import pytest
from typer.main import get_command

from scripts.parts.gathering import (
    ATTEMPTS,
    DEADLINE,
    LONGEST_WAIT,
    MOST_PAGES,
    PAUSE,
    REVISIT_DAYS,
    web_options,
)
from tests.conftest import PROJECT
from tests.index.gathering.archives.packed import zipped
from tests.outlets import Outlet, Page, feed, item, story
from tests.scripts.conftest import ARTICLES, run

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])

HASTY = ("--allow-host", "127.0.0.1", "--pause", "0", "--attempts", "1")


@pytest.fixture
def outlet() -> Generator[Outlet]:
    """A feed of two pages, one of which is missing."""
    with Outlet({"/bees": Page(story("bees"), headers={"ETag": '"1"'})}) as server:
        server.pages["/feed"] = feed(
            item(server.at("/bees")), item(server.at("/lost?token=HIDDEN"))
        )
        yield server


def test_a_feed_beside_a_folder(outlet: Outlet, folder: Path, tmp_path: Path):
    """Pages go in as files do; the missing one is named without its secret, and the exit code tells."""
    feed_at = outlet.at("/feed").replace("http://", "http://me:PASSWORD@")
    command = ("index", folder, feed_at, "--library", tmp_path / "library", "--json", *HASTY)
    first = run(*command)
    assert (first.code, len(first.json()["added"])) == (1, 4)
    skipped = {
        "source": outlet.at("/lost"),
        "root": outlet.at("/feed"),
        "reason": "its server answers 404 (Not Found)",
    }
    assert first.json()["skipped"] == [skipped]
    again = run(*command).json()
    assert (again["published"], again["embedded"], again["unchanged"]) == (False, 0, 4)
    assert "HIDDEN" not in first.out + first.err
    assert "PASSWORD" not in first.out + first.err


def test_a_private_host_is_refused_unless_it_is_allowed(outlet: Outlet, tmp_path: Path):
    """Nothing is asked of it, and nothing is published."""
    outcome = run("index", outlet.at("/feed"), "--library", tmp_path / "library", "--pause", "0")
    assert outcome.code == 2
    assert "none that is allowed" in outcome.err
    outcome = run("index", "http://127.0.0.1/feed", "--library", tmp_path / "library")
    assert "its host stands in a private network" in outcome.err
    assert outlet.requests == []


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("https://", "address is broken"),
        ("https://[::1", "address is broken"),
        ("http://a.example:22/", "port 22"),
        ("http://169.254.169.254/latest/meta-data/", "never asked"),
    ],
)
def test_an_address_that_cannot_be_asked_is_told(tmp_path: Path, address: str, said: str):
    """In a sentence, and nothing is published."""
    outcome = run("index", address, "--library", tmp_path / "library")
    assert outcome.code == 2
    assert said in outcome.err


def test_an_archive_in_a_folder(folder: Path, tmp_path: Path):
    """Its members are named by it, in reports and in what is found."""
    files = {f"old/{name}": text.encode() for name, text in ARTICLES.items()}
    (folder / "old.zip").write_bytes(zipped({**files, "empty.md": b""}))
    for name in ARTICLES:
        (folder / name).unlink()
    outcome = run("index", folder, "--library", tmp_path / "library", "--json")
    assert (outcome.code, outcome.json()["articles"]) == (1, 3)
    assert outcome.json()["skipped"][0]["source"] == "articles/old.zip!/empty.md"


def test_extract_reads_a_page_and_an_archive(outlet: Outlet, folder: Path):
    """As a build would, and without a library."""
    page = run("extract", outlet.at("/bees"), "--json", *HASTY)
    assert page.json()["url"] == outlet.at("/bees")
    assert page.json()["title"] == "News of the bees"
    (folder / "all.zip").write_bytes(zipped({"bread.md": ARTICLES["bread.md"].encode()}))
    assert run("extract", folder / "all.zip", "--json").json()["published"] == "2019-02-01"


@pytest.mark.parametrize(
    ("written", "host"),
    [
        ("127.0.0.1", "127.0.0.1"),
        ("Intranet.example:8080", "intranet.example"),
        ("::1", "::1"),
        ("[::1]:80", "::1"),
    ],
)
def test_a_host_may_be_written_with_its_port(written: str, host: str):
    """As people copy it from an address."""
    options = web_options(
        contact="",
        pause=PAUSE,
        deadline=DEADLINE,
        attempts=ATTEMPTS,
        longest_wait=LONGEST_WAIT,
        most_pages=MOST_PAGES,
        revisit_days=REVISIT_DAYS,
        allow_host=[written],
    )
    assert options.allow_private == {host}


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--contact", "a\nb"), "in ASCII, on one line"),
        (("--contact", "mé@a.example"), "in ASCII, on one line"),
        (("--allow-host", "[::1"), "as it stands in an address"),
        (("--allow-host", ""), "as it stands in an address"),
    ],
)
def test_an_option_that_cannot_be_meant(
    folder: Path, tmp_path: Path, options: tuple[str, str], said: str
):
    """Refused before anything is done."""
    outcome = run("index", folder, "--library", tmp_path / "library", *options)
    assert outcome.code == 2
    assert said in outcome.err
    assert not (tmp_path / "library").exists()


@pytest.mark.parametrize("command", ["index", "extract"])
def test_every_option_of_the_web_is_described(command: str):
    """In the maintainer's page, with what it usually is."""
    page = (PROJECT / "docs" / "maintainer.md").read_text(encoding="utf-8")
    rows = {row.split()[1].strip("`"): row for row in page.splitlines() if row.startswith("| `--")}
    options = get_command(import_module(f"scripts.{command}").app).params
    asked = [o for o in options if getattr(o, "rich_help_panel", "") == "The web"]
    assert len(asked) >= 7
    for option in asked:
        row = rows[option.opts[0]]
        usual = option.default
        assert usual in (None, "") or f"| {usual:g} |" in row or f"| {usual} |" in row
