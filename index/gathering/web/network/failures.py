"""Why an address gave no bytes; no sentence here holds the address, which may carry a secret.

SourceError
├─ RefusedAddressError   never asked: not the web, not public, or not allowed by its owner
└─ FetchError            asked, and there was no good answer
"""

from __future__ import annotations

from index.errors.sources import SourceError


class RefusedAddressError(SourceError):
    """An address that is never asked."""


class FetchError(SourceError):
    """An address that gave no bytes.

    Attributes:
        again: Whether asking again may help: after how many seconds, or True for the usual wait.
        gone: Whether the server says that nothing stands there any more.
        host: Whether the host as a whole is at fault, and not only this address.
        leave: Whether the host asks to be left alone for longer than a run waits.
        status: What the server answered; 0 where it did not.
    """

    def __init__(
        self,
        reason: str,
        *,
        again: bool | float = False,
        gone: bool = False,
        host: bool = False,
        leave: bool = False,
        status: int = 0,
    ) -> None:
        super().__init__(reason)
        self.again = again
        self.gone = gone
        self.host = host
        self.leave = leave
        self.status = status
