"""A yes belongs to its number; a file never brings back what a patient refused."""

from datetime import UTC, datetime, timedelta

from bot.models import Consent, Practice
from bot.models.crypto import blind_index
from bot.store import consents as consent_store
from bot.store import patients
from bot.store.session import Database
from tests.imports import books
from tests.imports.conftest import Import
from tests.imports.sheets import row

PHONE, OTHER = "+15125550101", "+15125550177"


def in_force(database: Database, practice_id: int, phone: str = PHONE) -> list[Consent]:
    return [c for c in books.consents(database, practice_id, phone) if c.revoked_at is None]


def test_a_consent_is_kept_with_its_source_and_moment(
    database: Database, practice: Practice, bring: Import
) -> None:
    bring(row())
    (consent,) = in_force(database, practice.id)
    assert (consent.source, consent.given_at, consent.unencrypted_ok) == (
        "intake form", datetime(2026, 1, 5, 6, tzinfo=UTC), True,
    )  # fmt: skip


def test_without_a_moment_there_is_no_consent(
    database: Database, practice: Practice, bring: Import
) -> None:
    bring(row(sms_consent_at=""))
    assert books.consents(database, practice.id) == []


def test_a_consent_to_unencrypted_texts_is_never_guessed(
    database: Database, practice: Practice, bring: Import
) -> None:
    bring(row(unencrypted_ok=""))
    assert [c.unencrypted_ok for c in in_force(database, practice.id)] == [False]


def test_taking_back_unencrypted_texts_takes_effect(
    database: Database, practice: Practice, bring: Import
) -> None:
    bring(row())
    bring(row(unencrypted_ok="no"))
    assert [c.unencrypted_ok for c in in_force(database, practice.id)] == [False]
    assert len(books.consents(database, practice.id)) == 2


def test_a_new_number_needs_a_yes_of_its_own(
    database: Database, practice: Practice, bring: Import
) -> None:
    bring(row())
    bring(row(phone=OTHER))
    assert books.patient(database, practice.id).phone_key == blind_index(OTHER)
    assert (len(in_force(database, practice.id)), in_force(database, practice.id, OTHER)) == (1, [])
    bring(row(phone=OTHER, sms_consent_at="2026-03-10"))
    assert len(in_force(database, practice.id, OTHER)) == 1


def test_a_yes_older_than_the_stop_does_not_undo_it(
    database: Database, practice: Practice, bring: Import, now: datetime
) -> None:
    bring(row())
    stopped_at = now - timedelta(days=2)
    with database.transaction(practice.id) as session:
        patients.opt_out(session, practice.id, blind_index(PHONE), "STOP", stopped_at)
        consent_store.revoke(session, practice.id, blind_index(PHONE), stopped_at)
    bring(row())
    assert in_force(database, practice.id) == []


def test_a_yes_given_after_the_no_counts(
    database: Database, practice: Practice, bring: Import, now: datetime
) -> None:
    bring(row())
    with database.transaction(practice.id) as session:
        consent_store.revoke(session, practice.id, blind_index(PHONE), now - timedelta(days=2))
    bring(row(sms_consent_at="2026-03-10"))
    assert len(in_force(database, practice.id)) == 1


def test_a_number_that_is_not_theirs_is_never_linked_again(
    database: Database, practice: Practice, bring: Import, now: datetime
) -> None:
    bring(row(phone=OTHER))
    person = books.patient(database, practice.id)
    with database.transaction(practice.id) as session:
        known = patients.as_person(patients.get(session, practice.id, person.id))
        patients.suppress(session, practice.id, [known], blind_index(PHONE), now)
    report = bring(row(phone=PHONE, sms_consent_at="2026-03-10"))
    assert report.numbers_suppressed == 1
    assert books.patient(database, practice.id).phone == OTHER
    assert books.consents(database, practice.id) == []
