"""An article's reference in a style, ready to be copied: as code, or as a file where it is long."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.language.saying import say
from bot.rendering.limits import LAYOUT_TEXT
from bot.rendering.page import Enclosure, Page
from index.citing.references import Style
from index.words.letters import whole

if TYPE_CHECKING:
    from bot.language.language import Language

NAMES: Final = {
    Style.APA: "APA",
    Style.VANCOUVER: "Vancouver",
    Style.BIBTEX: "BibTeX",
    Style.RIS: "RIS",
    Style.CSL_JSON: "CSL JSON",
}
_ENDINGS: Final = {
    Style.APA: "txt",
    Style.VANCOUVER: "txt",
    Style.BIBTEX: "bib",
    Style.RIS: "ris",
    Style.CSL_JSON: "json",
}
_LONGEST: Final = LAYOUT_TEXT // 2


def reference_page(written: str, style: Style, language: Language) -> Page:
    """The reference as it was written, letter by letter; half a letter, which cannot be sent, is a "?"."""
    written = whole(written)
    title = f"**{say(language, 'cite.title', style=NAMES[style])}**"
    # Three graves would end the block, and what follows would be Markdown.
    if len(written) <= _LONGEST and "`" not in written:
        return Page((title, f"```\n{written}\n```"))
    name = f"reference.{_ENDINGS[style]}"
    file = Enclosure(name, written.encode())
    return Page((title, say(language, "cite.attached")), enclosures=(file,))
