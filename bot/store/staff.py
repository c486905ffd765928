"""The practice's people: who may sign in, and under which name they write."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from bot.models import Staff

PRACTICES_OF = text("select practices_of_staff(:address)")


def practices_of(session: Session, address: str) -> Sequence[int]:
    """Where somebody with this address works; the one question asked across practices."""
    return session.scalars(PRACTICES_OF, {"address": address}).all()


def get(session: Session, practice_id: int, staff_id: int) -> Staff | None:
    return session.scalar(
        select(Staff).where(Staff.practice_id == practice_id, Staff.id == staff_id)
    )


def by_email(session: Session, practice_id: int, email: str) -> Staff | None:
    return session.scalar(
        select(Staff).where(Staff.practice_id == practice_id, Staff.email == email.lower())
    )


def add(
    session: Session, practice_id: int, email: str, name: str, role: str, now: datetime
) -> Staff:
    """Without a password: they choose one by their sign-in link."""
    row = Staff(
        practice_id=practice_id,
        email=email.lower(),
        name=name,
        role=role,
        password_hash=None,
        created_at=now,
    )
    session.add(row)
    session.flush()
    return row


def names(session: Session, practice_id: int) -> dict[int, str]:
    rows = session.execute(select(Staff.id, Staff.name).where(Staff.practice_id == practice_id))
    return {row.id: row.name for row in rows}
