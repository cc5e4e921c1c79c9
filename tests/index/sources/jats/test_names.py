"""What a JATS front states that only a bibliography wants: names in parts, volume, issue, pages."""

from __future__ import annotations

import pytest

from index.article import Name
from index.sources.jats.reader import read

FRONT = """<article><front><article-meta>
<title-group><article-title>A study</article-title></title-group>
<contrib-group>{authors}</contrib-group>{place}
</article-meta></front><body><p>Words of the study.</p></body></article>"""


def _person(inside: str, attributes: str = "") -> str:
    return f'<contrib contrib-type="author"><name {attributes}>{inside}</name></contrib>'


@pytest.mark.parametrize(
    ("authors", "name", "said"),
    [
        pytest.param(
            _person("<surname>van der Berg</surname><given-names>Jan</given-names>"),
            Name("van der Berg", "Jan"),
            "Jan van der Berg",
            id="particles",
        ),
        pytest.param(
            _person("<surname>King</surname><given-names>Martin</given-names><suffix>Jr</suffix>"),
            Name("King", "Martin", "Jr"),
            "Martin King Jr",
            id="suffix",
        ),
        pytest.param(
            _person(
                "<surname>Li</surname><given-names>Xiaoming</given-names>", 'name-style="eastern"'
            ),
            Name("Li", "Xiaoming", family_first=True),
            "Li Xiaoming",
            id="eastern",
        ),
        pytest.param(
            '<contrib contrib-type="author"><collab>The Test Group</collab></contrib>',
            Name(body="The Test Group"),
            "The Test Group",
            id="body",
        ),
        pytest.param(
            '<contrib contrib-type="author"><string-name>Robin Doe</string-name></contrib>',
            Name(given="Robin Doe"),
            "Robin Doe",
            id="parts_not_stated",
        ),
    ],
)
def test_an_author_keeps_the_parts_of_the_name(authors: str, name: Name, said: str):
    """Which no reader of the printed name could tell apart."""
    (draft,) = read(FRONT.format(authors=authors, place=""))
    assert draft.metadata.names == (name,)
    assert draft.metadata.authors == (said,)


@pytest.mark.parametrize(
    ("place", "pages"),
    [
        pytest.param("<fpage>112</fpage><lpage>119</lpage>", "112-119", id="range"),
        pytest.param("<fpage>112</fpage><lpage>112</lpage>", "112", id="one_page"),
        pytest.param("<fpage>112</fpage>", "112", id="first_alone"),
        pytest.param("<elocation-id>e368</elocation-id>", "e368", id="number"),
        pytest.param(
            "<fpage>12</fpage><lpage>19</lpage><page-range>12-14, 19</page-range>",
            "12-14, 19",
            id="several_ranges",
        ),
        pytest.param("", "", id="none"),
    ],
)
def test_where_it_stands_in_its_journal_is_kept(place: str, pages: str):
    """Volume and issue as printed; pages as a range, or the number in their place."""
    (draft,) = read(FRONT.format(authors="", place=f"<volume>7</volume><issue>5</issue>{place}"))
    assert (draft.metadata.volume, draft.metadata.issue, draft.metadata.pages) == ("7", "5", pages)
