"""What a patient asked of a plan: its words can be erased, and it moves to their own thread."""

from alembic import op

from bot.migrations.tenancy import APP_ROLE, append_only

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """What it asked for stays as it was: kind, pack, day and practice."""
    op.execute(
        f"""
        DROP TRIGGER append_only ON plan_requests;
        CREATE TRIGGER append_only
            BEFORE DELETE OR UPDATE OF kind, pack, requested_at, practice_id ON plan_requests
            FOR EACH ROW EXECUTE FUNCTION refuse_change();
        GRANT UPDATE (said, conversation_id) ON plan_requests TO {APP_ROLE};
        """
    )


def downgrade() -> None:
    op.execute(
        f"""
        REVOKE UPDATE (said, conversation_id) ON plan_requests FROM {APP_ROLE};
        DROP TRIGGER append_only ON plan_requests;
        """
    )
    append_only("plan_requests")
