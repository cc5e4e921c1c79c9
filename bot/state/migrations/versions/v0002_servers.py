# ruff: noqa: INP001 - Alembic loads this file by its path
"""Servers' choices, feedback, alerts, what befell answers since, and conversations."""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_ADDED = ("abstained", "command", "checked", "language")
_INDEXED = ("asker", "guild", "checked")


def upgrade() -> None:
    """Make the tables, and tell of each answer whether it was an abstention."""
    _widen_answers()
    _make_servers()
    _make_feedback()
    _make_alerts()
    _make_chores()


def downgrade() -> None:
    """Drop the tables, and what was added to the answers."""
    for table in (
        "conversations", "claims", "marks", "known_articles", "deliveries", "digests", "alerts",
        "human_requests", "feedback", "server_roles", "server_channels", "servers", "answer_revisions",
    ):  # fmt: skip
        op.drop_table(table)
    for column in _INDEXED:
        op.drop_index(f"ix_answers_{column}", "answers")
    with op.batch_alter_table("answers") as batch:
        for column in _ADDED:
            batch.drop_column(column)


def _number(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), nullable=nullable)


def _word(name: str, length: int, *, primary_key: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(length), primary_key=primary_key, nullable=False)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _flag(name: str, *, nullable: bool = False) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), nullable=nullable)


def _id_of_discord(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), primary_key=True, autoincrement=False)


def _index(table: str, *columns: str) -> None:
    for column in columns:
        op.create_index(f"ix_{table}_{column}", table, [column])


def _widen_answers() -> None:
    with op.batch_alter_table("answers") as batch:
        batch.add_column(_flag_with_default("abstained"))
        batch.add_column(_flag_with_default("command"))
        batch.add_column(sa.Column("checked", sa.String(64), nullable=False, server_default=""))
        batch.add_column(sa.Column("language", sa.String(16), nullable=False, server_default="en"))
    answers = sa.table(
        "answers", sa.column("id"), sa.column("answer"), sa.column("abstained", sa.Boolean())
    )
    connection = op.get_bind()
    for row in connection.execute(sa.select(answers.c.id, answers.c.answer)).all():
        if _abstained(row.answer):
            connection.execute(
                sa.update(answers).where(answers.c.id == row.id).values(abstained=True)
            )
    with op.batch_alter_table("answers") as batch:
        for column in _ADDED:
            batch.alter_column(column, server_default=None)
    _index("answers", *_INDEXED)


def _flag_with_default(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.false())


def _abstained(answer: str) -> bool:
    try:
        return bool(json.loads(answer).get("abstained"))
    except (ValueError, AttributeError):
        return False


def _make_servers() -> None:
    op.create_table(
        "answer_revisions",
        sa.Column("id", sa.Integer(), primary_key=True),
        _word("answer", 32),
        _word("change", 64),
        _text("note"),
        _word("generation", 64),
        _number("found"),
        _word("told", 16),
        sa.UniqueConstraint("answer", "change", name="uq_answer_revisions"),
    )
    _index("answer_revisions", "told")
    op.create_table(
        "servers",
        _id_of_discord("guild"),
        _flag("everywhere", nullable=True),
        _word("language", 16),
        _word("tone", 16),
        _flag("mention_replies"),
        _flag("forum"),
        _number("human_role", nullable=True),
        sa.Column("member_hour", sa.Integer(), nullable=True),
        sa.Column("server_hour", sa.Integer(), nullable=True),
        _number("updated"),
    )
    op.create_table(
        "server_channels",
        _id_of_discord("guild"),
        _id_of_discord("channel"),
        _word("purpose", 16, primary_key=True),
    )
    op.create_table(
        "server_roles",
        _id_of_discord("guild"),
        _id_of_discord("role"),
        _flag("may_ask"),
        sa.Column("hour", sa.Integer(), nullable=True),
    )


def _make_feedback() -> None:
    op.create_table(
        "feedback",
        sa.Column("id", sa.Integer(), primary_key=True),
        _word("answer", 32),
        _number("member"),
        _number("guild", nullable=True),
        _flag("private"),
        _flag("helpful"),
        _word("reason", 24),
        _text("words"),
        _text("question"),
        _word("generation", 64),
        _text("evidence"),
        _number("given"),
        sa.UniqueConstraint("answer", "member", name="uq_feedback"),
    )
    _index("feedback", "member", "guild", "given")
    op.create_table(
        "human_requests",
        _word("answer", 32, primary_key=True),
        _number("guild"),
        _number("channel"),
        _number("member"),
        _number("role"),
        _text("question"),
        _number("asked"),
        _number("resolved", nullable=True),
        _number("resolved_by", nullable=True),
    )
    _index("human_requests", "guild", "member", "asked")


def _make_alerts() -> None:
    op.create_table(
        "alerts",
        _word("id", 32, primary_key=True),
        _number("owner"),
        _number("guild", nullable=True),
        _number("channel", nullable=True),
        _text("topic"),
        _flag("weekly"),
        _word("language", 16),
        _number("made"),
        _number("told_until"),
        _word("generation", 64),
        _text("answer"),
    )
    _index("alerts", "owner", "guild", "generation")
    op.create_table(
        "digests",
        _word("id", 32, primary_key=True),
        _word("alert", 32),
        _word("generation", 64),
        _text("page"),
        _word("standing", 16),
        _number("made"),
        _number("message", nullable=True),
    )
    _index("digests", "alert", "standing", "made")
    op.create_table(
        "deliveries",
        _word("alert", 32, primary_key=True),
        _word("piece", 64, primary_key=True),
        _word("digest", 32),
    )
    _index("deliveries", "digest")


def _make_chores() -> None:
    op.create_table("known_articles", _word("key", 64, primary_key=True), _number("since"))
    _index("known_articles", "since")
    op.create_table("marks", _word("name", 64, primary_key=True), _text("text"), _number("set"))
    op.create_table("claims", _word("key", 128, primary_key=True), _number("made"))
    _index("claims", "made")
    op.create_table(
        "conversations",
        _id_of_discord("channel"),
        _id_of_discord("asker"),
        _text("turns"),
        _number("updated"),
    )
    _index("conversations", "updated")
