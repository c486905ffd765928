"""How patients like to be texted, the texts they asked for, and hand-offs renewed."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from bot.migrations.tenancy import protect

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.add_column("patients", sa.Column("texting_wish", postgresql.JSONB()))
    op.add_column(
        "handoffs", sa.Column("renewals", sa.BigInteger(), nullable=False, server_default="0")
    )
    op.add_column("handoffs", sa.Column("alarmed_at", sa.DateTime(timezone=True)))
    op.create_table(
        "asked_texts",
        sa.Column("patient_id", sa.BigInteger(), nullable=False),
        sa.Column("conversation_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("promised_on", sa.Date()),
        sa.Column("cents", sa.BigInteger()),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("asked_in_id", sa.BigInteger()),
        sa.Column("ended_at", sa.DateTime(timezone=True)),
        sa.Column("outcome", sa.String()),
        sa.Column("message_id", sa.BigInteger()),
        sa.Column("practice_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.CheckConstraint("cents > 0", name=op.f("ck_asked_texts_cents")),
        sa.ForeignKeyConstraint(
            ["patient_id"], ["patients.id"], name=op.f("fk_asked_texts_patient_id")
        ),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversations.id"], name=op.f("fk_asked_texts_conversation_id")
        ),
        sa.ForeignKeyConstraint(
            ["asked_in_id"], ["messages.id"], name=op.f("fk_asked_texts_asked_in_id")
        ),
        sa.ForeignKeyConstraint(
            ["message_id"], ["messages.id"], name=op.f("fk_asked_texts_message_id")
        ),
        sa.ForeignKeyConstraint(
            ["practice_id"], ["practices.id"], name=op.f("fk_asked_texts_practice_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_asked_texts")),
    )
    op.create_index(op.f("ix_asked_texts_practice_id"), "asked_texts", ["practice_id"])
    op.create_index(
        "ix_asked_texts_open",
        "asked_texts",
        ["practice_id", "due_at"],
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_index(
        "uq_asked_texts_open",
        "asked_texts",
        ["practice_id", "patient_id"],
        unique=True,
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    protect("asked_texts")


def downgrade() -> None:
    op.drop_table("asked_texts")
    for column in ("alarmed_at", "renewals"):
        op.drop_column("handoffs", column)
    op.drop_column("patients", "texting_wish")
