"""One row of text into what it tells of a person and of a statement line, or into its errors."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.imports.columns import BILL, PERSON, REQUIRED
from bot.imports.reading import Row
from bot.imports.report import RowError
from bot.imports.values import PARSERS, Desk
from bot.store.billed import Amounts, Line

EXPECTED = {
    "patient_id": "the practice's own number of the patient",
    "account_id": "the practice's own number of the account",
    "statement_id": "the practice's own number of the statement",
    "statement_date": "YYYY-MM-DD",
    "charge": "dollars like 1240.50",
}


@dataclass(frozen=True, slots=True)
class Billed:
    """A statement line with the statement and the account it stands on."""

    account: str
    guarantor: str | None
    statement: str
    statement_on: date
    due_on: date | None
    line: Line


@dataclass(frozen=True, slots=True)
class Checked:
    """`person` is empty and `billed` None where the row was wrong about them.

    A row that only introduces a person (a parent without bills) tells of no statement.
    """

    number: int
    patient: str
    account: str
    statement: str
    introduces: bool
    person: dict[str, Any]
    billed: Billed | None
    errors: tuple[RowError, ...]


def check(row: Row, desk: Desk) -> Checked:
    introduces = not any(row.values.get(name) for name in BILL)
    about_row, row_errors = _parsed(row, ("practice", "guarantor_id"), desk)
    person, person_errors = _parsed(row, PERSON, desk)
    bill, bill_errors = ({}, []) if introduces else _parsed(row, BILL, desk)
    errors = (*_spilled(row), *row_errors, *person_errors, *bill_errors)
    whole = not errors and not introduces
    return Checked(
        number=row.number,
        patient=row.values.get("patient_id", ""),
        account=row.values.get("account_id", ""),
        statement=row.values.get("statement_id", ""),
        introduces=introduces,
        person={} if row.spilled or row_errors or person_errors else person,
        billed=_billed(bill, about_row.get("guarantor_id"), person) if whole else None,
        errors=errors,
    )


def _parsed(row: Row, columns: Iterable[str], desk: Desk) -> tuple[dict[str, Any], list[RowError]]:
    """Blank cells of columns that may be blank are left out."""
    values: dict[str, Any] = {}
    errors = []
    for column in columns:
        text = row.values.get(column, "")
        try:
            if text:
                values[column] = PARSERS[column](text, desk)
            elif column in REQUIRED:
                raise ValueError(f"is empty; expected {EXPECTED.get(column, 'some words')}")
        except ValueError as fault:
            problem, _, expected = str(fault).partition("; expected ")
            errors.append(RowError(row.number, column, problem, expected))
    return values, errors


def _spilled(row: Row) -> Iterable[RowError]:
    if row.spilled:
        problem = f"has {row.spilled} more cells than the header"
        yield RowError(row.number, "row", problem, "quotes around a value that holds the delimiter")


def _billed(bill: dict[str, Any], guarantor: str | None, person: dict[str, Any]) -> Billed:
    return Billed(
        account=bill["account_id"],
        guarantor=None if guarantor == person["patient_id"] else guarantor,
        statement=bill["statement_id"],
        statement_on=bill["statement_date"],
        due_on=bill.get("due_date"),
        line=Line(
            service_on=bill.get("service_date"),
            description=bill["line_description"],
            code=bill.get("line_code"),
            amounts=Amounts(
                charge=bill["charge"],
                insurance=bill.get("insurance_paid", 0),
                adjustment=bill.get("adjustment", 0),
                patient_paid=bill.get("patient_paid", 0),
            ),
        ),
    )
