"""A judge is any CrossEncoder of three labels, and one that cannot judge is refused in plain words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from index.errors.library import ModelError
from index.judging import CrossEncoderJudge
from tests.index.tiny_cross_encoder import tiny_cross_encoder

if TYPE_CHECKING:
    from pathlib import Path


def named(folder: Path, *labels: str) -> CrossEncoderJudge:
    """A tiny judge with these labels."""
    folder.mkdir(exist_ok=True)
    made = tiny_cross_encoder(folder / "judge", labels=len(labels))
    config = json.loads((made / "config.json").read_text("utf-8"))
    config["id2label"] = dict(enumerate(labels))
    config["label2id"] = {label: number for number, label in enumerate(labels)}
    (made / "config.json").write_text(json.dumps(config), encoding="utf-8")
    return CrossEncoderJudge(str(made))


def test_the_vote_is_that_of_the_label_for_entailment(tmp_path: Path):
    """Wherever it stands among the three; the shares of one pair are those of a probability."""
    pairs = [("the bees dance", "a dance of bees"), ("bread", "what is a volcano?")]
    labels = ("contradiction", "entailment", "neutral")
    votes = [
        named(tmp_path / str(at), *labels[at:], *labels[:at]).support(pairs) for at in range(3)
    ]
    assert all(0 <= vote <= 1 for each in votes for vote in each)
    # The same weights under turned labels: each label's share is read once, and they make one.
    assert [sum(column) for column in zip(*votes, strict=True)] == pytest.approx([1, 1])
    assert votes[0][0] != pytest.approx(votes[0][1])


def test_no_pairs_need_no_model():
    """Nothing is loaded for nothing."""
    assert CrossEncoderJudge("nowhere").support([]) == []


def test_a_model_that_cannot_judge_is_refused(tmp_path: Path):
    """No such folder, and labels that say nothing of support."""
    (tmp_path / "empty").mkdir()
    with pytest.raises(ModelError, match="cannot load the judge"):
        CrossEncoderJudge(str(tmp_path / "empty")).load()
    with pytest.raises(ModelError, match="no label for entailment"):
        named(tmp_path / "x", "LABEL_0", "not_entailment", "LABEL_2").load()
