"""The practice, its people, and its versioned settings."""

from datetime import datetime
from typing import Any

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bot.models.base import Base, PracticeRow, Row


class Practice(Row, Base):
    """`sender_name` is what patients read: neutral, it must not give a specialty away."""

    __tablename__ = "practices"

    slug: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    sender_name: Mapped[str]
    number: Mapped[str] = mapped_column(unique=True)
    phone: Mapped[str]
    timezone: Mapped[str]
    state: Mapped[str | None]
    relationship: Mapped[str] = mapped_column(default="first_party")
    sending_paused_at: Mapped[datetime | None]
    created_at: Mapped[datetime]


class PracticeSettingsVersion(PracticeRow, Base):
    """Settings are never edited, only followed by a newer version."""

    __tablename__ = "practice_settings"
    __table_args__ = (UniqueConstraint("practice_id", "version"),)

    version: Mapped[int]
    body: Mapped[dict[str, Any]]
    saved_at: Mapped[datetime]
    saved_by: Mapped[str]


class Staff(PracticeRow, Base):
    __tablename__ = "staff"
    __table_args__ = (UniqueConstraint("practice_id", "email"),)

    email: Mapped[str]
    name: Mapped[str]
    role: Mapped[str]
    password_hash: Mapped[str | None]
    created_at: Mapped[datetime]
