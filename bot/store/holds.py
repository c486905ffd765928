"""Holds: while one is open, no reminder asks for what it covers."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from sqlalchemy import or_, select, update
from sqlalchemy.orm import Session

from bot.models import Hold
from bot.rules.holds import TAKEN_BACK, HoldFact, HoldKind, Scope

TOOK_BACK = "the patient took it back"


def open_holds(
    session: Session, practice_id: int, patient_id: int, today: date
) -> tuple[HoldFact, ...]:
    rows = session.scalars(
        select(Hold).where(
            Hold.practice_id == practice_id,
            Hold.patient_id == patient_id,
            Hold.released_at.is_(None),
            or_(Hold.until.is_(None), Hold.until >= today),
        )
    )
    return tuple(
        HoldFact(
            kind=HoldKind(row.kind),
            scope=Scope.STATEMENT if row.statement_id else Scope.PATIENT,
            statement_id=row.statement_id,
            until=row.until,
            line_id=row.line_id,
        )
        for row in rows
    )


def kinds_on(
    session: Session, practice_id: int, patient_ids: Sequence[int], kinds: Iterable[HoldKind]
) -> frozenset[HoldKind]:
    """Which of these stand on any of these people; only a person releases them."""
    rows = session.scalars(
        select(Hold.kind).where(
            Hold.practice_id == practice_id,
            Hold.patient_id.in_(patient_ids),
            Hold.kind.in_(list(kinds)),
            Hold.released_at.is_(None),
        )
    )
    return frozenset(HoldKind(kind) for kind in rows)


def doubts(session: Session, practice_id: int, patient_ids: Iterable[int]) -> Sequence[Hold]:
    """Of the patients' own word: those that stand, and those that they took back."""
    return session.scalars(
        select(Hold).where(
            Hold.practice_id == practice_id,
            Hold.patient_id.in_(list(patient_ids)),
            Hold.kind.in_(TAKEN_BACK),
            or_(Hold.released_at.is_(None), Hold.released_by == TOOK_BACK),
        )
    ).all()


def whole_dispute(session: Session, practice_id: int, patient_id: int) -> tuple[str, bool]:
    """What was said of whatever is disputed whole, and whether that is all there is."""
    rows = session.scalars(
        select(Hold)
        .where(
            Hold.practice_id == practice_id,
            Hold.patient_id == patient_id,
            Hold.kind == HoldKind.DISPUTE,
            Hold.released_at.is_(None),
            Hold.line_id.is_(None),
        )
        .order_by(Hold.id)
    ).all()
    words = "\n".join(row.note for row in rows if row.note)
    return words, any(row.statement_id is None for row in rows)


def open_hold(
    session: Session,
    practice_id: int,
    patient_id: int,
    kind: HoldKind,
    now: datetime,
    *,
    until: date | None = None,
    statement_id: int | None = None,
    note: str = "",
    line_id: int | None = None,
) -> None:
    """A newer hold of the same kind on the same thing takes the older one's place and words."""
    same = [
        Hold.practice_id == practice_id,
        Hold.patient_id == patient_id,
        Hold.kind == kind,
        Hold.released_at.is_(None),
        Hold.statement_id.is_not_distinct_from(statement_id),
        Hold.line_id.is_not_distinct_from(line_id),
    ]
    older = session.scalars(select(Hold).where(*same)).all()
    said = [line for row in older for line in (row.note or "").splitlines()]
    note = "\n".join(dict.fromkeys((*said, *note.splitlines())))
    for row in older:
        row.released_at, row.released_by = now, "a newer hold"
    session.add(
        Hold(
            practice_id=practice_id,
            patient_id=patient_id,
            statement_id=statement_id,
            line_id=line_id,
            kind=kind,
            note=note,
            opened_at=now,
            until=until,
        )
    )
    session.flush()


def narrow(
    session: Session,
    practice_id: int,
    patient_id: int,
    kind: HoldKind,
    statement_id: int,
    now: datetime,
) -> None:
    """What was held whole gives way to the part that the patient then named."""
    session.execute(
        update(Hold)
        .where(
            Hold.practice_id == practice_id,
            Hold.patient_id == patient_id,
            Hold.kind == kind,
            Hold.released_at.is_(None),
            or_(Hold.statement_id.is_(None), Hold.statement_id == statement_id),
            Hold.line_id.is_(None),
        )
        .values(released_at=now, released_by="the part that is meant was named")
    )


def release(session: Session, practice_id: int, hold_id: int, by: str, now: datetime) -> None:
    session.execute(
        update(Hold)
        .where(Hold.practice_id == practice_id, Hold.id == hold_id, Hold.released_at.is_(None))
        .values(released_at=now, released_by=by)
    )


def release_kind(
    session: Session, practice_id: int, patient_id: int, kind: HoldKind, now: datetime
) -> None:
    """What the hold waited for has come about."""
    _end_kind(session, practice_id, patient_id, kind, "its reason ended", now)


def take_back(
    session: Session, practice_id: int, patient_id: int, kind: HoldKind, now: datetime
) -> None:
    """Who had said so says otherwise."""
    _end_kind(session, practice_id, patient_id, kind, TOOK_BACK, now)


def _end_kind(
    session: Session, practice_id: int, patient_id: int, kind: HoldKind, by: str, now: datetime
) -> None:
    session.execute(
        update(Hold)
        .where(
            Hold.practice_id == practice_id,
            Hold.patient_id == patient_id,
            Hold.kind == kind,
            Hold.released_at.is_(None),
        )
        .values(released_at=now, released_by=by)
    )
