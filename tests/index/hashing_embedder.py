"""An embedder that needs no model: each word has a direction, and a text is the sum of its words'.

It stands beside the real one at the same seam. Texts that share words lie near each other, and that
is all it knows of meaning: tests of what a question finds use the real model.
"""

from __future__ import annotations

import re
from hashlib import blake2b, sha256
from typing import TYPE_CHECKING

import numpy as np

from index.passages.splitting import TokenRule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.vectors.arrays import Matrix, Vector

_WORDS = re.compile(r"\w+")


class HashingEmbedder:
    """Unit vectors out of hashed words; the same text gives the same bytes on every machine.

    Attributes:
        embedded: Every text a passage vector was made for, in order.
    """

    def __init__(self, model: str = "hashing", *, dimension: int = 24, limit: int = 64) -> None:
        self.model = model
        self.fingerprint = sha256(f"{model} {dimension}".encode()).hexdigest()
        self.dimension = dimension
        self.embedded: list[str] = []
        self._limit = limit

    def tokens(self) -> TokenRule:
        """A token a word, and two more as a real model has them."""
        return TokenRule(count=lambda text: len(_WORDS.findall(text)) + 2, limit=self._limit)

    def embed_passages(self, texts: Sequence[str]) -> Matrix:
        """A row a text."""
        self.embedded.extend(texts)
        rows = [self._vector(text) for text in texts]
        return np.array(rows, dtype=np.float32).reshape(len(texts), self.dimension)

    def embed_question(self, text: str) -> Vector:
        """One vector."""
        return self._vector(text)

    def _vector(self, text: str) -> Vector:
        total = np.zeros(self.dimension, dtype=np.float32)
        total[0] = 1e-3  # a text without words points somewhere too
        for word in _WORDS.findall(text.lower()):
            letters = blake2b(word.encode(), digest_size=self.dimension).digest()
            total += np.frombuffer(letters, dtype=np.uint8).astype(np.float32) - 127.5
        return (total / np.linalg.norm(total)).astype(np.float32)
