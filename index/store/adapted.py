"""Weights adapted to one library, kept beside its generations: removable, and never written half."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Annotated, Final

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass as checked

from index.disk import replace_file
from index.errors.library import AdaptedWeightsError
from index.ranking.weighing import Weights

if TYPE_CHECKING:
    from pathlib import Path

FILE: Final = "weights.json"

Share = Annotated[float, Field(ge=0, le=1)]
Factor = Annotated[float, Field(ge=0, le=100)]


@checked(frozen=True, config=ConfigDict(extra="forbid"))
class _Stored:
    """What the file holds; closed, since a misspelt name would leave a default in force."""

    model: str
    meaning: Share
    whole: Factor
    title: Factor
    pair: Factor
    sentence: Factor
    fragment: Factor
    covered: Factor
    likeness: Factor
    crowding: Factor = 0.0  # what was tuned before there was any was judged without it


_STORED: Final = TypeAdapter(_Stored)


@dataclass(frozen=True, slots=True)
class Adapted:
    """Weights, and the fingerprint of the embedding model they were adapted with."""

    model: str
    weights: Weights


def read_adapted(library: Path) -> Adapted | None:
    """The library's own weights, or None where it has none.

    Raises:
        AdaptedWeightsError: The file is there and holds no weights.
    """
    file = library / FILE
    try:
        stored = _STORED.validate_json(file.read_bytes())
    except FileNotFoundError:
        return None
    except (OSError, ValidationError) as error:
        raise AdaptedWeightsError(file) from error
    told = asdict(stored)
    return Adapted(told.pop("model"), Weights(**told))


def write_adapted(library: Path, adapted: Adapted) -> None:
    """Put them in force for every searcher that is opened from now on.

    Raises:
        OSError: The folder cannot be written.
    """
    stored = {"model": adapted.model} | asdict(adapted.weights)
    replace_file(library / FILE, json.dumps(stored, indent=2) + "\n")


def forget_adapted(library: Path) -> bool:
    """Go back to the weights of every library; whether there were others.

    Raises:
        OSError: The folder cannot be written.
    """
    file = library / FILE
    known = file.exists()
    file.unlink(missing_ok=True)
    return known
