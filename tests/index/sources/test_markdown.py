"""Markdown with front matter: facts from the YAML, sections from the headings, words without marks."""

from __future__ import annotations

import pytest

from index.article import Medium, Status
from index.errors.sources import NoArticleError, UnreadableSourceError
from index.sources import markdown
from tests.index.sources.outlet_pages import PARAGRAPHS, TITLE

FRONT = f"""---
title: {TITLE}
authors: [Maria Example, {{name: Otto Sample}}]
journal: Annals of Examples
date: 2021-06-04
tags: [libraries, towns]
doi: https://doi.org/10.5555/EX.1
url: https://valley.example.org/hours
license: CC BY 4.0
language: no
medium: paper
status: corrected
layout: post
---
"""


def words_of(body: str) -> list[str]:
    """The paragraphs of a body."""
    (draft,) = markdown.read(f"---\ntitle: T\n---\n{body}")
    return [text for section in draft.sections for text in section.paragraphs]


def test_front_matter_becomes_metadata() -> None:
    """Every key has its field; keys of the site's own are nobody's fault; "no" is Norwegian."""
    assert markdown.sniff(FRONT)
    (draft,) = markdown.read(FRONT + PARAGRAPHS[0])
    known = draft.metadata
    assert known.title == TITLE
    assert known.authors == ("Maria Example", "Otto Sample")
    assert (known.outlet, known.published) == ("Annals of Examples", "2021-06-04")
    assert known.topics == ("libraries", "towns")
    assert (known.doi, known.url) == ("10.5555/ex.1", "https://valley.example.org/hours")
    assert (known.licence, known.language) == ("CC BY 4.0", "no")
    assert (known.medium, known.status) == (Medium.PAPER, Status.CORRECTED)


def test_headings_make_sections() -> None:
    """Marked and underlined headings nest; the title said again is no section."""
    body = f"# {TITLE}\n\n{PARAGRAPHS[0]}\n\nHours\n-----\n\n{PARAGRAPHS[1]}\n\n### Winter ###\n\n{PARAGRAPHS[2]}\n"
    (draft,) = markdown.read(FRONT + body)
    assert [section.heading for section in draft.sections] == ["", "Hours", "Hours › Winter"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("one\ntwo\n\nthree", ["one two", "three"], id="lines make paragraphs"),
        pytest.param("- one\n  more\n- *two*\n", ["one more", "two"], id="lists"),
        pytest.param("> said\n> so\n\nthen", ["said so", "then"], id="quotations"),
        pytest.param("a [link](http://x.example/(1)) and ![a picture](p.png) here", ["a link and here"], id="links and pictures"),
        pytest.param("**strong _both_** and `code * here`, 2 * 3 * 4", ["strong both and code * here, 2 * 3 * 4"], id="emphasis"),
        pytest.param("snake_case_name and \\*stars\\*", ["snake_case_name and *stars*"], id="no emphasis"),
        pytest.param("before\n\n```\ncode\n```\n\nafter", ["before", "after"], id="fences"),
        pytest.param("before <!-- hidden\n\nstill --> after", ["before after"], id="comments"),
        pytest.param("a<br>b &amp; <b>c</b>", ["a b & c"], id="tags and entities"),
        pytest.param("| a | b |\n|---|---|\n| one | two |", ["a | b", "one | two"], id="tables"),
        pytest.param("said[^1]\n\n[^1]: a note\n[x]: http://x.example\n", ["said"], id="footnotes and definitions"),
        pytest.param("one\n\n***\n\ntwo", ["one", "two"], id="rules"),
    ],
)  # fmt: skip
def test_marks_go_and_words_stay(body: str, expected: list[str]) -> None:
    """What a reader of the rendered page sees."""
    assert words_of(body) == expected


@pytest.mark.parametrize(
    ("front", "says"),
    [
        pytest.param("title: [open", "line", id="broken"),
        pytest.param("title: ok\nauthors: {a: b}\n- c", "line", id="mixed"),
        pytest.param("a: &x [1]\nb: *x", "aliases", id="aliases"),
        pytest.param("date: next Tuesday", "date", id="no date"),
        pytest.param("doi: none of these", "doi", id="no DOI"),
        pytest.param("url: ftp://x.example/", "url", id="no web address"),
        pytest.param("status: gone", "status", id="no status"),
        pytest.param("title: [a, b]", "title", id="two titles"),
    ],
)
def test_broken_front_matter_says_where(front: str, says: str) -> None:
    """The reason names the line or the key."""
    with pytest.raises(UnreadableSourceError) as caught:
        markdown.read(f"---\n{front}\n---\nText.\n")
    assert says in caught.value.reason


def test_the_line_is_the_files() -> None:
    """An editor's cursor finds it."""
    with pytest.raises(UnreadableSourceError, match="line 4"):
        markdown.read("---\ntitle: ok\ngenre: ok\nbroken: a: b\n---\nText.\n")


def test_front_matter_alone_is_no_article() -> None:
    """There must be words under it."""
    with pytest.raises(NoArticleError):
        markdown.read(FRONT)
