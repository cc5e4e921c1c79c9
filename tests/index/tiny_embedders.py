"""Real sentence-transformers models of a few thousand numbers, made on the spot: no hub, no download."""

from __future__ import annotations

from hashlib import sha256
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

if TYPE_CHECKING:
    from pathlib import Path

_SAME: Final = (
    ("vitamin", "vitamina"), ("protects", "protege"), ("small", "pequeños"), ("children", "niños"),
    ("against", "contra"), ("infections", "infecciones"), ("lungs", "pulmones"), ("bees", "abejas"),
    ("dance", "baile"), ("direction", "dirección"), ("flowers", "flores"), ("sun", "sol"), ("tells", "indica"),
)  # fmt: skip
"""Words and what they are in Spanish: one direction each. All others have none."""

_LITTLE: Final = (
    "the",
    "of",
    "in",
    "to",
    "is",
    "a",
    "la",
    "a",
    "los",
    "las",
    "de",
    "el",
    "en",
    "d",
    "que",
)


DIMENSION: Final = 40
"""Of the vectors of `bilingual`."""


def bilingual(folder: Path) -> Path:
    """A model that reads English and Spanish word by word; a word in both has one vector."""
    parts: Any = import_module("sentence_transformers.sentence_transformer.modules")
    library: Any = import_module("sentence_transformers")
    words = ["[UNK]", *dict.fromkeys([*_LITTLE, *(word for pair in _SAME for word in pair)])]
    vectors = np.zeros((len(words), DIMENSION), dtype=np.float32)
    for pair in _SAME:
        seed = int.from_bytes(sha256(pair[0].encode()).digest()[:4])
        vectors[[words.index(word) for word in pair]] = np.random.default_rng(seed).normal(
            size=DIMENSION
        )
    tokenizer = Tokenizer(
        models.WordLevel(dict(zip(words, range(len(words)), strict=True)), "[UNK]")
    )
    tokenizer.normalizer = normalizers.Lowercase()
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    model = library.SentenceTransformer(
        modules=[parts.StaticEmbedding(tokenizer, embedding_weights=vectors)], device="cpu"
    )
    model.save_pretrained(str(folder))
    return folder


def prompted(folder: Path) -> Path:
    """A model of another make: subwords of any script, the first token's vector, and prompts."""
    torch, transformers = import_module("torch"), import_module("transformers")
    parts: Any = import_module("sentence_transformers.sentence_transformer.modules")
    library: Any = import_module("sentence_transformers")
    torch.manual_seed(7)
    marks = ["<s>", "<pad>", "</s>", "<unk>", *map(chr, range(32, 1500)), "▁"]
    written = Tokenizer(models.Unigram([(mark, -float(at)) for at, mark in enumerate(marks)], 3))
    written.pre_tokenizer = pre_tokenizers.Metaspace()
    special = {
        "bos": "<s>",
        "cls": "<s>",
        "eos": "</s>",
        "sep": "</s>",
        "pad": "<pad>",
        "unk": "<unk>",
    }
    tokenizer = transformers.PreTrainedTokenizerFast(
        tokenizer_object=written,
        model_max_length=64,
        **{f"{name}_token": mark for name, mark in special.items()},
    )
    config = transformers.XLMRobertaConfig(
        vocab_size=len(marks), hidden_size=48, num_hidden_layers=1, num_attention_heads=2,
        intermediate_size=32, max_position_embeddings=80, pad_token_id=1, initializer_range=0.5,
    )  # fmt: skip
    source = folder.with_name(f"{folder.name}-parts")
    transformers.XLMRobertaModel(config).save_pretrained(source)
    tokenizer.save_pretrained(source)
    transformer = parts.Transformer(str(source), max_seq_length=64)
    model = library.SentenceTransformer(
        modules=[transformer, parts.Pooling(48, pooling_mode="cls")],
        prompts={"query": "query: ", "document": "passage: "},
        device="cpu",
    )
    model.save_pretrained(str(folder))
    return folder
