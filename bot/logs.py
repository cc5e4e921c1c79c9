"""Logs to stderr, one line an event; no secret ever gets out, whoever logs it."""

from __future__ import annotations

import json
import logging
import re
import sys
from typing import TYPE_CHECKING, Final

import structlog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from structlog.typing import EventDict, Processor, WrappedLogger

_INTERACTION_TOKEN: Final = re.compile(r"((?:webhooks|interactions)/\d+/)[\w.%-]{20,}")
"""For 15 minutes, whoever has one can speak as the bot."""


class Redaction:
    """The last processor: takes secrets out of the line as it will be written."""

    def __init__(self, render: Processor, secrets: Sequence[str]) -> None:
        self._render = render
        # Also as JSON writes them: a quote or an umlaut in a password comes out escaped.
        forms = {
            form for secret in secrets if secret for form in (secret, json.dumps(secret)[1:-1])
        }
        self._secrets = sorted(forms, key=len, reverse=True)

    def __call__(self, logger: WrappedLogger, name: str, event: EventDict) -> str:
        """The line, with what must not be read replaced."""
        line = str(self._render(logger, name, event))
        for secret in self._secrets:
            line = line.replace(secret, "[secret]")
        return _INTERACTION_TOKEN.sub(r"\1[secret]", line)


def set_up_logs(level: str, *, secrets: Sequence[str] = ()) -> None:
    """Send our logs and those of every library to stderr."""
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    terminal = sys.stderr.isatty()
    # Drawn traces show local variables, and take a second in which nobody is acknowledged.
    console = structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
    render: Processor = console if terminal else structlog.processors.JSONRenderer()
    plain: list[Processor] = [] if terminal else [structlog.processors.format_exc_info]
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                *plain,
                Redaction(render, secrets),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
    # At DEBUG they write whole payloads, and with them what members say.
    logging.getLogger("discord").setLevel(max(logging.INFO, root.level))
    for chatty in (
        "aiosqlite",
        "alembic",
        "httpcore2",
        "httpx",
        "httpx2",
        "openai",
        "sqlalchemy",
        "urllib3",
    ):
        logging.getLogger(chatty).setLevel(max(logging.WARNING, root.level))
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )
