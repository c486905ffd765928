"""The balance store: what one person owes, from the ledger of this moment."""

import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.bill import Bill, LineView, PaymentView, StatementView
from bot.clock import day_in
from bot.models import Account, EntryKind, LedgerEntry, Statement, StatementLine
from bot.rules.holds import HoldKind
from bot.store import holds, kin, payments, plans

MOST_PAYMENTS = 100


def bill_of(session: Session, practice_id: int, person_id: int, today: date, zone: str) -> Bill:
    """Statements that still carry a balance, oldest first, with the person's plan and holds."""
    views = statement_views(session, practice_id, person_id, today, zone)
    held = holds.open_holds(session, practice_id, person_id, today)
    return Bill(
        statements=tuple(view for view in views if view.balance_cents),
        earlier=tuple(view for view in views if not view.balance_cents),
        payments=_moved(session, practice_id, person_id, EntryKind.PAYMENT, zone),
        refunds=_moved(session, practice_id, person_id, EntryKind.REFUND, zone),
        attempts=payments.attempt_views(session, practice_id, person_id, zone),
        pending_cents=payments.pending_cents(session, practice_id, person_id),
        plan=plans.active_view(session, practice_id, person_id),
        holds=tuple(h.kind for h in held),
    )


def statement_views(
    session: Session, practice_id: int, person_id: int, today: date, zone: str
) -> tuple[StatementView, ...]:
    """Every statement, also those that are settled, oldest first."""
    balances = balances_by_statement(session, practice_id, person_id)
    rows = statements_of(session, practice_id, person_id)
    held = holds.open_holds(session, practice_id, person_id, today)
    disputes = [hold for hold in held if hold.kind is HoldKind.DISPUTE]
    whole = {h.statement_id for h in disputes if h.line_id is None}
    whole |= {h.statement_id for h in held if h.kind is HoldKind.PAYMENT_CHECK and h.statement_id}
    ids = [row.id for row in rows]
    lines = _lines(session, practice_id, ids, {h.line_id for h in disputes})
    heard_on = _insurance_heard(session, practice_id, ids)
    names = kin.names_by_account(session, practice_id, person_id)
    return tuple(
        StatementView(
            id=row.id,
            number=row.external_id,
            statement_on=row.statement_on,
            due_on=row.due_on,
            balance_cents=balances.get(row.id, 0),
            disputed=bool(whole & {row.id, None}),
            lines=tuple(lines[row.id]),
            account_id=row.account_id,
            insurance_on=day_in(zone, heard_on[row.id]) if row.id in heard_on else None,
            whose=names.get(row.account_id, ""),
        )
        for row in rows
    )


def statements_of(session: Session, practice_id: int, person_id: int) -> Sequence[Statement]:
    return session.scalars(
        select(Statement)
        .join(Account, Account.id == Statement.account_id)
        .where(Statement.practice_id == practice_id, Account.guarantor_id == person_id)
        .order_by(Statement.statement_on, Statement.id)
    ).all()


def balances_by_statement(session: Session, practice_id: int, person_id: int) -> dict[int, int]:
    """Statement id -> cents: the sum of its ledger entries."""
    rows = session.execute(
        select(LedgerEntry.statement_id, func.sum(LedgerEntry.cents))
        .join(Statement, Statement.id == LedgerEntry.statement_id)
        .join(Account, Account.id == Statement.account_id)
        .where(LedgerEntry.practice_id == practice_id, Account.guarantor_id == person_id)
        .group_by(LedgerEntry.statement_id)
    )
    return {statement_id: int(cents) for statement_id, cents in rows}


def statement_on(session: Session, practice_id: int, statement_id: int | None) -> date | None:
    return session.scalar(
        select(Statement.statement_on).where(
            Statement.practice_id == practice_id, Statement.id == statement_id
        )
    )


def balance_cents(session: Session, practice_id: int, person_id: int) -> int:
    return sum(balances_by_statement(session, practice_id, person_id).values())


def enter(
    session: Session,
    practice_id: int,
    statement_id: int,
    kind: EntryKind,
    cents: int,
    source: str,
    now: datetime,
    note: str = "",
) -> None:
    """One ledger entry; `source` is unique, so the same fact is never entered twice."""
    session.add(
        LedgerEntry(
            practice_id=practice_id,
            statement_id=statement_id,
            kind=kind,
            cents=cents,
            source=source,
            note=note,
            entered_at=now,
        )
    )
    session.flush()


def enter_payment(
    session: Session,
    practice_id: int,
    person_id: int,
    cents: int,
    source: str,
    now: datetime,
    first_id: int | None = None,
) -> None:
    """Settles statement `first_id`, then the oldest; what is left is a credit on the newest.

    What is disputed comes last: nobody pays off what they contest by paying the rest.
    """
    rooms = _rooms(session, practice_id, person_id, first_id, now.date())
    for statement_id, part in _allocated(rooms, cents):
        enter(
            session, practice_id, statement_id, EntryKind.PAYMENT, -part,
            f"{source}:{statement_id}", now,
        )  # fmt: skip


def paid_since(session: Session, practice_id: int, person_id: int, since: datetime) -> int:
    """Cents that came in from the patient since then, refunds taken off."""
    found = (
        select(func.coalesce(func.sum(LedgerEntry.cents), 0))
        .join(Statement, Statement.id == LedgerEntry.statement_id)
        .join(Account, Account.id == Statement.account_id)
        .where(
            LedgerEntry.practice_id == practice_id,
            Account.guarantor_id == person_id,
            LedgerEntry.kind.in_((EntryKind.PAYMENT, EntryKind.REFUND)),
            LedgerEntry.entered_at >= since,
        )
    )
    return -int(session.scalar(found) or 0)


