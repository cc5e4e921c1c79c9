"""Which paper a story tells of that names no DOI: by the title it prints, or by journal, author and year."""

from __future__ import annotations

import re
from collections import defaultdict
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final, NamedTuple

from index.sources.rules.names import dois_in
from index.sources.rules.prose import SMALL_WORDS
from index.sources.rules.title_key import title_key, title_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from index.article import Article, ArticleId, Metadata

_RUN: Final = 5
"""Words in a row by which titles are looked for; each of a title's runs may be the one printed rightly."""

_FEWEST: Final = 6
"""Words of a title that is no phrase of everyday speech."""

_ALIKE: Final = 0.9
"""Share of a title's words that a near-verbatim printing keeps, in order."""

_REFERENCES: Final = 3
"""So many entries make a list of references, which names many papers and reports none."""

_ENTRY: Final = re.compile(
    r"\b(?:19|20)\d\d\b.{0,120}?(?:\b\d{1,4}\s*(?:\(\d{1,4}\))?\s*[:,]\s*e?\d{1,6}|\bdoi\b|10\.\d{4,9}/)"
    r"|^\s*\[?\d{1,3}[\].]?\s.{0,200}\b(?:19|20)\d\d\b"
    r"|\bet al\.?,?.{0,200}\b(?:19|20)\d\d\s*;"
)
_LISTED_UNDER: Final = re.compile(
    r"\b(?:references|bibliography|further reading|literature|works cited)\b", re.IGNORECASE
)

_AGREEMENT: Final = 0.65
"""Share of the content words of a paper's title that a story about it repeats somewhere."""

_FEWEST_CONTENT: Final = 4
_STEM: Final = 5
_YEAR: Final = 4
_NEAR: Final = 6


class _Told(NamedTuple):
    """A story's words.

    Attributes:
        words: Of its title and paragraphs, without a list of references, in order.
        stems: The beginnings of these words.
        joined: The words with blanks between and around them.
        dois: All DOIs it prints.
        year: Of its publication; 0 where not stated.
    """

    words: Sequence[str]
    stems: frozenset[str]
    joined: str
    dois: frozenset[str]
    year: int


class Retellings:
    """The papers of a library, ready to be found in stories."""

    def __init__(self, papers: Sequence[Article]) -> None:
        self._papers = papers
        self._titles = [list(_printings(paper.metadata.title)) for paper in papers]
        self._runs: defaultdict[tuple[str, ...], list[tuple[int, int, int]]] = defaultdict(list)
        self._by_doi: dict[str, int] = {}
        self._by_journal: defaultdict[str, list[int]] = defaultdict(list)
        for row, paper in enumerate(papers):
            for which, words in enumerate(self._titles[row]):
                for at in range(len(words) - _RUN + 1):
                    self._runs[tuple(words[at : at + _RUN])].append((row, which, at))
            if paper.metadata.doi:
                self._by_doi[paper.metadata.doi] = row
            if journal := title_key(paper.metadata.outlet):
                self._by_journal[journal].append(row)

    def paper_of(self, story: Article) -> ArticleId | None:
        """The one paper that the story tells of, if it surely is one."""
        told = _told(story)
        rows = self._one_work(self._linked(told) or set(self._titled(told)))
        if rows is None:
            return None
        rows = rows or self._one_work(set(self._described(told)))
        return self._papers[min(rows)].id if rows else None

    def _one_work(self, rows: set[int]) -> set[int] | None:
        """The rows if they are of one work; None where they are of several."""
        known = (self._papers[row].metadata for row in rows)
        works = {one.doi or one.pmid or title_key(one.title) for one in known}
        return None if len(works) > 1 else rows

    def _linked(self, told: _Told) -> set[int]:
        """The paper of the only DOI in the story."""
        return {
            self._by_doi[doi] for doi in told.dois if len(told.dois) == 1 and doi in self._by_doi
        }

    def _titled(self, told: _Told) -> Iterator[int]:
        seen: set[tuple[int, int, int]] = set()
        for place in range(len(told.words) - _RUN + 1):
            for row, which, at in self._runs.get(tuple(told.words[place : place + _RUN]), ()):
                start = place - at
                if (row, which, start) in seen:
                    continue
                seen.add((row, which, start))
                title = self._titles[row][which]
                if _is_printed(title, told.words, start) and self._in_time(row, told, slack=50):
                    yield row

    def _described(self, told: _Told) -> Iterator[int]:
        """Papers whose journal and one of whose authors the story names, and most of whose title it says."""
        for journal, rows in self._by_journal.items():
            if f" {journal} " in told.joined and _is_named(journal, told):
                yield from (row for row in rows if self._is_described(row, told))

    def _is_described(self, row: int, told: _Told) -> bool:
        metadata = self._papers[row].metadata
        content = {word[:_STEM] for word in title_words(metadata.title) if word not in SMALL_WORDS}
        return (
            bool(told.year and metadata.published)
            and self._in_time(row, told, slack=1)
            and len(content) >= _FEWEST_CONTENT
            and len(content & told.stems) >= _AGREEMENT * len(content)
            and any(_names_person(author, told) for author in metadata.authors)
        )

    def _in_time(self, row: int, told: _Told, *, slack: int) -> bool:
        """Whether the story came out after the paper, up to so many years; unknown dates are no hindrance."""
        year = _year(self._papers[row].metadata)
        # A paper's printed issue may be dated after the news of it.
        return not year or not told.year or -1 <= told.year - year <= slack


