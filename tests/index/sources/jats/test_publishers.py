"""JATS as different publishers write it: every sentence of an article is read, and once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.article import SectionKind
from index.sources.reading import articles_of
from index.sources.source import Source

if TYPE_CHECKING:
    from index.article import Article

LINKS = 'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:mml="http://www.w3.org/1998/Math/MathML"'


def words(number: int) -> str:
    """A sentence of its own."""
    return f"Sentence number {number} of the article says what nothing else in it says."


def article(body: str = "", *, front: str = "", back: str = "", attributes: str = "") -> str:
    """An article with these parts."""
    return (
        f'<article article-type="research-article" {LINKS} {attributes}><front><journal-meta><journal-title-group>'
        "<journal-title>Annals of Examples</journal-title></journal-title-group></journal-meta><article-meta>"
        f'<article-id pub-id-type="doi">10.5555/x.1</article-id><title-group><article-title>A title</article-title></title-group>{front}'
        f"</article-meta></front><body>{body}</body><back>{back}</back></article>"
    )


FIGURES = f"""<sec><title>Results</title><p>{words(1)}</p><fig-group><caption><title>Group of figures.</title><p>{words(2)}</p></caption>
<fig><label>Figure 1.</label><caption><p>{words(3)}</p></caption><alternatives><graphic xlink:href="a"/><textual-form>{words(99)}</textual-form></alternatives></fig>
<fig specific-use="child-fig"><label>Figure 1—figure supplement 1.</label><caption><p>{words(4)}</p></caption></fig></fig-group><p>{words(5)}</p></sec>"""
PARAGRAPHS = f"""<p>{words(1)}<fig><label>Fig. 1</label><caption><p>{words(2)}</p></caption></fig> {words(3)} <disp-formula><mml:math><mml:mi>x</mml:mi></mml:math></disp-formula>
<list list-type="bullet"><list-item><p>{words(4)}</p><list><list-item><p>{words(5)}</p></list-item></list></list-item></list>{words(6)}<table-wrap><label>Table 1</label><caption><p>{words(7)}</p></caption>
<table><tr><td>{words(99)}</td></tr></table></table-wrap><disp-quote><p>{words(8)}</p><attrib>Somebody</attrib></disp-quote></p>"""
BOXES = f"""<boxed-text><label>Box 1</label><caption><title>What is known</title></caption><p>{words(1)}</p><sec><title>In the box</title><p>{words(2)}</p></sec></boxed-text>
<sec><title>Methods</title><boxed-text><p>{words(3)}</p></boxed-text><p>{words(4)}</p><sec><p>{words(5)}</p></sec></sec>
<def-list><def-item><term>Term</term><def><p>{words(6)}</p></def></def-item></def-list><statement><label>Theorem 1</label><p>{words(7)}</p></statement><speech><speaker>Doe</speaker><p>{words(8)}</p></speech>"""
BACK = f"""<ack><p>{words(99)}</p></ack><app-group><app><title>More</title><p>{words(2)}</p><sec><title>Deeper</title><p>{words(3)}</p></sec></app></app-group><app><p>{words(4)}</p></app>
<sec><title>Data availability</title><p>{words(5)}</p></sec><glossary><title>Glossary</title><def-list><def-item><term>A</term><def><p>{words(6)}</p></def></def-item></def-list></glossary>
<ref-list><ref><mixed-citation>{words(99)}</mixed-citation></ref></ref-list><fn-group><fn><p>{words(99)}</p></fn></fn-group>"""
ABSTRACTS = f"""<abstract><title>Abstract</title><sec><title>Aims</title><p>{words(1)}</p></sec><sec><title>Results</title><p>{words(2)}</p></sec></abstract>
<abstract abstract-type="executive-summary"><title>eLife digest</title><p>{words(3)}</p></abstract><trans-abstract xml:lang="fr"><p>{words(99)}</p></trans-abstract>"""


def once(text: str, numbers: range) -> None:
    """Each of these sentences stands in the text once, and none that should be left out."""
    assert [text.count(words(number)) for number in numbers] == [1] * len(numbers)
    assert words(99) not in text


def read(written: str) -> list[Article]:
    return list(articles_of(Source("folder/paper.xml", "folder", written.encode())))


@pytest.mark.parametrize(
    ("written", "numbers"),
    [
        pytest.param(article(FIGURES), range(1, 6), id="figures with supplements in a group with a caption"),
        pytest.param(article(PARAGRAPHS), range(1, 9), id="everything inside one paragraph"),
        pytest.param(article(BOXES), range(1, 9), id="boxes, definitions, theorems, speeches"),
        pytest.param(article(f"<p>{words(1)}</p>", back=BACK), range(1, 7), id="appendices and a glossary"),
        pytest.param(article(front=ABSTRACTS), range(1, 4), id="abstracts and no body"),
        pytest.param(
            article(f"<p>{words(1)}</p>").replace("</article>", f"<floats-group><fig><label>1</label><caption><p>{words(2)}</p></caption></fig><boxed-text><p>{words(3)}</p></boxed-text><fig-group><boxed-text><p>{words(4)}</p><fig><caption><p>{words(5)}</p></caption></fig></boxed-text></fig-group></floats-group></article>"),
            range(1, 6),
            id="floats behind the article",
        ),
        pytest.param(
            article(f"<p>{words(1)}</p>").replace("</article>", f'<sub-article article-type="decision-letter"><front-stub/><body><p>{words(99)}</p></body></sub-article><response><body><p>{words(99)}</p></body></response></article>'),
            range(1, 2),
            id="letters of reviewers",
        ),
        pytest.param(
            '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE article\n  PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v1.1 20151215//EN" "https://jats.nlm.nih.gov/publishing/1.1/JATS-journalpublishing1.dtd">\n'
            + article(f"<p>{words(1)} &ndash; &alpha;&Eacute;</p>"),
            range(1, 2),
            id="a document type and its entities",
        ),
        pytest.param(article(f"<p>{words(1)}</p>", attributes='xmlns="https://jats.nlm.nih.gov/archiving"'), range(1, 2), id="a namespace of its own"),
        pytest.param(
            article(f"<p>{words(1)}</p>").replace("<", "<j:").replace("<j:/", "</j:").replace("<j:article ", '<j:article xmlns:j="urn:jats" '),
            range(1, 2),
            id="a prefix on every name",
        ),
    ],
)  # fmt: skip
def test_every_sentence_is_read_once(written: str, numbers: range) -> None:
    """Nothing lost, nothing doubled, and what belongs to others left out."""
    (one,) = read(written)
    once(one.text, numbers)


@pytest.mark.parametrize(
    "wrapped",
    [
        pytest.param("<pmc-articleset>{}{}</pmc-articleset>", id="PubMed Central"),
        pytest.param("<response><total>2</total>{}{}</response>", id="a service's answer"),
        pytest.param('<?xml version="1.0"?><OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords><record><metadata>{}</metadata></record><record><metadata>{}</metadata></record></ListRecords></OAI-PMH>', id="OAI"),
        pytest.param("<collection>{}{}</collection>", id="a collection"),
    ],
)  # fmt: skip
def test_articles_in_a_wrapper_are_articles_of_their_own(wrapped: str) -> None:
    """Whatever the wrapper is called."""
    one, other = (
        article(f"<p>{words(number)}</p>").replace("x.1", f"x.{number}") for number in (1, 2)
    )
    first, second = read(wrapped.format(one, other))
    once(first.text, range(1, 2))
    once(second.text, range(2, 3))


def test_a_supplement_of_abstracts_is_as_many_articles() -> None:
    """A cover with no text of its own, and its pieces as sub-articles, each with its own front."""
    pieces = "".join(
        f'<sub-article article-type="abstract" id="s{n}"><front-stub><article-id pub-id-type="doi">10.5555/s.{n}</article-id><title-group><article-title>Piece {n}</article-title></title-group>'
        f'<contrib-group><contrib contrib-type="author"><name><surname>Roe</surname><given-names>Ana</given-names></name></contrib></contrib-group></front-stub><body><p>{words(n)}</p></body></sub-article>'
        for n in (1, 2)
    )
    first, second = read(article().replace("</article>", f"{pieces}</article>"))
    once(first.text, range(1, 2))
    once(second.text, range(2, 3))
    assert (first.metadata.title, first.metadata.doi) == ("Piece 1", "10.5555/s.1")
    assert (second.metadata.outlet, second.metadata.authors) == ("Annals of Examples", ("Ana Roe",))


def test_captions_and_abstracts_are_labelled() -> None:
    """A group's caption is one, and stands before its figures'."""
    (one,) = read(article(FIGURES, front=ABSTRACTS.replace("number", "n")))
    kinds = [section.kind for section in one.sections]
    assert kinds.count(SectionKind.ABSTRACT) == 3
    captions = [section for section in one.sections if section.kind is SectionKind.CAPTION]
    assert [caption.heading for caption in captions] == [
        "Figures",
        "Figure 1",
        "Figure 1—figure supplement 1",
    ]


@pytest.mark.parametrize(
    ("contributors", "authors"),
    [
        pytest.param('<contrib contrib-type="Author"><name><surname>Roe</surname><given-names>A</given-names></name></contrib>', ("A Roe",), id="a capital"),
        pytest.param('<contrib><name-alternatives><name xml:lang="en"><surname>Li</surname><given-names>Wei</given-names></name><name xml:lang="zh"><surname>李</surname></name></name-alternatives></contrib>', ("Wei Li",), id="a name in two scripts"),
        pytest.param('<contrib contrib-type="author"><collab>The Sleep Group<contrib-group><contrib><name><surname>Doe</surname></name></contrib></contrib-group></collab></contrib>', ("The Sleep Group",), id="a group with its members"),
        pytest.param('<contrib contrib-type="author"><collab-alternatives><collab>WHO</collab></collab-alternatives></contrib>', ("WHO",), id="a group by several names"),
        pytest.param('<contrib contrib-type="author"><anonymous/></contrib>', (), id="nobody"),
        pytest.param('<contrib contrib-type="editor"><name><surname>Ed</surname></name></contrib>', (), id="an editor"),
    ],
)  # fmt: skip
def test_authors_of_many_forms(contributors: str, authors: tuple[str, ...]) -> None:
    """People and bodies, in the script of the article."""
    (one,) = read(
        article(f"<p>{words(1)}</p>", front=f"<contrib-group>{contributors}</contrib-group>")
    )
    assert one.metadata.authors == authors
