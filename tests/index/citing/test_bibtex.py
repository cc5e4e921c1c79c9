"""References as BibTeX, read back by two parsers that know nothing of each other."""

from __future__ import annotations

import bibtexparser
import pytest
from hypothesis import given, settings
from pybtex.database import parse_string

from index.article import ArticleId, Metadata, Name
from index.citing.entry import entry_of, key_of
from index.citing.references import Style, references
from tests.index.citing.described import HOSTILE, PAGE, PAPER, known

_PLAIN = {
    r"{\textbackslash}": "\\",
    r"{\textbraceleft}": "\ufdd0",
    r"{\textbraceright}": "\ufdd1",
    r"{\textasciitilde}": "~",
    r"{\textasciicircum}": "^",
    **{f"\\{mark}": mark for mark in "#$%&_"},
}


def _read(written: str) -> str:
    """What a reader of the typeset page would see."""
    seen = ""
    rest = written
    while rest:
        for command, shown in _PLAIN.items():
            if rest.startswith(command):
                seen, rest = seen + shown, rest[len(command) :]
                break
        else:
            assert rest[0] not in "\\#$%&_~^", f"TeX would act on {rest[:10]!r}"
            seen, rest = seen + rest[0], rest[1:]
    return seen.replace("{", "").replace("}", "").replace("\ufdd0", "{").replace("\ufdd1", "}")


def _fields(written: str) -> dict[str, str]:
    (entry,) = bibtexparser.parse_string(written).entries
    return {name: field.value for name, field in entry.fields_dict.items()}


def test_a_paper_is_an_article_with_everything_that_is_stated():
    """Names in parts, the date as exact as stated, the DOI."""
    written = references([(ArticleId("a"), PAPER)], Style.BIBTEX)
    assert written.startswith("@article{garciamarquez2012malaria,\n")
    assert _fields(written) == {
        "author": "García Márquez, Ana and van der Berg, Jr., Jan and {The Test Study Group}",
        "title": "{HIV} and malaria in children: a cohort study",
        "journal": "Journal of Tests",
        "volume": "7",
        "number": "5",
        "pages": "112--119",
        "year": "2012",
        "month": "may",
        "day": "30",
        "doi": "10.5555/test.1",
    }


@pytest.mark.parametrize(
    ("author", "key"),
    [
        ("Thorkild Sørensen", "sorensen2005planned"),
        ("Łukasz Wałęsa", "walesa2005planned"),
        ("Jörg Weiß", "weiss2005planned"),
        ("Æsa Þórsdóttir", "thorsdottir2005planned"),
    ],
)
def test_keys_keep_every_letter_of_a_name(author: str, key: str):
    """A letter that ASCII lacks is written as people write it where they lack it."""
    found = Metadata(title="Planned weight loss", authors=(author,), published="2005-06-28")
    assert key_of(found) == key


def test_a_page_is_cited_with_its_site_and_the_day_it_was_at_hand():
    """And never with the DOI of the paper it reports."""
    written = references([(ArticleId("a"), PAGE)], Style.BIBTEX, accessed="2026-11-20")
    assert written.startswith("@misc{")
    fields = _fields(written)
    assert fields["howpublished"] == "The Test Gazette"
    assert fields["url"] == PAGE.url
    assert fields["urldate"] == "2026-11-20"
    assert fields["month"] == "mar"
    assert "day" not in fields
    assert "doi" not in fields


@pytest.mark.parametrize(
    ("name", "last", "first"),
    [
        pytest.param(Name("van der Berg", "Jan"), "van der Berg", "Jan", id="particles"),
        pytest.param(Name("García Márquez", "Ana"), "García Márquez", "Ana", id="two_names"),
        pytest.param(Name("Land and Sea", "Robin"), "Land and Sea", "Robin", id="and"),
        pytest.param(Name("García Márquez"), "García Márquez", "", id="family_alone"),
        pytest.param(
            Name(body="Health, Safety and Tests"), "Health, Safety and Tests", "", id="body"
        ),
        pytest.param(Name("d'Alembert", "Jean"), "d'Alembert", "Jean", id="apostrophe"),
    ],
)
def test_another_parser_divides_the_names_alike(name: Name, last: str, first: str):
    """A body stays whole, whatever commas and words stand in it."""
    known = Metadata(title="T", authors=(name.said,), names=(name,))
    written = references([(ArticleId("a"), known)], Style.BIBTEX)
    (person,) = next(iter(parse_string(written, "bibtex").entries.values())).persons["author"]
    found_last = " ".join([*person.prelast_names, *person.last_names])
    assert _read(found_last) == last
    assert " ".join([*person.first_names, *person.middle_names]) == first


@pytest.mark.parametrize("title", HOSTILE)
def test_a_hostile_title_is_one_field_and_reads_as_it_was(title: str):
    """No brace, backslash or line break of a title ends its field or reaches TeX."""
    found = Metadata(title=title)
    written = references([(ArticleId("a"), found)], Style.BIBTEX)
    assert _read(_fields(written)["title"]) == entry_of(found, key="a").get("title", "")
    assert len(parse_string(written, "bibtex").entries) == 1


@settings(max_examples=60, deadline=None)
@given(known)
def test_any_articles_become_as_many_entries(articles: list[tuple[ArticleId, Metadata]]):
    """Both parsers read every entry, under a key of its own, and the titles come back."""
    written = references(articles, Style.BIBTEX, accessed="2026-11-20")
    read = bibtexparser.parse_string(written)
    assert not read.failed_blocks
    assert len({entry.key for entry in read.entries}) == len(articles)
    parsed = parse_string(written, "bibtex")
    assert list(parsed.entries) == [entry.key for entry in read.entries]
    for (_, metadata), entry in zip(articles, read.entries, strict=True):
        title = entry.fields_dict.get("title")
        expected = entry_of(metadata, key="a").get("title", "")
        assert _read(title.value if title else "") == expected
        assert len(parsed.entries[entry.key].persons.get("author", [])) == len(
            entry_of(metadata, key="a").get("author", [])
        )
