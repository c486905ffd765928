"""What a mail is of."""

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


def downgrade() -> None:
    op.drop_column("mailings", "as_file")
    op.drop_column("mailings", "kind")
