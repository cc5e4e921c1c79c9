# ruff: noqa: INP001 - Alembic loads this file by its path
"""What the articles had to be that an answer was given from."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Answers so far were given from all."""
    op.add_column("answers", sa.Column("filters", sa.Text(), nullable=False, server_default=""))


def downgrade() -> None:
    """Forget it."""
    with op.batch_alter_table("answers") as batch:
        batch.drop_column("filters")
