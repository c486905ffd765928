"""Batches of whole accounts, and what of a batch fits what is on record."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.imports.gathering import Account, Person, Sheet, Statement, good_statements
from bot.imports.report import RowError
from bot.store.imported_bills import KnownAccount
from bot.store.imported_people import KnownPerson

STATEMENTS_A_BATCH = 500

Bill = tuple[Account, list[Statement]]


@dataclass(frozen=True)
class Batch:
    """A statement that takes another's place is booked with it: nobody is billed twice between."""

    bills: tuple[Bill, ...]

    @property
    def rows(self) -> int:
        return sum(len(s.lines) for _, statements in self.bills for s in statements)

    @property
    def accounts(self) -> list[str]:
        return [account.external_id for account, _ in self.bills]

    @property
    def statements(self) -> list[str]:
        return [s.external_id for _, statements in self.bills for s in statements]

    @property
    def people(self) -> list[str]:
        """Patients and guarantors."""
        named = [a.patient for a, _ in self.bills] + [a.guarantor or "" for a, _ in self.bills]
        return list(dict.fromkeys(filter(None, named)))


def batches_of(sheet: Sheet, size: int = STATEMENTS_A_BATCH) -> Iterator[Batch]:
    batch: list[Bill] = []
    count = 0
    for account in sheet.accounts.values():
        statements = good_statements(sheet, account)
        if not statements:
            continue
        batch.append((account, statements))
        count += len(statements)
        if count >= size:
            yield Batch(tuple(batch))
            batch, count = [], 0
    if batch:
        yield Batch(tuple(batch))


def settled(
    sheet: Sheet,
    batch: Batch,
    known: Mapping[str, KnownPerson],
    accounts: Mapping[str, KnownAccount],
    homes: Mapping[str, str],
) -> tuple[list[Bill], list[Person], list[RowError]]:
    """The bills that fit, the people they need, and why the others stay out."""
    bills: list[Bill] = []
    errors: list[RowError] = []
    for account, statements in batch.bills:
        error = _misfit(sheet, account, known, accounts)
        if error:
            errors += [RowError(s.row, *error) for s in statements]
            continue
        fitting = [s for s in statements if homes.get(s.external_id, s.account) == s.account]
        errors += [
            RowError(s.row, "account_id", "differs from the account on record", "the same account")
            for s in statements
            if s not in fitting
        ]
        if fitting:
            bills.append((account, fitting))
    needed = dict.fromkeys(
        name for a, _ in bills for name in (a.patient, a.guarantor) if name in sheet.people
    )
    return bills, [sheet.people[name] for name in needed if name], errors


def _misfit(
    sheet: Sheet,
    account: Account,
    known: Mapping[str, KnownPerson],
    accounts: Mapping[str, KnownAccount],
) -> tuple[str, str, str] | None:
    """Column, problem, expected."""
    guarantor = account.guarantor
    if guarantor and guarantor not in sheet.people and guarantor not in known:
        return "guarantor_id", "names nobody", "a patient_id of this file or of the practice"
    before = accounts.get(account.external_id)
    patient = known.get(account.patient)
    if before and (patient is None or patient.id != before.patient_id):
        return "patient_id", "is not the patient on record of this account", "the same patient"
    return None
