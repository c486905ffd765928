"""A file becomes patients, accounts, statements, lines and ledger entries, once."""

from datetime import date

from bot.imports import ImportReport
from bot.models import Practice
from bot.store.session import Database
from tests.imports import books
from tests.imports.conftest import Import
from tests.imports.sheets import bob, row


def test_every_part_of_a_line_is_an_entry_of_its_own(
    database: Database, practice: Practice, bring: Import
) -> None:
    bring(row())
    found = [(e.kind, e.cents, e.source) for e in books.entries(database, practice.id)]
    assert found == [
        ("charge", 30000, "import:S1:1:charge"),
        ("insurance", -8000, "import:S1:1:insurance"),
        ("adjustment", -2000, "import:S1:1:adjustment"),
        ("payment", -5000, "import:S1:1:patient_paid"),
    ]


def test_zero_amounts_make_no_entry(database: Database, practice: Practice, bring: Import) -> None:
    bring(row(insurance_paid="0", adjustment="", patient_paid="0.00"))
    assert [e.kind for e in books.entries(database, practice.id)] == ["charge"]


def test_the_report_counts_what_came_in(bring: Import) -> None:
    report = bring(row(), row(line_description="Lab panel"), bob())
    assert report == ImportReport(
        statements_new=2, patients_new=2, consents_new=2, lines=3, rows=3, encoding="utf-8"
    )


def test_the_patient_is_kept_as_told(database: Database, practice: Practice, bring: Import) -> None:
    bring(row())
    patient = books.patient(database, practice.id)
    assert (patient.first_name, patient.birth_date, patient.zip, patient.phone) == (
        "Alice", date(1980, 3, 14), "78701", "+15125550101",
    )  # fmt: skip


def test_the_same_file_twice_changes_nothing(
    database: Database, practice: Practice, bring: Import
) -> None:
    rows = (row(), row(line_description="Lab panel"), row(), bob())
    bring(*rows)
    before = books.sizes(database, practice.id)
    report = bring(*rows)
    assert report == ImportReport(statements_same=2, lines=4, rows=4, encoding="utf-8")
    assert books.sizes(database, practice.id) == before


def test_rows_in_another_order_change_nothing(
    database: Database, practice: Practice, bring: Import
) -> None:
    rows = (row(), row(line_description="Lab panel", charge="40"), bob())
    bring(*rows)
    before = books.sizes(database, practice.id)
    assert bring(*reversed(rows)).statements_same == 2
    assert books.sizes(database, practice.id) == before


def test_a_dry_run_reports_the_same_and_writes_nothing(
    database: Database, practice: Practice, bring: Import
) -> None:
    dry = bring(row(), bob(charge="abc"), dry_run=True)
    assert set(books.sizes(database, practice.id).values()) == {0}
    assert dry == bring(row(), bob(charge="abc"))


def test_a_known_patients_change_is_taken_over(
    database: Database, practice: Practice, bring: Import
) -> None:
    bring(row())
    report = bring(row(last_name="Moreno Diaz", language="es"))
    patient = books.patient(database, practice.id)
    assert (report.patients_changed, patient.last_name, patient.language) == (
        1, "Moreno Diaz", "es",
    )  # fmt: skip


def test_a_blank_cell_takes_nothing_away(
    database: Database, practice: Practice, bring: Import
) -> None:
    bring(row())
    report = bring(row(phone="", email="", zip="", date_of_birth="", language=""))
    assert report.patients_changed == 0
    assert books.patient(database, practice.id).phone == "+15125550101"


def test_a_child_is_answered_for_by_the_guarantor(
    database: Database, practice: Practice, bring: Import
) -> None:
    child = row(patient_id="P3", first_name="Leo", guarantor_id="P1", account_id="A3",
                statement_id="S3", date_of_birth="2018-05-01")  # fmt: skip
    bring(child, row())
    parent = books.patient(database, practice.id, "P1")
    leo = books.patient(database, practice.id, "P3")
    account = books.account(database, practice.id, "A3")
    assert (account.patient_id, account.guarantor_id) == (leo.id, parent.id)
    assert leo.guarantor_id == parent.id
    assert [c.patient_id for c in books.consents(database, practice.id)] == [parent.id]


def test_a_guarantor_may_be_known_from_an_earlier_file(
    database: Database, practice: Practice, bring: Import
) -> None:
    bring(row())
    report = bring(bob(guarantor_id="P1"))
    parent = books.patient(database, practice.id, "P1")
    assert report.errors == ()
    assert books.account(database, practice.id, "A2").guarantor_id == parent.id


def test_a_guarantor_without_bills_is_introduced_by_a_row_without_a_statement(
    database: Database, practice: Practice, bring: Import
) -> None:
    blank = dict.fromkeys(
        ("account_id", "statement_id", "statement_date", "due_date", "service_date",
         "line_description", "line_code", "charge", "insurance_paid", "adjustment",
         "patient_paid"), "",
    )  # fmt: skip
    report = bring(bob(guarantor_id="P1"), row(**blank))
    parent = books.patient(database, practice.id, "P1")
    assert report.errors == ()
    assert books.account(database, practice.id, "A2").guarantor_id == parent.id
    assert len(books.consents(database, practice.id)) == 1


def test_an_unknown_guarantor_keeps_the_statement_out(
    database: Database, practice: Practice, bring: Import
) -> None:
    report = bring(row(), bob(guarantor_id="P9"))
    assert [(e.row, e.column) for e in report.errors] == [(3, "guarantor_id")]
    assert report.statements_new == report.patients_new == 1


def test_an_account_is_never_given_to_another_patient(
    database: Database, practice: Practice, bring: Import
) -> None:
    bring(row())
    report = bring(bob(account_id="A1"))
    assert [(e.row, e.column) for e in report.errors] == [(2, "patient_id")]
    assert books.balances(database, practice.id) == {"S1": 15000}


def test_a_statement_is_never_moved_to_another_account(
    database: Database, practice: Practice, bring: Import
) -> None:
    bring(row(), bob())
    report = bring(bob(statement_id="S1"), row(statement_id="S3"))
    assert (2, "account_id") in [(e.row, e.column) for e in report.errors]
    assert "S1" in books.balances(database, practice.id)


def test_another_practice_sees_nothing_of_it(
    database: Database, practice: Practice, bring: Import
) -> None:
    bring(row())
    assert set(books.sizes(database, practice.id + 1).values()) == {0}
