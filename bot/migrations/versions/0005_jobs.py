"""The job queue's own tables."""

from bot.migrations.tenancy import create_jobs

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    create_jobs()


def downgrade() -> None:
    raise NotImplementedError("the queue's tables go with the database")