def _told(story: Article) -> _Told:
    paragraphs = [
        text
        for section in story.sections
        if not _LISTED_UNDER.search(section.heading)
        for text in section.paragraphs
    ]
    entries = [text for text in paragraphs if _ENTRY.search(text)]
    if len(entries) >= _REFERENCES:
        paragraphs = [text for text in paragraphs if text not in entries]
    words = title_words("\n".join((story.metadata.title, *paragraphs)))
    return _Told(
        words,
        frozenset(word[:_STEM] for word in words),
        f" {' '.join(words)} ",
        frozenset(dois_in(story.text)),
        _year(story.metadata),
    )


def _printings(title: str) -> Iterator[list[str]]:
    """The ways a title is printed: whole, and without what stands behind its colon."""
    words = title_words(title)
    if len(words) >= _FEWEST:
        yield words
    main = title_words(title.partition(":")[0])
    if _FEWEST < len(main) < len(words):
        yield main


def _is_printed(title: Sequence[str], words: Sequence[str], start: int) -> bool:
    near = words[max(0, start) : start + len(title)]
    if list(near) == list(title):
        return True
    matcher = SequenceMatcher(None, title, near, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks()) >= _ALIKE * len(title)


def _is_named(journal: str, told: _Told) -> bool:
    """Whether the words are the journal's name: "Nature" and "Pain" are seldom one."""
    if " " in journal:
        return True
    places = (place for place, word in enumerate(told.words) if word == journal)
    return any(_is_journal_at(told.words[max(0, place - _NEAR) : place]) for place in places)


def _is_journal_at(before: Sequence[str]) -> bool:
    return before[-1:] == ["journal"] or (before[-1:] == ["in"] and "published" in before)


def _names_person(author: str, told: _Told) -> bool:
    """Whether the story says the author's name, given name before surname."""
    name = title_words(author)
    if len(name) < 2:  # noqa: PLR2004 - a given name and a surname
        return False
    given, surname = name[0], name[-1]
    for place, word in enumerate(told.words):
        if word == surname:
            before = told.words[max(0, place - 2) : place]
            if given in before or (
                len(given) == 1 and any(one[:1] == given for one in before[-1:])
            ):
                return True
    return False


def _year(metadata: Metadata) -> int:
    year = metadata.published[:_YEAR]
    return int(year) if year.isdecimal() else 0
