"""Asking for money and receiving it: links, attempts, plans, and Stripe's events."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from bot.models.base import Base, PracticeRow


class RequestStatus(StrEnum):
    OPEN = "open"
    SUPERSEDED = "superseded"
    PAID = "paid"


class AttemptStatus(StrEnum):
    """Monotone: a paid attempt never goes back (an old event may come late)."""

    CREATED = "created"
    OPEN = "open"
    PROCESSING = "processing"
    PAID = "paid"
    FAILED = "failed"
    EXPIRED = "expired"


class PlanStatus(StrEnum):
    PROPOSED = "proposed"
    ACTIVE = "active"
    DONE = "done"
    STOPPED = "stopped"


class InstallmentStatus(StrEnum):
    DUE = "due"
    ASKED = "asked"
    PROCESSING = "processing"
    PAID = "paid"
    FAILED = "failed"
    VOID = "void"


class PaymentPlan(PracticeRow, Base):
    """`consent_text` is word for word what the patient said yes to.

    `statement_id` None: over all that is owed.
    """

    __tablename__ = "payment_plans"
    __table_args__ = (
        Index(
            "uq_payment_plans_active",
            "practice_id",
            "patient_id",
            unique=True,
            postgresql_where=text("status = 'active'"),
        ),
        CheckConstraint("card_last4 ~ '^[0-9]{4}$'", name="last_four_only"),
    )

    patient_id: Mapped[int] = mapped_column(ForeignKey("patients.id"), index=True)
    status: Mapped[str]
    frequency: Mapped[str]
    total_cents: Mapped[int]
    proposed_at: Mapped[datetime]
    agreed_at: Mapped[datetime | None]
    consent_text: Mapped[str | None]
    consent_message_id: Mapped[int | None]
    payment_method_id: Mapped[str | None]
    card_brand: Mapped[str | None]
    card_last4: Mapped[str | None]
    statement_id: Mapped[int | None] = mapped_column(ForeignKey("statements.id"))


class Installment(PracticeRow, Base):
    __tablename__ = "installments"
    __table_args__ = (
        UniqueConstraint("plan_id", "position"),
        CheckConstraint("cents > 0", name="cents_positive"),
    )

    plan_id: Mapped[int] = mapped_column(ForeignKey("payment_plans.id"), index=True)
    position: Mapped[int]
    due_on: Mapped[date]
    cents: Mapped[int]
    status: Mapped[str] = mapped_column(default=InstallmentStatus.DUE)
    tries: Mapped[int] = mapped_column(default=0)
    next_try_on: Mapped[date | None]


class PaymentRequest(PracticeRow, Base):
    """Our short link. `cents` None means the whole balance of the moment it is paid.

    `statement_id`: the bill that is settled first by it; None: the oldest.

    `needs_check`: it was not asked for by a known patient, so nothing shows before the check.
    """

    __tablename__ = "payment_requests"

    patient_id: Mapped[int] = mapped_column(ForeignKey("patients.id"), index=True)
    token_hash: Mapped[str] = mapped_column(unique=True)
    cents: Mapped[int | None]
    statement_id: Mapped[int | None] = mapped_column(ForeignKey("statements.id"))
    plan_id: Mapped[int | None] = mapped_column(ForeignKey("payment_plans.id"))
    installment_id: Mapped[int | None] = mapped_column(ForeignKey("installments.id"))
    needs_check: Mapped[bool] = mapped_column(default=False)
    status: Mapped[str] = mapped_column(default=RequestStatus.OPEN)
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]


class PaymentAttempt(PracticeRow, Base):
    """One try at Stripe. Committed before Stripe is called, so that a crash loses nothing."""

    __tablename__ = "payment_attempts"
    __table_args__ = (CheckConstraint("cents >= 0", name="cents_not_negative"),)

    patient_id: Mapped[int] = mapped_column(ForeignKey("patients.id"), index=True)
    request_id: Mapped[int | None] = mapped_column(ForeignKey("payment_requests.id"))
    installment_id: Mapped[int | None] = mapped_column(ForeignKey("installments.id"))
    plan_id: Mapped[int | None] = mapped_column(ForeignKey("payment_plans.id"))
    mode: Mapped[str]
    cents: Mapped[int]
    idempotency_key: Mapped[str] = mapped_column(unique=True)
    status: Mapped[str] = mapped_column(default=AttemptStatus.CREATED)
    session_id: Mapped[str | None] = mapped_column(unique=True)
    session_url: Mapped[str | None]
    payment_intent_id: Mapped[str | None] = mapped_column(unique=True)
    failure_code: Mapped[str | None]
    created_at: Mapped[datetime]
    settled_at: Mapped[datetime | None]


class StripeEvent(PracticeRow, Base):
    """Every event once, by Stripe's own id."""

    __tablename__ = "stripe_events"

    event_id: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    object_id: Mapped[str]
    attempt_id: Mapped[int | None]
    received_at: Mapped[datetime]
    taken_at: Mapped[datetime | None]
