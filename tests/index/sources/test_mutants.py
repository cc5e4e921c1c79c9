"""Broken, hostile and odd files through every reader: articles or a named refusal, and nothing else."""

from __future__ import annotations

import pytest

from index.errors.sources import SourceError
from index.sources.reading import read_source
from index.sources.source import Source
from scripts.bench.mutants.making import mutated
from scripts.bench.mutants.samples import SAMPLES

EVERY = [sample for samples in SAMPLES.values() for sample in samples]


def refusal(content: bytes) -> str:
    """Why there is no article; "" where there are some, all of whose text can be written down."""
    try:
        read = read_source(Source("folder/file", "folder", content))
    except SourceError as error:
        return error.reason
    for article in read.articles:
        article.text.encode()
    return ""


@pytest.mark.parametrize("name", sorted({*SAMPLES} - {"feed", "sitemap", "list"}))
def test_a_sound_file_is_read(name: str) -> None:
    """What the mutants are made from."""
    assert [refusal(sample) for sample in SAMPLES[name]] == [""] * len(SAMPLES[name])


@pytest.mark.parametrize("name", SAMPLES)
def test_a_mutant_is_read_or_refused(name: str) -> None:
    """Two dozen of each format; `python -m scripts.bench.mutants` tries as many as there is time for."""
    for seed in range(24):
        samples = SAMPLES[name]
        reason = refusal(mutated(samples[seed % len(samples)], seed, EVERY)[:200_000])
        assert "its reader fails" not in reason, f"mutant {seed} of {name}"


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "content",
    [
        pytest.param("<?xml version='1.0'?>" + "<!-- x -->" * 20_000 + "<article/>", id="comments before a root"),
        pytest.param("[" + '{"title":"x","text":},' * 30_000 + "]", id="broken records"),
        pytest.param('{"title":"x"}' + '}, {"' * 50_000, id="records without an end"),
        pytest.param("a: b\n" * 20_000 + "MIME-Versio", id="headers without an end"),
    ],
)  # fmt: skip
def test_a_pattern_does_not_search_for_ever(content: str) -> None:
    """Each of these once took hours."""
    assert refusal(content.encode())
