"""Signs of life of what runs by itself."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from bot.models import Heartbeat


def beat(session: Session, name: str, at: datetime) -> None:
    session.execute(
        insert(Heartbeat)
        .values(name=name, beat_at=at)
        .on_conflict_do_update(index_elements=["name"], set_={"beat_at": at})
    )


def last_beat(session: Session, name: str) -> datetime | None:
    return session.scalar(select(Heartbeat.beat_at).where(Heartbeat.name == name))
