"""The folder that holds what was indexed: generations, and one pointer to the current one.

    library/
      CURRENT                   the id of the generation that is served
      generations/<id>/         complete, immutable, sealed
      generations/.staging-…/   a build under way, or what a killed one left
      kept/                     vectors by text, so that nothing is embedded twice
      build.lock                held by the one build there may be

At any instant, whatever is killed, CURRENT names a complete generation or does not exist.
"""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import filelock

from index.disk import replace_file, sync_file, sync_folder
from index.errors import (
    DamagedGenerationError,
    LibraryBusyError,
    LibraryNotWritableError,
    NoGenerationError,
    UnknownGenerationError,
)
from index.generation import Generation, is_open_somewhere
from index.manifest import MANIFEST, read_manifest, seal_files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from index.manifest import Manifest, Seal

_POINTER: Final = "CURRENT"
_STAGING: Final = ".staging-"
_READABLE: Final = 0o644
"""Tantivy writes some files for their owner alone; a bot may run as another user."""


class Library:
    """A library by its folder, which need not exist yet."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.kept = folder / "kept"
        self._generations = folder / "generations"

    def current(self) -> str:
        """The id of the current generation.

        Raises:
            NoGenerationError: Nothing was ever published here.
        """
        try:
            found = (self.folder / _POINTER).read_text(encoding="utf-8").strip()
        except FileNotFoundError as error:
            raise NoGenerationError(self.folder) from error
        except (OSError, UnicodeDecodeError) as error:
            raise DamagedGenerationError("CURRENT", "the pointer cannot be read") from error
        if not found or "/" in found or found.startswith("."):
            raise DamagedGenerationError("CURRENT", "the pointer names no generation")
        return found

    def open(self, generation: str | None = None) -> Generation:
        """This generation, or the current one, verified.

        Raises:
            NoGenerationError: Nothing was ever published here.
            UnknownGenerationError: There is none of that name.
            DamagedGenerationError: It disagrees with its manifest.
            IncompatibleGenerationError: Another version of Footnote made it.
        """
        return Generation(self._folder_of(generation or self.current()))

    def manifest(self, generation: str) -> Manifest:
        """The manifest of this generation; its files are not looked at."""
        return read_manifest(self._folder_of(generation))

    def generations(self) -> tuple[str, ...]:
        """The ids of all generations, oldest first, sound or not."""
        if not self._generations.is_dir():
            return ()
        return tuple(
            sorted(
                entry.name
                for entry in self._generations.iterdir()
                if entry.is_dir() and not entry.name.startswith(".")
            )
        )

    @contextmanager
    def building(self, *, wait: bool = False) -> Iterator[None]:
        """Hold the library for one build; what killed builds left is cleared away.

        Raises:
            LibraryBusyError: Another build holds it, and `wait` is false.
            LibraryNotWritableError: The folder cannot be written.
        """
        with self._writing():
            self._generations.mkdir(parents=True, exist_ok=True)
            lock = filelock.FileLock(self.folder / "build.lock", timeout=-1 if wait else 0)
            try:
                lock.acquire()
            except filelock.Timeout as error:
                raise LibraryBusyError(self.folder) from error
        try:
            with self._writing():
                for left in self._generations.glob(f"{_STAGING}*"):
                    shutil.rmtree(left)
            yield
        finally:
            lock.release()

    def publish(
        self, fill: Callable[[Path], None], manifest_of: Callable[[dict[str, Seal]], Manifest]
    ) -> str:
        """Stage a generation, seal it, and point to it; only inside `building`.

        Args:
            fill: Writes the files into the empty folder it is given.
            manifest_of: The manifest over their seals.

        Returns:
            The new generation's id.

        Raises:
            LibraryNotWritableError: The disk is full or the folder cannot be written; the current
                generation is untouched.
        """
        staging = self._generations / f"{_STAGING}{os.getpid()}"
        with self._writing():
            try:
                staging.mkdir()
                fill(staging)
                for path in (p for p in staging.rglob("*") if p.is_file()):
                    path.chmod(_READABLE)
                    sync_file(path)
                manifest = manifest_of(seal_files(staging))
                replace_file(staging / MANIFEST, manifest.written())
                for path in (p for p in staging.rglob("*") if p.is_dir()):
                    sync_folder(path)
                generation = manifest.generation_id()
                staging.replace(self._generations / generation)
            except BaseException:
                shutil.rmtree(staging, ignore_errors=True)
                raise
            sync_folder(self._generations)
            replace_file(self.folder / _POINTER, generation + "\n")
        return generation

    def roll_back(self, generation: str | None = None) -> str:
        """Point to this generation, or to the one the current one came from, if it is sound.

        Raises:
            UnknownGenerationError: There is none of that name, or no earlier one.
            DamagedGenerationError: It is not sound; the pointer stays.
        """
        target = generation or self.manifest(self.current()).parent
        if target is None:
            raise UnknownGenerationError("before the first", self.folder)
        self.open(target).close()
        with self._writing():
            replace_file(self.folder / _POINTER, target + "\n")
        return target

    def prune(self, *, keep: int) -> tuple[str, ...]:
        """Remove all but the newest `keep` generations; never the current one nor an open one.

        Returns:
            The ids of those that were removed.
        """
        try:
            current: str | None = self.current()
        except NoGenerationError:
            current = None
        spared = {*self.generations()[-keep:], current} if keep else {current}
        removed: list[str] = []
        with self.building(), self._writing():
            for generation in self.generations():
                folder = self._generations / generation
                if generation in spared or _is_pinned(folder):
                    continue
                # Out of sight in one step: a kill half-way leaves rubbish, never half a generation.
                rubbish = self._generations / f"{_STAGING}pruned-{generation}"
                folder.replace(rubbish)
                shutil.rmtree(rubbish)
                removed.append(generation)
        return tuple(removed)

    def _folder_of(self, generation: str) -> Path:
        folder = self._generations / generation
        if generation not in self.generations():
            raise UnknownGenerationError(generation, self.folder)
        return folder

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            detail = error.strerror or type(error).__name__
            raise LibraryNotWritableError(self.folder, detail) from error


def _is_pinned(folder: Path) -> bool:
    # A generation without a manifest was tampered with; nobody can have it open.
    return (folder / MANIFEST).is_file() and is_open_somewhere(folder)
