"""Whose each line of a hand-off's note is, and what a patient told over the practice's file."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    whose = sa.Column("note_of", postgresql.JSONB(), nullable=False, server_default="[]")
    op.add_column("handoffs", whose)
    op.add_column("patients", sa.Column("told", postgresql.JSONB()))


def downgrade() -> None:
    op.drop_column("patients", "told")
    op.drop_column("handoffs", "note_of")
