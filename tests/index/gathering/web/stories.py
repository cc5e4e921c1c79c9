"""Pages of an outlet, a subject each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.outlets import Page, story

if TYPE_CHECKING:
    from index.article import Metadata
    from tests.index.gathering.web.conftest import Nights


SUBJECTS = ("bees", "owls", "frogs", "bats", "eels", "moss")


def stories(*subjects: str, **headers: str) -> dict[str, Page]:
    """A page a subject, whose ETag changes with it."""
    return {
        f"/{subject}": Page(story(subject), headers={"ETag": f'"{subject}"', **headers})
        for subject in subjects
    }


def listed_metadata(nights: Nights) -> dict[str, Metadata]:
    with nights.library.open() as generation:
        return {
            record.article.metadata.url.rpartition("/")[2]: record.article.metadata
            for record in generation.records.articles()
        }
