"""One verb for every word a member reads that is no article's: `say`.

A message has a key ("notice.too-soon", a catalogue's msgctxt) and an English text (its msgid), which
is said where a translation is missing. Catalogues are read as translators write them: no compiled
file can be older than its source.
"""

from __future__ import annotations

from functools import lru_cache
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bot.language.language import Language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from babel.messages import Catalog

CATALOGUES: Final = Path(__file__).parent / "catalogues"
TEMPLATE: Final = CATALOGUES / "footnote.pot"

_COUNT: Final = "count"
"""The value that chooses between singular and plural."""


def say(language: Language, key: str, **values: object) -> str:
    """The message in this language, with its values put in.

    Args:
        language: Of the reader.
        key: Of the message.
        values: For the names in braces. Numbers are written as the language writes them; `count`
            chooses the plural; text is put in as it is, so that it must be inert already.

    Raises:
        KeyError: There is no such message, or a value it needs is missing.
    """
    english = messages()[key]
    if isinstance(english, str):
        said = _said(language, key, english)
    else:
        said = _counted(language, key, english, values[_COUNT])
    return said.format_map({name: _written(value, language) for name, value in values.items()})


@lru_cache
def messages() -> Mapping[str, str | tuple[str, str]]:
    """The English of every message by its key; of one that counts, singular and plural."""
    return {
        message.context: message.id
        if isinstance(message.id, str)
        else (message.id[0], message.id[1])
        for message in catalogue_at(TEMPLATE)
        if message.context
    }


def catalogue_path(language: Language) -> Path:
    """Where a language's catalogue stands; English is the template."""
    if language is Language.ENGLISH:
        return TEMPLATE
    return CATALOGUES / f"{language.replace('-', '_')}.po"


def catalogue_at(path: Path) -> Catalog:
    """The catalogue in this file.

    Raises:
        babel.messages.pofile.PoFileError: It is none.
    """
    from babel.messages.pofile import read_po  # noqa: PLC0415 - `--health` says nothing

    locale = None if path == TEMPLATE else path.stem
    with path.open("rb") as file:
        return read_po(file, locale=locale, abort_invalid=True)


def _said(language: Language, key: str, english: str) -> str:
    if language is Language.ENGLISH:
        return english
    return _translations(language).pgettext(key, english)


def _counted(language: Language, key: str, english: tuple[str, str], count: object) -> str:
    number = int(count) if isinstance(count, int | float) else 0
    if language is Language.ENGLISH:
        return english[number != 1]
    return _translations(language).npgettext(key, *english, number)


@lru_cache
def _translations(language: Language) -> GNUTranslations:
    from babel.messages.mofile import write_mo  # noqa: PLC0415 - as above

    compiled = BytesIO()
    write_mo(compiled, catalogue_at(catalogue_path(language)))
    compiled.seek(0)
    return GNUTranslations(compiled)


def _written(value: object, language: Language) -> str:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return str(value)
    from babel.numbers import format_decimal  # noqa: PLC0415 - as above

    return format_decimal(value, locale=language.replace("-", "_"))
