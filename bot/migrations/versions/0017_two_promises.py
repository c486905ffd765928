"""The first of two days that were promised, beside the last."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    op.add_column("asked_texts", sa.Column("first_on", sa.Date()))
    op.add_column("asked_texts", sa.Column("first_cents", sa.BigInteger()))


def downgrade() -> None:
    op.drop_column("asked_texts", "first_cents")
    op.drop_column("asked_texts", "first_on")
