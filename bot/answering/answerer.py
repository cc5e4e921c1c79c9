"""A question to an answer over one generation: search, evidence, statements, or an abstention."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain, zip_longest
from typing import TYPE_CHECKING

from bot.answering.composing import WHOLE, Room, Scales, answered, composed
from bot.answering.depth.views import Asked, view_of
from bot.answering.evidence import Sought
from bot.answering.extractive import MOST_WORDS
from bot.answering.looking.lookup import Lookup
from bot.answering.looking.news import news_on
from bot.answering.questions.chatter import bare
from bot.answering.questions.several import questions_in
from bot.answering.records.asked import asked_facts
from bot.answering.records.singled_out import READ, singled_out
from bot.answering.records.study import cited_alone, of_study, the_only
from bot.answering.support.check import SupportCheck
from index.holdings.filters import EVERYTHING
from index.words.letters import whole
from index.words.question_words import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answering.answer import Answer, Reference
    from bot.answering.composing import Composed
    from bot.answering.depth.views import Depth, View
    from bot.answering.questions.several import Part
    from bot.answering.records.asked import AskedFacts
    from bot.answering.support.check import Judge
    from index.article import Article, Metadata
    from index.holdings.filters import Filters
    from index.passages.passage import Passage
    from index.searching.hits import Hit, SearchResult
    from index.searching.search import Searcher


@dataclass(frozen=True, slots=True)
class Found:
    """An answer, and what it was chosen from.

    Attributes:
        answer: As `Answerer.answer` gives it.
        hits: The passages that were searched for it, best first.
        support: What tells whether other words for it are borne out; usable when the generation is
            closed. None where there is nothing to tell by, and so no other words.
    """

    answer: Answer
    hits: Sequence[Hit]
    support: SupportCheck | None = None


class Answerer:
    """Answers from one generation; safe to share between threads.

    Args:
        searcher: Over the generation.
        judge: A model that votes on whether a statement in other words is borne out.
    """

    def __init__(self, searcher: Searcher, *, judge: Judge | None = None) -> None:
        self._searcher = searcher
        self.lookup = Lookup(searcher)
        self.support = SupportCheck(searcher.generation.lexical, searcher.embedder, judge=judge)
        """Whether a statement's words are borne out by what it cites."""
        self._scales = Scales(searcher.stems, self._bears)

    @property
    def generation(self) -> str:
        """The id of the generation that is asked."""
        return self._searcher.generation.id

    def passage(self, passage_id: str) -> tuple[Passage, Metadata] | None:
        """The passage with this id and its article's metadata, if the generation has it."""
        record = self._searcher.generation.records.passage(passage_id)
        return (record.passage, record.metadata) if record else None

    def article(self, article_id: str) -> Article | None:
        """The article with this id, if the generation has it."""
        return self._searcher.generation.records.article(article_id)

    def article_ids(self) -> tuple[str, ...]:
        """The ids of all articles of the generation."""
        return self._searcher.generation.records.ids()

    def news(self, topic: str, articles: Sequence[str]) -> tuple[Reference, ...]:
        """Those of these articles that bear on a topic; see `bot.answering.looking.news`."""
        return news_on(self._searcher, topic, articles)

    def close(self) -> None:
        """Let go of the generation once nobody asks it any more."""
        self._searcher.generation.close()

    def told(self, article_id: str) -> tuple[Metadata, Sequence[Passage]] | None:
        """An article's metadata and passages, if the generation has it."""
        passages = self._searcher.generation.records.passages_of(article_id)
        article = self.article(article_id) if passages else None
        return (article.metadata, passages) if article else None

    def view(self, answer: Answer, depth: Depth) -> View:
        """More of the articles that an answer cites, of one kind; the answer may be an earlier one's."""
        question = answer.looked_up or answer.question
        words = words_of(bare(question), self._searcher.generation.lexical)
        sought = Sought(question, words, self._searcher.stems)

        def coverage(text: str) -> float:
            return sought.coverage(set(sought.stems(text)))

        asked = Asked(coverage, frozenset(words.weights), sought.stems)
        return view_of(answer, depth, self, asked)

    def answer(self, question: str, *, filters: Filters = EVERYTHING) -> Answer:
        """The answer, or an abstention with the nearest articles.

        Args:
            question: In any words.
            filters: What the articles must be that it is answered from.
        """
        return self.found(question, filters=filters).answer

    def found(self, question: str, *, filters: Filters = EVERYTHING) -> Found:
        """The answer with the passages it was chosen from, for whoever would put it in other words."""
        question = whole(question)
        several = questions_in(question)
        parts = self._parts(several, filters)
        if any(part.drafts for part in parts):
            return self._found(question, parts)
        found = self._found(question, [self._composed(question, filters)])
        # Which of several is answered, where looking them up as one finds something, nobody can tell.
        unanswered = tuple(part.typed for part in several) if found.answer.abstained else ()
        return replace(found, answer=replace(found.answer, unanswered=unanswered))

    def chosen(self, question: str, result: SearchResult) -> Found:
        """The answer to `question`, as asked, out of what a search for it found."""
        return self._found(question, [composed(question, result, self._scales)])

    def _parts(self, several: Sequence[Part], filters: Filters) -> list[Composed]:
        """What is said to each of several questions, in as many words each."""
        parts: list[Composed] = []
        for part in several:
            within = filters
            if part.of_study and (cited := cited_alone(parts[-1])):
                within = replace(filters, articles=(cited,))
            told = self._composed(part.whole, within, Room(1, MOST_WORDS // len(several)))
            parts.append(replace(told, question=part.typed))
        return parts

    def _composed(self, question: str, filters: Filters, room: Room = WHOLE) -> Composed:
        """What is said to one question: of the one study it asks about, or of all that the library holds."""
        asked = asked_facts(bare(question))
        if asked and (told := self._of_study(question, asked, filters)):
            return told
        result = self._searcher.search(bare(question), filters=filters)
        found = composed(question, result, self._scales, room=room)
        if not asked:
            return found
        # A question that names no study asks of none in particular.
        return replace(found, drafts=found.drafts if asked.about else (), in_doubt=True)

    def _of_study(self, question: str, asked: AskedFacts, filters: Filters) -> Composed | None:
        """What is said of one study's own facts; None where no one study is meant, or it tells nothing."""
        only = "" if asked.about else the_only(filters)
        known = self.article(only) if only else None
        about = asked.about or (known.metadata.title if known else "")
        if not about:
            return None
        named = self._searcher.search(about, limit=READ, filters=filters)
        article = only or singled_out(named, self._searcher.stems)
        if not article:
            return None
        within = replace(filters, articles=(article,))
        result = self._searcher.search(bare(question), limit=READ, filters=within)
        return of_study(question, asked, named, result, self._scales)

    def _found(self, question: str, parts: Sequence[Composed]) -> Found:
        result = parts[0].result
        language = self._searcher.strange_language(result.looked_up or bare(question))
        answer = answered(question, parts, language=language)
        hits = _in_turn([part.result.hits for part in parts if part.drafts or len(parts) == 1])
        # A record's facts are told as they are held: nobody is to put them into other words.
        in_other_words = not any(part.asked for part in parts)
        return Found(answer, hits, self.support if in_other_words else None)

    def _bears(self, statement: str, quote: str) -> bool:
        return self.support.verdict(statement, quote).supported


def _in_turn(found: Sequence[Sequence[Hit]]) -> tuple[Hit, ...]:
    """The hits of several searches, the best of each first, each passage once."""
    if len(found) == 1:
        return tuple(found[0])
    hits = (hit for hit in chain.from_iterable(zip_longest(*found)) if hit)
    return tuple({hit.passage.id: hit for hit in hits}.values())
