"""What colleagues corrected: kept for learning, withdrawn, learned, or refused with a reason."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime

from sqlalchemy import select, text, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from bot.models import Correction, CorrectionState, Message

MOST = 200
AWAITED = (CorrectionState.NEW, CorrectionState.LEARNED)


def save(
    session: Session,
    practice_id: int,
    message_id: int,
    words: str,
    intents: Sequence[str],
    staff_id: int,
    now: datetime,
) -> int | None:
    """The new row's id, or None: a correction of this message stands already."""
    return session.scalar(
        insert(Correction)
        .values(
            practice_id=practice_id,
            message_id=message_id,
            text=words,
            intents=list(intents),
            staff_id=staff_id,
            corrected_at=now,
            state=CorrectionState.NEW,
        )
        .on_conflict_do_nothing(
            index_elements=["practice_id", "message_id"],
            index_where=text("state <> 'withdrawn'"),
        )
        .returning(Correction.id)
    )


def standing(
    session: Session, practice_id: int, message_ids: Iterable[int]
) -> dict[int, Correction]:
    """By message; none that was withdrawn."""
    rows = session.scalars(
        select(Correction).where(
            Correction.practice_id == practice_id,
            Correction.message_id.in_(list(message_ids)),
            Correction.state != CorrectionState.WITHDRAWN,
        )
    )
    return {row.message_id: row for row in rows}


def newest_first(session: Session, practice_id: int) -> Sequence[tuple[Correction, Message]]:
    """With the text that was misunderstood; the withdrawn ones are left out."""
    rows = session.execute(
        select(Correction, Message)
        .join(Message, Message.id == Correction.message_id)
        .where(Correction.practice_id == practice_id, Correction.state != CorrectionState.WITHDRAWN)
        .order_by(Correction.id.desc())
        .limit(MOST)
    )
    return [(correction, message) for correction, message in rows]


def withdraw(session: Session, practice_id: int, correction_id: int, now: datetime) -> int | None:
    """The message it was about; None: there is no such standing correction."""
    return session.scalar(
        update(Correction)
        .where(
            Correction.practice_id == practice_id,
            Correction.id == correction_id,
            Correction.state != CorrectionState.WITHDRAWN,
        )
        .values(state=CorrectionState.WITHDRAWN, settled_at=now)
        .returning(Correction.message_id)
    )


def to_learn(session: Session, practice_id: int) -> Sequence[Correction]:
    """New or already learned, oldest first: what the next model is made of."""
    return session.scalars(
        select(Correction)
        .where(Correction.practice_id == practice_id, Correction.state.in_(AWAITED))
        .order_by(Correction.id)
    ).all()


def settle(session: Session, practice_id: int, known: Collection[int], now: datetime) -> int:
    """What the model in use knows is learned, the rest waits (again); how many that changed."""
    changed = 0
    for row in to_learn(session, practice_id):
        state = CorrectionState.LEARNED if row.id in known else CorrectionState.NEW
        if row.state != state:
            row.state, row.settled_at = state, now
            changed += 1
    return changed


def refuse(
    session: Session, practice_id: int, correction_id: int, reason: str, now: datetime
) -> None:
    """Not learned, and why; one withdrawn meanwhile stays withdrawn."""
    session.execute(
        update(Correction)
        .where(
            Correction.practice_id == practice_id,
            Correction.id == correction_id,
            Correction.state.in_(AWAITED),
        )
        .values(state=CorrectionState.REFUSED, reason=reason, settled_at=now)
    )
