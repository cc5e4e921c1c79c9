"""`python -m scripts.adapt`: a library's own weights, published only where they are better."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from index.ranking.weighing import Weights
from index.store.adapted import FILE, Adapted, read_adapted, write_adapted
from index.vectors.embedding import SentenceTransformerEmbedder
from tests.scripts.conftest import run

if TYPE_CHECKING:
    from pathlib import Path

GOLD = [
    ("how do bees show where flowers are?", "bees.md"),
    ("what comes before an eruption?", "10.5555/volcano"),
    ("which bread stays soft?", "bread.md"),
]


def gold(folder: Path, times: int = 8) -> Path:
    """A file of so many questions of each article."""
    rows = [
        {"question": f"{question} {number}", "articles": [name]}
        for question, name in GOLD
        for number in range(times)
    ]
    file = folder / "gold.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return file


def test_what_is_not_better_is_not_published(folder: Path, tmp_path: Path) -> None:
    """Three articles are told apart by any weights; both figures are shown."""
    library = tmp_path / "library"
    run("index", folder, "--library", library)
    outcome = run("adapt", "--library", library, "--gold", gold(tmp_path), "--json")
    assert outcome.code == 1, outcome.err
    report = outcome.json()
    assert not report["published"]
    assert report["judged"] == 24
    assert report["figures"]["ndcg@10"]["p"] > 0.05
    assert not (library / FILE).exists()
    judged = gold(tmp_path)
    with judged.open("a", encoding="utf-8") as file:
        file.write('{"question": "who?", "article": "gone.md"}\n')
    told = run("adapt", "--library", library, "--gold", judged)
    assert "those in force stay" in told.out
    assert "line 25: gone.md is no article of this library" in told.err


def test_better_weights_are_published_and_forgotten(folder: Path, tmp_path: Path) -> None:
    """A library whose weights were spoilt finds its way back."""
    library = tmp_path / "library"
    run("index", folder, "--library", library)
    spoilt = Weights(
        meaning=1.0,
        whole=0,
        title=100,
        pair=0,
        sentence=0,
        fragment=0,
        covered=0,
        likeness=0,
        crowding=0,
    )
    model = SentenceTransformerEmbedder().fingerprint
    write_adapted(library, Adapted(model, spoilt))
    outcome = run("adapt", "--library", library, "--gold", gold(tmp_path, times=20), "--json")
    report = outcome.json()
    adapted = read_adapted(library)
    assert adapted
    assert (adapted.weights != spoilt) == report["published"] == (outcome.code == 0)
    assert run("adapt", "--library", library, "--forget").code == 0
    assert not (library / FILE).exists()
    assert "as they were" in run("adapt", "--library", library, "--forget").out


def test_too_few_questions_are_refused(library: Path) -> None:
    """Halves of a handful tell nothing."""
    outcome = run("adapt", "--library", library, "--questions", 3)
    assert outcome.code == 2
    assert "too few" in outcome.err


def test_a_folder_that_is_there_is_not_written_over(library: Path, tmp_path: Path) -> None:
    outcome = run("adapt", "--library", library, "--embedding", tmp_path)
    assert outcome.code == 2
    assert "new folder" in outcome.err


def test_a_library_of_three_articles_is_too_small_to_train_on(
    library: Path, tmp_path: Path
) -> None:
    outcome = run("adapt", "--library", library, "--embedding", tmp_path / "new")
    assert outcome.code == 2
    assert "pairs are too few" in outcome.err
    assert not (tmp_path / "new").exists()
