"""Patients, and what each has agreed to or refused."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from bot.models.base import Base, PracticeRow
from bot.models.crypto import EncryptedDay, EncryptedText


class Patient(PracticeRow, Base):
    """`guarantor_id` is who answers for the bill when it is not the patient (a child's parent).

    `paydays` is a JSON object: the kind of money ("payday", "benefits") to its rule in words.
    `texting_wish` is what bot.rules.texting_wishes wrote of how they like to be texted.
    `told` is what they told us over the practice's file, as bot.rules.told_fields wrote it.
    """

    __tablename__ = "patients"
    __table_args__ = (
        UniqueConstraint("practice_id", "external_id"),
        Index("ix_patients_practice_phone", "practice_id", "phone_key"),
    )

    external_id: Mapped[str]
    first_name: Mapped[str]
    last_name: Mapped[str]
    birth_date: Mapped[date | None] = mapped_column(EncryptedDay)
    zip: Mapped[str | None] = mapped_column(EncryptedText)
    phone: Mapped[str | None] = mapped_column(EncryptedText)
    phone_key: Mapped[str | None]
    email: Mapped[str | None] = mapped_column(EncryptedText)
    language: Mapped[str] = mapped_column(default="en")
    guarantor_id: Mapped[int | None] = mapped_column(ForeignKey("patients.id"))
    stripe_customer_id: Mapped[str | None]
    paydays: Mapped[str | None] = mapped_column(EncryptedText)
    texting_wish: Mapped[dict[str, Any] | None]
    told: Mapped[dict[str, Any] | None]
    created_at: Mapped[datetime]


class Consent(PracticeRow, Base):
    """A patient's yes to billing texts on one number. Kept for ever, ended by `revoked_at`."""

    __tablename__ = "consents"
    __table_args__ = (
        Index(
            "uq_consents_active",
            "practice_id",
            "patient_id",
            "phone_key",
            "scope",
            unique=True,
            postgresql_where=text("revoked_at IS NULL"),
        ),
    )

    patient_id: Mapped[int] = mapped_column(ForeignKey("patients.id"))
    phone_key: Mapped[str]
    scope: Mapped[str] = mapped_column(default="billing")
    source: Mapped[str]
    given_at: Mapped[datetime]
    unencrypted_ok: Mapped[bool]
    revoked_at: Mapped[datetime | None]


class OptOut(PracticeRow, Base):
    """A number's no. It never expires; only the patient's own START lifts it."""

    __tablename__ = "opt_outs"
    __table_args__ = (
        Index(
            "uq_opt_outs_active",
            "practice_id",
            "phone_key",
            unique=True,
            postgresql_where=text("lifted_at IS NULL"),
        ),
    )

    phone_key: Mapped[str]
    source: Mapped[str]
    opted_out_at: Mapped[datetime]
    lifted_at: Mapped[datetime | None]


class Hold(PracticeRow, Base):
    """While open, no reminder asks for what it covers. `until` None: a person must release it.

    `line_id`: only that line of the statement.
    """

    __tablename__ = "holds"

    patient_id: Mapped[int] = mapped_column(ForeignKey("patients.id"), index=True)
    statement_id: Mapped[int | None] = mapped_column(ForeignKey("statements.id"))
    line_id: Mapped[int | None] = mapped_column(ForeignKey("statement_lines.id"))
    kind: Mapped[str]
    note: Mapped[str] = mapped_column(default="")
    opened_at: Mapped[datetime]
    until: Mapped[date | None]
    released_at: Mapped[datetime | None]
    released_by: Mapped[str | None]


class SuppressedNumber(PracticeRow, Base):
    """This number told us it is not this patient: it never hears of the patient again (I17)."""

    __tablename__ = "suppressed_numbers"
    __table_args__ = (UniqueConstraint("practice_id", "patient_id", "phone_key"),)

    patient_id: Mapped[int] = mapped_column(ForeignKey("patients.id"))
    phone_key: Mapped[str]
    reported_at: Mapped[datetime]
