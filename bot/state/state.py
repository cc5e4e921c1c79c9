"""What the bot remembers: one database, and a keeper for each noun in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.errors import StateError
from bot.state.alerts import Alerts
from bot.state.answers import Answers
from bot.state.chores import Chores
from bot.state.conversations import Conversations
from bot.state.database import close, database_url, engine_of, migrate
from bot.state.feedback import Feedback
from bot.state.members import Members
from bot.state.revisions import Revisions
from bot.state.servers import Servers

if TYPE_CHECKING:
    from pathlib import Path


class State:
    """What the bot remembers.

    Args:
        folder: Where the database file stands; made if it is not there.
        url: Another database, as SQLAlchemy writes it.
    """

    def __init__(self, folder: Path, *, url: str | None = None) -> None:
        self._folder = folder
        self.engine = engine_of(database_url(folder, url))
        self.answers = Answers(self.engine)
        self.revisions = Revisions(self.engine)
        self.servers = Servers(self.engine)
        self.feedback = Feedback(self.engine)
        self.alerts = Alerts(self.engine)
        self.conversations = Conversations(self.engine)
        self.chores = Chores(self.engine)
        self.members = Members(self.engine)
        self._opened = False

    async def open(self) -> None:
        """Make what is missing and bring the tables to this version; once is enough.

        Raises:
            StateError: It cannot be written.
        """
        if self._opened:
            return
        try:
            self._folder.mkdir(
                mode=0o700, parents=True, exist_ok=True
            )  # it holds what members asked
        except OSError as error:
            raise StateError(
                f"cannot make the state folder {self._folder} ({error.strerror}); mend its "
                f"permissions, or set FOOTNOTE_STATE to a folder that can be written"
            ) from error
        await migrate(self.engine)
        self._opened = True

    async def close(self) -> None:
        """Let go of the database, once what is under way is done."""
        await close(self.engine)
