"""Why a thread waits for a person: the reason, what was said of it, since when and until when."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from bot.closures import federal_holidays
from bot.context import MINUTES_EACH, desk_of
from bot.models import Conversation, Handoff, Hold, Patient, Practice
from bot.rules.answer_by import person_answers_by
from bot.rules.holds import newest_doubt
from bot.rules.quiet_hours import Window
from bot.store import holds, inbox, practices
from bot.store.handoffs import URGENT
from bot.web.staff_words import at, said, time_left
from nlu.normal import fold
from nlu.reactions import takes_notice, without_reaction
from nlu.small_words import is_small

_YES = re.compile(r"\b(?:yes|yeah|yep|yup|si|claro)\b")


@dataclass(frozen=True)
class Waiting:
    """`words`: the patient's, the oldest first. `is_taken_back`: they said never mind since.

    `is_answered`: a colleague wrote last; `wrote_again`: the patient did, to that colleague, and
    more than thanks.
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
    turns = turns_of(session, practice.id, ids)
    opening = inbox.opening_words(session, practice.id, ids)
    everybody = [person.id for row_id in turns.handoffs for person in people[row_id]]
    doubts = holds.doubts(session, practice.id, everybody)
    desk = desk_of(practices.settings_of(session, practice.id))
    return {
        row_id: _waiting(
            practice,
            handoff,
            (handoff.note or opening.get(row_id, "")).splitlines(),
            _Since(turns.answered_at.get(row_id), turns.again_at.get(row_id), now, desk),
            _is_taken_back(handoff, {p.id for p in people[row_id]}, doubts),
        )
        for row_id, handoff in turns.handoffs.items()
    }


@dataclass(frozen=True)
class Turns:
    """By conversation: its open hand-off, when a colleague answered it, and what came after that.

    `again_at`: when the patient first wrote more than thanks to the answer.
    """

    handoffs: Mapping[int, Handoff]
    answered_at: Mapping[int, datetime]
    again_at: Mapping[int, datetime]

    def is_set_aside(self, row_id: int) -> bool:
        """It is the patient's turn: whoever waits for us comes first; danger always does."""
        handoff = self.handoffs.get(row_id)
        is_answered = row_id in self.answered_at and row_id not in self.again_at
        return handoff is not None and is_answered and handoff.reason != URGENT


def turns_of(session: Session, practice_id: int, ids: Sequence[int]) -> Turns:
    handoffs = inbox.handoffs_of(session, practice_id, ids)
    wrote = inbox.answered_at(session, practice_id, handoffs)
    answered = {n: at for n, at in wrote.items() if at >= handoffs[n].opened_at}
    written = inbox.written_since(session, practice_id, answered)
    again = {n: [at for at, body in texts if not _is_thanks(body)] for n, texts in written.items()}
    return Turns(handoffs, answered, {n: moments[0] for n, moments in again.items() if moments})


def _is_thanks(body: str) -> bool:
    """ "Ok thanks", a heart or a thumb: nobody waits for a word on it. A yes may be an answer."""
    said = without_reaction(body)
    is_gone = bool(body) and not said  # a reaction taken off again
    return is_gone or ((is_small(said) or takes_notice(said)) and not _YES.search(fold(said).text))


@dataclass(frozen=True)
class _Since:
    """When a colleague answered, and since when the patient waits again; None: never."""

    colleague_at: datetime | None
    patient_at: datetime | None
    now: datetime
    desk: Window


def _waiting(
    practice: Practice, handoff: Handoff, words: Sequence[str], since: _Since, taken_back: bool
) -> Waiting:
    is_kept, wrote_again = since.colleague_at is not None, since.patient_at is not None
    return Waiting(
        reason=said("reasons", handoff.reason),
        words=tuple(words),
        since=at(handoff.opened_at, practice.timezone, since.now),
        promise=_promise(practice, handoff, since),
        is_late=_is_late(practice, handoff, since),
        is_answered=is_kept and not wrote_again,
        wrote_again=wrote_again,
        is_urgent=handoff.reason == URGENT,
        is_taken_back=taken_back,
    )


def _is_late(practice: Practice, handoff: Handoff, since: _Since) -> bool:
    """Who wrote again is answered in the time that who asks now would be promised."""
    if since.now <= handoff.due_at or since.colleague_at is None:
        return since.now > handoff.due_at
    if since.patient_at is None:
        return False
    closed = federal_holidays(practice.state)
    due = person_answers_by(
        since.patient_at, practice.timezone, (since.desk,), closed, 0, MINUTES_EACH
    )
    return since.now > due


def _promise(practice: Practice, handoff: Handoff, since: _Since) -> str:
    """The time we promised, until a colleague has answered; then who waits, and since when."""
    if since.patient_at is not None:
        return f"Wrote again {at(since.patient_at, practice.timezone, since.now)}"
    if since.colleague_at is not None:
        return f"Answered {at(since.colleague_at, practice.timezone, since.now)}"
    due = at(handoff.due_at, practice.timezone, since.now)
    return f"Answer by {due} ({time_left(handoff.due_at, since.now)})"


def _is_taken_back(handoff: Handoff, people: set[int], doubts: Sequence[Hold]) -> bool:
    """Nothing of that kind stands any more, and it was the patient who let it go."""
    kind = newest_doubt([handoff.reason])
    same = [hold for hold in doubts if hold.patient_id in people and hold.kind == kind]
    is_open = any(hold.released_at is None for hold in same)
    return not is_open and any(
        hold.released_at is not None and hold.released_at >= handoff.opened_at for hold in same
    )
