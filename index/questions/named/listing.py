"""What joins names, years and kinds of study into a list: "JAMA, BMJ and Cell", "2019 or 2020"."""

from __future__ import annotations

from typing import Final

WORD_BETWEEN: Final = r"(?:and/or|and|or|nor|adn|nad|nd|as\s+well\s+as|plus)"
"""As it is typed, too: two letters of so short a word slip unseen."""

JOINED: Final = rf"(?:\s*[,;/&+]\s*(?:{WORD_BETWEEN}\s+)?|\s+{WORD_BETWEEN}\s+)(?:also\s+)?"
"""Between two of a list, as a rule: a mark, a word or both."""

OF_BOTH: Final = r"(?:(?:either|both)\s+)?"
"""What may stand before a list, or before the word that leads it; "neither" denies it."""

MOST_JOINED: Final = 8
"""Of one list; nobody names more in a question."""
