"""Who did what to which row: ids only."""

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.models import AuditEvent


def note(
    session: Session,
    practice_id: int,
    actor: str,
    action: str,
    subject: str,
    now: datetime,
    **about: int | str | None,
) -> None:
    """`subject` names a row ("conversation:12"); `about` holds ids and words of ours, no more."""
    session.add(
        AuditEvent(
            practice_id=practice_id,
            happened_at=now,
            actor=actor,
            action=action,
            subject=subject,
            about=about,
        )
    )


def is_noted(session: Session, practice_id: int, action: str, subject: str) -> bool:
    found = select(AuditEvent.id).where(
        AuditEvent.practice_id == practice_id,
        AuditEvent.action == action,
        AuditEvent.subject == subject,
    )
    return session.scalar(found.limit(1)) is not None


def all_about(
    session: Session, practice_id: int, action: str, subject: str, since: datetime
) -> list[dict[str, Any]]:
    """What is kept of each such event, the oldest first."""
    found = select(AuditEvent.about).where(
        AuditEvent.practice_id == practice_id,
        AuditEvent.action == action,
        AuditEvent.subject == subject,
        AuditEvent.happened_at >= since,
    )
    return list(session.scalars(found.order_by(AuditEvent.id)))


def newest(
    session: Session, practice_id: int, actor: str, actions: tuple[str, ...], subject: str
) -> str | None:
    """The last of these that this actor did to it."""
    return session.scalar(
        select(AuditEvent.action)
        .where(
            AuditEvent.practice_id == practice_id,
            AuditEvent.subject == subject,
            AuditEvent.actor == actor,
            AuditEvent.action.in_(actions),
        )
        .order_by(AuditEvent.id.desc())
        .limit(1)
    )
