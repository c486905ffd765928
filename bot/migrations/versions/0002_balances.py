"""What is owed: accounts, statements, the ledger, and holds."""

import sqlalchemy as sa
from alembic import op

from bot.migrations.tenancy import append_only, protect

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "accounts",
        sa.Column("external_id", sa.String(), nullable=False),
        sa.Column("patient_id", sa.BigInteger(), nullable=False),
        sa.Column("guarantor_id", sa.BigInteger(), nullable=False),
        sa.Column("practice_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.ForeignKeyConstraint(
            ["guarantor_id"], ["patients.id"], name=op.f("fk_accounts_guarantor_id")
        ),
        sa.ForeignKeyConstraint(
            ["patient_id"], ["patients.id"], name=op.f("fk_accounts_patient_id")
        ),
        sa.ForeignKeyConstraint(
            ["practice_id"], ["practices.id"], name=op.f("fk_accounts_practice_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_accounts")),
        sa.UniqueConstraint(
            "practice_id", "external_id", name=op.f("uq_accounts_practice_id_external_id")
        ),
    )
    op.create_index(op.f("ix_accounts_guarantor_id"), "accounts", ["guarantor_id"], unique=False)
    op.create_index(op.f("ix_accounts_patient_id"), "accounts", ["patient_id"], unique=False)
    op.create_index(op.f("ix_accounts_practice_id"), "accounts", ["practice_id"], unique=False)
    op.create_table(
        "statements",
        sa.Column("external_id", sa.String(), nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("statement_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date()),
        sa.Column("practice_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], name=op.f("fk_statements_account_id")
        ),
        sa.ForeignKeyConstraint(
            ["practice_id"], ["practices.id"], name=op.f("fk_statements_practice_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statements")),
        sa.UniqueConstraint(
            "practice_id", "external_id", name=op.f("uq_statements_practice_id_external_id")
        ),
    )
    op.create_index(op.f("ix_statements_account_id"), "statements", ["account_id"], unique=False)
    op.create_index(op.f("ix_statements_practice_id"), "statements", ["practice_id"], unique=False)
    op.create_table(
        "holds",
        sa.Column("patient_id", sa.BigInteger(), nullable=False),
        sa.Column("statement_id", sa.BigInteger()),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.Date()),
        sa.Column("released_at", sa.DateTime(timezone=True)),
        sa.Column("released_by", sa.String()),
        sa.Column("practice_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.ForeignKeyConstraint(["patient_id"], ["patients.id"], name=op.f("fk_holds_patient_id")),
        sa.ForeignKeyConstraint(
            ["practice_id"], ["practices.id"], name=op.f("fk_holds_practice_id")
        ),
        sa.ForeignKeyConstraint(
            ["statement_id"], ["statements.id"], name=op.f("fk_holds_statement_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_holds")),
    )
    op.create_index(op.f("ix_holds_patient_id"), "holds", ["patient_id"], unique=False)
    op.create_index(op.f("ix_holds_practice_id"), "holds", ["practice_id"], unique=False)
    op.create_table(
        "ledger_entries",
        sa.Column("statement_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("cents", sa.BigInteger(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("practice_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.CheckConstraint("cents <> 0", name=op.f("ck_ledger_entries_cents_not_zero")),
        sa.ForeignKeyConstraint(
            ["practice_id"], ["practices.id"], name=op.f("fk_ledger_entries_practice_id")
        ),
        sa.ForeignKeyConstraint(
            ["statement_id"], ["statements.id"], name=op.f("fk_ledger_entries_statement_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ledger_entries")),
        sa.UniqueConstraint("practice_id", "source", name="uq_ledger_entries_source"),
    )
    op.create_index(
        op.f("ix_ledger_entries_practice_id"), "ledger_entries", ["practice_id"], unique=False
    )
    op.create_index(
        "ix_ledger_entries_statement",
        "ledger_entries",
        ["practice_id", "statement_id"],
        unique=False,
    )
    op.create_table(
        "statement_lines",
        sa.Column("statement_id", sa.BigInteger(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("service_on", sa.Date()),
        sa.Column("description", sa.String(), nullable=False),
        sa.Column("code", sa.String()),
        sa.Column("charge_cents", sa.BigInteger(), nullable=False),
        sa.Column("insurance_cents", sa.BigInteger(), nullable=False),
        sa.Column("adjustment_cents", sa.BigInteger(), nullable=False),
        sa.Column("patient_paid_cents", sa.BigInteger(), nullable=False),
        sa.Column("practice_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.ForeignKeyConstraint(
            ["practice_id"], ["practices.id"], name=op.f("fk_statement_lines_practice_id")
        ),
        sa.ForeignKeyConstraint(
            ["statement_id"], ["statements.id"], name=op.f("fk_statement_lines_statement_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statement_lines")),
        sa.UniqueConstraint(
            "statement_id", "position", name=op.f("uq_statement_lines_statement_id_position")
        ),
    )
    op.create_index(
        op.f("ix_statement_lines_practice_id"), "statement_lines", ["practice_id"], unique=False
    )
    protect("accounts", "statements", "statement_lines", "ledger_entries", "holds")
    append_only("ledger_entries")


def downgrade() -> None:
    op.drop_table("statement_lines")
    op.drop_table("ledger_entries")
    op.drop_table("holds")
    op.drop_table("statements")
    op.drop_table("accounts")
