"""The web chat: its visits, their checks, and which visit a message came from or went to."""

import sqlalchemy as sa
from alembic import op

from bot.migrations.tenancy import protect

revision = "0013"
down_revision = "0011"


def upgrade() -> None:
    op.create_table(
        "web_visits",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("conversation_id", sa.BigInteger(), nullable=False),
        sa.Column("patient_id", sa.BigInteger()),
        sa.Column("verified_at", sa.DateTime(timezone=True)),
        sa.Column("written_at", sa.DateTime(timezone=True)),
        sa.Column("seen_at", sa.DateTime(timezone=True)),
        sa.Column("client_key", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("practice_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversations.id"], name=op.f("fk_web_visits_conversation_id")
        ),
        sa.ForeignKeyConstraint(
            ["patient_id"], ["patients.id"], name=op.f("fk_web_visits_patient_id")
        ),
        sa.ForeignKeyConstraint(
            ["practice_id"], ["practices.id"], name=op.f("fk_web_visits_practice_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_web_visits")),
        sa.UniqueConstraint("practice_id", "key", name=op.f("uq_web_visits_practice_id_key")),
    )
    op.create_index(op.f("ix_web_visits_practice_id"), "web_visits", ["practice_id"])
    op.create_index(op.f("ix_web_visits_conversation_id"), "web_visits", ["conversation_id"])
    op.create_table(
        "visit_checks",
        sa.Column("visit_id", sa.BigInteger(), nullable=False),
        sa.Column("named", sa.String()),
        sa.Column("born", sa.String()),
        sa.Column("patient_id", sa.BigInteger()),
        sa.Column("code_key", sa.String()),
        sa.Column("tries", sa.BigInteger(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("practice_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.ForeignKeyConstraint(
            ["visit_id"], ["web_visits.id"], name=op.f("fk_visit_checks_visit_id")
        ),
        sa.ForeignKeyConstraint(
            ["patient_id"], ["patients.id"], name=op.f("fk_visit_checks_patient_id")
        ),
        sa.ForeignKeyConstraint(
            ["practice_id"], ["practices.id"], name=op.f("fk_visit_checks_practice_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visit_checks")),
    )
    op.create_index(op.f("ix_visit_checks_practice_id"), "visit_checks", ["practice_id"])
    op.create_index(op.f("ix_visit_checks_visit_id"), "visit_checks", ["visit_id"])
    op.add_column("messages", sa.Column("visit_id", sa.BigInteger()))
    op.create_foreign_key(
        op.f("fk_messages_visit_id"), "messages", "web_visits", ["visit_id"], ["id"]
    )
    protect("web_visits", "visit_checks")


def downgrade() -> None:
    op.drop_column("messages", "visit_id")
    op.drop_table("visit_checks")
    op.drop_table("web_visits")
