"""The folder that holds what was indexed: generations, and one pointer to the current one.

    library/
      CURRENT                   the id of the generation that is served
      generations/<id>/         complete, immutable, sealed
      generations/.staging-…/   a build under way, or what a killed one left
      kept/                     vectors by text, so that nothing is embedded twice
      failures.json             what could not be read, so that it is not tried again in vain
      web.sqlite                what servers said last time, so that they are asked for news only
      integrity.csv             the table of retractions that every build looks articles up in
      build.lock                held by the one build there may be

At any instant, whatever is killed, CURRENT names a complete generation or does not exist. A build
killed between its last rename and the pointer leaves a sound generation that nobody serves: it
is listed, and pruned before any that was served.
"""

from __future__ import annotations

from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, NamedTuple

import filelock

from index.disk import sync_folder
from index.errors.library import (
    DamagedGenerationError,
    LibraryBusyError,
    LibraryError,
    NoGenerationError,
    UnknownGenerationError,
)
from index.store import history
from index.store.adapted import read_adapted
from index.store.generation import Generation, held_alone
from index.store.manifest import read_manifest, seal_folder
from index.store.pointer import clear_pointers, point_to, read_pointer
from index.store.staging import clear_staged, discard, staging_in
from index.store.writing import writing

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from pathlib import Path

    from index.store.manifest import Manifest, Seal


class Succession(NamedTuple):
    """Where the next generation stands in the library's history.

    Attributes:
        number: Greater than that of any generation there is.
        parent: The current generation's id, or None where there is none.
    """

    number: int
    parent: str | None


class Library:
    """A library by its folder, which need not exist yet."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.kept = folder / "kept"
        self.failures = folder / "failures.json"
        self.web = folder / "web.sqlite"
        self.register = folder / "integrity.csv"
        self._generations = folder / "generations"

    def current(self) -> str:
        """The id of the current generation.

        Raises:
            NoGenerationError: Nothing was ever published here.
            DamagedGenerationError: The pointer is garbage.
            LibraryNotReadableError: This user may not read it.
        """
        return read_pointer(self.folder)

    def open(self, generation: str | None = None) -> Generation:
        """This generation, or the current one, verified.

        Raises:
            NoGenerationError: Nothing was ever published here.
            UnknownGenerationError: There is none of that name.
            DamagedGenerationError: It disagrees with its manifest.
            IncompatibleGenerationError: Another version of Footnote made it.
            LibraryNotReadableError: This user may not read it.
            AdaptedWeightsError: What stands beside it as its own weights is none.
        """
        adapted = read_adapted(self.folder)
        if generation is not None:
            return Generation(self._folder_of(generation), adapted=adapted)
        while True:
            current = self.current()
            try:
                return Generation(self._generations / current, adapted=adapted)
            except DamagedGenerationError:
                # A publication and a prune may have come between reading the pointer and
                # following it; then there is another generation to follow it to.
                if self.current() == current:
                    raise

    def manifest(self, generation: str) -> Manifest:
        """The manifest of this generation; its files are not looked at."""
        return read_manifest(self._folder_of(generation))

    def generations(self) -> tuple[str, ...]:
        """The ids of all generations, oldest first by their numbers, sound or not."""
        return history.standing(self._generations)

    def succession(self) -> Succession:
        """Where the next generation will stand; true for as long as `building` is held."""
        parent: str | None = None
        with suppress(DamagedGenerationError):  # a garbage pointer is about to be replaced
            parent = self._current_if_any()
        return Succession(history.next_number(self._generations), parent)

    @contextmanager
    def building(self, *, wait: bool = False) -> Generator[None]:
        """Hold the library for one build; what killed builds left is cleared away.

        Raises:
            LibraryBusyError: Another build holds it, and `wait` is false.
            LibraryNotWritableError: The folder cannot be written.
        """
        lock = filelock.FileLock(self.folder / "build.lock", timeout=-1 if wait else 0)
        with writing(self.folder):
            self._generations.mkdir(parents=True, exist_ok=True)
            try:
                lock.acquire()
            except filelock.Timeout as error:
                raise LibraryBusyError(self.folder) from error
        try:
            with writing(self.folder):
                clear_staged(self._generations)
                clear_pointers(self.folder)
            yield
        finally:
            lock.release()

    def publish(
        self,
        fill: Callable[[Path], None],
        manifest_of: Callable[[dict[str, Seal]], Manifest],
        *,
        approve: Callable[[Generation], None] = lambda _: None,
    ) -> str:
        """Stage a generation, seal it, see that it opens, and point to it; only inside `building`.

        Args:
            fill: Writes the files into the empty folder it is given.
            manifest_of: The manifest over their seals.
            approve: Looks at the generation before it is pointed to; what it raises refuses it, and
                the current generation is untouched.

        Returns:
            The new generation's id.

        Raises:
            LibraryNotWritableError: The disk is full or the folder cannot be written; the current
                generation is untouched.
            DamagedGenerationError: What was written does not open; as before.
        """
        staging = staging_in(self._generations)
        with writing(self.folder), self._or_discard(staging):
            staging.mkdir()
            fill(staging)
            generation = seal_folder(staging, manifest_of)
            folder = self._generations / generation
            with self._or_discard(folder):
                staging.replace(folder)
                sync_folder(self._generations)
                with Generation(folder) as opened:
                    approve(opened)
                point_to(self.folder, generation)
        return generation

    def roll_back(self, generation: str | None = None) -> str:
        """Point to this generation, or to the one the current one came from, if it is sound.

        Raises:
            UnknownGenerationError: There is none of that name, or no earlier one.
            DamagedGenerationError: It is not sound; the pointer stays.
        """
        target = generation or self._before_current()
        if target is None:
            raise UnknownGenerationError("before this one", self.folder)
        # Open until the pointer stands, so that nobody prunes it in between.
        with self.open(target), writing(self.folder):
            point_to(self.folder, target)
        return target

    def prune(self, *, keep: int) -> tuple[str, ...]:
        """Remove all but `keep` generations; never the current one nor an open one.

        The current one and those it came from stay first, then the newest: what a roll back leads
        to outlives what nobody serves.

        Returns:
            The ids of those that were removed.
        """
        removed: list[str] = []
        with self.building(), writing(self.folder):
            spared = set(history.by_worth(self._current_if_any(), self._generations)[:keep])
            for generation in self.generations():
                folder = self._generations / generation
                with held_alone(folder) as alone:
                    # Asked once no reader can come: somebody may have rolled back to it just now.
                    if generation in spared or not alone or generation == self._current_if_any():
                        continue
                    discard(folder)
                removed.append(generation)
        return tuple(removed)

    def _before_current(self) -> str | None:
        try:
            return history.parent_of(self.current(), self._generations)
        except DamagedGenerationError:  # the pointer is garbage
            return next(reversed(self.generations()), None)

    def _current_if_any(self) -> str | None:
        try:
            return self.current()
        except NoGenerationError:
            return None

    def _folder_of(self, generation: str) -> Path:
        if generation not in self.generations():
            raise UnknownGenerationError(generation, self.folder)
        return self._generations / generation

    @contextmanager
    def _or_discard(self, folder: Path) -> Generator[None]:
        """Discard the folder if the block fails before the pointer names it."""
        try:
            yield
        except BaseException:
            with suppress(OSError, LibraryError):
                if self._current_if_any() != folder.name:
                    discard(folder)
            raise
