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

LONGEST_ACTION: Final = CUSTOM_ID - len("footnote:")
"""What a button can ask for: every custom_id of ours begins so."""

BUTTON_LABEL: Final = 80
"""Letters of a button's label. https://discord.com/developers/docs/components/reference#button"""

ROW_BUTTONS: Final = 5
"""Buttons in a row. https://discord.com/developers/docs/components/reference#action-row"""

PICTURE_SAID: Final = 1024
"""Letters of what a picture is said to show.
https://discord.com/developers/docs/components/reference#media-gallery-media-gallery-item-structure"""

EMBED_DESCRIPTION: Final = 4096
"""Letters of an embed's description. https://discord.com/developers/docs/resources/message#embed-object-embed-limits"""

CHOICES: Final = 25
"""Suggestions for one option.
https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-autocomplete"""

CHOICE: Final = 100
"""Letters of a suggestion's name and of its value.
https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-choice-structure"""

MODAL_TITLE: Final = 45
"""Letters of a form's title.
https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-modal"""

LONGEST_QUESTION: Final = 500
"""Our own: the model reads about 250 words, and a question is no essay."""


def length(text: str) -> int:
    """How long Discord counts `text`, at most."""
    return len(text) + sum(letter > "\uffff" for letter in text)


def cut(text: str, room: int) -> str:
    """As much of the start of `text` as Discord counts as `room` letters at most."""
    if length(text) <= room:
        return text
    kept = text[:room]
    while length(kept) > room:
        kept = kept[: room - length(kept)]
    return kept
