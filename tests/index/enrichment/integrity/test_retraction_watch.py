"""Retraction Watch's table: every spelling of a name and a date, and no row lost to a broken one."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, strategies as st

from index.article import Status
from index.enrichment.integrity import cells
from index.enrichment.integrity.retraction_watch import read_register
from index.errors.asked import RegisterError
from tests.index.enrichment.integrity.table import COLUMNS, row, table

if TYPE_CHECKING:
    from pathlib import Path

PAPER = "10.1155/2022/9172719"


def natures(file: Path, doi: str = "", pmid: str = "") -> list[Status]:
    """What the table says became of a work, oldest first."""
    return [notice.status for notice in read_register(file).notices(doi=doi, pmid=pmid)]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        pytest.param("10.1155/2022/9172719", PAPER, id="plain"),
        pytest.param(" 10.1155/2022/9172719. ", PAPER, id="blanks and a full stop"),
        pytest.param("https://doi.org/10.1155/2022/9172719", PAPER, id="an address"),
        pytest.param("http://dx.doi.org/10.1155/2022/9172719;", PAPER, id="an old address"),
        pytest.param("DOI: 10.1155/2022/9172719", PAPER, id="a prefix"),
        pytest.param("10.1002/ANIE.200123", "10.1002/anie.200123", id="capitals"),
        pytest.param("10.1016/S0140-6736(97)11096-0", "10.1016/s0140-6736(97)11096-0", id="brackets"),
        pytest.param("10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2", "10.1002/(sici)1097-0258(19980815)17:15<1661::aid-sim968>3.0.co;2-2", id="an old Wiley one"),
    ],
)  # fmt: skip
def test_one_doi_in_every_spelling(cell: str, expected: str) -> None:
    assert cells.dois(cell) == (expected,)


@pytest.mark.parametrize("cell", ["", "unavailable", "Unavailable", "0", "N/A", "none", "10.", "-"])
def test_what_is_no_doi_names_no_work(cell: str) -> None:
    assert cells.dois(cell) == ()


def test_several_dois_in_a_cell_are_each_one() -> None:
    assert cells.dois("10.1000/a; 10.1000/b") == ("10.1000/a", "10.1000/b")


@pytest.mark.parametrize(
    ("cell", "expected"),
    [("37476288.0", ("37476288",)), ("37476288", ("37476288",)), ("0", ()), ("0.0", ()), ("", ()),
     ("3.7476288E7", ()), ("PMID: 123", ("123",)), ("12;34", ("12", "34")), ("1.5", ())],
)  # fmt: skip
def test_pubmed_ids_are_whole_numbers_but_0(cell: str, expected: tuple[str, ...]) -> None:
    """A spreadsheet makes decimals of them."""
    found = cells.pubmed_ids(cell)
    assert found == expected or (cell == "3.7476288E7" and found == ("37476288",))


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        pytest.param("7/12/2023 0:00", "2023-07-12", id="month first"),
        pytest.param("10/4/2023 0:00", "2023-10-04", id="both ways possible: month first"),
        pytest.param("25/12/2023", "2023-12-25", id="no month 25"),
        pytest.param("2023-07-12 00:00:00", "2023-07-12", id="ISO"),
        pytest.param("12.7.2023", "2023-07-12", id="as a German spreadsheet saves it"),
        pytest.param("7/12/23", "2023-07-12", id="two figures"),
        pytest.param("1/1/1900", "1900-01-01", id="an old one"),
        pytest.param("", "", id="none"),
    ],
)
def test_dates_are_read_as_the_table_writes_them(cell: str, expected: str) -> None:
    assert cells.day(cell) == expected


@given(st.text(max_size=30))
def test_every_cell_is_read_or_refused(text: str) -> None:
    assert all(doi.startswith("10.") and doi == doi.lower() for doi in cells.dois(text))
    assert all(pmid.isdecimal() and int(pmid) > 0 for pmid in cells.pubmed_ids(text))
    with suppress(ValueError):
        assert len(cells.day(text)) in {0, 10}


def test_a_work_is_found_by_doi_and_by_pubmed_id(tmp_path: Path) -> None:
    file = table(tmp_path, row(PAPER, pmid="36035816.0", notice="10.1155/2023/9756480"))
    (notice,) = read_register(file).notices(doi=PAPER, pmid="")
    assert (notice.status, notice.published, notice.doi) == (Status.RETRACTED, "2023-07-12", "10.1155/2023/9756480")  # fmt: skip
    assert (notice.reasons, notice.source) == (("Unreliable Results",), "Retraction Watch")
    assert natures(file, pmid="36035816") == [Status.RETRACTED]
    assert natures(file, doi="10.1155/2022/1") == []
    assert natures(file, pmid="37476288") == []


def test_several_rows_about_one_work_stand_in_the_order_of_their_days(tmp_path: Path) -> None:
    """However the file is sorted."""
    file = table(
        tmp_path,
        row(PAPER, nature="Reinstatement", day="3/1/2024 0:00"),
        row(PAPER, nature="Retraction", day="7/12/2023 0:00"),
        row(PAPER, nature="Expression of concern", day="12/1/2022 0:00"),
        row(PAPER, nature="Correction", day="2/1/2022 0:00"),
    )
    expected = [Status.CORRECTED, Status.CONCERN, Status.RETRACTED, Status.REINSTATED]
    assert natures(file, doi=PAPER) == expected


def test_a_notice_is_no_retracted_work(tmp_path: Path) -> None:
    """Its own DOI leads to it, and it was not retracted."""
    file = table(tmp_path, row(PAPER, notice="10.1155/2023/9756480", notice_pmid="37476288.0"))
    register = read_register(file)
    assert register.is_notice(doi="10.1155/2023/9756480", pmid="")
    assert register.is_notice(doi="", pmid="37476288")
    assert not register.is_notice(doi=PAPER, pmid="")
    assert natures(file, doi="10.1155/2023/9756480") == []


def test_a_notice_that_took_the_works_own_name_hides_no_retraction(tmp_path: Path) -> None:
    """Some publishers replace the paper by its notice, under the same DOI."""
    file = table(tmp_path, row(PAPER, notice=PAPER))
    assert natures(file, doi=PAPER) == [Status.RETRACTED]
    assert not read_register(file).is_notice(doi=PAPER, pmid="")


def test_a_wrong_pubmed_id_retracts_no_other_paper(tmp_path: Path) -> None:
    """Where both have a DOI and these differ, a number in common is a slip."""
    file = table(tmp_path, row(PAPER, pmid="36035816"))
    assert natures(file, doi="10.1371/journal.pone.1", pmid="36035816") == []
    assert natures(file, doi=PAPER, pmid="1") == [Status.RETRACTED]


def test_zero_and_unavailable_join_nothing(tmp_path: Path) -> None:
    """Thousands of rows have no number: they are not one paper."""
    file = table(
        tmp_path,
        row("unavailable", pmid="0", notice="unavailable"),
        row("Unavailable", pmid="0.0", notice="unavailable"),
        row(PAPER),
    )
    register = read_register(file)
    assert register.rows == 3
    assert not register.notices(doi="", pmid="")
    assert not register.notices(doi="unavailable", pmid="0")
    assert not register.is_notice(doi="", pmid="")


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        pytest.param("77,only,three", "3 cells", id="cut short"),
        pytest.param(row("10.1000/x", record=77, nature="Gossip"), '"Gossip" is no nature', id="no nature"),
        pytest.param(row("10.1000/x", record=77, title='"never closed'), "quotation mark", id="a quotation mark that never closes"),
    ],
)  # fmt: skip
def test_a_broken_row_is_named_and_costs_no_other(broken: str, said: str, tmp_path: Path) -> None:
    file = table(tmp_path, row("10.1000/a"), broken, row("10.1000/b"), row("10.1000/c"))
    register = read_register(file)
    assert set(register.by_doi) >= {"10.1000/a", "10.1000/b", "10.1000/c"}
    assert any(said in fault and "line 3" in fault for fault in register.faults), register.faults


def test_an_impossible_date_costs_the_date_alone(tmp_path: Path) -> None:
    file = table(tmp_path, row(PAPER, day="13/13/2023", record=9))
    register = read_register(file)
    (notice,) = register.notices(doi=PAPER, pmid="")
    assert (notice.status, notice.published) == (Status.RETRACTED, "")
    assert register.faults == ('row 9 (line 2): "13/13/2023" is no date; left out',)


def test_text_with_line_breaks_and_commas_is_one_row(tmp_path: Path) -> None:
    file = table(tmp_path, row(PAPER, title='"A title,\nof two lines"'), row("10.1000/b"))
    register = read_register(file)
    assert (register.rows, register.faults) == (2, ())


@pytest.mark.parametrize(
    "encode",
    [
        pytest.param(lambda text: b"\xef\xbb\xbf" + text.encode(), id="UTF-8 with a mark"),
        pytest.param(lambda text: text.encode("utf-16"), id="UTF-16"),
        pytest.param(lambda text: text.encode("cp1252"), id="Windows"),
        pytest.param(lambda text: text.replace("\n", "\r\n").encode(), id="line ends of Windows"),
        pytest.param(lambda text: text.replace(",", "\t").encode(), id="tabs"),
        pytest.param(lambda text: text.replace(",", ";").replace("+Unreliable Results;", "+Unreliable Results").replace("Research Article;;", "Research Article;").encode(), id="semicolons"),
    ],
)  # fmt: skip
def test_the_table_is_read_as_spreadsheets_save_it(encode: object, tmp_path: Path) -> None:
    file = tmp_path / "saved.csv"
    text = "\n".join((COLUMNS, row(PAPER, title="Zoë’s café"), ""))
    file.write_bytes(encode(text))  # pyright: ignore[reportCallIssue] - a row's function
    assert natures(file, doi=PAPER) == [Status.RETRACTED]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "names no column"),
        ("a,b\n1,2\n", "names no column RetractionNature"),
        (COLUMNS + "\n", "no rows"),
        (COLUMNS + "\n1,2,3\n", "none of its rows"),
    ],
)
def test_another_file_is_no_register(text: str, said: str, tmp_path: Path) -> None:
    file = tmp_path / "other.csv"
    file.write_text(text)
    with pytest.raises(RegisterError, match=said):
        read_register(file)


def test_a_folder_and_a_missing_file_are_no_register(tmp_path: Path) -> None:
    for place in (tmp_path, tmp_path / "none.csv"):
        with pytest.raises(RegisterError, match="Download Retraction Watch"):
            read_register(place)


def test_it_was_checked_on_the_day_the_file_was_written(tmp_path: Path) -> None:
    """Or on the day that the caller knows."""
    file = table(tmp_path, row(PAPER))
    os.utime(file, (1_700_000_000, 1_700_000_000))
    assert read_register(file).checked == "2023-11-14"
    assert read_register(file, checked="2024-01-01").checked == "2024-01-01"


@given(st.binary(max_size=400))
def test_every_file_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    file = tmp_path_factory.getbasetemp() / "any.csv"
    file.write_bytes(COLUMNS.encode() + b"\n" + row(PAPER).encode() + b"\n" + content)
    try:
        register = read_register(file)
    except RegisterError:
        return
    assert register.rows >= 1
