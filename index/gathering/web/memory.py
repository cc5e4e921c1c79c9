"""What earlier runs learnt of the web: one SQLite file that only saves asking, and is made anew if damaged.

It holds no address as it was asked, only as it may be shown. What it says is believed only where the
library really holds that very version, so losing either of the two loses no article.
"""

from __future__ import annotations

import sqlite3
import zlib
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar

from pydantic import TypeAdapter, ValidationError

from index.errors.library import LibraryNotWritableError
from index.gathering.web.known import KnownListing, Page

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_SCHEMA: Final = 1
_TABLES: Final = """
CREATE TABLE IF NOT EXISTS pages (root TEXT, asked TEXT, page BLOB, PRIMARY KEY (root, asked));
CREATE TABLE IF NOT EXISTS listings (
    root TEXT, asked TEXT, address TEXT, etag TEXT, modified TEXT, content BLOB,
    PRIMARY KEY (root, asked)
);
"""
_EVERY: Final = 64
"""Changes between two commits: a minute of asking one host, the most a killed run forgets."""

_PATIENCE_SECONDS: Final = 60.0
_DAMAGE: Final = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR}
_PRIMARY: Final = 0xFF
_MOST_UNPACKED: Final = 64 * 1024 * 1024
_PAGE: Final = TypeAdapter(Page)

_T = TypeVar("_T")


class WebMemory:
    """The memory of one library; used by one thread.

    Raises:
        LibraryNotWritableError: From every method, where the file cannot be read or written.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._pages: dict[str, dict[str, Page]] = {}
        self._dirty: dict[tuple[str, str], Page | None] = {}

    def pages(self, root: str) -> dict[str, Page]:
        """Every page known by this root, by the address that is asked."""
        if root not in self._pages:
            pages = self._with(partial(_read_pages, root=root))
            self._pages[root] = {page.asked: page for page in pages}
        return self._pages[root]

    def remember(self, page: Page) -> None:
        """Keep this of a page, in the place of what was known."""
        self.pages(page.root)[page.asked] = page
        self._note(page.root, page.asked, page)

    def forget(self, page: Page) -> None:
        """This page is listed no more."""
        self.pages(page.root).pop(page.asked, None)
        self._note(page.root, page.asked, None)

    def listing(self, root: str, asked: str) -> KnownListing | None:
        """The listing at this address, if it was read before."""
        return self._with(partial(_read_listing, root=root, asked=asked))

    def remember_listing(self, listing: KnownListing) -> None:
        """Keep this listing for the day its server says that it stands."""
        self._with(partial(_write_listing, listing=listing))

    def flush(self) -> None:
        """Write down what is not yet written."""
        if self._dirty:
            dirty = list(self._dirty.items())
            self._with(partial(_write_pages, dirty=dirty))
            self._dirty.clear()

    def _note(self, root: str, asked: str, page: Page | None) -> None:
        self._dirty[root, asked] = page
        if len(self._dirty) >= _EVERY:
            self.flush()

    def _with(self, use: Callable[[sqlite3.Connection], _T]) -> _T:
        """What `use` makes of the file, which is made anew once if it is damaged."""
        try:
            try:
                return self._used(use)
            except sqlite3.DatabaseError as error:
                code: int | None = getattr(error, "sqlite_errorcode", None)
                if code is None or code & _PRIMARY not in _DAMAGE:
                    raise
                # Its journal goes with it, or the next file would be rolled back into damage.
                for file in self._path.parent.glob(f"{self._path.name}*"):
                    file.unlink(missing_ok=True)
                return self._used(use)
        except (sqlite3.DatabaseError, OSError) as error:
            raise LibraryNotWritableError(self._path.parent, str(error)) from error

    def _used(self, use: Callable[[sqlite3.Connection], _T]) -> _T:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(self._path, timeout=_PATIENCE_SECONDS)) as store, store:
            made = store.execute("PRAGMA user_version").fetchone()[0]
            if made not in {0, _SCHEMA}:
                store.executescript("DROP TABLE IF EXISTS pages; DROP TABLE IF EXISTS listings;")
            store.executescript(f"{_TABLES} PRAGMA user_version = {_SCHEMA};")
            return use(store)


def _read_pages(store: sqlite3.Connection, *, root: str) -> list[Page]:
    pages: list[Page] = []
    for (written,) in store.execute("SELECT page FROM pages WHERE root = ?", (root,)):
        try:
            pages.append(_PAGE.validate_json(written))
        except ValidationError:
            continue  # somebody else wrote in it; the page is asked as if it were new
    return pages


def _write_pages(
    store: sqlite3.Connection, *, dirty: list[tuple[tuple[str, str], Page | None]]
) -> None:
    for key, page in dirty:
        if page is None:
            store.execute("DELETE FROM pages WHERE root = ? AND asked = ?", key)
        else:
            written = _PAGE.dump_json(page, exclude_defaults=True)
            store.execute("INSERT OR REPLACE INTO pages VALUES (?, ?, ?)", (*key, written))


def _read_listing(store: sqlite3.Connection, *, root: str, asked: str) -> KnownListing | None:
    row = store.execute(
        "SELECT * FROM listings WHERE root = ? AND asked = ?", (root, asked)
    ).fetchone()
    if row is None:
        return None
    *_, address, etag, modified, packed = row
    unpacker = zlib.decompressobj()
    try:
        content = unpacker.decompress(packed, _MOST_UNPACKED)
    except (zlib.error, TypeError):
        return None
    if not unpacker.eof:
        return None
    return KnownListing(root, asked, str(address), str(etag), str(modified), content)


def _write_listing(store: sqlite3.Connection, *, listing: KnownListing) -> None:
    texts = (listing.root, listing.asked, listing.address, listing.etag, listing.modified)
    store.execute(
        "INSERT OR REPLACE INTO listings VALUES (?, ?, ?, ?, ?, ?)",
        (*texts, zlib.compress(listing.content)),
    )
