"""Where a look-up is handed in and a page handed out: articles and passages, and no answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.answering.questions.pointers import pointed_at
from bot.desk.question import checked
from bot.errors import NoSuchArticleError
from bot.language.saying import say
from bot.rendering.about import about_page, help_page
from bot.rendering.answers.claims import claim_page
from bot.rendering.articles.briefs import brief_page
from bot.rendering.articles.cards import card_page
from bot.rendering.articles.cited import reference_page
from bot.rendering.articles.found import PAGES, PER_PAGE as PASSAGES, found_page
from bot.rendering.articles.lists import PER_PAGE, article_list, latest_head, turning
from bot.rendering.articles.trends import trends_page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answering.answer import Reference
    from bot.answering.looking.catalogue import Catalogue, Period
    from bot.answering.looking.lookup import Lookup
    from bot.language.language import Language
    from bot.rendering.page import Page
    from bot.serving.serving import Serving
    from index.citing.references import Style

SPLIT: Final = "|"
"""Between the topic and the outlet of a list, as its buttons carry them."""

_LATEST_PAGES: Final = 10
_SIMILAR: Final = 5
_NEAR: Final = 3


class Lookups:
    """Answers look-ups from the generation that is served.

    Every method raises `MemberError` where nothing can be looked up; its sentence says why.

    Args:
        serving: What looks up.
        minutes: How long conversations last, for the help.
    """

    def __init__(self, serving: Serving, *, minutes: int) -> None:
        self._serving = serving
        self._minutes = minutes

    async def search(self, words: str, at: int, language: Language) -> Page:
        """A page of the passages nearest to these words."""
        result = await self._serving.look_up(lambda up: up.passages(words, limit=PAGES * PASSAGES))
        return found_page(words, result, at=at, language=language)

    async def card(self, name: str, language: Language) -> Page:
        """The card of the article that is named."""
        card = await self._serving.look_up(lambda up: up.card(_named(up, name)))
        if card is None:
            raise NoSuchArticleError
        return card_page(card, language)

    async def similar(self, name: str, language: Language) -> Page:
        """The articles nearest to the one that is named."""

        def job(up: Lookup) -> Sequence[Reference]:
            return up.similar(_named(up, name), limit=_SIMILAR)

        return article_list(
            await self._serving.look_up(job),
            head=f"**{say(language, 'list.similar')}**",
            empty=say(language, "list.none-similar"),
            language=language,
        )

    async def latest(self, topic: str, outlet: str, at: int, language: Language) -> Page:
        """A page of the newest articles."""

        def job(up: Lookup) -> tuple[Sequence[Reference], int]:
            found = up.catalogue.newest(topic=topic, outlet=outlet, limit=_LATEST_PAGES * PER_PAGE)
            return up.entries(found[at * PER_PAGE : (at + 1) * PER_PAGE]), len(found)

        entries, total = await self._serving.look_up(job)
        pages = -(-total // PER_PAGE)
        words = f"{topic}{SPLIT}{outlet}"
        return article_list(
            entries,
            head=latest_head(topic, outlet, language),
            empty=say(language, "list.none-latest"),
            language=language,
            foot=say(language, "list.page", page=at + 1, pages=pages),
            presses=turning("latest", at=at, pages=pages, words=words, language=language),
        )

    async def cite(self, name: str, style: Style, language: Language) -> Page:
        """The reference of the article that is named."""
        written = await self._serving.look_up(lambda up: up.cited(_named(up, name), style))
        return reference_page(written, style, language)

    async def trends(self, period: Period, topic: str, language: Language) -> Page:
        """A chart of how many articles there are."""

        def job(up: Lookup) -> Page:  # drawn in the pool: the loop has no time for pictures
            counts = up.catalogue.counted(period, topic=topic)
            return trends_page(counts, period=period, topic=topic, language=language)

        return await self._serving.look_up(job)

    async def brief(self, topic: str, language: Language) -> Page:
        """What the studies on a topic found, with the whole of it as files."""
        asked = checked(topic)
        return await self._serving.look_up(lambda up: brief_page(up.brief(asked), language))

    async def about(self, language: Language) -> Page:
        """What the library holds and how old it is."""
        shelf = await self._serving.look_up(lambda up: up.shelf())
        return about_page(shelf, self._serving.generation or "", language)

    async def help(self, language: Language) -> Page:
        """How to ask."""
        shelf = await self._serving.look_up(lambda up: up.shelf())
        return help_page(shelf, minutes=self._minutes, language=language)

    async def check(self, claim: str, language: Language) -> Page:
        """What the library's studies say on a claim."""
        found = await self._serving.look_up(lambda up: up.check(claim))
        return claim_page(found, language)

    async def paper(self, message: str, language: Language) -> Page:
        """The articles that a message points at, or else may be about."""

        def job(up: Lookup) -> tuple[str, Sequence[Reference]]:
            if named := pointed_at(message, up.catalogue):
                return "paper.named", up.entries(named)
            return "paper.maybe", up.nearest(message, limit=_NEAR)

        key, entries = await self._serving.look_up(job)
        return article_list(
            entries,
            head=f"**{say(language, key)}**",
            empty=say(language, "paper.none"),
            language=language,
        )


def article_named(catalogue: Catalogue, name: str) -> str:
    """The id of the article that is named, or of the only one that its words suggest.

    Raises:
        NoSuchArticleError: There is none, or there are several.
    """
    if named := catalogue.named(name):
        return named.id
    suggested = catalogue.suggested(name, limit=2) if name.strip() else ()
    if len(suggested) == 1:
        return suggested[0].id
    raise NoSuchArticleError


def _named(up: Lookup, name: str) -> str:
    return article_named(up.catalogue, name)