def enter_refunds(
    session: Session, practice_id: int, attempt_id: int, refunded_cents: int, now: datetime
) -> None:
    """Brings what is booked as refunded of this payment to what Stripe says it is.

    Given back from the statements it had paid, the newest first.
    """
    paid = _booked(session, practice_id, EntryKind.PAYMENT, f"attempt:{attempt_id}:")
    back = _booked(session, practice_id, EntryKind.REFUND, f"refund:{attempt_id}:")
    wanted = min(refunded_cents, -sum(paid.values()))
    change = wanted - sum(back.values())
    for statement_id in sorted(paid, reverse=True):
        room = -paid[statement_id] - back.get(statement_id, 0)
        part = min(change, room) if change > 0 else max(change, -back.get(statement_id, 0))
        if part:
            total = back.get(statement_id, 0) + part
            enter(
                session, practice_id, statement_id, EntryKind.REFUND, part,
                f"refund:{attempt_id}:{statement_id}:{total}:{now.isoformat()}", now,
            )  # fmt: skip
            change -= part


def _booked(session: Session, practice_id: int, kind: EntryKind, prefix: str) -> dict[int, int]:
    """Statement id -> cents of the entries whose source begins with `prefix`."""
    rows = session.execute(
        select(LedgerEntry.statement_id, func.sum(LedgerEntry.cents))
        .where(
            LedgerEntry.practice_id == practice_id,
            LedgerEntry.kind == kind,
            LedgerEntry.source.startswith(prefix, autoescape=True),
        )
        .group_by(LedgerEntry.statement_id)
    )
    return {statement_id: int(cents) for statement_id, cents in rows}


def _rooms(
    session: Session, practice_id: int, person_id: int, first_id: int | None, today: date
) -> Iterable[tuple[int, int]]:
    """Statement id and the cents it has room for, in the order in which they are settled."""
    views = statement_views(session, practice_id, person_id, today, "UTC")
    yield from ((view.id, view.balance_cents) for view in views if view.id == first_id)
    others = [view for view in views if view.id != first_id]
    yield from ((view.id, view.open_cents) for view in others)
    yield from ((view.id, view.disputed_cents) for view in others)
    yield _newest(views), sys.maxsize


def _allocated(rooms: Iterable[tuple[int, int]], cents: int) -> Iterable[tuple[int, int]]:
    """Statement id and cents."""
    left = cents
    parts: defaultdict[int, int] = defaultdict(int)
    for statement_id, room in rooms:
        part = min(left, max(0, room))
        parts[statement_id] += part
        left -= part
    return [(statement_id, part) for statement_id, part in parts.items() if part]


def _newest(views: Sequence[StatementView]) -> int:
    """Where a credit goes: not onto what is disputed, while there is something else."""
    return ([v.id for v in views if not v.disputed] or [v.id for v in views])[-1]


def _lines(
    session: Session, practice_id: int, statement_ids: Sequence[int], disputed: set[int | None]
) -> dict[int, list[LineView]]:
    rows = session.scalars(
        select(StatementLine)
        .where(
            StatementLine.practice_id == practice_id,
            StatementLine.statement_id.in_(statement_ids),
        )
        .order_by(StatementLine.statement_id, StatementLine.position)
    )
    lines: dict[int, list[LineView]] = defaultdict(list)
    for row in rows:
        lines[row.statement_id].append(
            LineView(
                row.description,
                row.service_on,
                row.charge_cents,
                row.insurance_cents,
                row.adjustment_cents,
                row.patient_paid_cents,
                row.id,
                row.id in disputed,
            )
        )
    return lines


def _insurance_heard(
    session: Session, practice_id: int, statement_ids: Sequence[int]
) -> dict[int, datetime]:
    """Statement -> when the insurance was last heard of after the statement was first booked.

    A later file enters it as an adjustment whose note names the insurance.
    """
    is_insurance = (LedgerEntry.kind == EntryKind.INSURANCE) | (
        (LedgerEntry.kind == EntryKind.ADJUSTMENT) & LedgerEntry.note.contains(": insurance ")
    )
    heard_at = func.max(LedgerEntry.entered_at).filter(is_insurance)
    rows = session.execute(
        select(LedgerEntry.statement_id, heard_at.label("heard_at"))
        .where(LedgerEntry.practice_id == practice_id, LedgerEntry.statement_id.in_(statement_ids))
        .group_by(LedgerEntry.statement_id)
        .having(heard_at > func.min(LedgerEntry.entered_at))
    )
    return {row.statement_id: row.heard_at for row in rows}


def _moved(
    session: Session, practice_id: int, person_id: int, kind: EntryKind, zone: str
) -> tuple[PaymentView, ...]:
    """Payments or refunds, the newest first; one that is spread over statements counts once."""
    source = func.regexp_replace(LedgerEntry.source, ":[0-9]+$", "")
    rows = session.execute(
        select(func.sum(LedgerEntry.cents), func.max(LedgerEntry.entered_at))
        .join(Statement, Statement.id == LedgerEntry.statement_id)
        .join(Account, Account.id == Statement.account_id)
        .where(
            LedgerEntry.practice_id == practice_id,
            Account.guarantor_id == person_id,
            LedgerEntry.kind == kind,
        )
        .group_by(source)
        .order_by(func.max(LedgerEntry.entered_at).desc())
        .limit(MOST_PAYMENTS)
    )
    return tuple(PaymentView(abs(int(cents)), day_in(zone, at)) for cents, at in rows)
