"""Discord's numbers, each with where it is written; Discord changes them, so they live here alone.

Lengths are counted in UTF-16 units, as Discord's clients count: never fewer than its servers do.
"""

from __future__ import annotations

from typing import Final

CONTENT: Final = 2000
"""Letters of a message's content. https://discord.com/developers/docs/resources/message#create-message"""

LAYOUT_TEXT: Final = 4000
"""Letters of all text in one layout. https://discord.com/developers/docs/components/reference#text-display"""

LAYOUT_COMPONENTS: Final = 40
"""Components of one layout, nested ones too.
https://discord.com/developers/docs/components/reference#legacy-message-component-behavior"""

CUSTOM_ID: Final = 100
"""Letters of a custom_id. https://discord.com/developers/docs/components/reference#anatomy-of-a-component"""

BUTTON_LABEL: Final = 80
"""Letters of a button's label. https://discord.com/developers/docs/components/reference#button"""

ROW_BUTTONS: Final = 5
"""Buttons in a row. https://discord.com/developers/docs/components/reference#action-row"""

LONGEST_QUESTION: Final = 500
"""Our own: the model reads about 250 words, and a question is no essay."""


def length(text: str) -> int:
    """How long Discord counts `text`, at most."""
    return len(text) + sum(letter > "\uffff" for letter in text)
