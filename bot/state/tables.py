"""The tables; `migrations/` makes them, and a test says that both agree.

Ids of Discord are 64 bits wide; moments are whole seconds since 1970. A JSON column names the module
that writes and reads it.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """What all tables stand on."""


class AnswerRow(Base):
    """One answer that was given; the JSON columns are written by `bot.answering.written` and `bot.desk.excerpt`."""

    __tablename__ = "answers"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    asker: Mapped[int] = mapped_column(BigInteger, index=True)
    channel: Mapped[int] = mapped_column(BigInteger)
    guild: Mapped[int | None] = mapped_column(BigInteger, index=True)
    message: Mapped[int | None] = mapped_column(BigInteger, index=True)
    private: Mapped[bool] = mapped_column(Boolean)
    given: Mapped[int] = mapped_column(BigInteger, index=True)
    question: Mapped[str] = mapped_column(Text)
    generation: Mapped[str] = mapped_column(String(64), index=True)
    answer: Mapped[str] = mapped_column(Text)
    excerpts: Mapped[str] = mapped_column(Text)
    abstained: Mapped[bool] = mapped_column(Boolean)
    command: Mapped[bool] = mapped_column(Boolean)
    checked: Mapped[str] = mapped_column(String(64), index=True)
    language: Mapped[str] = mapped_column(String(16))
    filters: Mapped[str] = mapped_column(Text, server_default="")
    shared_by: Mapped[str] = mapped_column(Text, server_default="")


class RevisionRow(Base):
    """What befell the sources of an answer after it was given; `note` is written by `bot.state.revisions`."""

    __tablename__ = "answer_revisions"
    __table_args__ = (UniqueConstraint("answer", "change", name="uq_answer_revisions"),)

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    answer: Mapped[str] = mapped_column(String(32))
    change: Mapped[str] = mapped_column(String(64))
    note: Mapped[str] = mapped_column(Text)
    generation: Mapped[str] = mapped_column(String(64))
    found: Mapped[int] = mapped_column(BigInteger)
    told: Mapped[str] = mapped_column(String(16), index=True)


class ServerRow(Base):
    """What a server's administrators chose; NULL is the operator's default."""

    __tablename__ = "servers"

    guild: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    everywhere: Mapped[bool | None] = mapped_column(Boolean)
    language: Mapped[str] = mapped_column(String(16))
    tone: Mapped[str] = mapped_column(String(16))
    mention_replies: Mapped[bool] = mapped_column(Boolean)
    forum: Mapped[bool] = mapped_column(Boolean)
    human_role: Mapped[int | None] = mapped_column(BigInteger)
    member_hour: Mapped[int | None] = mapped_column(Integer)
    server_hour: Mapped[int | None] = mapped_column(Integer)
    updated: Mapped[int] = mapped_column(BigInteger)


class ServerChannelRow(Base):
    """What a channel, a thread's parent or a category of a server is for."""

    __tablename__ = "server_channels"

    guild: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    channel: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    purpose: Mapped[str] = mapped_column(String(16), primary_key=True)


class ServerRoleRow(Base):
    """What a role of a server may do, and how often an hour."""

    __tablename__ = "server_roles"

    guild: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    role: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    may_ask: Mapped[bool] = mapped_column(Boolean)
    hour: Mapped[int | None] = mapped_column(Integer)


class FeedbackRow(Base):
    """What one member thought of one answer; `evidence` is written by `bot.state.feedback`."""

    __tablename__ = "feedback"
    __table_args__ = (UniqueConstraint("answer", "member", name="uq_feedback"),)

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    answer: Mapped[str] = mapped_column(String(32))
    member: Mapped[int] = mapped_column(BigInteger, index=True)
    guild: Mapped[int | None] = mapped_column(BigInteger, index=True)
    private: Mapped[bool] = mapped_column(Boolean)
    helpful: Mapped[bool] = mapped_column(Boolean)
    reason: Mapped[str] = mapped_column(String(24))
    words: Mapped[str] = mapped_column(Text)
    question: Mapped[str] = mapped_column(Text)
    generation: Mapped[str] = mapped_column(String(64))
    evidence: Mapped[str] = mapped_column(Text)
    given: Mapped[int] = mapped_column(BigInteger, index=True)


