"""Practices are apart in the database itself."""

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError

from bot.migrate import config
from bot.models import Base, Correction, Patient, Practice, PracticeRow
from bot.runtime import Runtime
from bot.settings import Settings
from bot.store import conversations, corrections, messages, staff
from bot.store.session import Database, sqlalchemy_url
from tests.conftest import make_practice
from tests.world import Cast, add_patient


@pytest.fixture
def elsewhere(database: Database, runtime: Runtime) -> Practice:
    return make_practice(database, runtime.clock, "maple", "+15125550200")


def test_every_table_of_a_practice_is_protected(settings: Settings, database: Database) -> None:
    engine = create_engine(sqlalchemy_url(settings.database_url))
    ours = {
        mapper.local_table.name
        for mapper in Base.registry.mappers
        if issubclass(mapper.class_, PracticeRow)
    }
    with engine.connect() as connection:
        protected = set(
            connection.scalars(
                text("select relname from pg_class where relrowsecurity and relforcerowsecurity")
            )
        )
    engine.dispose()
    assert len(ours) > 20
    assert ours - protected == set()


def test_a_practice_does_not_see_another_ones_patients(
    runtime: Runtime, practice: Practice, elsewhere: Practice
) -> None:
    add_patient(runtime, practice.id, Cast(name="Alice Moreno"))
    add_patient(runtime, elsewhere.id, Cast(name="Charlie Stone", phone="+15125550301"))
    with runtime.database.transaction(practice.id) as session:
        names = [patient.first_name for patient in session.query(Patient)]
    assert names == ["Alice"]


def test_a_row_for_another_practice_is_refused(
    runtime: Runtime, practice: Practice, elsewhere: Practice
) -> None:
    with pytest.raises(DBAPIError), runtime.database.transaction(practice.id) as session:
        session.execute(
            text(
                "insert into opt_outs (practice_id, phone_key, source, opted_out_at)"
                " values (:id, 'x', 'test', now())"
            ),
            {"id": elsewhere.id},
        )


def test_without_a_practice_nothing_is_seen(runtime: Runtime, practice: Practice) -> None:
    add_patient(runtime, practice.id)
    with runtime.database.directory() as session:
        assert session.query(Patient).count() == 0


def test_the_program_owns_nothing(runtime: Runtime, practice: Practice) -> None:
    with pytest.raises(DBAPIError), runtime.database.transaction(practice.id) as session:
        session.execute(text("alter table patients disable row level security"))


@pytest.mark.parametrize("change", ["update ledger_entries set cents = 1", "delete from decisions"])
def test_what_is_booked_is_not_changed(
    settings: Settings, runtime: Runtime, practice: Practice, change: str
) -> None:
    """Not even by the tables' owner."""
    add_patient(runtime, practice.id)
    with runtime.database.transaction(practice.id) as session, pytest.raises(DBAPIError):
        session.execute(text(change))
    engine = create_engine(sqlalchemy_url(settings.database_url))
    if change.startswith("update"):
        with engine.connect() as connection, pytest.raises(DBAPIError):
            connection.execute(text(change))
    engine.dispose()


def test_contact_fields_cannot_be_read_in_the_database(
    settings: Settings, runtime: Runtime, practice: Practice
) -> None:
    add_patient(runtime, practice.id)
    engine = create_engine(sqlalchemy_url(settings.database_url))
    with engine.connect() as connection:
        stored = connection.execute(text("select phone, birth_date, zip, phone_key from patients"))
        everything = " ".join(str(value) for value in stored.one())
    engine.dispose()
    assert "5550101" not in everything
    assert "1980" not in everything
    assert "78701" not in everything


def test_models_and_migrations_agree(settings: Settings, database: Database) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    engine = create_engine(sqlalchemy_url(settings.database_url))
    with engine.connect() as connection:
        assert config(connection)
        context = MigrationContext.configure(
            connection,
            opts={
                "include_name": lambda name, kind, _: (
                    kind != "table" or not str(name).startswith(("procrastinate", "alembic"))
                )
            },
        )
        differences = compare_metadata(context, Base.metadata)
    engine.dispose()
    assert differences == []


def test_corrections_are_kept_and_settled_practice_by_practice(
    runtime: Runtime, practice: Practice, elsewhere: Practice
) -> None:
    ours = correct(runtime, practice.id, "+15125550101", "SM1")
    theirs = correct(runtime, elsewhere.id, "+15125550301", "SM2")
    with runtime.database.transaction(practice.id) as session:
        assert corrections.withdraw(session, practice.id, theirs, runtime.clock.now()) is None
        assert corrections.withdraw(session, elsewhere.id, theirs, runtime.clock.now()) is None
        corrections.settle(session, practice.id, {ours, theirs}, runtime.clock.now())
        assert [row.state for row in session.query(Correction)] == ["learned"]
    with runtime.database.transaction(elsewhere.id) as session:
        assert [row.state for row in session.query(Correction)] == ["new"]


def correct(
    runtime: Runtime,
    practice_id: int,
    phone: str,
    sid: str,
    words: str = "hello",
    means: str = "greet",
) -> int:
    """A text of that number, corrected; the correction's id."""
    now = runtime.clock.now()
    with runtime.database.transaction(practice_id) as session:
        colleague = staff.add(session, practice_id, f"{sid}@x.example", "Kim", "staff", now)
        thread = conversations.of_number(session, practice_id, phone, "en", now)
        text_id = messages.receive(session, practice_id, thread.id, words, [], sid, now)
        assert text_id is not None
        made = corrections.save(session, practice_id, text_id, words, [means], colleague.id, now)
    assert made is not None
    return made
