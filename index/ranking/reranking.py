"""A cross-encoder that reads question and passage together and puts the first hits in a better order.

Off unless an operator names one: none comes with Footnote. It reads as many passages as its seconds
allow, the best first, so that a slow machine waits no longer and only gains less.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Final, Protocol

import numpy as np

from index.errors.library import ModelError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentence_transformers import CrossEncoder

RERANKED: Final = 30
"""Passages that are read again where nothing else is said: past them few answers stand."""

SECONDS: Final = 1.0
"""What reading them may take where nothing else is said."""

_BATCH: Final = 4
"""Pairs a forward pass: on a CPU more are no faster, and the clock is looked at between two."""


class Reranker(Protocol):
    """Says how well passages answer a question, for as many as its time allows."""

    @property
    def most(self) -> int:
        """How many passages are worth handing over."""
        ...

    def judged(self, question: str, passages: Sequence[str]) -> Sequence[float]:
        """A grade a passage, higher is better, for the first ones that there was time for."""
        ...


def reading_order(question: str, passages: Sequence[str], reranker: Reranker) -> list[int]:
    """The passages' places: those it graded, best first, then the others in their order."""
    grades = reranker.judged(question, passages[: reranker.most])
    graded = sorted(range(len(grades)), key=lambda at: (-grades[at], at))
    return [*graded, *range(len(grades), len(passages))]


@dataclass(frozen=True)
class CrossEncoderReranker:
    """Any sentence-transformers CrossEncoder with one output, loaded when it is first needed.

    Attributes:
        model: Its name, or the folder it stands in.
        most: Passages it is given.
        seconds: What reading may take; the first passage is read whatever it takes.

    Raises:
        ModelError: From `load` and `judged`, where there is no such model, or it gives no grade.
    """

    model: str
    most: int = RERANKED
    seconds: float = SECONDS

    def load(self) -> None:
        """Load it now: the first question would wait for that."""
        _ = self._encoder

    def judged(self, question: str, passages: Sequence[str]) -> Sequence[float]:
        """A grade a passage, higher is better, for the first ones that there was time for."""
        encoder = self._encoder
        began = perf_counter()
        grades: list[float] = []
        room = 1  # one passage tells how long the others take
        while room > 0 and len(grades) < len(passages):
            some = passages[len(grades) : len(grades) + min(room, _BATCH)]
            given = encoder.predict(
                [(question, passage) for passage in some],
                batch_size=_BATCH,
                show_progress_bar=False,
            )
            grades.extend(np.nan_to_num(given, nan=-np.inf).tolist())
            took = perf_counter() - began
            room = int((self.seconds - took) * len(grades) / took)
        return grades

    @cached_property
    def _encoder(self) -> CrossEncoder:
        # Importing it costs seconds; who names no cross-encoder does not pay them.
        from safetensors import SafetensorError  # noqa: PLC0415
        from sentence_transformers import CrossEncoder  # noqa: PLC0415
        from transformers.utils.logging import disable_progress_bar  # noqa: PLC0415

        disable_progress_bar()
        try:
            encoder = CrossEncoder(
                self.model,
                device="cpu",
                trust_remote_code=False,
                model_kwargs={"use_safetensors": True},  # the other format is a pickle
                local_files_only=Path(self.model).is_dir(),
            )
        except (OSError, ValueError, SafetensorError) as error:
            message = (
                f"cannot load the cross-encoder {self.model!r}: give the name of a "
                f"sentence-transformers CrossEncoder that this machine holds or can fetch, or its "
                f"folder"
            )
            raise ModelError(message) from error
        if encoder.num_labels != 1:
            message = (
                f"the cross-encoder {self.model!r} gives {encoder.num_labels} numbers a pair; one "
                f"that ranks gives one"
            )
            raise ModelError(message)
        return encoder
