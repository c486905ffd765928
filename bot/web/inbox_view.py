"""The inbox: who is waiting, why, until when, and what is at stake."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy.orm import Session

from bot.models import Conversation, Direction, Handoff, Message, Patient, Practice
from bot.rules.money import money
from bot.rules.states import State
from bot.store import inbox
from bot.store import staff as staff_store
from bot.store.handoffs import URGENT
from bot.web.auth import Colleague
from bot.web.staff_words import at, phone, said, time_left

LINE_LETTERS = 110


class Tab(StrEnum):
    NEEDS = "needs"
    MINE = "mine"
    ALL = "all"


TITLES = {Tab.NEEDS: "Needs a person", Tab.MINE: "Mine", Tab.ALL: "All"}


@dataclass(frozen=True)
class InboxRow:
    """`promise` is empty where nobody waits for a person."""

    id: int
    who: str
    reason: str
    promise: str
    is_late: bool
    is_urgent: bool
    line: str
    said_at: str
    amount: str
    holder: str


@dataclass(frozen=True)
class Inbox:
    tabs: tuple[tuple[Tab, str, int], ...]
    tab: Tab
    rows: tuple[InboxRow, ...]


@dataclass(frozen=True)
class _Around:
    """What the rows are made of, read for all of them at once."""

    handoffs: Mapping[int, Handoff]
    lines: Mapping[int, Message]
    people: Mapping[int, list[Patient]]
    owed: Mapping[int, int]
    answered_at: Mapping[int, datetime]
    names: Mapping[int, str]


def inbox_view(
    session: Session, practice: Practice, me: Colleague, tab: Tab, now: datetime
) -> Inbox:
    counts = inbox.counts(session, practice.id, me.staff_id)
    rows = _conversations(session, practice.id, me, tab)
    around = _around(session, practice.id, rows)
    tabs = zip(TITLES.items(), counts, strict=True)
    return Inbox(
        tabs=tuple((name, title, count) for (name, title), count in tabs),
        tab=tab,
        rows=tuple(_row(practice, me, row, around, now) for row in rows),
    )


def who_on(conversation: Conversation, people: Sequence[Patient]) -> str:
    """By name as far as it is known; the number where it is not."""
    names = " or ".join(f"{person.first_name} {person.last_name}" for person in people)
    return names or ("Web visitor" if conversation.is_strangers else phone(conversation.phone))


def _conversations(
    session: Session, practice_id: int, me: Colleague, tab: Tab
) -> Sequence[Conversation]:
    if tab is Tab.NEEDS:
        return inbox.needing_person(session, practice_id)
    if tab is Tab.MINE:
        return inbox.of_staff(session, practice_id, me.staff_id)
    return inbox.everyone(session, practice_id)


def _around(session: Session, practice_id: int, rows: Sequence[Conversation]) -> _Around:
    ids = [row.id for row in rows]
    people = inbox.people_of(session, practice_id, rows)
    patient_ids = {person.id for on_number in people.values() for person in on_number}
    return _Around(
        handoffs=inbox.handoffs_of(session, practice_id, ids),
        lines=inbox.last_lines(session, practice_id, ids),
        people=people,
        owed=inbox.owed_cents(session, practice_id, patient_ids),
        answered_at=inbox.answered_at(session, practice_id, ids),
        names=staff_store.names(session, practice_id),
    )


def _row(
    practice: Practice, me: Colleague, row: Conversation, around: _Around, now: datetime
) -> InboxRow:
    handoff, line = around.handoffs.get(row.id), around.lines.get(row.id)
    cents = sum(around.owed.get(person.id, 0) for person in around.people[row.id])
    return InboxRow(
        id=row.id,
        who=who_on(row, around.people[row.id]),
        reason=said("reasons", handoff.reason) if handoff else "",
        promise=_promise(practice, handoff, around.answered_at.get(row.id), now),
        is_late=_is_late(handoff, around.answered_at.get(row.id), now),
        is_urgent=handoff is not None and handoff.reason == URGENT,
        line=_line(line),
        said_at=at(line.created_at, practice.timezone, now) if line else "",
        amount=money(cents) if cents else "",
        holder=_holder(me, row, handoff, around.names),
    )


def _promise(
    practice: Practice, handoff: Handoff | None, answered_at: datetime | None, now: datetime
) -> str:
    """The time we promised, until a colleague has answered."""
    if handoff is None:
        return ""
    if _is_answered(handoff, answered_at):
        return f"Answered {at(answered_at, practice.timezone, now)}" if answered_at else ""
    due = at(handoff.due_at, practice.timezone, now)
    return f"Answer by {due} ({time_left(handoff.due_at, now)})"


def _is_answered(handoff: Handoff, answered_at: datetime | None) -> bool:
    return answered_at is not None and answered_at >= handoff.opened_at


def _is_late(handoff: Handoff | None, answered_at: datetime | None, now: datetime) -> bool:
    return handoff is not None and now > handoff.due_at and not _is_answered(handoff, answered_at)


def _line(line: Message | None) -> str:
    if line is None:
        return ""
    text = line.body if len(line.body) <= LINE_LETTERS else f"{line.body[:LINE_LETTERS]}..."
    return text if line.direction == Direction.INBOUND else f"Us: {text}"


def _holder(
    me: Colleague, row: Conversation, handoff: Handoff | None, names: Mapping[int, str]
) -> str:
    if row.state == State.CLOSED:
        return "Done"
    if row.staff_id is not None:
        return "You" if row.staff_id == me.staff_id else names.get(row.staff_id, "A colleague")
    waits = row.state == State.STAFF or handoff is not None
    return "Nobody yet" if waits else "Assistant"
