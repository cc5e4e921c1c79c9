"""What a generation says of itself; written last, so that a folder with a manifest is whole."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from index.disk import file_sha256
from index.errors import DamagedGenerationError, IncompatibleGenerationError

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA = 1
"""Changes whenever a generation's files change in kind; a reader refuses every other."""

MANIFEST = "manifest.json"


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
    footnote: str = Field(description="the version that built it")
    created: str = Field(description="UTC, ISO 8601")
    parent: str | None = Field(description="the generation it came from")
    model: Model
    passage_rule: str
    readers: str
    counts: Counts
    files: dict[str, Seal]

    def written(self) -> str:
        """The manifest as it stands in its file."""
        return self.model_dump_json(indent=2) + "\n"

    def generation_id(self) -> str:
        """When it was built, and a hash of this manifest: a changed manifest is another generation."""
        stamp = self.created.replace("-", "").replace(":", "").split(".")[0].split("+")[0]
        return f"{stamp}Z-{sha256(self.written().encode()).hexdigest()[:12]}"


def read_manifest(folder: Path) -> Manifest:
    """The manifest in `folder`, which must be the one the folder is named by.

    Raises:
        DamagedGenerationError: It is missing, broken or altered.
        IncompatibleGenerationError: Another version of Footnote wrote it.
    """
    try:
        text = (folder / MANIFEST).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DamagedGenerationError(folder.name, f"{MANIFEST} cannot be read") from error
    if f'"schema_version": {SCHEMA},' not in text:
        raise IncompatibleGenerationError(folder.name, f"its files are not of schema {SCHEMA}")
    try:
        manifest = Manifest.model_validate_json(text)
    except ValidationError as error:
        raise DamagedGenerationError(folder.name, f"{MANIFEST} is broken") from error
    if manifest.generation_id() != folder.name:
        raise DamagedGenerationError(folder.name, f"{MANIFEST} was altered")
    return manifest


def seal_files(folder: Path) -> dict[str, Seal]:
    """A seal for every file under `folder`, by POSIX path."""
    return {
        path.relative_to(folder).as_posix(): Seal(size=path.stat().st_size, sha256=file_sha256(path))
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != MANIFEST
    }


def verify_files(folder: Path, manifest: Manifest) -> None:
    """Return if every file is the one that was sealed.

    Raises:
        DamagedGenerationError: Naming the first file that is missing, strange or altered.
    """
    present = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
    strange = sorted(present - set(manifest.files) - {MANIFEST})
    if strange:
        raise DamagedGenerationError(folder.name, f"{strange[0]} does not belong to it")
    for name, seal in manifest.files.items():
        path = folder / name
        try:
            intact = path.stat().st_size == seal.size and file_sha256(path) == seal.sha256
        except FileNotFoundError as error:
            raise DamagedGenerationError(folder.name, f"{name} is missing") from error
        except OSError as error:
            detail = f"{name} cannot be read: {error.strerror}"
            raise DamagedGenerationError(folder.name, detail) from error
        if not intact:
            raise DamagedGenerationError(folder.name, f"{name} was altered")
