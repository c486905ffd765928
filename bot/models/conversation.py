"""Conversations, their texts, and the people they are handed to."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from bot.models.base import Base, PracticeRow
from bot.models.crypto import EncryptedText


class Direction(StrEnum):
    INBOUND = "in"
    OUTBOUND = "out"


WEB = "web:"  # begins the address of somebody in the web chat whose number is not known


class Conversation(PracticeRow, Base):
    """One number's thread with one practice. `memory` is what the assistant keeps in mind."""

    __tablename__ = "conversations"
    __table_args__ = (UniqueConstraint("practice_id", "phone_key"),)

    phone: Mapped[str] = mapped_column(EncryptedText)
    phone_key: Mapped[str]
    state: Mapped[str]
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    language: Mapped[str] = mapped_column(default="en")
    patient_id: Mapped[int | None] = mapped_column(ForeignKey("patients.id"))
    verified_at: Mapped[datetime | None]
    last_inbound_at: Mapped[datetime | None]
    memory: Mapped[dict[str, Any]] = mapped_column(default=dict)
    created_at: Mapped[datetime]

    @property
    def is_strangers(self) -> bool:
        """In the web chat with somebody who is not known yet: no text can reach them."""
        return self.phone.startswith(WEB)


class Message(PracticeRow, Base):
    """A text, either way. One that may not be sent is still a row: `withheld`, with its reason.

    `visit_id`: of the web chat. Such a message costs no text; it is delivered when it is shown.
    """

    __tablename__ = "messages"
    __table_args__ = (
        Index("ix_messages_thread", "practice_id", "conversation_id", "id"),
        Index(
            "ix_messages_unanswered",
            "practice_id",
            "conversation_id",
            postgresql_where=text("direction = 'in' AND taken_at IS NULL"),
        ),
    )

    conversation_id: Mapped[int] = mapped_column(ForeignKey("conversations.id"))
    direction: Mapped[str]
    kind: Mapped[str]
    body: Mapped[str]
    author: Mapped[str] = mapped_column(default="assistant")
    says: Mapped[list[Any]] = mapped_column(default=list)
    media: Mapped[list[Any]] = mapped_column(default=list)
    patient_id: Mapped[int | None] = mapped_column(ForeignKey("patients.id"))
    statement_id: Mapped[int | None] = mapped_column(ForeignKey("statements.id"))
    answers_id: Mapped[int | None] = mapped_column(ForeignKey("messages.id"))
    visit_id: Mapped[int | None] = mapped_column(ForeignKey("web_visits.id"))
    status: Mapped[str]
    reason: Mapped[str | None]
    error_code: Mapped[int | None]
    twilio_sid: Mapped[str | None] = mapped_column(unique=True)
    created_at: Mapped[datetime]
    taken_at: Mapped[datetime | None]
    understood: Mapped[dict[str, Any] | None]
    send_after: Mapped[datetime | None]
    sending_at: Mapped[datetime | None]
    sent_at: Mapped[datetime | None]
    tries: Mapped[int] = mapped_column(default=0)
    looks: Mapped[int] = mapped_column(default=0)


class IdentityCheck(PracticeRow, Base):
    """One answer to "who are you": never which factor failed, only that it did."""

    __tablename__ = "identity_checks"

    conversation_id: Mapped[int] = mapped_column(ForeignKey("conversations.id"), index=True)
    patient_id: Mapped[int | None] = mapped_column(ForeignKey("patients.id"))
    checked_at: Mapped[datetime]
    passed: Mapped[bool]


class Handoff(PracticeRow, Base):
    """A person is needed. `due_at` is when the patient was told one would answer.

    `note`: what the patient said about it, or what is to be done, a line each; `note_of`: the id of
    who said it, line by line, None where that is not known. `renewals`: how often a later time
    was told because nobody had answered; `alarmed_at`: when the practice's people were told.
    """

    __tablename__ = "handoffs"

    conversation_id: Mapped[int] = mapped_column(ForeignKey("conversations.id"), index=True)
    reason: Mapped[str]
    topic: Mapped[str]
    opened_at: Mapped[datetime]
    due_at: Mapped[datetime]
    renewals: Mapped[int] = mapped_column(default=0)
    alarmed_at: Mapped[datetime | None]
    assignee_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    closed_at: Mapped[datetime | None]
    note: Mapped[str | None] = mapped_column(EncryptedText)
    note_of: Mapped[list[Any]] = mapped_column(default=list)


class Reminder(PracticeRow, Base):
    """One due cadence step of one patient, texted or not. Unique: a step is taken once."""

    __tablename__ = "reminders"
    __table_args__ = (UniqueConstraint("practice_id", "patient_id", "statement_id", "step"),)

    patient_id: Mapped[int] = mapped_column(ForeignKey("patients.id"))
    statement_id: Mapped[int] = mapped_column(ForeignKey("statements.id"))
    step: Mapped[str]
    due_on: Mapped[date]
    decided_at: Mapped[datetime]
    message_id: Mapped[int | None] = mapped_column(ForeignKey("messages.id"))
    settings_version: Mapped[int]


class DecisionRow(PracticeRow, Base):
    """Why a text went out, or why not: the rule, its table's version, and the verdict."""

    __tablename__ = "decisions"

    message_id: Mapped[int] = mapped_column(ForeignKey("messages.id"), index=True)
    rule: Mapped[str]
    version: Mapped[str]
    allowed: Mapped[bool]
    reason: Mapped[str]
    decided_at: Mapped[datetime]


class AuditEvent(PracticeRow, Base):
    """Who did what to which row: ids only, never words or amounts."""

    __tablename__ = "audit_events"

    happened_at: Mapped[datetime]
    actor: Mapped[str]
    action: Mapped[str]
    subject: Mapped[str]
    about: Mapped[dict[str, Any]] = mapped_column(default=dict)
