"""JATS XML: metadata, labelled sections, and sentences that read well without their citation marks."""

from __future__ import annotations

import pytest

from index.article import Medium, SectionKind
from index.errors.sources import (
    NoArticleError,
    OversizedSourceError,
    SourceError,
    UnreadableSourceError,
)
from index.sources.jats import reader as jats

FRONT = """
<front><journal-meta><journal-title-group><journal-title>Annals of Examples</journal-title></journal-title-group></journal-meta>
<article-meta>
<article-id pub-id-type="pmid">1</article-id><article-id pub-id-type="doi">10.5555/EX.1</article-id>
<article-categories><subj-group subj-group-type="heading"><subject>Research Article</subject></subj-group>
<subj-group subj-group-type="Discipline"><subject>Towns</subject><subj-group><subject>Libraries</subject></subj-group></subj-group></article-categories>
<title-group><article-title>Opening hours<xref ref-type="fn" rid="f1">*</xref> of <italic>one</italic> library</article-title></title-group>
<contrib-group><contrib contrib-type="author"><name><surname>Example</surname><given-names>Maria</given-names></name><xref ref-type="aff"><sup>1</sup></xref></contrib>
<contrib contrib-type="author"><collab>The Reading Group</collab></contrib>
<contrib contrib-type="editor"><name><surname>Editor</surname><given-names>Ed</given-names></name></contrib></contrib-group>
<pub-date pub-type="collection"><year>2020</year></pub-date><pub-date pub-type="epub"><day>3</day><month>02</month><year>2021</year></pub-date>
<pub-date pub-type="pmc-release"><day>1</day><month>1</month><year>2019</year></pub-date>
<permissions><license><license-p>Under the <ext-link xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="https://creativecommons.org/licenses/by/4.0/">CC BY</ext-link>.</license-p></license></permissions>
<abstract><sec><title>Background</title><p>Hours differ.</p></sec></abstract>
</article-meta></front>"""
BODY = """
<body><sec><title>Methods</title><sec><title>Readers</title><p>We asked the readers.</p></sec></sec>
<sec><title>Results</title><p>Doors opened early (<xref ref-type="fig" rid="g1">Figure 2</xref>).</p>
<fig id="g1"><label>Figure 2.</label><caption><title>Readers by hour.</title><p>Counts at the door.</p></caption><graphic/></fig></sec></body>
<back><ack><p>We thank the town.</p></ack><ref-list><ref><mixed-citation>Somebody. Some book.</mixed-citation></ref></ref-list></back>"""


def article(body: str = BODY, *, front: str = FRONT, attributes: str = "") -> str:
    """A whole article in XML."""
    return f'<?xml version="1.0"?><article article-type="research-article" xml:lang="en" {attributes}>{front}{body}</article>'


def paragraph(words: str) -> str:
    """What becomes of a paragraph with these words and tags in it."""
    (draft,) = jats.read(article(f"<body><p>{words}</p></body>", front=""))
    return " / ".join(text for section in draft.sections for text in section.paragraphs)


def test_the_front_says_what_the_article_is() -> None:
    """Editors are no authors, a release to an archive is no publication, hierarchies give their ends."""
    (draft,) = jats.read(article())
    known = draft.metadata
    assert known.title == "Opening hours of one library"
    assert known.authors == ("Maria Example", "The Reading Group")
    assert known.outlet == "Annals of Examples"
    assert known.published == "2021-02-03"
    assert known.topics == ("Research Article", "Libraries")
    assert (known.doi, known.medium) == ("10.5555/ex.1", Medium.PAPER)
    assert known.licence == "https://creativecommons.org/licenses/by/4.0/"
    assert (known.language, known.genre) == ("en", "research-article")


def test_sections_are_labelled_and_references_left_out() -> None:
    """Abstracts and captions are kept under their own kinds; acknowledgements and references go."""
    (draft,) = jats.read(article())
    assert [(s.kind, s.heading, s.paragraphs) for s in draft.sections] == [
        (SectionKind.ABSTRACT, "Abstract › Background", ("Hours differ.",)),
        (SectionKind.BODY, "Methods › Readers", ("We asked the readers.",)),
        (SectionKind.BODY, "Results", ("Doors opened early (Figure 2).",)),
        (SectionKind.CAPTION, "Figure 2", ("Readers by hour.", "Counts at the door.")),
    ]


