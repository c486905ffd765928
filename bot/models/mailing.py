"""What a patient asked for by e-mail."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from bot.models.base import Base, PracticeRow
from bot.models.crypto import EncryptedText


class Mailing(PracticeRow, Base):
    """One e-mail of a MailKind. `as_file`: the PDF itself was asked for.

    `given_up_at`: it could not be sent, and a person was told.
    """

    __tablename__ = "mailings"

    conversation_id: Mapped[int] = mapped_column(ForeignKey("conversations.id"))
    patient_id: Mapped[int] = mapped_column(ForeignKey("patients.id"))
    kind: Mapped[str]
    as_file: Mapped[bool]
    address: Mapped[str] = mapped_column(EncryptedText)
    asked_at: Mapped[datetime]
    tries: Mapped[int] = mapped_column(default=0)
    sent_at: Mapped[datetime | None]
    given_up_at: Mapped[datetime | None]
