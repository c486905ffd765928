"""What an import left in the tables, in a shape that a test can compare."""

from dataclasses import dataclass

from sqlalchemy import func, select

from bot.models import (
    Account,
    AuditEvent,
    Base,
    Consent,
    LedgerEntry,
    Patient,
    Statement,
    StatementLine,
)
from bot.models.crypto import blind_index
from bot.store.session import Database

COUNTED: tuple[type[Base], ...] = (
    Account, AuditEvent, Consent, LedgerEntry, Patient, Statement, StatementLine,
)  # fmt: skip


@dataclass(frozen=True)
class Entry:
    statement: str
    kind: str
    cents: int
    source: str
    note: str


def entries(database: Database, practice_id: int) -> list[Entry]:
    with database.transaction(practice_id) as session:
        ledger = LedgerEntry
        rows = session.execute(
            select(Statement.external_id, ledger.kind, ledger.cents, ledger.source, ledger.note)
            .join(Statement, Statement.id == ledger.statement_id)
            .order_by(ledger.id)
        )
        return [Entry(*row) for row in rows]


def balances(database: Database, practice_id: int) -> dict[str, int]:
    """By the statement's number; a statement without entries is left out."""
    found: dict[str, int] = {}
    for entry in entries(database, practice_id):
        found[entry.statement] = found.get(entry.statement, 0) + entry.cents
    return found


def sizes(database: Database, practice_id: int) -> dict[str, int]:
    with database.transaction(practice_id) as session:
        return {
            table.__tablename__: session.scalar(select(func.count()).select_from(table)) or 0
            for table in COUNTED
        }


def patient(database: Database, practice_id: int, external_id: str = "P1") -> Patient:
    with database.transaction(practice_id) as session:
        return session.scalars(select(Patient).where(Patient.external_id == external_id)).one()


def account(database: Database, practice_id: int, external_id: str = "A1") -> Account:
    with database.transaction(practice_id) as session:
        return session.scalars(select(Account).where(Account.external_id == external_id)).one()


def lines(database: Database, practice_id: int) -> list[StatementLine]:
    with database.transaction(practice_id) as session:
        return list(session.scalars(select(StatementLine).order_by(StatementLine.id)))


def consents(database: Database, practice_id: int, phone: str = "+15125550101") -> list[Consent]:
    with database.transaction(practice_id) as session:
        of_number = select(Consent).where(Consent.phone_key == blind_index(phone))
        return list(session.scalars(of_number.order_by(Consent.id)))
