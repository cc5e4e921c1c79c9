"""What a language model is told: a file that a maintainer may edit, checked before the bot starts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from index.errors import FootnoteError

if TYPE_CHECKING:
    from collections.abc import Mapping

PACKAGED_PROMPT: Final = Path(__file__).parent / "prompts" / "answer.md"

PLACEHOLDERS: Final = ("passages", "question", "mark", "sentences")
NEEDED: Final = ("passages", "question", "mark")
"""Without the mark, a passage could end itself and begin an order."""

LONGEST_PROMPT: Final = 12_000
"""Letters of the file: longer, and it leaves a small model no room for passages."""

_RULE: Final = re.compile(r"^---\s*$", re.MULTILINE)
_PLACEHOLDER: Final = re.compile(r"\{([A-Za-z_]\w*)\}")


class PromptError(FootnoteError):
    """A prompt's file is missing, or a model cannot be asked with what stands in it."""

    def __init__(self, file: Path, reason: str) -> None:
        super().__init__(f"cannot use the prompt in {file}: {reason}")
        self.file = file
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Prompt:
    """What stands before a line of three dashes is the system's part, what follows the user's."""

    system: str
    user: str

    def filled(self, values: Mapping[str, str]) -> tuple[str, str]:
        """Both parts with every placeholder's value; a value's own braces stay as they are."""

        def value(match: re.Match[str]) -> str:
            return values[match.group(1)]

        return _PLACEHOLDER.sub(value, self.system), _PLACEHOLDER.sub(value, self.user)


def read_prompt(file: Path = PACKAGED_PROMPT) -> Prompt:
    """The prompt in `file`.

    Raises:
        PromptError: It cannot be used; its sentence says what to mend.
    """
    try:
        text = file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise PromptError(file, "it must be a text file in UTF-8 that can be read") from error
    if len(text) > LONGEST_PROMPT:
        raise PromptError(file, f"it has {len(text)} letters; at most {LONGEST_PROMPT} are allowed")
    parts = [part.strip() for part in _RULE.split(text, maxsplit=1)]
    if len(parts) == 1 or not all(parts):
        raise PromptError(
            file, "a line of three dashes must part the system's words from the user's"
        )
    prompt = Prompt(parts[0], parts[1])
    named = set(_PLACEHOLDER.findall(text))
    if strange := sorted(named - set(PLACEHOLDERS)):
        known = ", ".join(f"{{{name}}}" for name in PLACEHOLDERS)
        raise PromptError(file, f"there is no {{{strange[0]}}}; there are {known}")
    in_user = set(_PLACEHOLDER.findall(prompt.user))
    for name in NEEDED:
        if name not in in_user:
            raise PromptError(file, f"{{{name}}} is missing below the dashes")
    for name in ("passages", "question"):
        if f"{{{name}}}" in prompt.system:
            raise PromptError(
                file, f"{{{name}}} must not stand above the dashes: it is text, no rule"
            )
    return prompt
