"""What is remembered of servers: it saves asking, and is never in the way."""

from __future__ import annotations

import logging
import sqlite3
import time
from contextlib import closing
from threading import Event
from typing import TYPE_CHECKING

import pytest

from index.article import Metadata
from index.errors.library import LibraryNotWritableError
from index.errors.sources import SourceError
from index.gathering.web.crew import Crew
from index.gathering.web.known import KnownListing, Page
from index.gathering.web.memory import WebMemory
from tests.index.gathering.web.network.fetched import fetched
from tests.outlets import Outlet, Page as Answer

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PAGE = Page("root", "https://a.example/x", "https://a.example/y", "feed", told=Metadata(title="X"))
LISTING = KnownListing(
    "root", "https://a.example/f", "https://a.example/g", '"1"', "", b"<rss>" * 999
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A memory with a page and a listing."""
    memory = WebMemory(tmp_path / "library" / "web.sqlite")
    memory.remember(PAGE)
    memory.remember_listing(LISTING)
    memory.flush()
    return tmp_path / "library" / "web.sqlite"


def test_what_was_remembered_is_known_to_the_next_run(file: Path) -> None:
    """And what was forgotten is not."""
    memory = WebMemory(file)
    assert memory.pages("root") == {PAGE.asked: PAGE}
    assert memory.listing("root", LISTING.asked) == LISTING
    assert memory.pages("other") == {}
    assert memory.listing("root", "elsewhere") is None
    memory.forget(PAGE)
    memory.flush()
    assert WebMemory(file).pages("root") == {}


def _write(file: Path, statement: str, *values: object) -> None:
    with closing(sqlite3.connect(file)) as store, store:
        store.execute(statement, values)


@pytest.mark.parametrize(
    "harm",
    [
        pytest.param(lambda file: file.write_bytes(b"garbage" * 999), id="garbage"),
        pytest.param(lambda file: file.write_bytes(file.read_bytes()[:5000]), id="cut"),
        pytest.param(lambda file: _write(file, "PRAGMA user_version = 77"), id="another_version"),
        pytest.param(lambda file: _write(file, "UPDATE pages SET page = '{}'"), id="strange_page"),
    ],
)
def test_a_damaged_memory_is_made_anew(file: Path, harm: Callable[[Path], object]) -> None:
    """It knows nothing, and works."""
    harm(file)
    memory = WebMemory(file)
    assert memory.pages("root") == {}
    memory.remember(PAGE)
    memory.flush()
    assert WebMemory(file).pages("root") == {PAGE.asked: PAGE}


@pytest.mark.parametrize("packed", [b"no zlib", b"", None])
def test_a_damaged_listing_is_asked_for_again(file: Path, packed: bytes | None) -> None:
    """As if it had never been read."""
    _write(file, "UPDATE listings SET content = ?", packed)
    assert WebMemory(file).listing("root", LISTING.asked) is None


def test_a_memory_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """As any part of the library."""
    (tmp_path / "library").write_text("a file where the library should be")
    with pytest.raises(LibraryNotWritableError, match="library"):
        WebMemory(tmp_path / "library" / "web.sqlite").pages("root")


def test_a_crew_asks_hosts_side_by_side_and_each_in_order() -> None:
    """Jobs of one host never overlap; a job that fails, in whatever way, is a failure of its own."""
    under_way: set[str] = set()
    done: list[str] = []

    def work(job: str) -> str:
        host = job[0]
        assert host not in under_way
        under_way.add(host)
        time.sleep(0.02)
        under_way.discard(host)
        if job.endswith("!"):
            raise ZeroDivisionError
        return job.upper()

    crew: Crew[str, str] = Crew(work, hands=3, stopped=Event())
    for number in range(4):
        for host in "ab":
            crew.add(host, f"{host}{number}{'!' if number == 2 else ''}")
    failures: list[str] = []
    for job, answer in crew.answers():
        if isinstance(answer, SourceError):
            failures.append(f"{job} {answer.reason}")
        else:
            done.append(answer)
            if answer == "A0":
                crew.add("c", "c9")
    crew.close()
    assert [job for job in done if job.startswith("A")] == ["A0", "A1", "A3"]
    assert sorted(done) == ["A0", "A1", "A3", "B0", "B1", "B3", "C9"]
    assert sorted(failures) == [
        "a2! asking for it fails (ZeroDivisionError)",
        "b2! asking for it fails (ZeroDivisionError)",
    ]


def test_no_secret_reaches_a_log(caplog: pytest.LogCaptureFixture) -> None:
    """Whatever level of logging is on."""
    # A bot in this process may have quieted both libraries.
    for name in ("", "httpx", "httpcore"):
        caplog.set_level(logging.DEBUG, logger=name or None)
    with Outlet() as outlet:
        outlet.pages["/a?token=SECRET"] = Answer(
            b"", 302, {"Location": "/b?access_token=HIDDEN", "Set-Cookie": "session=COOKIE"}
        )
        outlet.pages["/b?access_token=HIDDEN"] = b"found"
        address = outlet.at("/a?token=SECRET").replace("http://", "http://me:PASSWORD@")
        assert fetched(address).content == b"found"
    assert caplog.text
    for secret in ("SECRET", "HIDDEN", "COOKIE", "PASSWORD", "bWU6UEFTU1dPUkQ="):
        assert secret not in caplog.text
