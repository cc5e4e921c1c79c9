"""No secret gets out by the log, whoever logs it."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest
import structlog

from bot.logs import set_up_logs

if TYPE_CHECKING:
    from collections.abc import Generator

SECRET = "MTIz.abcdef.very-secret-indeed-0123456789"  # noqa: S105 - made up
INTERACTION = "aW50ZXJhY3Rpb246MTIzNDU2Nzg5"


@pytest.fixture(autouse=True)
def _logging_as_it_was() -> Generator[None]:
    root, configured = logging.getLogger(), structlog.get_config()
    handlers, level = root.handlers[:], root.level
    levels = {
        name: logging.getLogger(name).level for name in ("discord", "sqlalchemy", "aiosqlite")
    }
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    for name, kept in levels.items():
        logging.getLogger(name).setLevel(kept)
    structlog.configure(**configured)


def test_the_token_never_stands_in_the_log(capsys: pytest.CaptureFixture[str]) -> None:
    """Neither as a message, nor as a value, nor in a trace, nor from another library."""
    set_up_logs("DEBUG", secrets=[SECRET])
    log = structlog.get_logger("bot.test")
    log.info("told", token=SECRET)
    log.warning("the token is %s", SECRET)
    logging.getLogger("discord.http").info("headers: Bot %s", SECRET)
    log.error("failed", exc_info=ValueError(SECRET))
    written = capsys.readouterr().err
    assert SECRET not in written
    assert written.count("[secret]") >= 4
    assert "ValueError" in written


def test_an_interactions_token_is_a_secret_too(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs("INFO")
    logging.getLogger("discord.webhook").warning("POST /webhooks/123/%s/messages", INTERACTION)
    written = capsys.readouterr().err
    assert INTERACTION not in written
    assert "/webhooks/123/[secret]" in written


def test_a_secret_is_known_in_its_escaped_form(capsys: pytest.CaptureFixture[str]) -> None:
    """A quote and an umlaut in a password come out escaped in a line of JSON."""
    password = 'pass"wörd'  # noqa: S105 - made up
    set_up_logs("INFO", secrets=[password])
    structlog.get_logger("test").info("cannot connect", url=f"postgresql://me:{password}@host")
    written = capsys.readouterr().err
    assert "[secret]" in written
    assert "rd@host" not in written


def test_a_line_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    """A name with a line break in it must not look like another event."""
    set_up_logs("INFO")
    structlog.get_logger("bot.test").info("connected", user="eve\nconnected user=root")
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_levels_are_kept(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs("WARNING")
    structlog.get_logger("bot.test").info("quiet")
    structlog.get_logger("bot.test").warning("loud")
    written = capsys.readouterr().err
    assert "loud" in written
    assert "quiet" not in written
