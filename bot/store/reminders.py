"""Whom a reminder may concern, and which cadence steps have been taken."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.models import Account, LedgerEntry, Patient, Reminder, Statement


def who_owe(session: Session, practice_id: int) -> Sequence[int]:
    """Everybody with a number who answers for a statement that is not paid."""
    owed = (
        select(LedgerEntry.statement_id)
        .where(LedgerEntry.practice_id == practice_id)
        .group_by(LedgerEntry.statement_id)
        .having(func.sum(LedgerEntry.cents) > 0)
        .subquery()
    )
    return session.scalars(
        select(Patient.id)
        .distinct()
        .join(Account, Account.guarantor_id == Patient.id)
        .join(Statement, Statement.account_id == Account.id)
        .join(owed, owed.c.statement_id == Statement.id)
        .where(Patient.practice_id == practice_id, Patient.phone_key.is_not(None))
        .order_by(Patient.id)
    ).all()


def owed_statements(session: Session, practice_id: int, patient_id: int) -> Sequence[Statement]:
    """Oldest first."""
    return session.scalars(
        select(Statement)
        .join(Account, Account.id == Statement.account_id)
        .join(LedgerEntry, LedgerEntry.statement_id == Statement.id)
        .where(Statement.practice_id == practice_id, Account.guarantor_id == patient_id)
        .group_by(Statement.id)
        .having(func.sum(LedgerEntry.cents) > 0)
        .order_by(Statement.statement_on, Statement.id)
    ).all()


def steps_taken(session: Session, practice_id: int, statement_id: int) -> frozenset[str]:
    return frozenset(
        session.scalars(
            select(Reminder.step).where(
                Reminder.practice_id == practice_id, Reminder.statement_id == statement_id
            )
        )
    )
