"""A model of inference that says whether a source bears a statement out: any CrossEncoder of three labels.

Off unless an operator names one: none comes with Footnote. The judges of the field that
sentence-transformers opens give a number each for contradiction, entailment and neither; which is
which is read from the model's own labels.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from index.errors.library import ModelError

if TYPE_CHECKING:
    from collections.abc import Sequence

_BATCH: Final = 4
"""Pairs a forward pass: on a CPU more are no faster."""

_ENTAILS: Final = ("entail", "support")
"""How labels for "it does" begin, in small letters."""

_DENIES: Final = ("not", "no_", "non")


@dataclass(frozen=True)
class CrossEncoderJudge:
    """Any sentence-transformers CrossEncoder with a label for entailment, loaded when first needed.

    Attributes:
        model: Its name, or the folder it stands in.

    Raises:
        ModelError: From `load` and `support`, where there is no such model, or none of its labels
            says that a source bears a statement out.
    """

    model: str

    def load(self) -> None:
        """Load it now: the first statement would wait for that."""
        _ = self._encoder

    def support(self, pairs: Sequence[tuple[str, str]]) -> Sequence[float]:
        """For each (source, statement) the probability, 0 to 1, that the one bears out the other."""
        if not pairs:
            return []
        encoder, label = self._encoder
        found = encoder.predict(list(pairs), batch_size=_BATCH, show_progress_bar=False)
        scores = np.asarray(found, dtype=np.float64)
        shares = np.exp(scores - scores.max(axis=1, keepdims=True))
        shares /= shares.sum(axis=1, keepdims=True)
        return np.nan_to_num(shares[:, label]).tolist()

    @cached_property
    def _encoder(self) -> tuple[Any, int]:
        # Importing it costs seconds; who names no judge does not pay them.
        from safetensors import SafetensorError  # noqa: PLC0415
        from sentence_transformers import CrossEncoder  # noqa: PLC0415
        from transformers.utils.logging import disable_progress_bar  # noqa: PLC0415

        disable_progress_bar()
        try:
            encoder: Any = CrossEncoder(
                self.model,
                device="cpu",
                trust_remote_code=False,
                model_kwargs={"use_safetensors": True},  # the other format is a pickle
                local_files_only=Path(self.model).is_dir(),
            )
        except (OSError, ValueError, SafetensorError) as error:
            message = (
                f"cannot load the judge {self.model!r}: give the name of a sentence-transformers "
                f"CrossEncoder for inference that this machine holds or can fetch, or its folder"
            )
            raise ModelError(message) from error
        labels: dict[int, str] = encoder.model.config.id2label
        for number, label in labels.items():
            low = label.lower()
            if any(word in low for word in _ENTAILS) and not low.startswith(_DENIES):
                return encoder, int(number)
        names = ", ".join(labels.values())
        message = f"the judge {self.model!r} has no label for entailment, only {names}"
        raise ModelError(message)
