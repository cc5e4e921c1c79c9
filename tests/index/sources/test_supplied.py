"""What people write about a source: checked once, with a sentence that says what to mend."""

from __future__ import annotations

import pytest

from index.article import Metadata
from index.errors.sources import UnreadableSourceError
from index.sources.supplied import Supplied, read_sidecar, read_table


def test_a_sidecar_states_what_it_states() -> None:
    """Only the keys that are written win over the article's own."""
    supplied = read_sidecar(
        "title: Hours\nauthors:\n - A\n - B\npublished: 2021-06\nstatus: current\n"
    )
    found = Metadata(title="Old", outlet="Annals", published="2019")
    known = supplied.over(found)
    assert (known.title, known.outlet, known.published) == ("Hours", "Annals", "2021-06")
    assert supplied.settled == {"title", "authors", "published", "status"}


def test_an_empty_value_takes_a_fact_away() -> None:
    """A DOI that was read wrongly can be taken off."""
    assert not read_sidecar('doi: ""\n').over(Metadata(doi="10.5555/wrong")).doi


def test_the_nearer_statement_wins() -> None:
    """A sidecar stands over a row of the folder's list."""
    near, far = read_sidecar("title: Near"), read_sidecar("title: Far\ngenre: news")
    both = near.and_over(far)
    assert (both.metadata.title, both.metadata.genre) == ("Near", "news")


def test_a_break_inside_a_cell_ends_no_row() -> None:
    """Spreadsheets write what was typed into a cell, breaks and all."""
    table = read_table('file,title\na.txt,"Hours\u2028of\nsleep"\nb.txt,Bees\n')
    titles = [" ".join(row.supplied.metadata.title.split()) for row in table.rows]
    assert titles == ["Hours of sleep", "Bees"]


@pytest.mark.parametrize(
    ("written", "says"),
    [
        pytest.param("titel: x", '"titel" is unknown', id="unknown key"),
        pytest.param("published: soon", '"published"', id="no date"),
        pytest.param("url: example.org", "https://", id="no address"),
        pytest.param("language: English, mostly", '"language"', id="no language"),
        pytest.param("medium: radio", '"medium"', id="no medium"),
        pytest.param("authors: {}", '"authors"', id="no authors"),
        pytest.param("- a\n- b", "keys and values", id="a list"),
        pytest.param("a: b: c", "line 1", id="broken"),
        pytest.param("x: y\n" * 20_000, "longer", id="too long"),
        pytest.param("[" * 3000, "YAML", id="too deep"),
    ],
)
def test_a_sidecar_that_does_not_fit_says_why(written: str, says: str) -> None:
    """The key and what to write."""
    with pytest.raises(UnreadableSourceError) as caught:
        read_sidecar(written)
    assert says in caught.value.reason


def test_a_table_gives_a_row_a_file() -> None:
    """Lists are cut at semicolons, and an empty cell states nothing."""
    table = read_table("file,title,authors,doi\na.txt,Hours,A; B,\nb.txt,,,doi:10.5555/X.1\n")
    first, second = table.rows
    assert first.supplied.metadata.authors == ("A", "B")
    assert first.supplied.settled == {"title", "authors"}
    assert second.supplied.metadata.doi == "10.5555/x.1"
    assert not table.problems


@pytest.mark.parametrize(
    ("written", "says"),
    [
        pytest.param("name,title\na,b\n", '"file"', id="no file column"),
        pytest.param("file,titel\na,b\n", '"titel"', id="unknown column"),
        pytest.param('file,title\na,"b\n', "no CSV", id="open quotation"),
    ],
)
def test_a_table_that_is_wrong_says_so(written: str, says: str) -> None:
    """The rest of the folder goes on."""
    assert says in " ".join(read_table(written).problems)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("a.txt,someday", id="no date"),
        pytest.param("a.txt,2020,more", id="too many cells"),
    ],
)
def test_a_row_that_does_not_fit_names_its_line(line: str) -> None:
    """Its article is skipped with this reason."""
    (row,) = read_table(f"file,published\n{line}\n").rows
    assert "line 2" in row.problem
    assert row.supplied == Supplied()
