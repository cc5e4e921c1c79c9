"""A run ranks documents by their best passage, deep enough for every figure."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from index.errors.asked import MissingPackageError
from index.evaluation.comparison import read_run
from index.evaluation.figures import DEPTH, Run, figures, run_of, write_run
from index.progress import Silent
from index.searching.search import Searcher
from tests.index.hashing_embedder import HashingEmbedder
from tests.making import FILLER, article

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import TinyLibrary


def test_one_long_article_does_not_crowd_out_the_others(tiny_library: TinyLibrary):
    """A book whose every passage fits the question is one document of the ranking."""
    book = article("Book", *(f"Bees dance in part {n}. {FILLER}" for n in range(DEPTH + 20)))
    notes = [article(f"Note {n}", f"Bees dance, says note {n}. {FILLER}") for n in range(3)]
    library = tiny_library(book, *notes)
    with library.open() as generation:
        searcher = Searcher(generation, HashingEmbedder())
        run = run_of(searcher, {"q": "do bees dance?"}, progress=Silent())
    assert sorted(run.ranked["q"]) == sorted(a.id for a in (book, *notes))
    assert len(run.milliseconds) == 1


def test_a_run_is_read_back_whatever_its_ids_hold(tmp_path: Path):
    """Blanks too, and what breaks a line elsewhere."""
    ranked = {"q 1": ("d 1", "d\u20282"), "q2": ("d3",)}
    for found in (ranked, {"q2": ("10.1%2F6", "d3")}):
        write_run(Run(found, [1.0]), tmp_path / "run.trec")
        assert read_run(tmp_path / "run.trec") == found


def test_without_pytrec_eval_the_operator_reads_what_to_install(monkeypatch: pytest.MonkeyPatch):
    """The bot runs without it; an evaluation does not."""
    monkeypatch.setitem(sys.modules, "pytrec_eval", None)
    with pytest.raises(MissingPackageError, match=r"\[evaluate\]"):
        figures(Run({"q": ["d"]}, [1.0]), {"q": {"d": 1}})
