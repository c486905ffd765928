"""What became of plans, never rewritten: each change with its consent, each request for a person.

Schedules are kept as rows of [day, cents], in order.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from bot.models.base import Base, PracticeRow


class PlanChange(PracticeRow, Base):
    """`consent_text` is what was shown and what the patient said to it."""

    __tablename__ = "plan_changes"

    plan_id: Mapped[int] = mapped_column(ForeignKey("payment_plans.id"), index=True)
    kind: Mapped[str]
    before: Mapped[list[Any]]
    after: Mapped[list[Any]]
    consent_text: Mapped[str | None]
    consent_message_id: Mapped[int | None]
    changed_at: Mapped[datetime]


class PlanRequest(PracticeRow, Base):
    """What a person is to decide on: the words, the schedule they ask for, the nearest we offer.

    `pack` holds the disclosures of a longer agreement (R20): no charge, no interest, its total.
    """

    __tablename__ = "plan_requests"

    conversation_id: Mapped[int] = mapped_column(ForeignKey("conversations.id"), index=True)
    patient_id: Mapped[int | None] = mapped_column(ForeignKey("patients.id"))
    kind: Mapped[str]
    said: Mapped[str]
    pack: Mapped[dict[str, Any]]
    requested_at: Mapped[datetime]
