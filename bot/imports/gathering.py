"""The whole file: its people, accounts and statements, and what does not fit together."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bot.imports.checking import Billed, Checked
from bot.imports.report import RowError
from bot.store.billed import Line, ToldStatement


@dataclass
class Person:
    """What all rows of one patient tell together; a blank cell tells nothing."""

    external_id: str
    told: dict[str, Any] = field(default_factory=dict)
    told_in: dict[str, int] = field(default_factory=dict)
    guarantor: str | None = None
    answers_for_self: bool = False


@dataclass
class Account:
    """`guarantor` None: the patient answers for it."""

    external_id: str
    patient: str
    guarantor: str | None
    row: int
    statements: dict[str, "Statement"] = field(default_factory=dict)


@dataclass
class Statement:
    """`is_bad`: a row of it is wrong, so all of it stays out."""

    external_id: str
    account: str
    row: int
    statement_on: date
    due_on: date | None
    lines: list[Line] = field(default_factory=list)
    is_bad: bool = False

    def as_told(self) -> ToldStatement:
        return ToldStatement(
            self.external_id, self.account, self.statement_on, self.due_on, tuple(self.lines)
        )


@dataclass
class Sheet:
    """`named`: every statement the file speaks of, also badly. `unclear`: accounts with a row
    whose statement is not known, so that none of theirs can be called vanished."""

    people: dict[str, Person] = field(default_factory=dict)
    accounts: dict[str, Account] = field(default_factory=dict)
    named: dict[str, Statement | None] = field(default_factory=dict)
    bad: set[str] = field(default_factory=set)
    unclear: set[str] = field(default_factory=set)
    errors: list[RowError] = field(default_factory=list)
    rows: int = 0


def gather(rows: Iterable[Checked]) -> Sheet:
    sheet = Sheet()
    for row in rows:
        sheet.rows += 1
        errors = [*row.errors, *_take_person(sheet, row)]
        if row.billed is not None:
            errors += _take_line(sheet, row.number, row.patient, row.billed)
        elif not row.statement and row.account:
            sheet.unclear.add(row.account)
        if row.statement:
            sheet.named.setdefault(row.statement, None)
        if errors:
            sheet.errors += errors
            sheet.bad.add(row.statement)
    return sheet


def good_statements(sheet: Sheet, account: Account) -> list[Statement]:
    return [s for s in account.statements.values() if s.external_id not in sheet.bad]


def _take_person(sheet: Sheet, row: Checked) -> Iterator[RowError]:
    """The first value told counts; a row that contradicts it is wrong."""
    if not row.person:
        return
    person = sheet.people.setdefault(row.patient, Person(row.patient))
    for column, value in row.person.items():
        if person.told.setdefault(column, value) != value:
            yield _differs(row.number, column, "patient", person.told_in[column])
        person.told_in.setdefault(column, row.number)
    if row.billed is None:
        person.answers_for_self |= row.introduces
        return
    person.answers_for_self |= row.billed.guarantor is None
    person.guarantor = person.guarantor or row.billed.guarantor


def _take_line(sheet: Sheet, row: int, patient: str, billed: Billed) -> Iterator[RowError]:
    account = sheet.accounts.setdefault(
        billed.account, Account(billed.account, patient, billed.guarantor, row)
    )
    if account.patient != patient:
        yield _differs(row, "patient_id", "account", account.row)
    if account.guarantor != billed.guarantor:
        yield _differs(row, "guarantor_id", "account", account.row)
    statement = sheet.named.get(billed.statement)
    if statement is None:
        statement = Statement(
            billed.statement, billed.account, row, billed.statement_on, billed.due_on
        )
        sheet.named[billed.statement] = account.statements[billed.statement] = statement
    statement.due_on = statement.due_on or billed.due_on
    for column, known, told in (
        ("account_id", statement.account, billed.account),
        ("statement_date", statement.statement_on, billed.statement_on),
        ("due_date", statement.due_on, billed.due_on or statement.due_on),
    ):
        if known != told:
            yield _differs(row, column, "statement", statement.row)
    statement.lines.append(billed.line)


def _differs(row: int, column: str, of_what: str, first: int) -> RowError:
    return RowError(row, column, f"differs from row {first}", f"one value for one {of_what}")
