"""Why a thread waits for a person: the reason, what was said of it, since when and until when."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from bot.models import Conversation, Handoff, Hold, Patient, Practice
from bot.rules.holds import newest_doubt
from bot.store import holds, inbox
from bot.store.handoffs import URGENT
from bot.web.staff_words import at, said, time_left


@dataclass(frozen=True)
class Waiting:
    """`words`: the patient's, the oldest first. `is_taken_back`: they said never mind since."""

    reason: str
    words: tuple[str, ...]
    since: str
    promise: str
    is_late: bool
    is_urgent: bool
    is_taken_back: bool


def waiting_view(
    session: Session,
    practice: Practice,
    people: Mapping[int, Sequence[Patient]],
    rows: Sequence[Conversation],
    now: datetime,
) -> dict[int, Waiting]:
    """By conversation; only those that wait."""
    ids = [row.id for row in rows]
    handoffs = inbox.handoffs_of(session, practice.id, ids)
    answered_at = inbox.answered_at(session, practice.id, ids)
    opening = inbox.opening_words(session, practice.id, ids)
    everybody = [person.id for row_id in handoffs for person in people[row_id]]
    doubts = holds.doubts(session, practice.id, everybody)
    return {
        row_id: Waiting(
            reason=said("reasons", handoff.reason),
            words=tuple((handoff.note or opening.get(row_id, "")).splitlines()),
            since=at(handoff.opened_at, practice.timezone, now),
            promise=_promise(practice, handoff, answered_at.get(row_id), now),
            is_late=now > handoff.due_at and not _is_answered(handoff, answered_at.get(row_id)),
            is_urgent=handoff.reason == URGENT,
            is_taken_back=_is_taken_back(handoff, {p.id for p in people[row_id]}, doubts),
        )
        for row_id, handoff in handoffs.items()
    }


def _promise(
    practice: Practice, handoff: Handoff, answered_at: datetime | None, now: datetime
) -> str:
    """The time we promised, until a colleague has answered."""
    if answered_at is not None and _is_answered(handoff, answered_at):
        return f"Answered {at(answered_at, practice.timezone, now)}"
    due = at(handoff.due_at, practice.timezone, now)
    return f"Answer by {due} ({time_left(handoff.due_at, now)})"


def _is_answered(handoff: Handoff, answered_at: datetime | None) -> bool:
    return answered_at is not None and answered_at >= handoff.opened_at


def _is_taken_back(handoff: Handoff, people: set[int], doubts: Sequence[Hold]) -> bool:
    """Nothing of that kind stands any more, and it was the patient who let it go."""
    kind = newest_doubt([handoff.reason])
    same = [hold for hold in doubts if hold.patient_id in people and hold.kind == kind]
    is_open = any(hold.released_at is None for hold in same)
    return not is_open and any(
        hold.released_at is not None and hold.released_at >= handoff.opened_at for hold in same
    )
