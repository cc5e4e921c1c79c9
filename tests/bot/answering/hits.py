"""Hits and questions made by hand, for rules that look at nothing else."""

from __future__ import annotations

from bot.answering.evidence import Sought
from index.article import ArticleId, Metadata, SectionKind
from index.passages.passage import Passage
from index.searching.hits import Hit, SpanScore
from index.words.question_words import QuestionWords


def hit_of(
    *sentences: str,
    article: str = "a",
    metadata: Metadata | None = None,
    similarity: float = 0.5,
    score: float = 1.0,
    start: int = 0,
    kind: SectionKind = SectionKind.BODY,
) -> Hit:
    """A hit whose passage holds these sentences, one blank apart, all equally near the question."""
    text = " ".join(sentences)
    spans: list[SpanScore] = []
    at = start
    for sentence in sentences:
        spans.append(SpanScore(at, at + len(sentence), sentence, similarity))
        at += len(sentence) + 1
    passage = Passage(
        id=f"{article}-{start}",
        article=ArticleId(article),
        ordinal=0,
        section="",
        text=text,
        start=start,
        end=start + len(text),
        kind=kind,
    )
    return Hit(
        passage=passage,
        metadata=metadata or Metadata(title=f"Article {article}"),
        score=score,
        dense=similarity,
        lexical=1.0,
        spans=tuple(spans),
    )


def sought(*words: str, question: str = "") -> Sought:
    """A question of these words, all equally rare."""
    asked = QuestionWords(weights=dict.fromkeys(words, 1.0), pairs={})
    return Sought(
        question or " ".join(words), asked, lambda text: text.lower().replace(".", "").split()
    )
