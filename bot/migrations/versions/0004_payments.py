"""Links, attempts, plans, and Stripe's events."""

import sqlalchemy as sa
from alembic import op

from bot.migrations.tenancy import protect

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "stripe_events",
        sa.Column("event_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("object_id", sa.String(), nullable=False),
        sa.Column("attempt_id", sa.BigInteger()),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("taken_at", sa.DateTime(timezone=True)),
        sa.Column("practice_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.ForeignKeyConstraint(
            ["practice_id"], ["practices.id"], name=op.f("fk_stripe_events_practice_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stripe_events")),
        sa.UniqueConstraint("event_id", name=op.f("uq_stripe_events_event_id")),
    )
    op.create_index(
        op.f("ix_stripe_events_practice_id"), "stripe_events", ["practice_id"], unique=False
    )
    op.create_table(
        "payment_plans",
        sa.Column("patient_id", sa.BigInteger(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("frequency", sa.String(), nullable=False),
        sa.Column("total_cents", sa.BigInteger(), nullable=False),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("agreed_at", sa.DateTime(timezone=True)),
        sa.Column("consent_text", sa.String()),
        sa.Column("consent_message_id", sa.BigInteger()),
        sa.Column("payment_method_id", sa.String()),
        sa.Column("practice_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.ForeignKeyConstraint(
            ["patient_id"], ["patients.id"], name=op.f("fk_payment_plans_patient_id")
        ),
        sa.ForeignKeyConstraint(
            ["practice_id"], ["practices.id"], name=op.f("fk_payment_plans_practice_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payment_plans")),
    )
    op.create_index(
        op.f("ix_payment_plans_patient_id"), "payment_plans", ["patient_id"], unique=False
    )
    op.create_index(
        op.f("ix_payment_plans_practice_id"), "payment_plans", ["practice_id"], unique=False
    )
    op.create_index(
        "uq_payment_plans_active",
        "payment_plans",
        ["practice_id", "patient_id"],
        unique=True,
        postgresql_where=sa.text("status = 'active'"),
    )
    op.create_table(
        "installments",
        sa.Column("plan_id", sa.BigInteger(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("cents", sa.BigInteger(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("tries", sa.BigInteger(), nullable=False),
        sa.Column("next_try_on", sa.Date()),
        sa.Column("practice_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.CheckConstraint("cents > 0", name=op.f("ck_installments_cents_positive")),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["payment_plans.id"], name=op.f("fk_installments_plan_id")
        ),
        sa.ForeignKeyConstraint(
            ["practice_id"], ["practices.id"], name=op.f("fk_installments_practice_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_installments")),
        sa.UniqueConstraint("plan_id", "position", name=op.f("uq_installments_plan_id_position")),
    )
    op.create_index(op.f("ix_installments_plan_id"), "installments", ["plan_id"], unique=False)
    op.create_index(
        op.f("ix_installments_practice_id"), "installments", ["practice_id"], unique=False
    )
    op.create_table(
        "payment_requests",
        sa.Column("patient_id", sa.BigInteger(), nullable=False),
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("cents", sa.BigInteger()),
        sa.Column("plan_id", sa.BigInteger()),
        sa.Column("installment_id", sa.BigInteger()),
        sa.Column("needs_check", sa.Boolean(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("practice_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.ForeignKeyConstraint(
            ["installment_id"], ["installments.id"], name=op.f("fk_payment_requests_installment_id")
        ),
        sa.ForeignKeyConstraint(
            ["patient_id"], ["patients.id"], name=op.f("fk_payment_requests_patient_id")
        ),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["payment_plans.id"], name=op.f("fk_payment_requests_plan_id")
        ),
        sa.ForeignKeyConstraint(
            ["practice_id"], ["practices.id"], name=op.f("fk_payment_requests_practice_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payment_requests")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_payment_requests_token_hash")),
    )
    op.create_index(
        op.f("ix_payment_requests_patient_id"), "payment_requests", ["patient_id"], unique=False
    )
    op.create_index(
        op.f("ix_payment_requests_practice_id"), "payment_requests", ["practice_id"], unique=False
    )
    op.create_table(
        "payment_attempts",
        sa.Column("patient_id", sa.BigInteger(), nullable=False),
        sa.Column("request_id", sa.BigInteger()),
        sa.Column("installment_id", sa.BigInteger()),
        sa.Column("plan_id", sa.BigInteger()),
        sa.Column("mode", sa.String(), nullable=False),
        sa.Column("cents", sa.BigInteger(), nullable=False),
        sa.Column("idempotency_key", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("session_id", sa.String()),
        sa.Column("session_url", sa.String()),
        sa.Column("payment_intent_id", sa.String()),
        sa.Column("failure_code", sa.String()),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True)),
        sa.Column("practice_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.CheckConstraint("cents >= 0", name=op.f("ck_payment_attempts_cents_not_negative")),
        sa.ForeignKeyConstraint(
            ["installment_id"], ["installments.id"], name=op.f("fk_payment_attempts_installment_id")
        ),
        sa.ForeignKeyConstraint(
            ["patient_id"], ["patients.id"], name=op.f("fk_payment_attempts_patient_id")
        ),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["payment_plans.id"], name=op.f("fk_payment_attempts_plan_id")
        ),
        sa.ForeignKeyConstraint(
            ["practice_id"], ["practices.id"], name=op.f("fk_payment_attempts_practice_id")
        ),
        sa.ForeignKeyConstraint(
            ["request_id"], ["payment_requests.id"], name=op.f("fk_payment_attempts_request_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payment_attempts")),
        sa.UniqueConstraint("idempotency_key", name=op.f("uq_payment_attempts_idempotency_key")),
        sa.UniqueConstraint(
            "payment_intent_id", name=op.f("uq_payment_attempts_payment_intent_id")
        ),
        sa.UniqueConstraint("session_id", name=op.f("uq_payment_attempts_session_id")),
    )
    op.create_index(
        op.f("ix_payment_attempts_patient_id"), "payment_attempts", ["patient_id"], unique=False
    )
    op.create_index(
        op.f("ix_payment_attempts_practice_id"), "payment_attempts", ["practice_id"], unique=False
    )
    protect(
        "payment_plans", "installments", "payment_requests", "payment_attempts", "stripe_events"
    )


def downgrade() -> None:
    op.drop_table("payment_attempts")
    op.drop_table("payment_requests")
    op.drop_table("installments")
    op.drop_table("payment_plans")
    op.drop_table("stripe_events")
