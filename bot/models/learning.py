"""What colleagues teach the assistant: a text that was misunderstood, and what it meant."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from bot.models.base import Base, PracticeRow


class CorrectionState(StrEnum):
    """`refused` keeps its reason; all but a withdrawn one stand, and a text has one at most."""

    NEW = "new"
    LEARNED = "learned"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class Correction(PracticeRow, Base):
    """`text` is what will be learned, without anything personal; `intents` main one first."""

    __tablename__ = "corrections"
    __table_args__ = (
        Index(
            "uq_corrections_standing",
            "practice_id",
            "message_id",
            unique=True,
            postgresql_where=text("state <> 'withdrawn'"),
        ),
    )

    message_id: Mapped[int] = mapped_column(ForeignKey("messages.id"))
    text: Mapped[str]
    intents: Mapped[list[Any]]
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    corrected_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(default=CorrectionState.NEW)
    reason: Mapped[str | None]
    settled_at: Mapped[datetime | None]
