"""Texts that patients asked for, and the days they promised to pay on."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.models import AskedText

NEWER = "a newer word"


def ask(session: Session, practice_id: int, patient_id: int, now: datetime, **wanted: Any) -> None:
    """The newest word counts: what was open before is ended. `wanted`: columns of AskedText."""
    end_open(session, practice_id, patient_id, NEWER, now)
    session.add(AskedText(practice_id=practice_id, patient_id=patient_id, asked_at=now, **wanted))
    session.flush()


def end_open(
    session: Session, practice_id: int, patient_id: int, outcome: str, now: datetime
) -> None:
    session.execute(
        update(AskedText)
        .where(
            AskedText.practice_id == practice_id,
            AskedText.patient_id == patient_id,
            AskedText.ended_at.is_(None),
        )
        .values(ended_at=now, outcome=outcome)
    )


def open_of(session: Session, practice_id: int, patient_id: int) -> AskedText | None:
    return session.scalar(
        select(AskedText).where(
            AskedText.practice_id == practice_id,
            AskedText.patient_id == patient_id,
            AskedText.ended_at.is_(None),
        )
    )


def due(session: Session, practice_id: int, now: datetime) -> Sequence[int]:
    return session.scalars(
        select(AskedText.id)
        .where(
            AskedText.practice_id == practice_id,
            AskedText.ended_at.is_(None),
            AskedText.due_at <= now,
        )
        .order_by(AskedText.due_at, AskedText.id)
    ).all()


def locked(session: Session, practice_id: int, asked_id: int) -> AskedText | None:
    """Only while it is open: two ticks at once send it once."""
    return session.scalar(
        select(AskedText)
        .where(
            AskedText.practice_id == practice_id,
            AskedText.id == asked_id,
            AskedText.ended_at.is_(None),
        )
        .with_for_update()
    )


def promise_of(
    session: Session, practice_id: int, patient_id: int
) -> tuple[date, int | None, date | None, int | None] | None:
    """The day promised and the sum, if one was named; of two days the first and its part too."""
    row = open_of(session, practice_id, patient_id)
    if row is None or row.promised_on is None:
        return None
    return row.promised_on, row.cents, row.first_on, row.first_cents
