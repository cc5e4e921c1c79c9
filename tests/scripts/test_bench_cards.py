"""Evidence cards are judged on every label and abstract that is written down."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from scripts.bench.cards import abstracts_in, read_labels

if TYPE_CHECKING:
    from pathlib import Path


def test_a_break_inside_a_text_ends_no_row(tmp_path: Path) -> None:
    """JSON may hold the marks at which Python breaks lines."""
    labels, corpus = tmp_path / "labels.jsonl", tmp_path / "corpus.jsonl"
    label = {"id": "7", "design": ["randomised trial"], "note": "one\u2028two"}
    told = (
        "We randomly assigned 40 adults to tea\u2028or to water in a randomised controlled trial."
    )
    row = {"_id": "7", "title": "Tea: a randomised controlled trial", "text": told}
    labels.write_text(json.dumps(label, ensure_ascii=False) + "\n", encoding="utf-8")
    corpus.write_text(json.dumps(row, ensure_ascii=False) + "\n", encoding="utf-8")
    assert read_labels(labels) == {"7": label}
    assert abstracts_in(corpus)["7"].sections[0].paragraphs == (told,)
