"""Changes of running plans, requests for a person to decide on, and plans of one bill."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from bot.migrations.tenancy import append_only, protect

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.add_column("payment_plans", sa.Column("statement_id", sa.BigInteger()))
    op.create_foreign_key(
        op.f("fk_payment_plans_statement_id"),
        "payment_plans",
        "statements",
        ["statement_id"],
        ["id"],
    )
    _create_changes()
    _create_requests()
    protect("plan_changes", "plan_requests")
    append_only("plan_changes", "plan_requests")


def _create_changes() -> None:
    op.create_table(
        "plan_changes",
        sa.Column("plan_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("before", postgresql.JSONB(), nullable=False),
        sa.Column("after", postgresql.JSONB(), nullable=False),
        sa.Column("consent_text", sa.String()),
        sa.Column("consent_message_id", sa.BigInteger()),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("practice_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["payment_plans.id"], name=op.f("fk_plan_changes_plan_id")
        ),
        sa.ForeignKeyConstraint(
            ["practice_id"], ["practices.id"], name=op.f("fk_plan_changes_practice_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_changes")),
    )
    op.create_index(op.f("ix_plan_changes_practice_id"), "plan_changes", ["practice_id"])
    op.create_index(op.f("ix_plan_changes_plan_id"), "plan_changes", ["plan_id"])


def _create_requests() -> None:
    op.create_table(
        "plan_requests",
        sa.Column("conversation_id", sa.BigInteger(), nullable=False),
        sa.Column("patient_id", sa.BigInteger()),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("said", sa.String(), nullable=False),
        sa.Column("pack", postgresql.JSONB(), nullable=False),
        sa.Column("requested_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("practice_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversations.id"], name=op.f("fk_plan_requests_conversation_id")
        ),
        sa.ForeignKeyConstraint(
            ["patient_id"], ["patients.id"], name=op.f("fk_plan_requests_patient_id")
        ),
        sa.ForeignKeyConstraint(
            ["practice_id"], ["practices.id"], name=op.f("fk_plan_requests_practice_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_requests")),
    )
    op.create_index(op.f("ix_plan_requests_practice_id"), "plan_requests", ["practice_id"])
    op.create_index(op.f("ix_plan_requests_conversation_id"), "plan_requests", ["conversation_id"])


def downgrade() -> None:
    op.drop_table("plan_requests")
    op.drop_table("plan_changes")
    op.drop_constraint(op.f("fk_payment_plans_statement_id"), "payment_plans")
    op.drop_column("payment_plans", "statement_id")
