"""What a patient told us is not undone by a file that says what it said before."""

from datetime import datetime

import pytest

from bot.models import Practice
from bot.store import patients
from bot.store.session import Database
from tests.imports import books
from tests.imports.conftest import Import
from tests.imports.sheets import row

OLD, NEW, NEWEST = "alice@example.org", "alice.new@example.com", "a.moreno@example.net"


def told(database: Database, practice_id: int, field: str, value: str, now: datetime) -> None:
    patient = books.patient(database, practice_id)
    with database.transaction(practice_id) as session:
        patients.tell(session, practice_id, patient.id, field, value, now)


@pytest.mark.parametrize(("field", "old", "new"), [("email", OLD, NEW), ("language", "en", "es")])
def test_the_next_file_leaves_it(
    database: Database, practice: Practice, bring: Import, now: datetime,
    field: str, old: str, new: str,
) -> None:  # fmt: skip
    bring(row(**{field: old}))
    told(database, practice.id, field, new, now)
    report = bring(row(**{field: old}))
    assert getattr(books.patient(database, practice.id), field) == new
    assert (report.patients_changed, report.kept_as_told) == (0, 1)


@pytest.mark.parametrize(
    ("field", "old", "new", "newer"), [("email", OLD, NEW, NEWEST), ("language", "es", "en", "en")]
)
def test_a_file_that_changes_it_afterwards_wins_and_stays(
    database: Database, practice: Practice, bring: Import, now: datetime,
    field: str, old: str, new: str, newer: str,
) -> None:  # fmt: skip
    bring(row(**{field: old}))
    told(database, practice.id, field, new, now)
    bring(row(**{field: newer}))
    assert getattr(books.patient(database, practice.id), field) == newer
    bring(row(**{field: old}))
    assert getattr(books.patient(database, practice.id), field) == old


def test_a_file_that_had_none_and_has_one_now_wins(
    database: Database, practice: Practice, bring: Import, now: datetime
) -> None:
    bring(row(email=""))
    told(database, practice.id, "email", NEW, now)
    bring(row(email=""))
    assert books.patient(database, practice.id).email == NEW
    bring(row(email=OLD))
    assert books.patient(database, practice.id).email == OLD


def test_told_twice_the_last_word_stands(
    database: Database, practice: Practice, bring: Import, now: datetime
) -> None:
    bring(row(email=OLD))
    told(database, practice.id, "email", NEW, now)
    told(database, practice.id, "email", NEWEST, now)
    bring(row(email=OLD))
    assert books.patient(database, practice.id).email == NEWEST


def test_the_rest_of_the_row_comes_in_all_the_same(
    database: Database, practice: Practice, bring: Import, now: datetime
) -> None:
    bring(row(email=OLD))
    told(database, practice.id, "email", NEW, now)
    report = bring(row(email=OLD, zip="78702"))
    patient = books.patient(database, practice.id)
    assert (patient.email, patient.zip, report.patients_changed) == (NEW, "78702", 1)


def test_the_same_file_twice_changes_nothing_of_it(
    database: Database, practice: Practice, bring: Import, now: datetime
) -> None:
    bring(row(email=OLD))
    told(database, practice.id, "email", NEW, now)
    bring(row(email=NEWEST))
    before = books.sizes(database, practice.id)
    assert bring(row(email=NEWEST)).patients_changed == 0
    assert books.sizes(database, practice.id) == before


def test_what_the_file_has_is_kept_as_a_fingerprint_alone(
    database: Database, practice: Practice, bring: Import, now: datetime
) -> None:
    bring(row(email=OLD))
    told(database, practice.id, "email", NEW, now)
    assert OLD not in str(books.patient(database, practice.id).told)
