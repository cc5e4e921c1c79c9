"""Commands of an operator: they parse arguments, call and print, and have no logic of their own."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import TracebackType

_usual = sys.excepthook


def _stopped_in_a_word(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Ctrl-C while a command still loads its libraries, seconds before its own door stands."""
    if issubclass(kind, KeyboardInterrupt):
        sys.stderr.write("stopped\n")
    else:
        _usual(kind, error, trace)


sys.excepthook = _stopped_in_a_word
