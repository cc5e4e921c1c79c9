"""What a language model is told: a file that a maintainer may edit, checked before the bot starts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from index.errors.base import FootnoteError

if TYPE_CHECKING:
    from collections.abc import Mapping

PACKAGED_PROMPT: Final = Path(__file__).parent / "prompts" / "answer.md"

NEEDED: Final = ("passages", "question", "mark")
"""Without the mark, a passage could end itself and begin an order."""

PLACEHOLDERS: Final = (*NEEDED, "sentences")

LONGEST_PROMPT: Final = 12_000
"""Letters of the file: longer, and it leaves a small model no room for passages."""

_BYTES_A_TOKEN: Final = 3
"""English has about four a token and other scripts fewer letters: this errs on the safe side."""

_SPARE_TOKENS: Final = 64
"""For the marks, and for what a chat template adds."""

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
    """What a model is told.

    Attributes:
        system: What stands above a line of three dashes; "" where the file has none.
        user: What follows it.
    """

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
        # No more than what is looked at: it may be the wrong file, and a large one.
        with file.open(encoding="utf-8") as opened:
            text = opened.read(LONGEST_PROMPT + 1).strip()
    except (OSError, UnicodeDecodeError) as error:
        raise PromptError(file, "it must be a text file in UTF-8 that can be read") from error
    if len(text) > LONGEST_PROMPT:
        raise PromptError(file, f"it has more than {LONGEST_PROMPT} letters")
    system, rule, user = _parted(text)
    prompt = Prompt(system, user)
    if complaint := _complaint(prompt, ruled=bool(rule)):
        raise PromptError(file, complaint)
    return prompt


def tokens_of(text: str) -> int:
    """About how many tokens the text has, rather too many than too few."""
    return -(-len(text.encode("utf-8", "replace")) // _BYTES_A_TOKEN)


def prompt_tokens(prompt: Prompt) -> int:
    """About how many tokens a model reads beside passages and question."""
    return tokens_of(prompt.system) + tokens_of(prompt.user) + _SPARE_TOKENS


def _parted(text: str) -> tuple[str, str, str]:
    rule = _RULE.search(text)
    if rule is None:
        return "", "", text
    return text[: rule.start()].strip(), rule.group(), text[rule.end() :].strip()


def _complaint(prompt: Prompt, *, ruled: bool) -> str:
    """What is wrong with it; "" where it can be used."""
    above, below = (set(_PLACEHOLDER.findall(part)) for part in (prompt.system, prompt.user))
    where = "below the dashes" if ruled else "in it"
    if ruled and not prompt.user:
        return "nothing stands below the line of three dashes"
    if strange := sorted((above | below) - set(PLACEHOLDERS)):
        known = ", ".join(f"{{{name}}}" for name in PLACEHOLDERS)
        return f"there is no {{{strange[0]}}}; there are {known}"
    if missing := [name for name in NEEDED if name not in below]:
        return f"{{{missing[0]}}} must stand {where}"
    if risen := sorted(above & {"passages", "question"}):
        return f"{{{risen[0]}}} must not stand above the dashes: it is text, no rule"
    return ""
