"""By which model and rules a generation is made: what its manifest says, and which others were made alike."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from index.passages.splitting import PASSAGE_RULE
from index.sources.reading import READERS_VERSION
from index.store.manifest import SCHEMA, Manifest, Model

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.store.library import Succession
    from index.store.manifest import Counts, Seal
    from index.vectors.embedding import Embedder

VERSION: Final = "0.1.0"


@dataclass(frozen=True, slots=True)
class Making:
    """How one build goes about it.

    Attributes:
        embedder: What the vectors come from.
        enrichment: The seal of what is known of articles beside what their sources state.
    """

    embedder: Embedder
    enrichment: str

    def made(self, manifest: Manifest) -> bool:
        """Whether it says of a generation that it was made so."""
        rules = (PASSAGE_RULE, READERS_VERSION, self.enrichment)
        return (
            manifest.model.fingerprint == self.embedder.fingerprint
            and (manifest.passage_rule, manifest.readers, manifest.enrichment) == rules
        )

    def manifest_of(
        self, counts: Counts, succession: Succession
    ) -> Callable[[dict[str, Seal]], Manifest]:
        """What makes the manifest, once the files are sealed."""
        model = Model(
            name=self.embedder.model,
            fingerprint=self.embedder.fingerprint,
            dimension=self.embedder.dimension,
        )

        def manifest(files: dict[str, Seal]) -> Manifest:
            return Manifest(
                schema_version=SCHEMA,
                number=succession.number,
                footnote=VERSION,
                created=datetime.now(UTC).isoformat(timespec="milliseconds"),
                parent=succession.parent,
                model=model,
                passage_rule=PASSAGE_RULE,
                readers=READERS_VERSION,
                enrichment=self.enrichment,
                counts=counts,
                files=files,
            )

        return manifest
