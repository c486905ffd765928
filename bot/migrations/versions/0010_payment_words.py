"""Which bill a link is for."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
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
