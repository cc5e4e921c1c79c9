"""The library that pictures are taken of: the sample shelf, and a few articles that nobody wrote.

The shelf holds no retraction, no two studies that disagree and none on mice; these do, under outlets
whose names say that they are invented.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from index.building.build import build
from index.gathering.files import gather, root_name
from index.store.library import Library

if TYPE_CHECKING:
    from index.vectors.embedding import Embedder

_SHELF: Final = Path(__file__).resolve().parents[3] / "shelf"


@dataclass(frozen=True, slots=True)
class Invented:
    """An article that nobody wrote."""

    name: str
    title: str
    published: str
    text: str
    author: str = "Ina Vented"
    status: str = "current"

    def write(self, folder: Path) -> None:
        """As a Markdown file."""
        head = (
            f'title: "{self.title}"\nauthors: [{self.author}]\noutlet: Journal of Invented Results\n'
            f"published: {self.published}\nurl: https://example.org/{self.name}\ndoi: 10.5555/{self.name}\n"
            f"topics: [Invented]\nlanguage: en\nstatus: {self.status}\n"
        )
        (folder / f"{self.name}.md").write_text(f"---\n{head}---\n\n{self.text}\n", "utf-8")


FIRST: Final = (
    Invented("walks-lower", "Evening walks lowered blood pressure in a randomised trial", "2019-03-04",
        "Evening walks lowered blood pressure in 210 adults. In this randomised controlled trial adults walked for half an hour each evening or stayed at home. Blood pressure fell by 6 mmHg with evening walks."),
    Invented("walks-raise", "Evening walks raised blood pressure in a second randomised trial", "2021-06-11",
        "Evening walks raised blood pressure in 640 adults. This randomised controlled trial lasted six months. Blood pressure rose by 3 mmHg with evening walks.", "Otto Thers"),
    Invented("willow-mice", "Willow bark extract in mice with inflamed joints", "2020-01-20",
        "Willow bark extract reduced the swelling of inflamed joints. In this study 40 mice were given the extract or water for ten days."),
    Invented("elderberry", "Elderberry syrup ends colds two days sooner", "2016-02-02",
        "Elderberry syrup ended colds two days sooner in 120 air travellers. The travellers took the syrup or placebo from ten days before the flight.", status="retracted"),
    Invented("ginger", "Ginger tea and seasickness in 90 sailors", "2018-05-05",
        "Ginger tea eased seasickness in 90 sailors. The sailors drank it or plain tea on four days at sea."),
)  # fmt: skip
"""In the library to begin with."""

LATER: Final = (
    Invented("ginger", "Ginger tea and seasickness in 90 sailors", "2018-05-05",
        "Ginger tea eased seasickness in 90 sailors. The sailors drank it or plain tea on four days at sea.", status="retracted"),
    Invented("ginger-again", "Ginger tea and seasickness: a second look with 400 sailors", "2024-08-09",
        "Ginger tea did little against seasickness in 400 sailors. It was given before each of ten journeys."),
)  # fmt: skip
"""What changes and what is new in the generation after that."""


def publish(folder: Path, *, invented: tuple[Invented, ...], embedder: Embedder) -> Path:
    """The library in this folder, with the shelf and what is invented up to now."""
    articles = folder / "invented"
    articles.mkdir(exist_ok=True)
    for each in invented:
        each.write(articles)
    library = Library(folder / "library")
    found = [*gather([_SHELF]), *gather([articles])]
    build(library, found, roots=[root_name(_SHELF), root_name(articles)], embedder=embedder)
    return library.folder
