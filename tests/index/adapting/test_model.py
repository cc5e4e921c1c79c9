"""A trained embedding model is kept only where it is better on articles it has not seen."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import pytest

from index.adapting.made import Pair
from index.adapting.model import halves, keep_if_better
from index.vectors.embedding import SentenceTransformerEmbedder

if TYPE_CHECKING:
    from pathlib import Path

    from index.adapting.model import Judged

pytestmark = pytest.mark.timeout(
    300
)  # the trainer's libraries take a minute to import on a busy machine

SUBJECTS = [
    "bee",
    "hive",
    "bread",
    "dough",
    "volcano",
    "magma",
    "whale",
    "song",
    "glacier",
    "ice",
    "moon",
    "tide",
]
"""Pairs of a word asked and a word answered, which nothing but training could bring together."""


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A sentence-transformers model of a few thousand random numbers."""
    torch, transformers = import_module("torch"), import_module("transformers")
    layers = import_module("sentence_transformers.sentence_transformer.modules")
    torch.manual_seed(3)
    folder = tmp_path_factory.mktemp("model")
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *SUBJECTS, "what", "of", "the", "a", "?"]
    words += [f"w{number}" for number in range(40)]
    (folder / "words.txt").write_text("\n".join(words), encoding="utf-8")
    config = transformers.BertConfig(
        vocab_size=len(words), hidden_size=16, num_hidden_layers=1, num_attention_heads=2,
        intermediate_size=32, max_position_embeddings=64,
    )  # fmt: skip
    transformers.BertModel(config).save_pretrained(folder / "bare")
    tokenizer = transformers.BertTokenizerFast(str(folder / "words.txt"), model_max_length=64)
    tokenizer.save_pretrained(folder / "bare")
    bare = layers.Transformer(str(folder / "bare"))
    made = import_module("sentence_transformers").SentenceTransformer(
        modules=[bare, layers.Pooling(16)], device="cpu"
    )
    made.save_pretrained(str(folder / "tiny"))
    return str(folder / "tiny")


def pairs() -> list[Pair]:
    """Forty articles, each asked for by one word and answering with the one beside it."""
    found: list[Pair] = []
    for at in range(40):
        asked, answered = SUBJECTS[2 * (at % 6)], SUBJECTS[2 * (at % 6) + 1]
        found.append(Pair(f"what of the {asked} w{at}", f"the {answered} w{at}", f"article {at}"))
    return found


def test_no_article_is_both_trained_on_and_judged_on() -> None:
    """Of each five one is held back."""
    trained, held = halves([*pairs(), *pairs()])
    assert len(trained) + len(held) == 80
    assert len(held) == 16
    assert not {pair.article for pair in trained} & {pair.article for pair in held}


def test_a_model_that_is_no_better_is_thrown_away(
    model: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A moment's training changes nothing: nothing is left behind, and nothing is printed beside."""
    trained, held = halves(pairs())
    judged: Judged = keep_if_better(model, trained, held, minutes=1e-6, to=tmp_path / "new")
    assert not judged.kept
    assert not capsys.readouterr().out
    assert list(tmp_path.iterdir()) == []
    assert judged.figures


def test_a_better_model_is_kept_and_opens(
    model: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It embeds, and is another model than the one it began as."""
    monkeypatch.setattr("index.adapting.model._RATE", 2e-2)
    monkeypatch.setattr("index.adapting.model._EPOCHS", 30)
    every = pairs()
    judged = keep_if_better(model, every, every, minutes=1, to=tmp_path / "new")
    assert judged.kept
    before, after = (SentenceTransformerEmbedder(m) for m in (model, str(tmp_path / "new")))
    assert before.fingerprint != after.fingerprint
    assert after.embed_question("bee").shape == (16,)
