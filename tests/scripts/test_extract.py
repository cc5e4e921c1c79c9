"""`extract`: the article as the indexer sees it, for people and for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from scripts.extract import app
from tests.index.sources.jats.test_jats import article as jats_article
from tests.index.sources.outlet_pages import AUTHOR, PAGE, PARAGRAPHS, TITLE

if TYPE_CHECKING:
    from pathlib import Path

    from typer.testing import Result


def run(*arguments: object) -> Result:
    """What an operator sees."""
    return CliRunner().invoke(app, [str(one) for one in arguments])


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A saved page in a folder."""
    path = tmp_path / "shelf" / "page.bin"
    path.parent.mkdir()
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_json_has_the_article_and_its_passages_by_offset(page: Path) -> None:
    """Every passage is found in the text where it says."""
    seen = run(page, "--json")
    assert seen.exit_code == 0
    document = json.loads(seen.stdout)
    assert (document["title"], document["authors"][0]) == (TITLE, AUTHOR)
    assert document["published"] == "2021-06-04"
    assert document["status"] == "current"
    assert [text for section in document["sections"] for text in section["paragraphs"]] == list(
        PARAGRAPHS
    )
    assert len(document["passages"]) == len(PARAGRAPHS)
    for passage in document["passages"]:
        assert document["text"][passage["start"] : passage["end"]] == passage["text"]


def test_people_read_title_facts_and_paragraphs(page: Path) -> None:
    """Without marks of terminals where nobody's terminal shows them."""
    seen = run(page)
    assert seen.exit_code == 0
    assert seen.stdout.startswith(TITLE)
    assert "At the desk" in seen.stdout
    assert "6 passages" in seen.stdout
    assert "\x1b" not in seen.stdout


def test_a_folder_shows_each_file_and_names_those_that_cannot_be_read(page: Path) -> None:
    """Done in part: exit code 1."""
    (page.parent / "empty.txt").write_text("")
    seen = run(page.parent, "--json")
    assert seen.exit_code == 1
    assert [one["title"] for one in json.loads(seen.stdout)] == [TITLE]
    assert "shelf/empty.txt: it is empty" in seen.stderr


def test_a_file_of_several_articles_is_a_list(tmp_path: Path) -> None:
    """In the file's order."""
    one = jats_article().removeprefix('<?xml version="1.0"?>')
    path = tmp_path / "both.xml"
    path.write_text(
        f"<pmc-articleset>{one}{one.replace('EX.1', 'EX.2')}</pmc-articleset>", encoding="utf-8"
    )
    seen = run(path, "--json")
    assert [one["doi"] for one in json.loads(seen.stdout)] == ["10.5555/ex.1", "10.5555/ex.2"]
    assert run(path).stdout.count("Opening hours of one library") == 2


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        pytest.param("empty.txt", b"", "empty", id="empty"),
        pytest.param("x.pdf", b"%PDF-1.7", "PDF", id="another format"),
        pytest.param("menu.txt", b"Home\nNews\n", "no running text", id="no article"),
    ],
)
def test_a_file_without_an_article_says_so_in_one_line(
    tmp_path: Path, name: str, content: bytes, says: str
) -> None:
    """On stderr, with exit code 2 and nothing on stdout."""
    path = tmp_path / name
    path.write_bytes(content)
    seen = run(path, "--json")
    assert seen.exit_code == 2
    assert not seen.stdout
    assert says in seen.stderr
    assert seen.stderr.count("\n") == 1


def test_a_path_that_is_not_there_and_an_empty_folder(tmp_path: Path) -> None:
    """Are misuse: exit code 2 and one sentence."""
    for place in (tmp_path / "nope", tmp_path):
        seen = run(place)
        assert seen.exit_code == 2
        assert seen.stderr.count("\n") == 1
