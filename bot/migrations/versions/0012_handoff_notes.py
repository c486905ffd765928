"""Whom to write to instead, kept with the hand-off."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0007"


def upgrade() -> None:
    op.add_column("handoffs", sa.Column("note", sa.String()))


def downgrade() -> None:
    op.drop_column("handoffs", "note")
