"""That the scheduler lives: it writes here every minute, and /readyz reads it."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from bot.models.base import Base


class Heartbeat(Base):
    """Wall-clock time, also in the sandbox: it is about the machine, not about patients."""

    __tablename__ = "heartbeats"

    name: Mapped[str] = mapped_column(primary_key=True)
    beat_at: Mapped[datetime]