CITE = '<xref ref-type="bibr" rid="r1">{}</xref>'
ONE, TWO = CITE.format(1), CITE.format(2)
NAMED = CITE.format("Doe et al., 2010")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param(f"as shown [{ONE},{TWO}].", "as shown.", id="brackets"),
        pytest.param(f"as shown {CITE.format('[1]')}.", "as shown.", id="brackets inside"),
        pytest.param(f"as shown [{ONE}]–[{TWO}], and so", "as shown, and so", id="a range of brackets"),
        pytest.param(f"as shown<sup>{ONE},{TWO}</sup>.", "as shown.", id="raised"),
        pytest.param(f"as shown{CITE.format('<sup>1</sup>')} here", "as shown here", id="raised inside"),
        pytest.param(f"as shown (see {ONE}; reviewed in {TWO}).", "as shown.", id="words around"),
        pytest.param(f"as shown (see [{ONE}]).", "as shown.", id="a bracket in a bracket"),
        pytest.param(f"as shown ({NAMED}).", "as shown.", id="names in brackets"),
        pytest.param(f"{CITE.format('Doe et al. (2010)')} showed it.", "Doe et al. (2010) showed it.", id="names in the sentence"),
        pytest.param(f"as shown (in town; {ONE}).", "as shown (in town;).", id="words of its own stay"),
        pytest.param('in <xref ref-type="table" rid="t">Table 1</xref>.', "in Table 1.", id="a table's name stays"),
        pytest.param('above (see <xref ref-type="sec" rid="s"/>).', "above.", id="an empty reference"),
        pytest.param("about 10<sup>6</sup> books", "about 10⁶ books", id="a power is no other number"),
        pytest.param("CO<sub>2</sub> and m<sup>2</sup>", "CO2 and m2", id="chemistry and units"),
        pytest.param(r"where <inline-formula><tex-math>\documentclass{x}</tex-math></inline-formula> is it", "where … is it", id="TeX goes"),
        pytest.param('where <inline-formula><mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML"><mml:msub><mml:mi>x</mml:mi><mml:mi>i</mml:mi></mml:msub></mml:math></inline-formula> is it', "where x_i is it", id="MathML in a line"),
        pytest.param("two <list><list-item><p>first</p></list-item><list-item><p>second</p></list-item></list> three", "two / first / second / three", id="a list inside"),
        pytest.param("na&iuml;ve &nbsp;x &unknown; y", "naïve x y", id="entities"),
    ],
)  # fmt: skip
def test_a_paragraph_reads_well(words: str, expected: str) -> None:
    """No bracket is left empty, no number changed, no name of a figure lost."""
    doctype = "" if "unknown" not in words else '<!DOCTYPE article PUBLIC "x" "y.dtd">'
    if doctype:
        (draft,) = jats.read(
            f'<?xml version="1.0"?>{doctype}<article article-type="x"><body><p>{words}</p></body></article>'
        )
        assert draft.sections[0].paragraphs == (expected,)
    else:
        assert paragraph(words) == expected


def test_wrappers_namespaces_and_several_articles() -> None:
    """PubMed Central wraps articles, gives them a namespace, and puts several into one file."""
    one = '<article xmlns="https://jats.nlm.nih.gov/ns/archiving/1.3/" article-type="letter"><front><article-meta><title-group><article-title>One</article-title></title-group></article-meta></front><body><p>First words.</p></body></article>'
    two = one.replace("One", "Two").replace("First", "Second")
    for wrapped in (
        f"<pmc-articleset>{one}{two}</pmc-articleset>",
        f'<?xml version="1.0"?><OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><record><metadata>{one}</metadata></record><record><metadata>{two}</metadata></record></OAI-PMH>',
    ):
        assert jats.sniff(wrapped)
        assert [draft.metadata.title for draft in jats.read(wrapped)] == ["One", "Two"]


def test_other_peoples_words_about_an_article_are_left_out() -> None:
    """A decision letter is no part of the article it is about."""
    letter = '<sub-article article-type="decision-letter"><body><p>Please revise.</p></body></sub-article>'
    (draft,) = jats.read(article(BODY + letter))
    assert not any("revise" in text for section in draft.sections for text in section.paragraphs)


def test_html_with_an_article_element_is_no_jats() -> None:
    """HTML has an element of the same name."""
    assert not jats.sniff("<article class='post'><h1>News</h1><p>Text</p></article>")
    assert not jats.sniff("<!doctype html><html><body><article></article></body></html>")


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    ("written", "error"),
    [
        pytest.param(article("<body><p>open"), UnreadableSourceError, id="not well-formed"),
        pytest.param(article("", front=""), NoArticleError, id="nothing in it"),
        pytest.param(
            article("<body>" + "<sec>" * 400 + "</sec>" * 400 + "</body>"),
            OversizedSourceError,
            id="too deep",
        ),
    ],
)
def test_what_cannot_be_read_is_refused(written: str, error: type[Exception]) -> None:
    """With an error the build report can name."""
    with pytest.raises(error):
        jats.read(written)


def test_a_billion_laughs_are_not_laughed() -> None:
    """Entities inside entities are refused, at once."""
    written = f'<?xml version="1.0"?><!DOCTYPE article [<!ENTITY l0 "ha">{LAUGHS}]><article article-type="x"><body><p>&l9;</p></body></article>'
    with pytest.raises(SourceError):
        jats.read(written)


def test_entities_a_file_declares_become_nothing() -> None:
    """No file and no address is opened for one."""
    written = '<?xml version="1.0"?><!DOCTYPE article [<!ENTITY x SYSTEM "file:///etc/hostname">]><article article-type="x"><body><p>So it goes &x; on.</p></body></article>'
    (draft,) = jats.read(written)
    assert draft.sections[0].paragraphs == ("So it goes on.",)
