"""README.md and the pages beside it lead somewhere, and the answer they show is one the shelf gives."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.answering.answerer import Answerer
from index.searching.search import Searcher
from scripts.parts.prose import answer_prose

if TYPE_CHECKING:
    from index.store.library import Library
    from index.vectors.embedding import Embedder

PROJECT = Path(__file__).parents[1]
PAGES = [PROJECT / "README.md", *sorted((PROJECT / "docs").glob("*.md"))]
README = PAGES[0].read_text("utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_to_a_file_leads_to_one(page: Path):
    """No page of ours is a dead end."""
    targets = re.findall(r"\]\((?!https?://|#)([^)#]+)", page.read_text("utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_that_is_told_exists(page: Path):
    """By `make` or as a module."""
    text = page.read_text("utf-8")
    made = re.findall(r"^\w+(?=:.*## )", (PROJECT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert set(re.findall(r"`make (\w+)|^make (\w+)", text)) <= {("", m) for m in made} | {
        (m, "") for m in made
    }
    for name in re.findall(r"python -m scripts\.([\w.]+\w)", text):
        module = PROJECT.joinpath("scripts", *name.split("."))
        assert module.with_suffix(".py").is_file() or (module / "__main__.py").is_file(), name


def test_the_answers_shown_are_those_the_shelf_gives(sample_library: Library, embedder: Embedder):
    """Word for word: what is shown is no promise but a run. `make demo` prints them anew."""
    shown = re.findall(r"```\n> (.+?)\n\n(.+?)\n```", README, re.DOTALL)
    assert len(shown) == 2
    with sample_library.open() as generation:
        answerer = Answerer(Searcher(generation, embedder))
        for question, text in shown:
            assert answer_prose(answerer.answer(question)) == text
