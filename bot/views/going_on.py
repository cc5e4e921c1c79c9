"""Buttons that go on from an answer: articles like its first source, a follow-up, sharing, forgetting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from typing_extensions import override

from bot.errors import NotYourConversationError
from bot.language.choosing import reader_of
from bot.language.saying import say
from bot.speaking.asking import asking_in
from bot.telling import tell
from bot.views.answer_button import ANSWER, AnswerButton
from bot.views.layout import PREFIX
from bot.views.questions import following_form, offer

if TYPE_CHECKING:
    import discord

    from bot.client import FootnoteBot

    Interaction = discord.Interaction[FootnoteBot]


class ShowSimilar(AnswerButton, template=f"{PREFIX}similar:{ANSWER}"):
    """Shows whoever presses it the articles nearest to the answer's first source, to them alone."""

    @override
    async def pressed(self, interaction: Interaction) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        bot = interaction.client
        given = await bot.ledger.given(self.answer_id)
        article = given.answer.references[0].article_id
        page = await bot.lookups.similar(article, reader_of(interaction))
        await interaction.edit_original_response(**bot.dress.over(page))


class FollowUp(AnswerButton, template=f"{PREFIX}follow:{ANSWER}"):
    """Takes a follow-up from whoever presses it; private where the answer is."""

    @override
    async def pressed(self, interaction: Interaction) -> None:
        private = bool(interaction.message and interaction.message.flags.ephemeral)
        form = following_form(self.answer_id, reader_of(interaction), private=private)
        await offer(interaction, form)


class ShareAnswer(AnswerButton, template=f"{PREFIX}share:{ANSWER}"):
    """Shows a private answer to all, once, for its asker."""

    @override
    async def pressed(self, interaction: Interaction) -> None:
        desk, ledger = interaction.client.desk, interaction.client.ledger
        given = await ledger.given(self.answer_id)
        if interaction.user.id != given.asker:
            raise NotYourConversationError
        refusal = await desk.door.may_look(asking_in(interaction))
        if refusal:
            raise refusal
        if not await ledger.claim_share(self.answer_id):
            await tell(interaction, say(reader_of(interaction), "notice.shared-already"))
            return
        reply = await ledger.shared(given, by=interaction.user.display_name)
        await interaction.response.send_message(**interaction.client.dress.fresh(reply.page))
        message = await interaction.original_response()
        await ledger.sent(reply, message.id)


class ForgetConversation(AnswerButton, template=f"{PREFIX}forget:{ANSWER}"):
    """Forgets what its asker asked in this place, so that nothing leans on it."""

    @override
    async def pressed(self, interaction: Interaction) -> None:
        await interaction.response.defer(ephemeral=True)
        bot = interaction.client
        asker = await bot.ledger.asker_of(self.answer_id)
        if interaction.user.id != asker:
            raise NotYourConversationError
        await bot.desk.talk.forget(interaction.channel_id or 0, interaction.user.id)
        await tell(interaction, say(reader_of(interaction), "notice.forgot"))


GOING_ON: Final = (ShowSimilar, FollowUp, ShareAnswer, ForgetConversation)
