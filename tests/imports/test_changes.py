"""A later file: what changed, shrank or vanished is entered with its reason."""

from datetime import datetime

from bot.models import EntryKind, Practice
from bot.store import balances as balance_store
from bot.store.session import Database
from tests.imports import books
from tests.imports.conftest import Import
from tests.imports.sheets import bob, row

LAB = {"line_description": "Lab panel", "charge": "90", "insurance_paid": "0", "adjustment": "0",
       "patient_paid": "0"}  # fmt: skip


def pay(database: Database, practice_id: int, cents: int, now: datetime) -> None:
    """Through Tender."""
    person = books.patient(database, practice_id)
    with database.transaction(practice_id) as session:
        balance_store.enter_payment(session, practice_id, person.id, cents, f"pay:{cents}", now)


def test_a_lower_charge_is_one_adjustment_with_its_reason(
    database: Database, practice: Practice, bring: Import
) -> None:
    bring(row())
    report = bring(row(charge="250.00"))
    last = books.entries(database, practice.id)[-1]
    assert report.statements_adjusted == 1
    assert (last.kind, last.cents) == ("adjustment", -5000)
    assert last.note == "line 1: charge $300.00 -> $250.00 (balances file of 2026-03-11)"


def test_a_change_back_and_forth_is_entered_each_time(
    database: Database, practice: Practice, bring: Import
) -> None:
    for charge in ("300", "250", "300", "250", "250"):
        bring(row(charge=charge))
    assert books.balances(database, practice.id) == {"S1": 10000}
    assert len(books.entries(database, practice.id)) == 7


def test_what_the_patient_paid_at_the_practice_is_a_payment(
    database: Database, practice: Practice, bring: Import
) -> None:
    bring(row())
    bring(row(patient_paid="80"))
    last = books.entries(database, practice.id)[-1]
    assert (last.kind, last.cents) == ("payment", -3000)


def test_a_statement_that_shrank_is_adjusted(
    database: Database, practice: Practice, bring: Import
) -> None:
    bring(row(), row(**LAB))
    report = bring(row())
    last = books.entries(database, practice.id)[-1]
    assert report.statements_adjusted == 1
    assert (last.kind, last.cents) == ("adjustment", -9000)
    assert last.note == "lines no longer in the balances file of 2026-03-11"
    assert bring(row()).statements_same == 1


def test_a_statement_that_grew_gets_the_new_lines_entries(
    database: Database, practice: Practice, bring: Import
) -> None:
    bring(row())
    bring(row(**LAB), row())
    assert books.entries(database, practice.id)[-1].source == "import:S1:2:charge"
    assert books.balances(database, practice.id) == {"S1": 24000}


def test_a_vanished_statement_is_adjusted_when_its_account_is_in_the_file(
    database: Database, practice: Practice, bring: Import
) -> None:
    bring(row(), row(statement_id="S3"), bob())
    report = bring(row(statement_id="S3"))
    assert report.statements_adjusted == 1
    assert books.balances(database, practice.id) == {"S1": 0, "S2": 15000, "S3": 15000}
    assert books.entries(database, practice.id)[-1].note == (
        "statement no longer in the balances file of 2026-03-11"
    )


def test_a_statement_that_comes_back_is_owed_again(
    database: Database, practice: Practice, bring: Import
) -> None:
    both = (row(), row(statement_id="S3"))
    bring(*both)
    bring(row(statement_id="S3"))
    bring(*both)
    assert books.balances(database, practice.id) == {"S1": 15000, "S3": 15000}


def test_a_statement_with_a_bad_row_has_not_vanished(
    database: Database, practice: Practice, bring: Import
) -> None:
    bring(row(), row(statement_id="S3"))
    bring(row(charge="?"), row(statement_id="S3"))
    assert books.balances(database, practice.id) == {"S1": 15000, "S3": 15000}


def test_nothing_of_an_account_vanishes_when_a_row_names_no_statement(
    database: Database, practice: Practice, bring: Import
) -> None:
    bring(row(), row(statement_id="S3"))
    report = bring(row(statement_id=""), row(statement_id="S3"))
    assert [e.column for e in report.errors] == ["statement_id"]
    assert books.balances(database, practice.id) == {"S1": 15000, "S3": 15000}


def test_corrected_words_move_no_money(
    database: Database, practice: Practice, bring: Import
) -> None:
    bring(row())
    count = len(books.entries(database, practice.id))
    bring(row(line_description="Office visit, new patient"))
    assert len(books.entries(database, practice.id)) == count
    assert [line.description for line in books.lines(database, practice.id)] == [
        "Office visit, new patient"
    ]


def test_our_payment_shown_by_the_practices_books_is_not_counted_twice(
    database: Database, practice: Practice, bring: Import, now: datetime
) -> None:
    bring(row())
    pay(database, practice.id, 15000, now)
    bring(row(patient_paid="200"))
    assert books.balances(database, practice.id) == {"S1": 0}
    assert bring(row(patient_paid="200")).statements_same == 1


def test_a_payment_at_the_desk_counts_beside_ours(
    database: Database, practice: Practice, bring: Import, now: datetime
) -> None:
    bring(row())
    pay(database, practice.id, 10000, now)
    bring(row(patient_paid="200"))
    assert books.balances(database, practice.id) == {"S1": 0}
    assert books.entries(database, practice.id)[-1].cents == -5000


def test_a_statement_that_vanished_because_we_were_paid_is_no_credit(
    database: Database, practice: Practice, bring: Import, now: datetime
) -> None:
    bring(row())
    pay(database, practice.id, 15000, now)
    bring(row(statement_id="S3", service_date="2026-02-02"))
    assert books.balances(database, practice.id) == {"S1": 0, "S3": 15000}


def test_a_bill_sent_again_under_a_new_number_keeps_what_was_paid(
    database: Database, practice: Practice, bring: Import, now: datetime
) -> None:
    bring(row())
    pay(database, practice.id, 15000, now)
    for paid in ("50", "200", "200"):
        bring(row(statement_id="S9", patient_paid=paid))
        assert set(books.balances(database, practice.id).values()) == {0}


def test_a_refund_of_ours_shown_by_the_practices_books_is_not_counted_twice(
    database: Database, practice: Practice, bring: Import, now: datetime
) -> None:
    bring(row())
    pay(database, practice.id, 15000, now)
    bring(row(patient_paid="200"))
    with database.transaction(practice.id) as session:
        statement_id = books.lines(database, practice.id)[0].statement_id
        balance_store.enter(
            session, practice.id, statement_id, EntryKind.REFUND, 15000, "refund:1", now
        )
    bring(row(patient_paid="50"))
    assert books.balances(database, practice.id) == {"S1": 15000}


def test_new_days_of_a_statement_are_taken_over(
    database: Database, practice: Practice, bring: Import
) -> None:
    bring(row())
    assert bring(row(due_date="2026-04-30")).statements_adjusted == 1
    assert bring(row(due_date="2026-04-30")).statements_same == 1