class HumanRequestRow(Base):
    """A call for a person to look at an answer: one an answer."""

    __tablename__ = "human_requests"

    answer: Mapped[str] = mapped_column(String(32), primary_key=True)
    guild: Mapped[int] = mapped_column(BigInteger, index=True)
    channel: Mapped[int] = mapped_column(BigInteger)
    member: Mapped[int] = mapped_column(BigInteger, index=True)
    role: Mapped[int] = mapped_column(BigInteger)
    question: Mapped[str] = mapped_column(Text)
    asked: Mapped[int] = mapped_column(BigInteger, index=True)
    resolved: Mapped[int | None] = mapped_column(BigInteger)
    resolved_by: Mapped[int | None] = mapped_column(BigInteger)


class AlertRow(Base):
    """A topic somebody wants to hear of; `answer` is written by `bot.state.alerts`."""

    __tablename__ = "alerts"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    owner: Mapped[int] = mapped_column(BigInteger, index=True)
    guild: Mapped[int | None] = mapped_column(BigInteger, index=True)
    channel: Mapped[int | None] = mapped_column(BigInteger)
    topic: Mapped[str] = mapped_column(Text)
    weekly: Mapped[bool] = mapped_column(Boolean)
    language: Mapped[str] = mapped_column(String(16))
    made: Mapped[int] = mapped_column(BigInteger)
    told_until: Mapped[int] = mapped_column(BigInteger)
    generation: Mapped[str] = mapped_column(String(64), index=True)
    answer: Mapped[str] = mapped_column(Text)


class DigestRow(Base):
    """One message of an alert, from before it is sent; `page` is written by `bot.state.alerts`."""

    __tablename__ = "digests"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    alert: Mapped[str] = mapped_column(String(32), index=True)
    generation: Mapped[str] = mapped_column(String(64))
    page: Mapped[str] = mapped_column(Text)
    standing: Mapped[str] = mapped_column(String(16), index=True)
    made: Mapped[int] = mapped_column(BigInteger, index=True)
    message: Mapped[int | None] = mapped_column(BigInteger)


class DeliveryRow(Base):
    """One piece of news in one alert: its key is why nothing is told twice."""

    __tablename__ = "deliveries"

    alert: Mapped[str] = mapped_column(String(32), primary_key=True)
    piece: Mapped[str] = mapped_column(String(64), primary_key=True)
    digest: Mapped[str] = mapped_column(String(32), index=True)


class KnownArticleRow(Base):
    """An article of the library, and since when the bot knows it; `key` is a hash of its id."""

    __tablename__ = "known_articles"

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    since: Mapped[int] = mapped_column(BigInteger, index=True)


class MarkRow(Base):
    """How far a chore of the bot has come, such as the last generation it looked at."""

    __tablename__ = "marks"

    name: Mapped[str] = mapped_column(String(64), primary_key=True)
    text: Mapped[str] = mapped_column(Text)
    set: Mapped[int] = mapped_column(BigInteger)


class ClaimRow(Base):
    """Something that is done once, whoever comes first."""

    __tablename__ = "claims"

    key: Mapped[str] = mapped_column(String(128), primary_key=True)
    made: Mapped[int] = mapped_column(BigInteger, index=True)


class ConversationRow(Base):
    """The last turns of one member in one channel; `turns` is JSON of whoever keeps them."""

    __tablename__ = "conversations"

    channel: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    asker: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    turns: Mapped[str] = mapped_column(Text)
    updated: Mapped[int] = mapped_column(BigInteger, index=True)
