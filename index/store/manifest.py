"""What a generation says of itself; written last, so that a folder with a manifest is whole."""

from __future__ import annotations

import json
import re
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from index.disk import file_sha256, replace_file, sync_file, sync_folder
from index.errors.library import (
    DamagedGenerationError,
    IncompatibleGenerationError,
    LibraryNotReadableError,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SCHEMA: Final = 3
"""Changes whenever a generation's files change in kind; a reader refuses every other."""

MANIFEST: Final = "manifest.json"

_ID: Final = re.compile(r"([0-9]{6,})-([0-9a-f]{12})", re.ASCII)
_SEAL_LETTERS: Final = 12


class _Closed(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Model(_Closed):
    """The embedding model a generation's vectors come from."""

    name: str
    fingerprint: str = Field(description="SHA-256 of the weights")
    dimension: int = Field(gt=0)


class Counts(_Closed):
    """How much a generation holds."""

    articles: int = Field(ge=0)
    passages: int = Field(ge=0)
    spans: int = Field(ge=0)


class Seal(_Closed):
    """What a file must be."""

    size: int = Field(ge=0)
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")


class Manifest(_Closed):
    """What a generation is made of and by."""

    schema_version: int
    number: int = Field(gt=0, description="its place in the library's history, from 1")
    footnote: str = Field(description="the version that built it")
    created: str = Field(description="UTC, ISO 8601; clocks go backwards, `number` does not")
    parent: str | None = Field(description="the generation that was current before it")
    model: Model
    passage_rule: str
    readers: str
    enrichment: str
    counts: Counts
    files: dict[str, Seal]

    def written(self) -> str:
        """The manifest as it stands in its file."""
        return self.model_dump_json(indent=2) + "\n"

    def generation_id(self) -> str:
        """Its number and a hash of this manifest: a changed manifest is another generation."""
        return f"{self.number:06d}-{_seal(self.written().encode())}"


def number_of(generation: str) -> int | None:
    """The number in a generation's id, or None where the name is no generation's."""
    found = _ID.fullmatch(generation)
    return int(found[1]) if found else None


def read_manifest(folder: Path) -> Manifest:
    """The manifest in `folder`, which must be the one the folder is named by.

    Raises:
        DamagedGenerationError: It is missing, broken or altered.
        IncompatibleGenerationError: Another version of Footnote wrote it.
        LibraryNotReadableError: This user may not read it.
    """
    path = folder / MANIFEST
    try:
        written = path.read_bytes()
    except PermissionError as error:
        raise LibraryNotReadableError(path, str(error.strerror)) from error
    except OSError as error:
        detail = f"{MANIFEST} cannot be read: {error.strerror}"
        raise DamagedGenerationError(folder.name, detail) from error
    # The bytes are compared, not what they say: another release may write the same otherwise.
    if folder.name.rpartition("-")[2] != _seal(written):
        raise DamagedGenerationError(folder.name, f"{MANIFEST} was altered")
    try:
        plain: dict[str, Any] = json.loads(written)
        schema = plain["schema_version"]
        if schema != SCHEMA:
            detail = f"its files are of schema {schema} and this version reads {SCHEMA}"
            raise IncompatibleGenerationError(folder.name, detail)
        manifest = Manifest.model_validate(plain)
    except (ValueError, LookupError, TypeError, ValidationError) as error:
        raise DamagedGenerationError(folder.name, f"{MANIFEST} is broken") from error
    if number_of(folder.name) != manifest.number:
        raise DamagedGenerationError(folder.name, "its name is not its own")
    return manifest


def _seals(folder: Path) -> dict[str, Seal]:
    """A seal for every file under `folder` but the manifest, by POSIX path."""
    return {
        name: Seal(size=(folder / name).stat().st_size, sha256=file_sha256(folder / name))
        for name in sorted(_files(folder) - {MANIFEST})
    }


def seal_folder(staging: Path, manifest_of: Callable[[dict[str, Seal]], Manifest]) -> str:
    """Bring the staged files safely to the disk, the manifest last; the generation's id.

    Raises:
        OSError: The disk refuses.
    """
    # Tantivy writes some files for their owner alone; a bot may run as another user. They become
    # as readable as the umask made their folder.
    readable = staging.stat().st_mode & 0o666
    for path in (p for p in staging.rglob("*") if p.is_file()):
        path.chmod(readable)
        sync_file(path)
    manifest = manifest_of(_seals(staging))
    for folder in (p for p in staging.rglob("*") if p.is_dir()):
        sync_folder(folder)
    replace_file(staging / MANIFEST, manifest.written())
    return manifest.generation_id()


def verify_files(folder: Path, manifest: Manifest) -> None:
    """Return if every file is the one that was sealed.

    Raises:
        DamagedGenerationError: Naming the first file that is missing, strange or altered.
        LibraryNotReadableError: This user may not read one of them.
    """
    strange = sorted(_files(folder) - set(manifest.files) - {MANIFEST})
    if strange:
        raise DamagedGenerationError(folder.name, f"{strange[0]} does not belong to it")
    for name, seal in manifest.files.items():
        path = folder / name
        try:
            intact = path.stat().st_size == seal.size and file_sha256(path) == seal.sha256
        except FileNotFoundError as error:
            raise DamagedGenerationError(folder.name, f"{name} is missing") from error
        except PermissionError as error:
            raise LibraryNotReadableError(path, str(error.strerror)) from error
        except OSError as error:
            detail = f"{name} cannot be read: {error.strerror}"
            raise DamagedGenerationError(folder.name, detail) from error
        if not intact:
            raise DamagedGenerationError(folder.name, f"{name} was altered")


def _files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()}


def _seal(written: bytes) -> str:
    return sha256(written).hexdigest()[:_SEAL_LETTERS]
