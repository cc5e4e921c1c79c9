"""Records as services, corpora and spreadsheets export them; what is broken is named, and the rest goes in."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from index.article import Medium, SectionKind, Status
from index.errors.sources import SourceError
from index.sources.reading import articles_of, read_source
from index.sources.source import Source

if TYPE_CHECKING:
    from index.article import Article
    from index.sources.reading import Read

WORDS = (
    "The library on the market square opens at eight in the morning on every working day, and readers "
    "who asked for the earlier start pass the building on their way to work."
)
MORE = "A count at the door found that the busiest hour was the one before noon, with 41 readers in it."


def read(content: str | bytes) -> Read:
    """What a file of records holds."""
    written = content if isinstance(content, bytes) else content.encode()
    return read_source(Source("folder/records", "folder", written))


def one(content: object) -> Article:
    """The one article of a JSON value."""
    (article,) = articles_of(Source("folder/a.json", "folder", json.dumps(content).encode()))
    return article


RECORD = {"id": "r1", "title": "Longer hours", "abstract": WORDS}
OTHER = {"id": "r2", "title": "Shorter hours", "abstract": MORE}


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(f"{json.dumps(RECORD)}\n{json.dumps(OTHER)}\n", id="one a line"),
        pytest.param(f"\ufeff{json.dumps(RECORD)}\r\n\r\n{json.dumps(OTHER)}", id="a mark, blank lines, line ends of Windows"),
        pytest.param(json.dumps([RECORD, OTHER]), id="a list"),
        pytest.param(json.dumps([RECORD, OTHER], indent=2), id="a list over many lines"),
        pytest.param(json.dumps(RECORD) + json.dumps(OTHER), id="one behind the other"),
        pytest.param(json.dumps(RECORD, indent=1) + "\n" + json.dumps(OTHER, indent=1), id="one behind the other over many lines"),
        pytest.param(json.dumps({"total": 2, "response": {"docs": [RECORD, OTHER]}}), id="an answer of a service"),
        pytest.param(json.dumps({"r1": {"title": RECORD["title"], "abstract": WORDS}, "r2": {"title": OTHER["title"], "abstract": MORE}}), id="by their ids"),
    ],
)  # fmt: skip
def test_json_of_any_make(written: str) -> None:
    """Two records, whatever stands around them."""
    assert [article.metadata.title for article in read(written).articles] == [
        "Longer hours",
        "Shorter hours",
    ]


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        pytest.param(f'{json.dumps(RECORD)}\n{{"title": "x", \n{json.dumps(OTHER)}\n', "line 2: its JSON is broken", id="a broken line"),
        pytest.param(f'[{json.dumps(RECORD)}, {{"title": "x", "text": }}, {json.dumps(OTHER)}]', "record 2: its JSON is broken", id="a broken record in a list"),
        pytest.param(f'{json.dumps(RECORD)}\n{json.dumps({"title": "x"})}\n{json.dumps(OTHER)}\n', "line 2: it has a title and no text", id="a record without text"),
        pytest.param(f"{json.dumps(RECORD)}\n17\n{json.dumps(OTHER)}\n", "line 2: it is no record", id="no record"),
        pytest.param(f'{json.dumps(RECORD)}\n{json.dumps(OTHER)}\n{{"title": "cut o', "line 3: its JSON is broken", id="an end that is cut off"),
        pytest.param(f"title,text\nLonger hours,{WORDS.replace(',', '')}\na,b,c,d\nShorter hours,{MORE.replace(',', '')}\n", "line 3: it has more cells", id="a row of too many cells"),
        pytest.param(f'title,text\nLonger hours,"{WORDS}"\nonly a title,\nShorter hours,"{MORE}"\n', "line 3: it has a title and no text", id="a row without text"),
    ],
)  # fmt: skip
def test_what_is_broken_is_named_and_the_rest_goes_in(written: str, fault: str) -> None:
    """With its place, so that somebody can mend it."""
    found = read(written)
    assert [article.metadata.title for article in found.articles] == [
        "Longer hours",
        "Shorter hours",
    ]
    (told,) = found.faults
    assert told.startswith(fault)


def test_many_faults_are_told_in_one_line() -> None:
    """A few places, and how many more."""
    rows = "\n".join(json.dumps({"title": f"t{n}"}) for n in range(40))
    assert read(f"{json.dumps(RECORD)}\n{rows}").faults == (
        "line 2, line 3, line 4, line 5, line 6 and 35 more: it has a title and no text",
    )


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(f'title,authors,text\n"Longer, much","Roe, A; Doe, B","{WORDS}"\n', id="commas"),
        pytest.param(f'\ufefftitle;authors;text\n"Longer, much";"Roe, A; Doe, B";{WORDS}\n', id="semicolons behind a mark"),
        pytest.param(f"title\tauthors\ttext\nLonger, much\tRoe, A; Doe, B\t{WORDS}\n", id="tabs"),
        pytest.param(f"title|authors|text\r\nLonger, much|Roe, A; Doe, B|{WORDS}\r\n", id="bars"),
        pytest.param(f'sep=;\nTitle;Authors;Text\n"Longer, much";"Roe, A; Doe, B";"{WORDS}"\n', id="Excel's own line"),
        pytest.param(f'title,authors,text\n"Longer, much","Roe, A; Doe, B","{WORDS}"\n'.encode("utf-16"), id="UTF-16"),
        pytest.param(f'Article Title,Author Names,Abstract\n"Longer, much","Roe, A; Doe, B","{WORDS}"\n', id="other names"),
    ],
)  # fmt: skip
def test_tables_as_programs_write_them(written: str | bytes) -> None:
    """Delimiters, marks, encodings and names of columns."""
    (article,) = read(written).articles
    assert article.metadata.title == "Longer, much"
    assert article.metadata.authors == ("A Roe", "B Doe")
    assert WORDS in article.text


def test_cells_keep_quotation_marks_and_line_ends() -> None:
    """Doubled marks are one; blank lines part paragraphs."""
    text = f'{WORDS}\n\n"{MORE}"'
    (article,) = read('title,text\nx,"{}"\n'.format(text.replace('"', '""'))).articles
    assert [p for section in article.sections for p in section.paragraphs] == [WORDS, f'"{MORE}"']


def test_a_table_in_an_old_encoding() -> None:
    """As spreadsheets of Windows write it."""
    (article,) = read(
        f"title,text\nDr Müller’s hours,{WORDS.replace(',', '')}\n".encode("cp1252")
    ).articles
    assert article.metadata.title == "Dr Müller’s hours"


def test_a_paper_of_s2orc() -> None:
    """Both makes: parsed pages under keys of their own, and text with annotations beside it."""
    paragraph = {
        "text": f"{WORDS} [12]",
        "cite_spans": [{"start": len(WORDS) + 1, "end": len(WORDS) + 5}],
    }
    parsed = {
        "paper_id": "77",
        "metadata": {
            "title": "Longer hours",
            "authors": [{"first": "Ana", "last": "Roe"}],
            "year": 2019,
            "doi": "10.5555/X.1",
        },
        "pdf_parse": {
            "abstract": [{"text": MORE, "section": "Abstract"}],
            "body_text": [{**paragraph, "section": "Methods"}],
        },
    }
    article = one(parsed)
    assert [(section.heading, section.kind) for section in article.sections] == [
        ("Abstract", SectionKind.ABSTRACT),
        ("Methods", SectionKind.BODY),
    ]
    assert article.sections[1].paragraphs == (WORDS,)
    known = article.metadata
    assert (known.title, known.authors, known.doi, known.published) == (
        "Longer hours",
        ("Ana Roe",),
        "10.5555/x.1",
        "2019",
    )
    text = f"Longer hours\n{WORDS}\n{MORE}"
    first, second = text.index(WORDS), text.index(MORE)
    spans = [
        {"start": first, "end": first + len(WORDS)},
        {"start": second, "end": second + len(MORE)},
    ]
    annotations = {"title": json.dumps([{"start": 0, "end": 12}]), "paragraph": json.dumps(spans)}
    article = one({"corpusid": 77, "content": {"text": text, "annotations": annotations}})
    assert [p for section in article.sections for p in section.paragraphs] == [WORDS, MORE]


def test_a_paper_of_cord19() -> None:
    """Paragraphs under the names of their sections; neighbours under one name are one section."""
    body = [
        {"text": WORDS, "section": "Introduction"},
        {"text": MORE, "section": "Introduction"},
        {"text": WORDS[::-1], "section": "Results"},
    ]
    article = one(
        {
            "paper_id": "ab",
            "metadata": {
                "title": "Hours",
                "authors": [{"first": "Ana", "middle": ["B."], "last": "Roe", "suffix": ""}],
            },
            "abstract": [],
            "body_text": body,
            "bib_entries": {"BIBREF0": {"title": "Cited work"}},
        }
    )
    assert [section.heading for section in article.sections] == ["Introduction", "Results"]
    assert article.sections[0].paragraphs == (WORDS, MORE)
    assert article.metadata.authors == ("Ana B. Roe",)
    assert "Cited work" not in article.text


def test_a_corpus_of_beir_is_read() -> None:
    """Ids of its own, and texts that may lack a title if they are long enough."""
    rows = [
        {"_id": "d1", "title": "Hours", "text": WORDS},
        {"_id": "d2", "title": "", "text": f"{WORDS} {MORE} {MORE}"},
        {"_id": "q1", "text": "how long is it open?"},
    ]
    found = read("\n".join(map(json.dumps, rows)))
    assert [article.text[:20] for article in found.articles] == [WORDS[:20]] * 2
    assert len({article.id for article in found.articles}) == 2
    assert found.faults == ("line 3: it has no title, and fewer than 50 words",)


def test_an_abstract_of_places_is_put_together() -> None:
    """As OpenAlex has it; retracted work says so."""
    index: dict[str, list[int]] = {}
    for place, word in enumerate(WORDS.split()):
        index.setdefault(word, []).append(place)
    article = one(
        {
            "id": "https://openalex.org/W1",
            "display_name": "Hours",
            "abstract_inverted_index": index,
            "doi": "https://doi.org/10.5555/X",
            "is_retracted": True,
        }
    )
    assert article.sections[0].paragraphs == (WORDS,)
    assert (article.metadata.doi, article.metadata.status, article.metadata.medium) == (
        "10.5555/x",
        Status.RETRACTED,
        Medium.PAPER,
    )


def test_a_records_id_stays_though_others_come_and_go() -> None:
    """It is known by what its source calls it."""
    alone = read(json.dumps([OTHER])).articles[0].id
    assert read(json.dumps([RECORD, OTHER])).articles[1].id == alone


PUBMED = '<?xml version="1.0"?><!DOCTYPE PubmedArticleSet SYSTEM "x.dtd"><PubmedArticleSet>{}</PubmedArticleSet>'


def citation(pmid: int, abstract: str) -> str:
    """A record of PubMed."""
    return (
        f"<PubmedArticle><MedlineCitation><PMID>{pmid}</PMID><Article><Journal><JournalIssue><Volume>3</Volume><PubDate><Year>2019</Year><Month>May</Month></PubDate></JournalIssue><Title>Annals</Title></Journal>"
        f"<ArticleTitle>[Longer hours.]</ArticleTitle><Pagination><MedlinePgn>12-9</MedlinePgn></Pagination>{abstract}<AuthorList><Author><LastName>Roe</LastName><ForeName>Ana</ForeName></Author><Author><CollectiveName>Sleep Group</CollectiveName></Author></AuthorList>"
        "<PublicationTypeList><PublicationType>Journal Article</PublicationType></PublicationTypeList></Article></MedlineCitation></PubmedArticle>"
    )


ABSTRACT = f'<Abstract><AbstractText Label="AIMS">{WORDS}</AbstractText><AbstractText Label="RESULTS"><b>{MORE}</b></AbstractText></Abstract>'


def test_a_set_of_pubmed() -> None:
    """Labels are headings; a record without an abstract is named."""
    found = read(PUBMED.format(citation(11, ABSTRACT) + citation(12, "") + citation(13, ABSTRACT)))
    first, second = found.articles
    assert [section.heading for section in first.sections] == [
        "Abstract › Aims",
        "Abstract › Results",
    ]
    known = first.metadata
    assert (known.title, known.authors, known.outlet) == (
        "Longer hours",
        ("Ana Roe", "Sleep Group"),
        "Annals",
    )
    assert (known.published, known.pmid, known.volume, second.metadata.pmid) == (
        "2019-05",
        "11",
        "3",
        "13",
    )
    assert found.faults == ("record 2 (PMID 12): it has no abstract",)


def test_a_set_that_breaks_off_gives_what_stands_before() -> None:
    """A download that stopped costs its last record."""
    whole = PUBMED.format(citation(11, ABSTRACT) + citation(13, ABSTRACT))
    found = read(whole[: whole.index("<PMID>13") + 40])
    assert [article.metadata.pmid for article in found.articles] == ["11"]
    assert found.faults[0].startswith("after record 1: its XML is broken")


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        pytest.param("[]", "no article text", id="an empty list"),
        pytest.param('{"a": 1, "b": [2]}', "no title and no text", id="another object"),
        pytest.param("[1, 2", "no running text", id="numbers"),
        pytest.param('[{"title": "x", ', "its JSON is broken", id="cut off at once"),
        pytest.param("title,doi\nx,10.5555/x.1\n", "no column of words", id="a table of titles"),
        pytest.param(PUBMED.format(""), "no article text", id="an empty set"),
    ],
)
def test_records_without_an_article_are_refused(written: str, reason: str) -> None:
    """With what is missing."""
    with pytest.raises(SourceError, match=reason):
        read(written)
