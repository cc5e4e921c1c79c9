"""The parts put together: settings in, a bot out that has not connected yet.

The heavy imports stand inside the opener, which runs in a thread: a bot without a library, or one
that only registers its commands, never pays for them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from bot.client import FootnoteBot
from bot.serving.pool import Pool
from bot.serving.serving import Serving
from bot.serving.writing import writer_of
from bot.state.state import State
from index.store.library import Library

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bot.answering.seam import Answering
    from bot.settings import BotSettings
    from index.judging import CrossEncoderJudge
    from index.ranking.reranking import CrossEncoderReranker, Reranker
    from index.vectors.embedding import SentenceTransformerEmbedder

WARM_UP = "What is known?"
"""Asked of a generation before a member does: the first question loads the model, for seconds."""


def bot_of(settings: BotSettings) -> FootnoteBot:
    """A bot over the library and the state folder these settings name."""
    url = settings.database_url
    return FootnoteBot(
        settings=settings,
        serving=Serving(
            open_answerer=opener(
                settings.library,
                model=settings.model,
                reranker=reranker_of(settings),
                judge=judge_of(settings),
            ),
            current_generation=Library(settings.library).current,
            pool=Pool(workers=settings.workers, line=settings.line_length),
            seconds=settings.answer_seconds,
            writer=writer_of(settings),
        ),
        state=State(settings.state, url=url.get_secret_value() if url else None),
    )


def reranker_of(settings: BotSettings) -> CrossEncoderReranker | None:
    """The cross-encoder these settings name, not loaded yet; None where they name none."""
    if not settings.reranker:
        return None
    from index.ranking.reranking import CrossEncoderReranker  # noqa: PLC0415

    return CrossEncoderReranker(
        settings.reranker, most=settings.reranked, seconds=settings.rerank_seconds
    )


def judge_of(settings: BotSettings) -> CrossEncoderJudge | None:
    """The judging model these settings name, not loaded yet; None where they name none."""
    if not settings.judge:
        return None
    from index.judging import CrossEncoderJudge  # noqa: PLC0415

    return CrossEncoderJudge(settings.judge)


def opener(
    library: Path,
    *,
    model: str = "",
    reranker: Reranker | None = None,
    judge: CrossEncoderJudge | None = None,
) -> Callable[[], Answering]:
    """What opens the library's current generation, verified and warm.

    Args:
        library: Its folder.
        model: The embedding model; "" for the one the generation was built with.
        reranker: Reads the first hits again; loaded by the question that warms up.
        judge: Votes on whether other words for an answer are borne out; loaded at once.
    """

    @lru_cache(maxsize=1)
    def embedder(name: str) -> SentenceTransformerEmbedder:
        # Kept from one generation to the next: loading a model takes seconds.
        from index.vectors.embedding import SentenceTransformerEmbedder  # noqa: PLC0415

        return SentenceTransformerEmbedder(name)

    def open_answerer() -> Answering:
        from bot.answering.answerer import Answerer  # noqa: PLC0415
        from index.searching.search import Searcher  # noqa: PLC0415

        generation = Library(library).open()
        try:
            name = model or generation.manifest.model.name
            searcher = Searcher(generation, embedder(name), reranker=reranker)
            if judge is not None:
                judge.load()
            answerer = Answerer(searcher, judge=judge)
            answerer.answer(WARM_UP)
            len(answerer.lookup.catalogue)  # suggestions have no time to wait for it
        except BaseException:
            generation.close()
            raise
        return answerer

    return open_answerer
