"""What a mail is of and whether as a file; which card pays a plan, by its last four digits."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    op.add_column(
        "mailings", sa.Column("kind", sa.String(), nullable=False, server_default="statement")
    )
    op.alter_column("mailings", "kind", server_default=None)
    op.add_column(
        "mailings", sa.Column("as_file", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    op.alter_column("mailings", "as_file", server_default=None)
    # The job of a mailing that waits has another name from here on.
    op.execute(
        "update procrastinate_jobs set task_name = 'send_mail'"
        " where task_name = 'mail_statement' and status = 'todo'"
    )
    op.add_column("payment_plans", sa.Column("card_brand", sa.String()))
    op.add_column("payment_plans", sa.Column("card_last4", sa.String()))
    op.create_check_constraint(
        op.f("ck_payment_plans_last_four_only"), "payment_plans", "card_last4 ~ '^[0-9]{4}$'"
    )


def downgrade() -> None:
    op.drop_column("payment_plans", "card_last4")
    op.drop_column("payment_plans", "card_brand")
    op.drop_column("mailings", "as_file")
    op.drop_column("mailings", "kind")
