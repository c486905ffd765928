"""Accounts, statements and their ledger entries of a balances file, many at a time."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from bot.models import Account, EntryKind, LedgerEntry, Statement, StatementLine
from bot.store import in_bulk
from bot.store.billed import Amounts, KeptLine, KeptStatement, Line, NewEntry

Lines = Sequence[tuple[int, KeptLine]]
"""Each with the statement it stands on."""

OURS = (EntryKind.PAYMENT, EntryKind.REFUND)


@dataclass(frozen=True, slots=True)
class KnownAccount:
    id: int
    patient_id: int
    guarantor_id: int


def accounts(
    session: Session, practice_id: int, external_ids: Iterable[str]
) -> dict[str, KnownAccount]:
    rows = session.execute(
        select(Account.external_id, Account.id, Account.patient_id, Account.guarantor_id).where(
            Account.practice_id == practice_id, in_bulk.is_one_of(Account.external_id, external_ids)
        )
    )
    return {external_id: KnownAccount(*rest) for external_id, *rest in rows}


def accounts_of_statements(
    session: Session, practice_id: int, external_ids: Iterable[str]
) -> dict[str, str]:
    """Statement -> account, both by the practice's own numbers."""
    rows = session.execute(
        select(Statement.external_id, Account.external_id)
        .join(Account, Account.id == Statement.account_id)
        .where(
            Statement.practice_id == practice_id,
            in_bulk.is_one_of(Statement.external_id, external_ids),
        )
    )
    return {row[0]: row[1] for row in rows}


def kept(
    session: Session, practice_id: int, account_ids: Iterable[int]
) -> dict[str, list[KeptStatement]]:
    """Every statement on record of these accounts, by the account's external id."""
    rows = session.execute(
        select(
            Account.external_id,
            Statement.id,
            Statement.external_id,
            Statement.statement_on,
            Statement.due_on,
        )
        .join(Account, Account.id == Statement.account_id)
        .where(
            Statement.practice_id == practice_id,
            in_bulk.is_one_of(Statement.account_id, account_ids),
        )
        .order_by(Statement.statement_on, Statement.id)
    ).all()
    ids = [row[1] for row in rows]
    lines, sums = _lines(session, practice_id, ids), _sums(session, practice_id, ids)
    found: defaultdict[str, list[KeptStatement]] = defaultdict(list)
    for account, id, external_id, statement_on, due_on in rows:
        found[account].append(
            KeptStatement(
                id, external_id, account, statement_on, due_on, tuple(lines[id]),
                *sums.get(id, (0, 0, 0)),
            )
        )  # fmt: skip
    return found


def _lines(
    session: Session, practice_id: int, statement_ids: Sequence[int]
) -> dict[int, list[KeptLine]]:
    line = StatementLine
    rows = session.execute(
        select(
            line.statement_id, line.position, line.service_on, line.description, line.code,
            line.charge_cents, line.insurance_cents, line.adjustment_cents,
            line.patient_paid_cents,
        )
        .where(line.practice_id == practice_id, in_bulk.is_one_of(line.statement_id, statement_ids))
        .order_by(line.statement_id, line.position)
    )  # fmt: skip
    found: defaultdict[int, list[KeptLine]] = defaultdict(list)
    for statement_id, position, service_on, description, code, *cents in rows:
        kept_line = Line(service_on, description, code, Amounts(*cents))
        found[statement_id].append(KeptLine(position, kept_line))
    return found


def _sums(
    session: Session, practice_id: int, statement_ids: Sequence[int]
) -> dict[int, tuple[int, int, int]]:
    """Entries of imports, cents paid as files tell, cents paid through us."""
    imported = LedgerEntry.source.like("import:%")
    paid = LedgerEntry.kind.in_(OURS)
    rows = session.execute(
        select(
            LedgerEntry.statement_id,
            func.count().filter(imported),
            func.sum(case((imported & paid, -LedgerEntry.cents), else_=0)),
            func.sum(case((~imported & paid, -LedgerEntry.cents), else_=0)),
        )
        .where(
            LedgerEntry.practice_id == practice_id,
            in_bulk.is_one_of(LedgerEntry.statement_id, statement_ids),
        )
        .group_by(LedgerEntry.statement_id)
    )
    return {id: (int(count), int(there), int(here)) for id, count, there, here in rows}


def add_accounts(session: Session, practice_id: int, rows: in_bulk.Rows) -> dict[str, int]:
    """External id -> id."""
    return _added(session, practice_id, Account, rows)


def add_statements(session: Session, practice_id: int, rows: in_bulk.Rows) -> dict[str, int]:
    """External id -> id."""
    return _added(session, practice_id, Statement, rows)


def _added(
    session: Session,
    practice_id: int,
    model: type[Account] | type[Statement],
    rows: in_bulk.Rows,
) -> dict[str, int]:
    whole = [{**row, "practice_id": practice_id} for row in rows]
    made = in_bulk.add_returning(session, model, whole, model.external_id, model.id)
    return {row[0]: row[1] for row in made}


def change_guarantors(session: Session, practice_id: int, guarantors: Mapping[int, int]) -> None:
    """Account -> who answers for it now."""
    rows = [{"id": id, "guarantor_id": guarantor} for id, guarantor in guarantors.items()]
    in_bulk.change_all(session, practice_id, Account, ("id",), rows)


def change_days(
    session: Session, practice_id: int, days: Sequence[tuple[int, date, date | None]]
) -> None:
    """Statement, its day, and when it is due."""
    rows = [{"id": id, "statement_on": on, "due_on": due_on} for id, on, due_on in days]
    in_bulk.change_all(session, practice_id, Statement, ("id",), rows)


def add_lines(session: Session, practice_id: int, lines: Lines) -> None:
    rows = [{"practice_id": practice_id, **_columns(id, line)} for id, line in lines]
    in_bulk.add_all(session, StatementLine, rows)


def change_lines(session: Session, practice_id: int, lines: Lines) -> None:
    keys = ("statement_id", "position")
    rows = [_columns(id, line) for id, line in lines]
    in_bulk.change_all(session, practice_id, StatementLine, keys, rows)


def enter_all(
    session: Session, practice_id: int, entries: Sequence[tuple[int, NewEntry]], now: datetime
) -> None:
    """Each on its statement. A source already entered is refused by the database."""
    rows = [
        {
            "practice_id": practice_id,
            "statement_id": statement_id,
            "kind": entry.kind,
            "cents": entry.cents,
            "source": entry.source,
            "note": entry.note,
            "entered_at": now,
        }
        for statement_id, entry in entries
    ]
    in_bulk.add_all(session, LedgerEntry, rows)


def _columns(statement_id: int, kept_line: KeptLine) -> dict[str, Any]:
    line, amounts = kept_line.line, kept_line.line.amounts
    return {
        "statement_id": statement_id,
        "position": kept_line.position,
        "service_on": line.service_on,
        "description": line.description,
        "code": line.code,
        "charge_cents": amounts.charge,
        "insurance_cents": amounts.insurance,
        "adjustment_cents": amounts.adjustment,
        "patient_paid_cents": amounts.patient_paid,
    }
