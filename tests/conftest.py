"""Real PostgreSQL and Valkey, one pair a worker; the tables are emptied between tests."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml
from hypothesis import settings
from sqlalchemy import create_engine, text

from actions import registry
from bot.clock import Clock
from bot.embedded import forget, servers
from bot.gateways.memory import MemoryMail, MemoryPayments, MemorySms
from bot.migrate import migrate
from bot.models import Base, Practice
from bot.models.crypto import use_key
from bot.practice_settings import PracticeSettings
from bot.rules.cadence import cadences_from
from bot.rules.table import RuleTable
from bot.runtime import Runtime
from bot.settings import Settings, load_settings
from bot.store import practices
from bot.store.session import Database, sqlalchemy_url
from bot.wording import Wording, load_wording
from tests.ear import ScriptedEar
from tests.moving_clock import MovingClock
from tests.world import add_patient

# Speed is measured in benchmarks/, never asserted: a machine may be busy.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

pytest_plugins = ("tests.skips",)
DATA = Path(__file__).parent.parent / "data"
NOW = datetime(2026, 3, 11, 20, 0, tzinfo=UTC)  # a Wednesday, 3 pm in Austin


AFRESH = """
select setval(format('%I.%I', schemaname, sequencename)::regclass, 1, false)
from pg_sequences where schemaname = 'public'
"""  # every number counts from one again


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    home = tmp_path_factory.mktemp("home")
    named = {"TENDER_HOME": str(home), "SETTLE_SECONDS": "0", "LOOK_AFTER_SECONDS": "0"}
    careless = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")
    with servers(load_settings(named), careless) as reachable:
        migrate(reachable.database_url)
        use_key(reachable.field_key)
        yield reachable
    forget(home)


@pytest.fixture(scope="session")
def shared_database(settings: Settings) -> Iterator[Database]:
    database = Database(settings.database_url)
    yield database
    database.close()


@pytest.fixture
def database(shared_database: Database, settings: Settings) -> Database:
    """Empty. Row by row, past all triggers: to truncate every table takes thirty times as long."""
    engine = create_engine(sqlalchemy_url(settings.database_url))
    with engine.begin() as connection:
        connection.execute(text("set local session_replication_role = replica"))
        for name in (*Base.metadata.tables, "procrastinate_events", "procrastinate_jobs"):
            connection.execute(text(f"delete from {name}"))
        connection.execute(text(AFRESH))
    engine.dispose()
    return shared_database


@pytest.fixture(scope="session")
def wording() -> Wording:
    return load_wording()


@pytest.fixture
def clock() -> Clock:
    return MovingClock(NOW)


@pytest.fixture
def runtime(settings: Settings, database: Database, clock: Clock, wording: Wording) -> Runtime:
    return Runtime(
        settings=settings,
        clock=clock,
        database=database,
        registry=registry(),
        wording=wording,
        rules=RuleTable.from_parsed(yaml.safe_load((DATA / "rules.yml").read_text())),
        cadences=cadences_from(yaml.safe_load((DATA / "cadences.yml").read_text())),
        ear=ScriptedEar(),
        sms=MemorySms(),
        payments=MemoryPayments(),
        mail=MemoryMail(),
    )


@pytest.fixture
def practice(database: Database, clock: Clock) -> Practice:
    return make_practice(database, clock, "cedar", "+15125550100")


@pytest.fixture
def patient_id(runtime: Runtime, practice: Practice) -> int:
    """Alice, who owes $220.00."""
    return add_patient(runtime, practice.id)


def make_practice(database: Database, clock: Clock, slug: str, number: str) -> Practice:
    with database.directory() as session:
        row = practices.add(
            session,
            Practice(
                slug=slug,
                name=f"{slug.title()} Clinic",
                sender_name=f"{slug.title()} Clinic",
                number=number,
                phone="(512) 555-0199",
                timezone="America/Chicago",
                state="TX",
                relationship="first_party",
                created_at=clock.now(),
            ),
        )
    with database.transaction(row.id) as session:
        practices.save_settings(session, row.id, PracticeSettings(), "test", clock.now())
    return row


def with_settings(runtime: Runtime, practice_id: int, **changes: object) -> None:
    with runtime.database.transaction(practice_id) as session:
        current = practices.settings_of(session, practice_id)
        changed = replace(current, **changes)  # type: ignore[arg-type]
        practices.save_settings(session, practice_id, changed, "test", runtime.clock.now())


def in_state(runtime: Runtime, practice_id: int, state: str | None) -> None:
    with runtime.database.transaction(practice_id) as session:
        practices.get(session, practice_id).state = state
