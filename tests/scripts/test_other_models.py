"""A library built with an operator's own model, here one that reads two languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.checkup.content import model
from bot.checkup.finding import Level
from bot.checkup.places import Places
from tests.index.tiny_embedders import DIMENSION, bilingual
from tests.scripts.conftest import run, write_articles

if TYPE_CHECKING:
    from pathlib import Path

QUESTION = "¿Qué dirección indica el baile de las abejas para las flores contra el sol?"


def test_a_model_of_two_languages_answers_in_both(tmp_path: Path, library: Path) -> None:
    """The packaged one says that it does not read the question; this one finds what it asks for."""
    folder, own = bilingual(tmp_path / "model"), tmp_path / "own"
    built = run("index", write_articles(tmp_path / "texts"), "--library", own, "--model", folder)
    assert built.code == 0, built.err
    found = run("search", QUESTION, "--library", own, "--json").json()["hits"]
    assert found[0]["title"].startswith("Honeybees")
    assert found[0]["dense"] > found[-1]["dense"]
    answer = run("ask", QUESTION, "--library", own, "--json").json()
    assert (answer["abstained"], answer["language"]) == (False, "")
    assert "direction of the flowers" in answer["statements"][0]["text"]
    (finding,) = model(Places(own, tmp_path, tmp_path))
    assert (
        finding.level,
        f"vectors of {DIMENSION} numbers, as the library's" in finding.sentence,
    ) == (Level.OK, True)
    refused = run("ask", QUESTION, "--library", library, "--json").json()
    assert (refused["abstained"], refused["language"]) == (True, "es")
