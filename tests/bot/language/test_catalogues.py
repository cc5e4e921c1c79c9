"""The catalogues: complete in every language, and safe to hand to Discord."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from string import Formatter

import pytest

from bot.language.language import Language
from bot.language.saying import CATALOGUES, catalogue_at, catalogue_path, messages, say

BOT = Path(__file__).resolve().parents[3] / "bot"
OTHERS = [language for language in Language if language is not Language.ENGLISH]
COMMAND_NAME = re.compile(r"[\w-]{1,32}")
"""Of slash commands and options. https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-naming"""


def names_in(text: str) -> set[str | None]:
    """What stands in braces; an attribute, an index or a format would be no plain name."""
    found = list(Formatter().parse(text))
    assert all(not form and not conversion for _, _, form, conversion in found), text
    return {name for _, name, _, _ in found if name is not None}


def forms(text: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ())


@pytest.mark.parametrize("language", OTHERS)
def test_every_message_is_translated(language: Language) -> None:
    """The same keys over the same English, each with words, none left for later."""
    catalogue = catalogue_at(catalogue_path(language))
    rows = {message.context: message for message in catalogue if message.context}
    assert rows.keys() == messages().keys()
    for key, message in rows.items():
        english = messages()[str(key)]
        assert message.id == english, key
        assert not message.fuzzy, key
        written = forms(message.string)
        assert all(text.strip() for text in written), key
        assert len(written) == (1 if isinstance(english, str) else catalogue.num_plurals), key


@pytest.mark.parametrize("language", OTHERS)
def test_placeholders_agree(language: Language) -> None:
    """A translation names the values the English names, plainly, and no others."""
    for message in catalogue_at(catalogue_path(language)):
        if not message.context:
            continue
        wanted = set[str | None]().union(*(names_in(text) for text in forms(message.id)))
        for text in forms(message.string):
            assert names_in(text) == wanted, message.context
            assert all(re.fullmatch(r"[a-z_]+", str(name)) for name in wanted)


@pytest.mark.parametrize("language", OTHERS)
def test_markup_agrees(language: Language) -> None:
    """What is code or bold in English is so in every language: a command is no word to translate."""
    for message in catalogue_at(catalogue_path(language)):
        if not message.context:
            continue
        for mark in (r"`[^`]+`", r"\*\*"):
            wanted = re.findall(mark, forms(message.id)[-1])
            for text in forms(message.string):
                assert sorted(re.findall(mark, text)) == sorted(wanted), message.context


def test_every_language_has_its_file_and_every_file_its_language() -> None:
    assert {path.name for path in CATALOGUES.iterdir()} == {
        catalogue_path(language).name for language in Language
    }


def test_every_message_is_said_somewhere() -> None:
    """A key in no module's text is a message nobody reads; families of terms are said by their kind."""
    written = {
        node.value
        for path in BOT.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    for page in BOT.rglob("*.html"):
        written |= set(re.findall(r"say\(language, '([a-z.-]+)'", page.read_text(encoding="utf-8")))
    begun = tuple(text for text in written if text.endswith(".") and " " not in text)
    families = ("design.", "status.", "subjects.", "section.", "direction.", *begun)
    unsaid = {key for key in messages() if key not in written and not key.startswith(families)}
    assert unsaid == set()


@pytest.mark.parametrize("language", Language)
def test_names_of_commands_are_what_discord_takes(language: Language) -> None:
    """Lower case, at most 32 letters, no two commands or options of one command alike."""
    names = [
        say(language, key)
        for key in messages()
        if re.fullmatch(r"(?:command|option)(?:\.[a-z-]+)+\.name", key)
    ]
    for name in names:
        assert COMMAND_NAME.fullmatch(name), name
        assert name == name.lower(), name
    of_one_level = [
        say(language, key)
        for key in messages()
        if re.fullmatch(r"command\.(?:[a-z]+|footnote-[a-z-]+)\.name", key)
        and key != "command.footnote.name"
    ]
    assert len(set(of_one_level)) == len(of_one_level)
    for key in messages():
        if key.startswith("menu."):
            assert 1 <= len(say(language, key)) <= 32, key
        if key.endswith(".description"):
            assert 1 <= len(say(language, key)) <= 100, key
        if key.startswith("button."):
            assert len(say(language, key, **dict.fromkeys(["count", "number"], 1))) <= 80, key
