"""A hold of one line, what a hand-off is about in the patient's words, and statements by e-mail."""

import sqlalchemy as sa
from alembic import op

from bot.migrations.tenancy import protect

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.add_column("holds", sa.Column("line_id", sa.BigInteger()))
    op.create_foreign_key("fk_holds_line_id", "holds", "statement_lines", ["line_id"], ["id"])
    op.add_column("handoffs", sa.Column("note", sa.String()))
    op.create_table(
        "mailings",
        sa.Column("conversation_id", sa.BigInteger(), nullable=False),
        sa.Column("patient_id", sa.BigInteger(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("tries", sa.BigInteger(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True)),
        sa.Column("given_up_at", sa.DateTime(timezone=True)),
        sa.Column("practice_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversations.id"], name=op.f("fk_mailings_conversation_id")
        ),
        sa.ForeignKeyConstraint(
            ["patient_id"], ["patients.id"], name=op.f("fk_mailings_patient_id")
        ),
        sa.ForeignKeyConstraint(
            ["practice_id"], ["practices.id"], name=op.f("fk_mailings_practice_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mailings")),
    )
    op.create_index(op.f("ix_mailings_practice_id"), "mailings", ["practice_id"], unique=False)
    protect("mailings")


def downgrade() -> None:
    op.drop_table("mailings")
    op.drop_column("handoffs", "note")
    op.drop_constraint("fk_holds_line_id", "holds", type_="foreignkey")
    op.drop_column("holds", "line_id")
