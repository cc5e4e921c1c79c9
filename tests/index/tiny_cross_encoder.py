"""A real CrossEncoder of a few thousand numbers, made on the spot: no hub, no download."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_WORDS = ("bee", "bees", "dance", "hive", "volcano", "bread", "the", "a", "of", "what", "is", "?")


def tiny_cross_encoder(folder: Path, *, labels: int = 1) -> Path:
    """A folder that sentence-transformers opens; its weights are random and the same every time."""
    torch, transformers = import_module("torch"), import_module("transformers")
    torch.manual_seed(7)
    source = folder.with_name(f"{folder.name}-vocabulary.txt")
    letters = [f"{mark}{letter}" for letter in "abcdefghijklmnopqrstuvwxyz" for mark in ("", "##")]
    special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    source.write_text("\n".join([*special, *_WORDS, *letters]), encoding="utf-8")
    config = transformers.BertConfig(
        vocab_size=len(special) + len(_WORDS) + len(letters),
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=32,
        max_position_embeddings=128,
        num_labels=labels,
    )
    model = transformers.BertForSequenceClassification(config)
    # Large enough that grades of different texts differ in more than their last digits.
    torch.nn.init.normal_(model.classifier.weight, std=5.0)
    model.save_pretrained(folder)
    transformers.BertTokenizerFast(str(source), model_max_length=128).save_pretrained(folder)
    return folder
