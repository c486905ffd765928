"""The web chat: browsers, and what each did to prove whose conversation it may read."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bot.models.base import Base, PracticeRow
from bot.models.crypto import EncryptedDay, EncryptedText


class WebVisit(PracticeRow, Base):
    """One browser in the web chat. `patient_id` None: a stranger; `verified_at`: by this browser.

    `client_key` is a keyed hash of the network address, to count tries by.
    """

    __tablename__ = "web_visits"
    __table_args__ = (UniqueConstraint("practice_id", "key"),)

    key: Mapped[str]
    conversation_id: Mapped[int] = mapped_column(ForeignKey("conversations.id"), index=True)
    patient_id: Mapped[int | None] = mapped_column(ForeignKey("patients.id"))
    verified_at: Mapped[datetime | None]
    written_at: Mapped[datetime | None]
    seen_at: Mapped[datetime | None]
    client_key: Mapped[str]
    created_at: Mapped[datetime]


class VisitCheck(PracticeRow, Base):
    """A name and a birth date told in the web chat; a code is texted where they are a patient's.

    What was told is forgotten once it has been looked up. `code_key` None: no code was texted.
    """

    __tablename__ = "visit_checks"

    visit_id: Mapped[int] = mapped_column(ForeignKey("web_visits.id"), index=True)
    named: Mapped[str | None] = mapped_column(EncryptedText)
    born: Mapped[date | None] = mapped_column(EncryptedDay)
    patient_id: Mapped[int | None] = mapped_column(ForeignKey("patients.id"))
    code_key: Mapped[str | None]
    tries: Mapped[int] = mapped_column(default=0)
    asked_at: Mapped[datetime]
