"""Practices and their versioned settings."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, select, update
from sqlalchemy.orm import Session

from bot.models import Practice, PracticeSettingsVersion
from bot.practice_settings import PracticeSettings, from_body, to_body


def by_number(session: Session, number: str) -> Practice | None:
    return session.scalar(select(Practice).where(Practice.number == number))


def by_slug(session: Session, slug: str) -> Practice | None:
    return session.scalar(select(Practice).where(Practice.slug == slug))


def get(session: Session, practice_id: int) -> Practice:
    return session.scalars(select(Practice).where(Practice.id == practice_id)).one()


def everyone(session: Session) -> Sequence[Practice]:
    return session.scalars(select(Practice).order_by(Practice.id)).all()


def add(session: Session, practice: Practice) -> Practice:
    session.add(practice)
    session.flush()
    return practice


def pause_sending(session: Session, practice_id: int, at: datetime | None) -> None:
    session.execute(update(Practice).where(Practice.id == practice_id).values(sending_paused_at=at))


def settings_of(session: Session, practice_id: int) -> PracticeSettings:
    """The newest version; a practice always has one."""
    row = session.scalars(_newest(practice_id)).one()
    return from_body(row.body, row.version)


def has_settings(session: Session, practice_id: int) -> bool:
    return session.scalars(_newest(practice_id)).one_or_none() is not None


def save_settings(
    session: Session, practice_id: int, settings: PracticeSettings, by: str, now: datetime
) -> PracticeSettings:
    """As a new version; the older ones stay as they were."""
    newest = session.scalars(_newest(practice_id)).one_or_none()
    body: dict[str, Any] = to_body(settings)
    version = 1 if newest is None else newest.version + 1
    row = PracticeSettingsVersion(
        practice_id=practice_id, version=version, body=body, saved_at=now, saved_by=by
    )
    session.add(row)
    session.flush()
    return from_body(body, version)


def _newest(practice_id: int) -> Select[PracticeSettingsVersion]:
    return (
        select(PracticeSettingsVersion)
        .where(PracticeSettingsVersion.practice_id == practice_id)
        .order_by(PracticeSettingsVersion.version.desc())
        .limit(1)
    )
