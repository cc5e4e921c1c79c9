"""What a build knows of its articles beside what their sources state, found out anew only where needed."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from index.building.joining import joined
from index.disk import file_sha256, replace_by
from index.enrichment.enriching import ENRICHMENT_VERSION, enriched
from index.enrichment.integrity.retraction_watch import read_register

if TYPE_CHECKING:
    from pathlib import Path

    from index.building.intake import Before, Intake
    from index.enrichment.integrity.register import Register
    from index.store.records import ArticleRecord


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What articles are judged by.

    Attributes:
        register: What was published about works; None where the library keeps none.
        seal: Another seal may judge some article differently.
    """

    register: Register | None
    seal: str


def knowledge(kept: Path, given: Path | None = None) -> Knowledge:
    """The register that a library keeps, so that a build without one forgets no retraction.

    Args:
        kept: Where it keeps it.
        given: A newer one, which takes its place if it can be read.

    Raises:
        RegisterError: It cannot be read.
        OSError: The library cannot be written.
    """
    if given is not None:
        read_register(given)
        with given.open("rb"):  # who may not read it is told so by its own name
            replace_by(kept, lambda beside: shutil.copy2(given, beside))
    if not kept.exists():
        return Knowledge(None, ENRICHMENT_VERSION)
    register = read_register(kept)
    return Knowledge(register, f"{ENRICHMENT_VERSION} {file_sha256(kept)[:12]} {register.checked}")


def known_articles(
    intake: Intake, before: Before, knows: Knowledge, *, sealed: str
) -> tuple[ArticleRecord, ...]:
    """The articles that the intake's readings are of, with all that is found out about them.

    Args:
        intake: What every source says.
        before: What the last generation held.
        knows: What they are judged by now.
        sealed: The seal of what those of the last generation were judged by; empty where none were.
    """
    same = intake.sources == tuple(before.sources[place] for place in sorted(before.sources))
    if same and sealed == knows.seal:
        return before.articles
    records = joined(intake.readings, before=before.named)
    old = {record.article.id: record for record in before.articles}
    cards = {
        record.article.id: old[record.article.id].article.metadata.card
        for record in records
        # A card is made of an article's own words, but where it reports a paper of the library.
        if sealed.startswith(ENRICHMENT_VERSION)
        and record.article.id in old
        and old[record.article.id].readings == record.readings
        and not old[record.article.id].article.metadata.reports
    }
    articles = enriched(
        [record.article for record in records], register=knows.register, cards=cards
    )
    return tuple(
        replace(record, article=article) for record, article in zip(records, articles, strict=True)
    )
