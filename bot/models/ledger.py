"""What is owed: accounts, statements and their lines, and the append-only ledger in cents."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bot.models.base import Base, PracticeRow


class EntryKind(StrEnum):
    """Charges are positive cents; what lowers the balance is negative."""

    CHARGE = "charge"
    INSURANCE = "insurance"
    ADJUSTMENT = "adjustment"
    PAYMENT = "payment"
    REFUND = "refund"


class Account(PracticeRow, Base):
    """`guarantor_id` is the person who answers for it: the patient, or a child's parent."""

    __tablename__ = "accounts"
    __table_args__ = (UniqueConstraint("practice_id", "external_id"),)

    external_id: Mapped[str]
    patient_id: Mapped[int] = mapped_column(ForeignKey("patients.id"), index=True)
    guarantor_id: Mapped[int] = mapped_column(ForeignKey("patients.id"), index=True)


class Statement(PracticeRow, Base):
    __tablename__ = "statements"
    __table_args__ = (UniqueConstraint("practice_id", "external_id"),)

    external_id: Mapped[str]
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), index=True)
    statement_on: Mapped[date]
    due_on: Mapped[date | None]


class StatementLine(PracticeRow, Base):
    """One charge with what insurance, discounts and the patient have already taken off it."""

    __tablename__ = "statement_lines"
    __table_args__ = (UniqueConstraint("statement_id", "position"),)

    statement_id: Mapped[int] = mapped_column(ForeignKey("statements.id"))
    position: Mapped[int]
    service_on: Mapped[date | None]
    description: Mapped[str]
    code: Mapped[str | None]
    charge_cents: Mapped[int]
    insurance_cents: Mapped[int] = mapped_column(default=0)
    adjustment_cents: Mapped[int] = mapped_column(default=0)
    patient_paid_cents: Mapped[int] = mapped_column(default=0)


class LedgerEntry(PracticeRow, Base):
    """Never changed, never deleted (a trigger refuses). A balance is the sum of `cents`."""

    __tablename__ = "ledger_entries"
    __table_args__ = (
        CheckConstraint("cents <> 0", name="cents_not_zero"),
        UniqueConstraint("practice_id", "source", name="uq_ledger_entries_source"),
        Index("ix_ledger_entries_statement", "practice_id", "statement_id"),
    )

    statement_id: Mapped[int] = mapped_column(ForeignKey("statements.id"))
    kind: Mapped[str]
    cents: Mapped[int]
    source: Mapped[str]
    note: Mapped[str] = mapped_column(default="")
    entered_at: Mapped[datetime]
