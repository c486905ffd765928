"""A wrong row is named by its number, column, problem and what is expected; good ones come in."""

import dataclasses
import json

import pytest

from bot.imports import RowError
from bot.models import Practice
from bot.store.session import Database
from tests.imports import books
from tests.imports.conftest import Import
from tests.imports.sheets import bob, row

NO_AMOUNT = "dollars like 1240.50"
WRONG = [
    ("patient_id", "", "is empty"),
    ("first_name", "", "is empty"),
    ("last_name", "", "is empty"),
    ("last_name", "x" * 201, "is 201 characters long"),
    ("date_of_birth", "03/14/1980", "is no day"),
    ("date_of_birth", "2027-01-01", "is no birthday"),
    ("date_of_birth", "1980-02-30", "is no day"),
    ("zip", "7870A", "is no ZIP code"),
    ("phone", "555-0101", "is no phone number"),
    ("phone", "512-555-0101 or 512-555-0102", "is no phone number"),
    ("email", "alice at example", "is no e-mail address"),
    ("language", "french", "'french' is not spoken here"),
    ("guarantor_id", "P9", "names nobody"),
    ("sms_consent_at", "last year", "'last year' is no moment"),
    ("sms_consent_at", "2026-03-12", "'2026-03-12' is still to come"),
    ("unencrypted_ok", "maybe", "'maybe' is no answer"),
    ("account_id", "", "is empty"),
    ("statement_id", "", "is empty"),
    ("statement_date", "", "is empty"),
    ("statement_date", "10.02.2026", "'10.02.2026' is no day"),
    ("statement_date", "2062-02-10", "'2062-02-10' is far off"),
    ("due_date", "soon", "'soon' is no day"),
    ("service_date", "2026-13-01", "'2026-13-01' is no day"),
    ("line_description", "", "is empty"),
    ("charge", "", "is empty"),
    ("charge", "12.345", "'12.345' is not an amount"),
    ("charge", "-5.00", "'-5.00' is below zero"),
    ("insurance_paid", "1.240,50", "'1.240,50' is not an amount"),
    ("adjustment", "(20.00)", "'(20.00)' is not an amount"),
    ("patient_paid", "fifty", "'fifty' is not an amount"),
]


@pytest.mark.parametrize(("column", "text", "problem"), WRONG)
def test_a_wrong_cell_keeps_its_statement_out_and_no_other(
    database: Database, practice: Practice, bring: Import, column: str, text: str, problem: str
) -> None:
    report = bring(row(**{column: text}), bob())
    assert [(e.row, e.column, e.problem) for e in report.errors] == [(2, column, problem)]
    assert report.errors[0].expected
    assert books.balances(database, practice.id) == {"S2": 15000}


@pytest.mark.parametrize("text", ["1,234.50", "$1,234.50", "1234.5", " 1234.50 "])
def test_amounts_are_read_as_people_write_them(
    database: Database, practice: Practice, bring: Import, text: str
) -> None:
    bring(row(charge=text, insurance_paid="", adjustment="", patient_paid="$12"))
    assert books.balances(database, practice.id) == {"S1": 123450 - 1200}


def test_the_other_lines_of_a_bad_rows_statement_stay_out_too(
    database: Database, practice: Practice, bring: Import
) -> None:
    report = bring(row(), row(charge="x"), row(), bob())
    assert [e.row for e in report.errors] == [3]
    assert books.balances(database, practice.id) == {"S2": 15000}


def test_every_problem_of_a_row_is_told_at_once(bring: Import) -> None:
    report = bring(row(zip="x", charge="y"))
    assert [e.column for e in report.errors] == ["charge", "zip"]
    assert report.errors[0] == RowError(2, "charge", "'y' is not an amount", NO_AMOUNT)


def test_a_contact_field_is_never_repeated_in_a_problem(bring: Import) -> None:
    report = bring(row(phone="555-0133-9", zip="7870A", email="alice@", date_of_birth="1980/3/14"))
    said = json.dumps(dataclasses.asdict(report))
    assert not any(text in said for text in ("555-0133", "7870A", "alice@", "1980/3/14"))


@pytest.mark.parametrize(
    ("column", "text"),
    [("phone", "512-555-0177"), ("first_name", "Alicia"), ("unencrypted_ok", "no")],
)
def test_rows_that_contradict_each_other_about_a_patient_are_refused(
    bring: Import, column: str, text: str
) -> None:
    report = bring(row(), row(statement_id="S3", **{column: text}))
    assert report.errors == (
        RowError(3, column, "differs from row 2", "one value for one patient"),
    )
    assert report.statements_new == 1


@pytest.mark.parametrize(
    ("column", "text"), [("statement_date", "2026-02-11"), ("account_id", "A7")]
)
def test_rows_that_contradict_each_other_about_a_statement_are_refused(
    bring: Import, column: str, text: str
) -> None:
    report = bring(row(), row(**{column: text}))
    assert [(e.row, e.column) for e in report.errors] == [(3, column)]
    assert report.statements_new == 0


def test_a_row_of_another_practice_is_refused(bring: Import) -> None:
    report = bring(row(practice="cedar"), bob(practice="maple"))
    assert [(e.row, e.column) for e in report.errors] == [(3, "practice")]
    assert report.statements_new == 1
