"""Accounts and statements of a batch, and what each change enters in the ledger."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from sqlalchemy.orm import Session

from bot.imports.changes import Change, changes_of
from bot.imports.gathering import Account, Sheet, Statement
from bot.imports.report import Counts
from bot.store import audit, imported_bills
from bot.store.billed import KeptLine, KeptStatement
from bot.store.imported_bills import KnownAccount

Bills = Sequence[tuple[Account, Sequence[Statement]]]


def book_bills(
    session: Session,
    practice_id: int,
    bills: Bills,
    sheet: Sheet,
    ids: Mapping[str, int],
    known: Mapping[str, KnownAccount],
    on: date,
    now: datetime,
) -> Counts:
    accounts = _book_accounts(session, practice_id, bills, ids, known)
    kept = imported_bills.kept(session, practice_id, (account.id for account in known.values()))
    changes = []
    for account, statements in bills:
        before = kept.get(account.external_id, [])
        vanished = _vanished(sheet, account, before)
        changes += changes_of(before, [s.as_told() for s in statements], vanished, on)
    _write(session, practice_id, changes, accounts, now)
    altered = [c for c in changes if c.kept and not c.is_same]
    for change in altered:
        assert change.kept is not None
        subject = f"statement:{change.kept.id}"
        audit.note(session, practice_id, "import", "statement adjusted", subject, now)
    new = sum(1 for c in changes if c.kept is None)
    told = sum(1 for c in changes if c.told is not None)
    return Counts(
        statements_new=new,
        statements_same=told - new - sum(1 for c in altered if c.told),
        statements_adjusted=len(altered),
        lines=sum(len(c.told.lines) for c in changes if c.told),
    )


def _vanished(
    sheet: Sheet, account: Account, before: Sequence[KeptStatement]
) -> list[KeptStatement]:
    """Of an account the file does speak of; where a row is unclear, nothing is gone."""
    if account.external_id in sheet.unclear:
        return []
    return [s for s in before if s.external_id not in sheet.named]


def _book_accounts(
    session: Session,
    practice_id: int,
    bills: Bills,
    ids: Mapping[str, int],
    known: Mapping[str, KnownAccount],
) -> dict[str, int]:
    """External id -> id."""
    fresh, moved = [], {}
    for account, _ in bills:
        guarantor_id = ids[account.guarantor or account.patient]
        before = known.get(account.external_id)
        if before is None:
            fresh.append(
                {
                    "external_id": account.external_id,
                    "patient_id": ids[account.patient],
                    "guarantor_id": guarantor_id,
                }
            )
        elif before.guarantor_id != guarantor_id:
            moved[before.id] = guarantor_id
    imported_bills.change_guarantors(session, practice_id, moved)
    made = imported_bills.add_accounts(session, practice_id, fresh)
    before_ids = {
        a.external_id: known[a.external_id].id for a, _ in bills if a.external_id in known
    }
    return before_ids | made


def _write(
    session: Session,
    practice_id: int,
    changes: Sequence[Change],
    accounts: Mapping[str, int],
    now: datetime,
) -> None:
    ids = {c.external_id: c.kept.id for c in changes if c.kept}
    ids |= imported_bills.add_statements(
        session,
        practice_id,
        [
            {
                "external_id": c.external_id,
                "account_id": accounts[c.told.account],
                "statement_on": c.told.statement_on,
                "due_on": c.told.due_on,
            }
            for c in changes
            if c.told and not c.kept
        ],
    )
    fresh = {(c.external_id, line.position) for c in changes for line in c.pairing.new}
    added: list[tuple[int, KeptLine]] = []
    changed: list[tuple[int, KeptLine]] = []
    for change in changes:
        for line in change.lines:
            is_new = (change.external_id, line.position) in fresh
            (added if is_new else changed).append((ids[change.external_id], line))
    imported_bills.add_lines(session, practice_id, added)
    imported_bills.change_lines(session, practice_id, changed)
    imported_bills.change_days(session, practice_id, _new_days(changes))
    entries = [(ids[c.external_id], entry) for c in changes for entry in c.entries]
    imported_bills.enter_all(session, practice_id, entries, now)


def _new_days(changes: Sequence[Change]) -> list[tuple[int, date, date | None]]:
    return [
        (c.kept.id, c.told.statement_on, c.told.due_on or c.kept.due_on)
        for c in changes
        if c.moves_days and c.told and c.kept
    ]
