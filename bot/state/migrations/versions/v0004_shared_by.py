# ruff: noqa: INP001 - Alembic loads this file by its path
"""Who shared an answer with all."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Of answers so far it is not known."""
    op.add_column("answers", sa.Column("shared_by", sa.Text(), nullable=False, server_default=""))


def downgrade() -> None:
    """Forget it."""
    with op.batch_alter_table("answers") as batch:
        batch.drop_column("shared_by")
