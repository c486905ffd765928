"""What happened to a thread besides its texts, as the audit keeps it."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.models import AuditEvent


def of_conversation(
    session: Session, practice_id: int, conversation_id: int, since: datetime | None = None
) -> Sequence[AuditEvent]:
    """Oldest first; `since` leaves out what happened before it."""
    wanted = select(AuditEvent).where(
        AuditEvent.practice_id == practice_id,
        AuditEvent.subject == f"conversation:{conversation_id}",
    )
    if since is not None:
        wanted = wanted.where(AuditEvent.happened_at >= since)
    return session.scalars(wanted.order_by(AuditEvent.id)).all()
