"""Alerts: after each new generation, what is new on a topic, told once.

A digest is written down with the keys of its news before it is sent. What was written and is not known
to have arrived is looked for in the channel; only what is not there is sent, under the nonce it had
before, by which Discord drops a second copy within minutes. Where the channel cannot be read, it is
given up and logged: better a digest lost, and known to be, than one told twice.
"""

from __future__ import annotations

import json
import secrets
import time
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Final

import discord
import structlog

from bot.language.saying import say
from bot.rendering.articles.digests import digest_blocks
from bot.rendering.page import Page, Press
from bot.state.alerts import Digest
from bot.state.chores import key_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answering.answer import Answer, Reference
    from bot.answering.seam import Answering
    from bot.client import FootnoteBot
    from bot.state.alerts import Alert

log = structlog.get_logger(__name__)

WEEK: Final = 7 * 24 * 60 * 60
A_TURN: Final = 3
"""Alerts looked through in one turn: members' questions come first."""

_SEARCHED_BACK: Final = 100
"""Messages of a channel among which a digest is looked for."""

_GIVEN_UP: Final = 24 * 60 * 60
"""Seconds after which a digest that Discord takes nowhere is given up."""

_LIBRARY: Final = "library"


@dataclass(frozen=True, slots=True)
class _Looked:
    news: tuple[Reference, ...]
    answer: Answer


class News:
    """Tells what is new."""

    def __init__(self, bot: FootnoteBot) -> None:
        self._bot = bot
        self._alerts = bot.state.alerts
        self._chores = bot.state.chores

    async def turn(self) -> None:
        """Do a little of what is to be done."""
        generation = self._bot.serving.generation
        if generation is None:
            return
        await self._learn(generation)
        for digest in await self._alerts.unsent(most=A_TURN):
            await self._send(digest, again=True)
        told_before = int(time.time()) - WEEK
        for alert in await self._alerts.behind(generation, told_before=told_before, most=A_TURN):
            await self._look(alert)

    async def _learn(self, generation: str) -> None:
        """Know which articles are new in this generation; in the first that is ever seen, none."""
        seen = await self._chores.mark(_LIBRARY)
        if seen == generation:
            return
        articles = await self._bot.serving.consult(lambda answerer: answerer.article_ids())
        now = int(time.time())
        await self._chores.learn(articles, at=now if seen else 0)
        await self._chores.set_mark(_LIBRARY, generation, at=now)

    async def _look(self, alert: Alert) -> None:
        new = await self._chores.known_since(alert.told_until)
        until = int(time.time())

        def job(answerer: Answering) -> tuple[str, _Looked]:
            articles = [a for a in answerer.article_ids() if key_of(a) in new] if new else []
            news = answerer.news(alert.topic, articles)
            return answerer.generation, _Looked(news, answerer.found(alert.topic).answer)

        generation, looked = await self._bot.serving.consult(job)
        answer = gist_of(looked.answer)
        changed = bool(alert.answer) and answer != alert.answer
        pieces = {key_of(reference.article_id): reference for reference in looked.news}
        told = await self._alerts.told([*pieces, _answer_key(answer)], alert=alert.id)
        fresh = [reference for key, reference in pieces.items() if key not in told]
        changed = changed and _answer_key(answer) not in told
        if not fresh and not changed:
            await self._alerts.looked(alert, generation=generation, until=until, answer=answer)
            return
        digest = Digest(
            id=secrets.token_hex(8),
            alert=alert.id,
            generation=generation,
            page=json.dumps(
                digest_blocks(
                    alert.topic, fresh, looked.answer if changed else None, alert.language
                )
            ),
            made=until,
        )
        news_keys = [key_of(reference.article_id) for reference in fresh]
        news_keys += [_answer_key(answer)] if changed else []
        if await self._alerts.write(digest, news_keys, alert=alert, until=until, answer=answer):
            await self._send(digest, again=False)

    async def _send(self, digest: Digest, *, again: bool) -> None:
        alert = await self._alerts.find(digest.alert)
        if alert is None:
            await self._alerts.lose(digest.id)
            return
        try:
            place = await self._place(alert)
            message = await self._find(place, digest) if again else None
            page = digest_page(digest, alert)
            message = message or await place.send(**self._bot.dress.fresh(page), nonce=digest.id)
        except (discord.Forbidden, discord.NotFound) as error:
            # The channel is gone, or we may not write there: nobody can be told.
            await self._lose(digest, error)
        except discord.HTTPException as error:
            if time.time() - digest.made > _GIVEN_UP:
                await self._lose(digest, error)
        else:
            await self._alerts.arrived(digest.id, message=message.id)

    async def _lose(self, digest: Digest, error: discord.HTTPException) -> None:
        log.warning("a digest is lost", alert=digest.alert, status=error.status, code=error.code)
        await self._alerts.lose(digest.id)

    async def _place(self, alert: Alert) -> discord.abc.Messageable:
        if alert.channel is not None:
            return self._bot.get_partial_messageable(alert.channel, guild_id=alert.guild)
        user = self._bot.get_user(alert.owner) or await self._bot.fetch_user(alert.owner)
        return user.dm_channel or await user.create_dm()

    async def _find(self, place: discord.abc.Messageable, digest: Digest) -> discord.Message | None:
        """The message that shows this digest, if it arrived."""
        us = self._bot.user
        async for message in place.history(limit=_SEARCHED_BACK):
            if us and message.author.id == us.id and digest.id in _custom_ids(message):
                return message
        return None


def digest_page(digest: Digest, alert: Alert) -> Page:
    """The digest with its button."""
    blocks: list[str] = json.loads(digest.page)
    press = Press(f"unsubscribe:{alert.id}:{digest.id}", say(alert.language, "button.unsubscribe"))
    return Page(tuple(blocks), (press,))


def gist_of(answer: Answer) -> str:
    """What an answer rests on, as text that is the same for the same quotes."""
    quotes = sorted(
        {citation.quote for statement in answer.statements for citation in statement.citations}
    )
    return json.dumps(quotes)


def _answer_key(gist: str) -> str:
    return "answer:" + sha256(gist.encode()).hexdigest()[:40]


def _custom_ids(message: discord.Message) -> str:
    found: list[str] = []

    def walk(parts: Sequence[object]) -> None:
        for part in parts:
            found.append(str(getattr(part, "custom_id", "") or ""))
            walk(getattr(part, "children", ()))

    walk(message.components)
    return "\n".join(found)
