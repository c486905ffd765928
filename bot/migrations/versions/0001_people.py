"""Practices, their staff and settings, patients and what they agreed to."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from bot.migrations.tenancy import append_only, create_role, open_directory, protect

revision = "0001"
down_revision = None


def upgrade() -> None:
    create_role()
    op.create_table(
        "heartbeats",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("beat_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_heartbeats")),
    )
    op.create_table(
        "practices",
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("sender_name", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("timezone", sa.String(), nullable=False),
        sa.Column("state", sa.String()),
        sa.Column("relationship", sa.String(), nullable=False),
        sa.Column("sending_paused_at", sa.DateTime(timezone=True)),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_practices")),
        sa.UniqueConstraint("number", name=op.f("uq_practices_number")),
        sa.UniqueConstraint("slug", name=op.f("uq_practices_slug")),
    )
    op.create_table(
        "opt_outs",
        sa.Column("phone_key", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("opted_out_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("lifted_at", sa.DateTime(timezone=True)),
        sa.Column("practice_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.ForeignKeyConstraint(
            ["practice_id"], ["practices.id"], name=op.f("fk_opt_outs_practice_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_opt_outs")),
    )
    op.create_index(op.f("ix_opt_outs_practice_id"), "opt_outs", ["practice_id"], unique=False)
    op.create_index(
        "uq_opt_outs_active",
        "opt_outs",
        ["practice_id", "phone_key"],
        unique=True,
        postgresql_where=sa.text("lifted_at IS NULL"),
    )
    op.create_table(
        "patients",
        sa.Column("external_id", sa.String(), nullable=False),
        sa.Column("first_name", sa.String(), nullable=False),
        sa.Column("last_name", sa.String(), nullable=False),
        sa.Column("birth_date", sa.String()),
        sa.Column("zip", sa.String()),
        sa.Column("phone", sa.String()),
        sa.Column("phone_key", sa.String()),
        sa.Column("email", sa.String()),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("guarantor_id", sa.BigInteger()),
        sa.Column("stripe_customer_id", sa.String()),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("practice_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.ForeignKeyConstraint(
            ["guarantor_id"], ["patients.id"], name=op.f("fk_patients_guarantor_id")
        ),
        sa.ForeignKeyConstraint(
            ["practice_id"], ["practices.id"], name=op.f("fk_patients_practice_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_patients")),
        sa.UniqueConstraint(
            "practice_id", "external_id", name=op.f("uq_patients_practice_id_external_id")
        ),
    )
    op.create_index(op.f("ix_patients_practice_id"), "patients", ["practice_id"], unique=False)
    op.create_index(
        "ix_patients_practice_phone", "patients", ["practice_id", "phone_key"], unique=False
    )
    op.create_table(
        "practice_settings",
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("body", postgresql.JSONB(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("saved_by", sa.String(), nullable=False),
        sa.Column("practice_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.ForeignKeyConstraint(
            ["practice_id"], ["practices.id"], name=op.f("fk_practice_settings_practice_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_practice_settings")),
        sa.UniqueConstraint(
            "practice_id", "version", name=op.f("uq_practice_settings_practice_id_version")
        ),
    )
    op.create_index(
        op.f("ix_practice_settings_practice_id"), "practice_settings", ["practice_id"], unique=False
    )
    op.create_table(
        "staff",
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("password_hash", sa.String()),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("practice_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.ForeignKeyConstraint(
            ["practice_id"], ["practices.id"], name=op.f("fk_staff_practice_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff")),
        sa.UniqueConstraint("practice_id", "email", name=op.f("uq_staff_practice_id_email")),
    )
    op.create_index(op.f("ix_staff_practice_id"), "staff", ["practice_id"], unique=False)
    op.create_table(
        "consents",
        sa.Column("patient_id", sa.BigInteger(), nullable=False),
        sa.Column("phone_key", sa.String(), nullable=False),
        sa.Column("scope", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("unencrypted_ok", sa.Boolean(), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True)),
        sa.Column("practice_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.ForeignKeyConstraint(
            ["patient_id"], ["patients.id"], name=op.f("fk_consents_patient_id")
        ),
        sa.ForeignKeyConstraint(
            ["practice_id"], ["practices.id"], name=op.f("fk_consents_practice_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consents")),
    )
    op.create_index(op.f("ix_consents_practice_id"), "consents", ["practice_id"], unique=False)
    op.create_index(
        "uq_consents_active",
        "consents",
        ["practice_id", "patient_id", "phone_key", "scope"],
        unique=True,
        postgresql_where=sa.text("revoked_at IS NULL"),
    )
    op.create_table(
        "suppressed_numbers",
        sa.Column("patient_id", sa.BigInteger(), nullable=False),
        sa.Column("phone_key", sa.String(), nullable=False),
        sa.Column("reported_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("practice_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.ForeignKeyConstraint(
            ["patient_id"], ["patients.id"], name=op.f("fk_suppressed_numbers_patient_id")
        ),
        sa.ForeignKeyConstraint(
            ["practice_id"], ["practices.id"], name=op.f("fk_suppressed_numbers_practice_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_suppressed_numbers")),
        sa.UniqueConstraint(
            "practice_id",
            "patient_id",
            "phone_key",
            name=op.f("uq_suppressed_numbers_practice_id_patient_id_phone_key"),
        ),
    )
    op.create_index(
        op.f("ix_suppressed_numbers_practice_id"),
        "suppressed_numbers",
        ["practice_id"],
        unique=False,
    )
    protect("practice_settings", "staff", "patients", "consents", "opt_outs", "suppressed_numbers")
    open_directory()
    append_only("practice_settings")


def downgrade() -> None:
    op.drop_table("suppressed_numbers")
    op.drop_table("consents")
    op.drop_table("staff")
    op.drop_table("practice_settings")
    op.drop_table("patients")
    op.drop_table("opt_outs")
    op.drop_table("practices")
    op.drop_table("heartbeats")
