"""Which bill a link is for, and what the patient told the person who will look."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0007"


def upgrade() -> None:
    op.add_column("handoffs", sa.Column("note", sa.String(), nullable=False, server_default=""))
    op.add_column("payment_requests", sa.Column("statement_id", sa.BigInteger()))
    op.create_foreign_key(
        op.f("fk_payment_requests_statement_id"),
        "payment_requests",
        "statements",
        ["statement_id"],
        ["id"],
    )


def downgrade() -> None:
    op.drop_column("payment_requests", "statement_id")
    op.drop_column("handoffs", "note")
