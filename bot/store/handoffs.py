"""Hand-offs: a person is needed, and was promised by a stated time."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, func, select, update
from sqlalchemy.orm import Session

from bot.models import Conversation, Handoff

URGENT = "crisis"
MOST_PRESSING_FIRST = (Handoff.reason != URGENT, Handoff.due_at, Handoff.id)


def open_of(session: Session, practice_id: int, conversation_id: int) -> Handoff | None:
    return session.scalar(
        select(Handoff).where(
            Handoff.practice_id == practice_id,
            Handoff.conversation_id == conversation_id,
            Handoff.closed_at.is_(None),
        )
    )


def fetch_person(
    session: Session,
    practice_id: int,
    conversation_id: int,
    reason: str,
    topic: str,
    due_at: datetime,
    now: datetime,
    note: str = "",
    said_by: int | None = None,
) -> bool:
    """True when this opened one; a thread waits for a person once, and the words are added.

    `said_by`: whose the words are, where we know who writes. A time that has passed is told anew.
    """
    waiting = open_of(session, practice_id, conversation_id)
    if waiting is not None:
        add_note(waiting, note, said_by)
        _renew(waiting, due_at, now)
        return False
    session.add(
        Handoff(
            practice_id=practice_id,
            conversation_id=conversation_id,
            reason=reason,
            topic=topic,
            opened_at=now,
            due_at=due_at,
            note=note or None,
            note_of=[said_by for _ in note.splitlines()],
        )
    )
    session.flush()
    return True


def add_note(handoff: Handoff, note: str, said_by: int | None = None) -> None:
    """Each thing said is kept once, in its own line, and is whose it was first."""
    before = (handoff.note or "").splitlines()
    known = [*handoff.note_of, *[None] * len(before)][: len(before)]
    whose = dict(zip(before, known, strict=True))
    for line in note.splitlines():
        whose.setdefault(line, said_by)
    handoff.note, handoff.note_of = "\n".join(whose) or None, list(whose.values())


def _renew(handoff: Handoff, due_at: datetime, now: datetime) -> None:
    if handoff.due_at <= now < due_at and handoff.reason != URGENT:
        handoff.due_at = due_at


def fetch_urgently(
    session: Session,
    practice_id: int,
    conversation_id: int,
    reason: str,
    topic: str,
    now: datetime,
) -> bool:
    """Due at once; a hand-off that is open already is raised, and counts as opened anew."""
    if fetch_person(session, practice_id, conversation_id, reason, topic, now, now):
        return True
    raised = {"reason": reason, "topic": topic, "opened_at": now, "due_at": now}
    session.execute(
        update(Handoff).where(*_open_one(practice_id, conversation_id)).values(**raised)
    )
    return True


def waiting(session: Session, practice_id: int) -> Sequence[tuple[Handoff, Conversation]]:
    """Those that need a person, danger first, then the earliest promise."""
    rows = session.execute(
        select(Handoff, Conversation)
        .join(Conversation, Conversation.id == Handoff.conversation_id)
        .where(Handoff.practice_id == practice_id, Handoff.closed_at.is_(None))
        .order_by(*MOST_PRESSING_FIRST)
    )
    return [(handoff, conversation) for handoff, conversation in rows]


def running_out(
    session: Session, practice_id: int, since: datetime, until: datetime
) -> Sequence[Handoff]:
    """Promised for a time between the two, with nobody there yet and no alarm given."""
    return session.scalars(
        select(Handoff)
        .where(
            Handoff.practice_id == practice_id,
            Handoff.closed_at.is_(None),
            Handoff.assignee_id.is_(None),
            Handoff.alarmed_at.is_(None),
            Handoff.due_at.between(since, until),
        )
        .order_by(Handoff.due_at, Handoff.id)
    ).all()


def get(session: Session, practice_id: int, handoff_id: int) -> Handoff:
    """Locked."""
    return session.scalars(
        select(Handoff)
        .where(Handoff.practice_id == practice_id, Handoff.id == handoff_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one()


def how_many_wait(session: Session, practice_id: int) -> int:
    found = select(func.count()).where(
        Handoff.practice_id == practice_id, Handoff.closed_at.is_(None)
    )
    return int(session.scalar(found) or 0)


def close(session: Session, practice_id: int, conversation_id: int, now: datetime) -> None:
    session.execute(
        update(Handoff).where(*_open_one(practice_id, conversation_id)).values(closed_at=now)
    )


def _open_one(practice_id: int, conversation_id: int) -> tuple[ColumnElement[bool], ...]:
    return (
        Handoff.practice_id == practice_id,
        Handoff.conversation_id == conversation_id,
        Handoff.closed_at.is_(None),
    )
