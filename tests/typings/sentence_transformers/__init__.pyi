# What index uses of sentence-transformers, whose own types take half a minute to read.
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor

class SentenceTransformer:
    max_seq_length: int | None
    tokenizer: Callable[..., Mapping[str, list[int]]] | Tokenizer
    def __init__(
        self,
        model_name_or_path: str,
        *,
        device: str,
        trust_remote_code: bool,
        model_kwargs: Mapping[str, Any],
        local_files_only: bool,
    ) -> None: ...
    def get_embedding_dimension(self) -> int | None: ...
    def state_dict(self) -> Mapping[str, Tensor]: ...
    def encode_query(
        self, inputs: str, *, normalize_embeddings: bool, show_progress_bar: bool
    ) -> NDArray[np.float32]: ...
    def encode_document(
        self,
        inputs: list[str],
        *,
        batch_size: int,
        normalize_embeddings: bool,
        show_progress_bar: bool,
    ) -> NDArray[np.float32]: ...

class CrossEncoder:
    num_labels: int
    def __init__(
        self,
        model_name_or_path: str,
        *,
        device: str,
        trust_remote_code: bool,
        model_kwargs: Mapping[str, Any],
        local_files_only: bool,
    ) -> None: ...
    def predict(
        self, inputs: Sequence[tuple[str, str]], *, batch_size: int, show_progress_bar: bool
    ) -> NDArray[np.float32]: ...
