"""The inbox: who is waiting, why, until when, and what is at stake."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy.orm import Session

from bot.models import Conversation, Direction, Message, Patient, Practice
from bot.rules.money import money
from bot.rules.states import State
from bot.store import inbox
from bot.store import staff as staff_store
from bot.web.auth import Colleague
from bot.web.staff_words import at, phone
from bot.web.waiting_view import Waiting, turns_of, waiting_view

LINE_LETTERS = 110


class Tab(StrEnum):
    NEEDS = "needs"
    MINE = "mine"
    ALL = "all"


TITLES = {Tab.NEEDS: "Needs a person", Tab.MINE: "Mine", Tab.ALL: "All"}


@dataclass(frozen=True)
class InboxRow:
    """`waits` None: nobody waits for a person, and `line` is what was said last."""

    id: int
    who: str
    waits: Waiting | None
    line: str
    said_at: str
    amount: str
    holder: str


@dataclass(frozen=True)
class Inbox:
    """`is_paused`: no reminder goes out until somebody lets them go on.

    `waiting`: how many wait for us; who has been answered needs a person, and waits for none.
    """

    tabs: tuple[tuple[Tab, str, int], ...]
    tab: Tab
    rows: tuple[InboxRow, ...]
    is_paused: bool
    waiting: int = 0

    @property
    def title(self) -> str:
        """With how many wait, for whoever has it open behind other pages."""
        return f"({self.waiting}) Inbox" if self.waiting else "Inbox"

    @property
    def is_cut(self) -> bool:
        """There are more than are shown."""
        return any(count > len(self.rows) for tab, _, count in self.tabs if tab is self.tab)


@dataclass(frozen=True)
class _Around:
    """What the rows are made of, read for all of them at once."""

    waiting: Mapping[int, Waiting]
    lines: Mapping[int, Message]
    people: Mapping[int, list[Patient]]
    owed: Mapping[int, int]
    names: Mapping[int, str]


def inbox_view(
    session: Session, practice: Practice, me: Colleague, tab: Tab, now: datetime
) -> Inbox:
    counts = inbox.counts(session, practice.id, me.staff_id)
    needing = inbox.needing_person(session, practice.id)
    turns = turns_of(session, practice.id, [row.id for row in needing])
    by_turn = sorted(needing, key=lambda row: turns.is_set_aside(row.id))
    rows = by_turn[: inbox.MOST] if tab is Tab.NEEDS else _latest(session, practice.id, me, tab)
    around = _around(session, practice, rows, now)
    tabs = zip(TITLES.items(), counts, strict=True)
    return Inbox(
        tabs=tuple((name, title, count) for (name, title), count in tabs),
        tab=tab,
        rows=tuple(_row(practice, me, row, around, now) for row in rows),
        is_paused=practice.sending_paused_at is not None,
        waiting=sum(not turns.is_set_aside(row.id) for row in needing),
    )


def who_on(conversation: Conversation, people: Sequence[Patient]) -> str:
    """By name as far as it is known; the number where it is not."""
    names = " or ".join(f"{person.first_name} {person.last_name}" for person in people)
    return names or ("Web visitor" if conversation.is_strangers else phone(conversation.phone))


def _latest(session: Session, practice_id: int, me: Colleague, tab: Tab) -> Sequence[Conversation]:
    if tab is Tab.MINE:
        return inbox.of_staff(session, practice_id, me.staff_id)
    return inbox.everyone(session, practice_id)


def _around(
    session: Session, practice: Practice, rows: Sequence[Conversation], now: datetime
) -> _Around:
    practice_id, ids = practice.id, [row.id for row in rows]
    people = inbox.people_of(session, practice_id, rows)
    patient_ids = {person.id for on_number in people.values() for person in on_number}
    return _Around(
        waiting=waiting_view(session, practice, people, rows, now),
        lines=inbox.last_lines(session, practice_id, ids),
        people=people,
        owed=inbox.owed_cents(session, practice_id, patient_ids),
        names=staff_store.names(session, practice_id),
    )


def _row(
    practice: Practice, me: Colleague, row: Conversation, around: _Around, now: datetime
) -> InboxRow:
    waits, line = around.waiting.get(row.id), around.lines.get(row.id)
    cents = sum(around.owed.get(person.id, 0) for person in around.people[row.id])
    last_at = at(line.created_at, practice.timezone, now) if line else ""
    return InboxRow(
        id=row.id,
        who=who_on(row, around.people[row.id]),
        waits=waits,
        line=_asked(waits) if waits and waits.words and not waits.wrote_again else _line(line),
        said_at=f"since {waits.since}" if waits else last_at,
        amount=money(cents) if cents else "",
        holder=_holder(me, row, waits is not None, around.names),
    )


def _asked(waits: Waiting) -> str:
    """What the person is needed for; of what was taken back, the words that did it."""
    first, more = waits.words[-1 if waits.is_taken_back else 0], len(waits.words) - 1
    return f"{_short(first)} (and {more} more)" if more else _short(first)


def _short(text: str) -> str:
    return text if len(text) <= LINE_LETTERS else f"{text[:LINE_LETTERS]}..."


def _line(line: Message | None) -> str:
    if line is None:
        return ""
    text = _short(line.body)
    return text if line.direction == Direction.INBOUND else f"Us: {text}"


def _holder(me: Colleague, row: Conversation, waits: bool, names: Mapping[int, str]) -> str:
    if row.state == State.CLOSED:
        return "Done"
    if row.staff_id is not None:
        return "You" if row.staff_id == me.staff_id else names.get(row.staff_id, "A colleague")
    return "Nobody yet" if waits or row.state == State.STAFF else "Assistant"
