"""What colleagues correct, for the assistant to learn."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from bot.migrations.tenancy import protect

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.create_table(
        "corrections",
        sa.Column("message_id", sa.BigInteger(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("intents", postgresql.JSONB(), nullable=False),
        sa.Column("staff_id", sa.BigInteger(), nullable=False),
        sa.Column("corrected_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("reason", sa.String()),
        sa.Column("settled_at", sa.DateTime(timezone=True)),
        sa.Column("practice_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.ForeignKeyConstraint(
            ["message_id"], ["messages.id"], name=op.f("fk_corrections_message_id")
        ),
        sa.ForeignKeyConstraint(
            ["practice_id"], ["practices.id"], name=op.f("fk_corrections_practice_id")
        ),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_corrections_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_corrections")),
    )
    op.create_index(
        op.f("ix_corrections_practice_id"), "corrections", ["practice_id"], unique=False
    )
    op.create_index(
        "uq_corrections_standing",
        "corrections",
        ["practice_id", "message_id"],
        unique=True,
        postgresql_where=sa.text("state <> 'withdrawn'"),
    )
    protect("corrections")


def downgrade() -> None:
    op.drop_table("corrections")
