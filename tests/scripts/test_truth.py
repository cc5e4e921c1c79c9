"""The truth about each article, from the command that builds a library to the answer that cites it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.index.enrichment.integrity.table import row, table
from tests.scripts.conftest import run

if TYPE_CHECKING:
    from pathlib import Path

TITLE = "Strong tea and the sleep of shift workers: a randomised controlled trial"
DOI = "10.5555/tea.1"
ARTICLES = {
    "paper.md": f"""---
title: "{TITLE}"
outlet: Journal of Tea
published: 2019-03-01
authors: [Ada Lovelace, Grace Hopper]
doi: {DOI}
medium: paper
---

## Abstract

We randomly assigned 218 shift workers of three hospitals to strong tea or to water before a night
shift. Workers who drank strong tea slept forty minutes less after the shift than those on water.

## Methods

A total of 218 shift workers were enrolled and drank tea or water for six weeks.
""",
    "story.md": f"""---
title: Night nurses should skip the strong tea
outlet: Health Weekly
published: 2019-03-05
url: https://health.example/tea
---

Shift workers who drink strong tea before the night slept forty minutes less after it, a new study
has found.

The researchers published “{TITLE}” in the Journal of Tea. Its lead author said: drink water.
""",
    "again.md": f"""---
title: Tea robs workers of forty minutes of sleep
outlet: The Daily
published: 2019-03-06
url: https://daily.example/tea-sleep
---

Strong tea before a night shift costs shift workers forty minutes of sleep, according to a study in
the Journal of Tea. It can be read at https://doi.org/{DOI} and was made in three hospitals.
""",
    "notice.md": """---
title: "Retraction: What the editors of the Journal of Tea found"
outlet: Journal of Tea
published: 2023-07-12
doi: 10.5555/tea.notice
medium: paper
---

The editors have looked at the raw data of a trial of strong tea and of sleep, and they do not trust
what was written in the wards. The authors agree.
""",
    "mice.md": """---
title: Green tea makes mice run longer
outlet: Journal of Mice
published: 2020-01-01
doi: 10.5555/mice.1
medium: paper
---

We fed green tea to forty mice for six weeks. Mice that were fed green tea ran twelve minutes longer
on the wheel than control mice did.
""",
}


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder and a library that no test changes."""
    return made(tmp_path_factory.mktemp("truth"))


def made(base: Path) -> Path:
    """A folder with the articles, and a library of them that a table of retractions was given to."""
    (base / "articles").mkdir()
    for name, text in ARTICLES.items():
        (base / "articles" / name).write_text(text, encoding="utf-8")
    rows = row(f"https://doi.org/{DOI.upper()}.", notice="10.5555/tea.notice"), row("unavailable")
    built = build(base, "--integrity", table(base, *rows))
    assert built["integrity"]["rows"] == 2
    return base


def build(base: Path, *options: object) -> Any:
    outcome = run(
        "index", base / "articles", "--library", base / "library", "--json", "--wait", *options
    )
    assert outcome.code == 0, outcome.err
    return outcome.json()


def references(base: Path, question: str) -> dict[str, dict[str, Any]]:
    """What an answer cites, by title."""
    told = run("ask", question, "--library", base / "library", "--json").json()
    assert not told["abstained"]
    return {one["title"]: one for one in told["references"]}


TEA = "Does strong tea before a night shift cost shift workers sleep?"


def test_a_retraction_shows_wherever_the_study_is_cited(shelf: Path) -> None:
    """On the story too, with the day, the reasons, when it was looked up, and the paper's card."""
    cited = references(shelf, TEA)
    assert {one["doi"] for one in cited.values()} == {DOI}
    assert {one["status"] for one in cited.values()} == {"retracted"}
    for one in cited.values():
        card = one["evidence_card"]
        assert card["status date"] == "2023-07-12"
        assert card["status reasons"] == "Unreliable Results"
        assert len(card["status checked"]) == len("2026-01-01")
        if card["design"] == "news report":
            assert card["reports"] == f"randomised trial, n = 218 ({DOI})"
        else:
            assert (card["design"], card["n"]) == ("randomised trial", "218")


def test_several_stories_on_one_paper_are_one_study(shelf: Path) -> None:
    """No statement rests on two of them as on two witnesses."""
    told = run("ask", TEA, "--library", shelf / "library", "--json").json()
    assert len(told["references"]) == 1


def test_animal_work_is_marked_and_not_retracted(shelf: Path) -> None:
    (mice,) = references(shelf, "Does green tea make mice run longer?").values()
    assert mice["status"] == "current"
    assert mice["evidence_card"]["design"] == "animal study"
    assert mice["evidence_card"]["subjects"] == "animals"


def test_people_are_told_too(shelf: Path) -> None:
    said = run("ask", TEA, "--library", shelf / "library").out
    assert "RETRACTED 2023-07-12 (status last checked 20" in said


def test_the_next_builds_forget_nothing_and_learn_what_is_new(tmp_path: Path) -> None:
    """Without the table the retraction stands; with a newer one the paper is reinstated."""
    shelf = made(tmp_path)
    assert not build(shelf)["published"]
    (shelf / "articles" / "more.md").write_text(
        "# Owls\n\nOwls find mice under snow by ear alone, and nobody had to tell them how that is done.\n"
    )
    assert build(shelf)["integrity"]["rows"] == 2
    assert {one["status"] for one in references(shelf, TEA).values()} == {"retracted"}
    newer = table(
        shelf, row(DOI), row(DOI, nature="Reinstatement", day="1/2/2024 0:00"), name="newer.csv"
    )
    told = build(shelf, "--integrity", newer)
    assert told["embedded"] == 0
    assert len(told["changed"]) == 3  # the paper and both stories
    assert {one["status"] for one in references(shelf, TEA).values()} == {"reinstated"}
