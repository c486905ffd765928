"""Accounts, statements and their ledger entries of a balances file, many at a time."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import case, func, insert, select, update
from sqlalchemy.orm import Session

from bot.models import Account, EntryKind, LedgerEntry, Statement, StatementLine
from bot.store.billed import Amounts, KeptLine, KeptStatement, Line, NewEntry

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
            Account.practice_id == practice_id, Account.external_id.in_(list(external_ids))
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
        .where(Statement.practice_id == practice_id, Statement.external_id.in_(list(external_ids)))
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
        .where(Statement.practice_id == practice_id, Statement.account_id.in_(list(account_ids)))
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
        .where(line.practice_id == practice_id, line.statement_id.in_(statement_ids))
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
        .where(LedgerEntry.practice_id == practice_id, LedgerEntry.statement_id.in_(statement_ids))
        .group_by(LedgerEntry.statement_id)
    )
    return {id: (int(count), int(there), int(here)) for id, count, there, here in rows}


def add_accounts(
    session: Session, practice_id: int, rows: Sequence[Mapping[str, Any]]
) -> dict[str, int]:
    if not rows:
        return {}
    made = session.execute(
        insert(Account).returning(Account.external_id, Account.id),
        [{**row, "practice_id": practice_id} for row in rows],
    )
    return {row[0]: row[1] for row in made}


def change_guarantor(
    session: Session, practice_id: int, account_id: int, guarantor_id: int
) -> None:
    session.execute(
        update(Account)
        .where(Account.practice_id == practice_id, Account.id == account_id)
        .values(guarantor_id=guarantor_id)
    )


def add_statements(
    session: Session, practice_id: int, rows: Sequence[Mapping[str, Any]]
) -> dict[str, int]:
    if not rows:
        return {}
    made = session.execute(
        insert(Statement).returning(Statement.external_id, Statement.id),
        [{**row, "practice_id": practice_id} for row in rows],
    )
    return {row[0]: row[1] for row in made}


def change_days(
    session: Session, practice_id: int, statement_id: int, statement_on: date, due_on: date | None
) -> None:
    session.execute(
        update(Statement)
        .where(Statement.practice_id == practice_id, Statement.id == statement_id)
        .values(statement_on=statement_on, due_on=due_on)
    )


def add_lines(session: Session, practice_id: int, lines: Sequence[tuple[int, KeptLine]]) -> None:
    """Each with the statement it stands on."""
    if lines:
        session.execute(
            insert(StatementLine),
            [
                {"practice_id": practice_id, "statement_id": id, "position": line.position}
                | _columns(line)
                for id, line in lines
            ],
        )


def change_line(session: Session, practice_id: int, statement_id: int, line: KeptLine) -> None:
    session.execute(
        update(StatementLine)
        .where(
            StatementLine.practice_id == practice_id,
            StatementLine.statement_id == statement_id,
            StatementLine.position == line.position,
        )
        .values(**_columns(line))
    )


def enter_all(
    session: Session, practice_id: int, entries: Sequence[tuple[int, NewEntry]], now: datetime
) -> None:
    """Each on its statement. A source already entered is refused by the database."""
    if entries:
        session.execute(
            insert(LedgerEntry),
            [
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
            ],
        )


def _columns(kept_line: KeptLine) -> dict[str, Any]:
    line, amounts = kept_line.line, kept_line.line.amounts
    return {
        "service_on": line.service_on,
        "description": line.description,
        "code": line.code,
        "charge_cents": amounts.charge,
        "insurance_cents": amounts.insurance,
        "adjustment_cents": amounts.adjustment,
        "patient_paid_cents": amounts.patient_paid,
    }
