"""A text that the patient asked for, or the day they named for a payment."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from bot.models.base import Base, PracticeRow


class AskedText(PracticeRow, Base):
    """One open at a time for each patient: the newest word counts.

    `kind`: "later" or "promise". `cents` None: no sum, or all that is owed. `first_on`: a day
    before, of two that were named; `first_cents` of `cents` are for it. `outcome` says in
    words of ours how it ended; `message_id` is the text that went out, or was withheld.
    """

    __tablename__ = "asked_texts"
    __table_args__ = (
        CheckConstraint("cents > 0", name="cents"),
        Index(
            "ix_asked_texts_open",
            "practice_id",
            "due_at",
            postgresql_where=text("ended_at IS NULL"),
        ),
        Index(
            "uq_asked_texts_open",
            "practice_id",
            "patient_id",
            unique=True,
            postgresql_where=text("ended_at IS NULL"),
        ),
    )

    patient_id: Mapped[int] = mapped_column(ForeignKey("patients.id"))
    conversation_id: Mapped[int] = mapped_column(ForeignKey("conversations.id"))
    kind: Mapped[str]
    due_at: Mapped[datetime]
    promised_on: Mapped[date | None]
    cents: Mapped[int | None]
    first_on: Mapped[date | None]
    first_cents: Mapped[int | None]
    asked_at: Mapped[datetime]
    asked_in_id: Mapped[int | None] = mapped_column(ForeignKey("messages.id"))
    ended_at: Mapped[datetime | None]
    outcome: Mapped[str | None]
    message_id: Mapped[int | None] = mapped_column(ForeignKey("messages.id"))
