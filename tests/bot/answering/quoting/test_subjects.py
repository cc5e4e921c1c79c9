"""What was found in animals or in a dish is never read as found in people."""

from __future__ import annotations

import pytest

from bot.answering.quoting.subjects import marked, tells_of_asked
from index.article import Metadata
from index.evidence_card import Design, EvidenceCard, Subjects
from tests.bot.answering.hits import hit_of

ANIMALS = EvidenceCard(subjects=(Subjects.ANIMALS,))
PEOPLE = EvidenceCard(subjects=(Subjects.HUMANS,))


@pytest.mark.parametrize(
    ("said", "around", "card", "shown"),
    [
        pytest.param("The drug halved tumours.", "Mice were fed daily.", ANIMALS, "In mice: The drug halved tumours.", id="mice"),
        pytest.param("The drug halved tumours.", "Canine patients of one clinic.", ANIMALS, "In dogs: The drug halved tumours.", id="dogs"),
        pytest.param("The drug halved tumours.", "An animal model was used.", ANIMALS, "In animals: The drug halved tumours.", id="animals of no name"),
        pytest.param("The drug halved tumours in mice.", "Mice were fed daily.", ANIMALS, "The drug halved tumours in mice.", id="said already"),
        pytest.param("Its tail slapped faster.", "Thresher sharks hunt.", ANIMALS, "Its tail slapped faster.", id="studied for themselves"),
        pytest.param("The drug halved tumours.", "Mice came first.", PEOPLE, "The drug halved tumours.", id="people"),
        pytest.param("The drug halved tumours.", "We used cultured HeLa cells.", EvidenceCard(), "In laboratory cultures: The drug halved tumours.", id="a dish"),
        pytest.param("The drug halved growth.", "It was added to dishes.", EvidenceCard(subjects=(Subjects.CELLS,)), "In cells or tissue: The drug halved growth.", id="cells"),
        pytest.param("Warmth lengthened leaves.", "Shrubs grew on the tundra.", EvidenceCard(subjects=(Subjects.PLANTS,)), "Warmth lengthened leaves.", id="plants"),
        pytest.param("Heat slowed growth.", "The strain was kept in broth.", EvidenceCard(subjects=(Subjects.MICROBES,)), "Heat slowed growth.", id="microbes"),
        pytest.param("The drug halved tumours.", "Mice were fed daily.", EvidenceCard(design=Design.ANIMAL), "In mice: The drug halved tumours.", id="an animal study"),
        pytest.param("IL-6 is a cytokine.", "Mice were fed daily.", EvidenceCard(), "IL-6 is a cytokine.", id="true of all"),
        pytest.param("The drug halved tumours.", "Mice, then patients.", EvidenceCard(), "The drug halved tumours.", id="people too"),
    ],
)  # fmt: skip
def test_a_finding_says_in_whom(said: str, around: str, card: EvidenceCard, shown: str) -> None:
    """Where it does not say so itself, and the article is about nobody else."""
    hit = hit_of(said, around, metadata=Metadata(title="A title", card=card))
    assert marked(said, hit) == shown


@pytest.mark.parametrize(
    ("question", "around", "card", "told"),
    [
        pytest.param("does it help in mice?", "Patients were treated.", PEOPLE, False, id="people for mice"),
        pytest.param("does it help in mice?", "Murine cells were treated.", EvidenceCard(), True, id="another word for them"),
        pytest.param("does it help in mice?", "They were fed daily.", ANIMALS, True, id="animals of no name"),
        pytest.param("does it help?", "Patients were treated.", PEOPLE, True, id="no animals asked of"),
        pytest.param("is a CAT scan safe?", "Patients were scanned.", PEOPLE, True, id="no cat"),
        pytest.param("ARE CATS SAFE?", "Patients were scanned.", PEOPLE, False, id="cats, shouted"),
    ],
)  # fmt: skip
def test_what_is_asked_of_animals_is_not_answered_of_people(
    question: str, around: str, card: EvidenceCard, *, told: bool
) -> None:
    hit = hit_of("The drug halved tumours.", around, metadata=Metadata(title="A title", card=card))
    assert tells_of_asked(question, hit) is told
