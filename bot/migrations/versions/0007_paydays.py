"""When each patient's money comes, as they told it."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.add_column("patients", sa.Column("paydays", sa.String()))


def downgrade() -> None:
    op.drop_column("patients", "paydays")
