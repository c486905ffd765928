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
    """`words`: the patient's, the oldest first. `is_taken_back`: they said never mind since.

    `is_answered`: a colleague wrote last; `wrote_again`: the patient did, to that colleague.
    """

    reason: str
    words: tuple[str, ...]
    since: str
    promise: str
    is_late: bool
    is_answered: bool
    wrote_again: bool
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
    last_words = {row.id: row.last_inbound_at for row in rows}
    return {
        row_id: _waiting(
            practice,
            handoff,
            (handoff.note or opening.get(row_id, "")).splitlines(),
            _Since(answered_at.get(row_id), last_words[row_id], now),
            _is_taken_back(handoff, {p.id for p in people[row_id]}, doubts),
        )
        for row_id, handoff in handoffs.items()
    }


@dataclass(frozen=True)
class _Since:
    """When a colleague and when the patient wrote last; None: never."""

    colleague_at: datetime | None
    patient_at: datetime | None
    now: datetime


def _waiting(
    practice: Practice, handoff: Handoff, words: Sequence[str], since: _Since, taken_back: bool
) -> Waiting:
    is_kept = _is_answered(handoff, since.colleague_at)
    wrote_again = is_kept and _is_after(since.patient_at, since.colleague_at)
    return Waiting(
        reason=said("reasons", handoff.reason),
        words=tuple(words),
        since=at(handoff.opened_at, practice.timezone, since.now),
        promise=_promise(practice, handoff, since, wrote_again),
        is_late=since.now > handoff.due_at and not is_kept,
        is_answered=is_kept and not wrote_again,
        wrote_again=wrote_again,
        is_urgent=handoff.reason == URGENT,
        is_taken_back=taken_back,
    )


def _is_after(patient_at: datetime | None, colleague_at: datetime | None) -> bool:
    return patient_at is not None and colleague_at is not None and patient_at > colleague_at


def _promise(practice: Practice, handoff: Handoff, since: _Since, wrote_again: bool) -> str:
    """The time we promised, until a colleague has answered; then who wrote last, and when."""
    if wrote_again and since.patient_at is not None:
        return f"Wrote again {at(since.patient_at, practice.timezone, since.now)}"
    if since.colleague_at is not None and _is_answered(handoff, since.colleague_at):
        return f"Answered {at(since.colleague_at, practice.timezone, since.now)}"
    due = at(handoff.due_at, practice.timezone, since.now)
    return f"Answer by {due} ({time_left(handoff.due_at, since.now)})"


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
