"""What every table of a practice gets: row-level security, and a role that does not own it."""

from alembic import op
from procrastinate.schema import SchemaManager

APP_ROLE = "tender_app"
APPEND_ONLY = (
    "ledger_entries", "audit_events", "decisions", "practice_settings", "plan_changes",
    "plan_requests",
)  # fmt: skip


def create_role() -> None:
    """The role that the program works under: it owns nothing and bypasses nothing."""
    op.execute(
        f"""
        DO $$ BEGIN
            IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{APP_ROLE}') THEN
                CREATE ROLE {APP_ROLE} NOLOGIN NOBYPASSRLS;
            END IF;
        END $$;
        GRANT {APP_ROLE} TO CURRENT_USER;
        GRANT USAGE ON SCHEMA public TO {APP_ROLE};
        """
    )


def protect(*tables: str) -> None:
    """Rows are seen and written only by a transaction that named their practice."""
    for table in tables:
        may = "SELECT, INSERT" if table in APPEND_ONLY else "SELECT, INSERT, UPDATE, DELETE"
        op.execute(
            f"""
            ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
            ALTER TABLE {table} FORCE ROW LEVEL SECURITY;
            CREATE POLICY own_practice ON {table}
                USING (practice_id = current_setting('tender.practice_id')::bigint)
                WITH CHECK (practice_id = current_setting('tender.practice_id')::bigint);
            GRANT {may} ON {table} TO {APP_ROLE};
            """
        )


def append_only(*tables: str) -> None:
    """Not even the owner changes or deletes a row."""
    op.execute(
        """
        CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;
        """
    )
    for table in tables:
        op.execute(
            f"""
            CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON {table}
                FOR EACH ROW EXECUTE FUNCTION refuse_change();
            """
        )


def open_directory() -> None:
    """Which practices exist is no secret between them; who their staff are is."""
    op.execute(
        f"""
        GRANT SELECT, INSERT, UPDATE ON practices, heartbeats TO {APP_ROLE};
        CREATE FUNCTION practices_of_staff(address text) RETURNS SETOF bigint
            LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
            $$ SELECT practice_id FROM staff WHERE email = lower(address) $$;
        REVOKE ALL ON FUNCTION practices_of_staff(text) FROM PUBLIC;
        GRANT EXECUTE ON FUNCTION practices_of_staff(text) TO {APP_ROLE};
        """
    )


def create_jobs() -> None:
    """Procrastinate's own tables; jobs carry ids only."""
    op.get_bind().exec_driver_sql(SchemaManager.get_schema().replace("%", "%%"))
    op.execute(
        f"""
        DO $$ DECLARE name text; BEGIN
            FOR name IN SELECT tablename FROM pg_tables WHERE tablename LIKE 'procrastinate%' LOOP
                EXECUTE format(
                    'GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO {APP_ROLE}', name);
            END LOOP;
        END $$;
        GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {APP_ROLE};
        """
    )
