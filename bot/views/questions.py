"""Forms that take a question: going on from an answer, about somebody's message, or for a channel to see.

A form is read from what comes back, whichever process showed it, so that none is lost by a restart.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, cast

import discord
from discord import ui

from bot.commands.questions.asking import answer_in
from bot.language.saying import say
from bot.rendering.limits import LONGEST_QUESTION, MODAL_TITLE, cut
from bot.speaking.asking import asking_in
from bot.views.answer_button import ANSWER
from bot.views.feedback import filled_in
from bot.views.layout import PREFIX

if TYPE_CHECKING:
    from bot.client import FootnoteBot
    from bot.language.language import Language

    Interaction = discord.Interaction[FootnoteBot]

_ASKING: Final = f"{PREFIX}asking"
_ASKING_HERE: Final = f"{PREFIX}asking-here"
_FOLLOWING: Final = f"{PREFIX}following:"
_FORM: Final = re.compile(
    rf"{_ASKING}|(?P<here>{_ASKING_HERE})|{_FOLLOWING}(?P<private>[01]):{ANSWER}"
)
_WORDS: Final = f"{PREFIX}question"
_HINT: Final = 100


def asking_form(language: Language, *, words: str) -> ui.Modal:
    """A form for a question about these words, which stand in it to be cut down."""
    return _form(_ASKING, say(language, "modal.ask.title"), language, words=words)


def asking_here_form(language: Language) -> ui.Modal:
    """A form for a question that is answered in its channel, with a thread of its own."""
    return _form(_ASKING_HERE, say(language, "modal.ask.title"), language)


def following_form(answer_id: str, language: Language, *, private: bool) -> ui.Modal:
    """A form for a question that goes on from this answer."""
    name = f"{_FOLLOWING}{int(private)}:{answer_id}"
    title, hint = say(language, "modal.follow-up.title"), say(language, "modal.follow-up.hint")
    return _form(name, title, language, hint=hint)


async def offer(interaction: Interaction, form: ui.Modal) -> None:
    """Show the form, unless its question would be refused for where, or by whom, it is asked.

    Raises:
        MemberError: It would be; nobody types a question for nothing.
    """
    refusal = await interaction.client.desk.door.may_look(asking_in(interaction))
    if refusal:
        raise refusal
    await interaction.response.send_modal(form)


async def take_question(interaction: Interaction) -> bool:
    """Answer the question that a form holds; False where it is none of these."""
    sent = cast("dict[str, Any]", interaction.data or {})
    form = _FORM.fullmatch(str(sent.get("custom_id", "")))
    if form is None:
        return False
    question = " ".join(dict(filled_in(sent.get("components", []))).get(_WORDS, []))
    answer_id = form["answer"] or ""
    here = form["here"] is not None
    private = not here and (not answer_id or form["private"] == "1")
    await answer_in(
        interaction.client, interaction, question, private=private, after=answer_id, thread=here
    )
    return True


def _form(
    name: str, title: str, language: Language, *, words: str = "", hint: str = ""
) -> ui.Modal:
    form = ui.Modal(title=title[:MODAL_TITLE], custom_id=name)
    field: ui.TextInput[Any] = ui.TextInput(
        custom_id=_WORDS,
        style=discord.TextStyle.paragraph,
        default=cut(words, LONGEST_QUESTION) or None,
        placeholder=hint[:_HINT] or None,
        min_length=1,
        max_length=LONGEST_QUESTION,
    )
    form.add_item(ui.Label(text=say(language, "modal.ask.title")[:MODAL_TITLE], component=field))
    form.stop()  # discord.py would wait for it in memory; it comes back by its name
    return form
