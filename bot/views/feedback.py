"""Helpful, Not helpful and a call for a person: buttons, and the form behind the second."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, cast

import discord
from discord import ui
from typing_extensions import override

from bot.language.choosing import reader_of, server_of
from bot.language.saying import say
from bot.refusals import NotYoursToResolveError
from bot.rendering.gaps import REASON_KEYS
from bot.rendering.page import Page, Press
from bot.rendering.text import clipped, plain
from bot.speaking.tongue import language_for
from bot.state.feedback import REASONS
from bot.telling import tell
from bot.views.answer_button import ANSWER, AnswerButton
from bot.views.layout import PREFIX

if TYPE_CHECKING:
    from bot.client import FootnoteBot
    from bot.language.language import Language
    from bot.state.feedback import HumanRequest

    Interaction = discord.Interaction[FootnoteBot]

LONGEST_WORDS: Final = 1000
_QUESTION: Final = 300
_FORM: Final = re.compile(f"{PREFIX}why:{ANSWER}")
_REASON, _WORDS = f"{PREFIX}reason", f"{PREFIX}words"
_FORM_SECONDS: Final = 900.0
"""How long discord.py keeps a form it showed; ours are read from what comes back, however late."""


class Helpful(AnswerButton, template=f"{PREFIX}helpful:{ANSWER}"):
    """Keeps that the answer helped."""

    @override
    async def pressed(self, interaction: Interaction) -> None:
        await interaction.response.defer(ephemeral=True)
        opinions = interaction.client.opinions
        await opinions.give(self.answer_id, interaction.user.id, helpful=True)
        await tell(interaction, say(reader_of(interaction), "feedback.thanks"))


class NotHelpful(AnswerButton, template=f"{PREFIX}unhelpful:{ANSWER}"):
    """Asks why."""

    @override
    async def pressed(self, interaction: Interaction) -> None:
        language = reader_of(interaction)
        await interaction.response.send_modal(reasons_form(self.answer_id, language))


class CallPerson(AnswerButton, template=f"{PREFIX}human:{ANSWER}"):
    """Calls the role that looks at answers, once."""

    @override
    async def pressed(self, interaction: Interaction) -> None:
        opinions = interaction.client.opinions
        request = await opinions.call(self.answer_id, interaction.user.id)
        if request is None:
            await tell(interaction, say(reader_of(interaction), "human.called-already"))
            return
        rules = await interaction.client.desk.door.rules(interaction.guild_id)
        language = language_for(rules, server_of(interaction))
        try:
            page = call_page(request, interaction.message, language)
            call = interaction.client.dress.calling(page, request.role)
            await interaction.response.send_message(**call)
        except discord.HTTPException:
            await opinions.withdraw(self.answer_id)
            raise


class Resolve(AnswerButton, template=f"{PREFIX}resolve:{ANSWER}"):
    """Notes that a person looked, for the role that was called and for moderators."""

    @override
    async def pressed(self, interaction: Interaction) -> None:
        opinions = interaction.client.opinions
        request = await opinions.request(self.answer_id)
        user = interaction.user
        called = isinstance(user, discord.Member) and user.get_role(request.role) is not None
        if not called and not interaction.permissions.manage_messages:
            raise NotYoursToResolveError(request.role)
        await opinions.resolve(self.answer_id, by=user.id)
        done = await opinions.request(self.answer_id)
        rules = await interaction.client.desk.door.rules(interaction.guild_id)
        language = language_for(rules, server_of(interaction))
        page = resolved_page(done, language)
        await interaction.response.edit_message(**interaction.client.dress.over(page))


FEEDBACK_BUTTONS: Final = (Helpful, NotHelpful, CallPerson, Resolve)


def reasons_form(answer_id: str, language: Language) -> ui.Modal:
    """The form that asks why an answer did not help."""
    form = ui.Modal(
        title=say(language, "feedback.title"),
        custom_id=f"{PREFIX}why:{answer_id}",
        timeout=_FORM_SECONDS,
    )
    options = [
        discord.SelectOption(label=say(language, REASON_KEYS[reason]), value=reason)
        for reason in REASONS
    ]
    reasons: ui.Select[Any] = ui.Select(custom_id=_REASON, options=options, required=True)
    words: ui.TextInput[Any] = ui.TextInput(
        custom_id=_WORDS,
        style=discord.TextStyle.paragraph,
        required=False,
        max_length=LONGEST_WORDS,
    )
    form.add_item(ui.Label(text=say(language, "feedback.why"), component=reasons))
    form.add_item(ui.Label(text=say(language, "feedback.words"), component=words))
    return form


async def take_form(interaction: Interaction) -> bool:
    """Keep what a form says, whichever process showed it; False where it is none of ours."""
    sent = cast("dict[str, Any]", interaction.data or {})
    form = _FORM.fullmatch(str(sent.get("custom_id", "")))
    if form is None:
        return False
    await interaction.response.defer(ephemeral=True)
    filled = dict(filled_in(sent.get("components", [])))
    reason = next(iter(filled.get(_REASON, [])), "")
    words = " ".join(filled.get(_WORDS, []))
    await interaction.client.opinions.give(
        form["answer"],
        interaction.user.id,
        helpful=False,
        reason=reason if reason in REASONS else "",
        words=plain(words)[:LONGEST_WORDS],
    )
    await tell(interaction, say(reader_of(interaction), "feedback.noted"))
    return True


def filled_in(parts: Any) -> list[tuple[str, list[str]]]:  # noqa: ANN401 - as Discord sends it
    """What was filled in, by the name of its field."""
    found: list[tuple[str, list[str]]] = []
    for part in parts:
        inner = part.get("components") or ([part["component"]] if part.get("component") else [])
        found += filled_in(inner)
        if name := part.get("custom_id"):
            values = part.get("values") or ([part["value"]] if part.get("value") else [])
            found.append((name, [str(value) for value in values]))
    return found


def call_page(request: HumanRequest, message: discord.Message | None, language: Language) -> Page:
    """The call: whom, to which answer, about what."""
    said = say(
        language,
        "human.call",
        role=f"<@&{request.role}>",
        member=f"<@{request.member}>",
        answer=message.jump_url if message else "",
    )
    question = f"> {clipped(request.question, _QUESTION)}"
    resolve = Press(f"resolve:{request.answer}", say(language, "button.resolve"))
    return Page((said, question), (resolve,))


def resolved_page(request: HumanRequest, language: Language) -> Page:
    """What stands in place of a call that a person looked at."""
    said = say(
        language,
        "human.resolved",
        member=f"<@{request.resolved_by}>",
        when=f"<t:{request.resolved}:R>",
    )
    return Page((said, f"> {clipped(request.question, _QUESTION)}"))
