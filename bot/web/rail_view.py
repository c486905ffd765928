"""Beside the thread: who it is, what is owed, what is agreed, and what comes next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy.orm import Session

from bot.bill import Bill, StatementView
from bot.clock import day_in
from bot.models import Conversation, Hold, Patient, Practice
from bot.rules import told_fields
from bot.rules.cadence import Cadence, day_zero, next_step
from bot.rules.holds import HoldKind
from bot.rules.money import money
from bot.rules.texting_wishes import from_body, in_words, standing
from bot.store import (
    asked_texts,
    balances,
    consents,
    inbox,
    patients,
    practices,
    reminders,
    visits,
)
from bot.web.here import runtime
from bot.web.request_view import RequestLines, request_view, state_beside
from bot.web.staff_words import at, said
from bot.web.state_view import StateLines

PAST = datetime.min.replace(tzinfo=UTC)
ENDS_WITH_ITS_PLAN = HoldKind.PLAN_CURRENT


@dataclass(frozen=True)
class HoldLine:
    id: int
    words: str
    until: str
    may_release: bool
    note: str


@dataclass(frozen=True)
class PersonRail:
    """One person on the number; amounts as text. `wish` "": they asked for nothing special.

    `email_told`, `language_told`: when the patient told it; "" where the practice's file stands.
    """

    id: int
    name: str
    email: str
    email_told: str
    language_told: str
    wish: str
    asked: str
    language: str
    statements: tuple[tuple[str, str, str], ...]
    balance: str
    pending: str
    plan: tuple[tuple[str, str, str], ...]
    holds: tuple[HoldLine, ...]
    consent: str
    next_reminder: str


@dataclass(frozen=True)
class Rail:
    identified: str
    people: tuple[PersonRail, ...]
    request: RequestLines | None
    state: StateLines | None


@dataclass(frozen=True)
class _Desk:
    """Where and when the rail is read."""

    session: Session
    practice: Practice
    conversation: Conversation
    cadence: Cadence
    now: datetime
    today: date


def rail_view(
    session: Session, practice: Practice, conversation: Conversation, now: datetime
) -> Rail:
    cadence = runtime().cadences[practices.settings_of(session, practice.id).cadence]
    today = day_in(practice.timezone, now)
    desk = _Desk(session, practice, conversation, cadence, now, today)
    people = inbox.people_of(session, practice.id, [conversation])[conversation.id]
    shown = tuple(_person(desk, person) for person in people)
    return Rail(
        _identified(desk),
        shown,
        request_view(session, conversation),
        state_beside(session, conversation, practice.state),
    )


def _identified(desk: _Desk) -> str:
    verified_at = desk.conversation.verified_at
    in_chat = visits.last_verified(desk.session, desk.practice.id, desk.conversation.id)
    if in_chat and in_chat.verified_at and in_chat.verified_at > (verified_at or PAST):
        moment = at(in_chat.verified_at, desk.practice.timezone, desk.now)
        return f"Identified in the web chat {moment}"
    if verified_at is None:
        return "Not identified in this conversation"
    return f"Identified {at(verified_at, desk.practice.timezone, desk.now)}"


def _person(desk: _Desk, person: Patient) -> PersonRail:
    practice = desk.practice
    bill = balances.bill_of(desk.session, practice.id, person.id, desk.today, practice.timezone)
    held = inbox.open_holds(desk.session, practice.id, [person.id], desk.today)
    places = _places(bill)
    return PersonRail(
        id=person.id,
        email=person.email or "",
        email_told=_told(desk, person, "email"),
        language_told=_told(desk, person, "language"),
        wish=in_words(standing(from_body(person.texting_wish), desk.today)),
        asked=_asked(desk, person),
        name=f"{person.first_name} {person.last_name}",
        language={"en": "English", "es": "Spanish"}.get(person.language, person.language),
        statements=_statements(bill),
        balance=money(bill.balance_cents),
        pending=money(bill.pending_cents) if bill.pending_cents else "",
        plan=_plan(bill),
        holds=tuple(_hold(hold, places) for hold in held),
        consent=_consent(desk, person),
        next_reminder=_next_reminder(desk, person, held),
    )


def _told(desk: _Desk, person: Patient, field: str) -> str:
    """Whose word stands, where the file has another."""
    moment = told_fields.told_at(person.told, field)
    return said("told", field, day=_day(day_in(desk.practice.timezone, moment))) if moment else ""


def _statements(bill: Bill) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (
            f"{s.number}{_disputed(s)}",
            f"due {_day(s.due_on)}" if s.due_on else f"of {_day(s.statement_on)}",
            money(s.balance_cents),
        )
        for s in bill.statements
    )


def _disputed(statement: StatementView) -> str:
    if statement.disputed:
        return " (disputed)"
    held = statement.disputed_cents
    return f" ({money(held)} disputed)" if held else ""


def _plan(bill: Bill) -> tuple[tuple[str, str, str], ...]:
    parts = bill.plan.installments if bill.plan else ()
    return tuple(
        (_day(part.due_on), "paid" if part.paid else "to come", money(part.cents)) for part in parts
    )


def _places(bill: Bill) -> dict[tuple[int, int | None], str]:
    """Statement, or statement and line, in words; a line as the patient was told of it."""
    places: dict[tuple[int, int | None], str] = {}
    for statement in (*bill.statements, *bill.earlier):
        places[statement.id, None] = f", statement {statement.number}"
        for number, line in enumerate(statement.lines, start=1):
            item = f", item {number} ({line.description})"
            places[statement.id, line.id] = f"{places[statement.id, None]}{item}"
    return places


def _hold(hold: Hold, places: Mapping[tuple[int, int | None], str]) -> HoldLine:
    """A hold of one statement or line names it."""
    where = places.get((hold.statement_id or 0, hold.line_id), "")
    return HoldLine(
        id=hold.id,
        words=f"{said('holds', hold.kind)}{where}",
        until=f"until {_day(hold.until)}" if hold.until else "until released",
        may_release=hold.kind != ENDS_WITH_ITS_PLAN,
        note=hold.note,
    )


def _asked(desk: _Desk, person: Patient) -> str:
    """A text that they asked for, or the day they named for a payment."""
    found = asked_texts.open_of(desk.session, desk.practice.id, person.id)
    if found is None:
        return ""
    if found.promised_on is not None:
        sum_ = f" ({money(found.cents)})" if found.cents else ""
        return f"Named {_day(found.promised_on)} for a payment{sum_}"
    return f"Asked for a text {at(found.due_at, desk.practice.timezone, desk.now)}"


def _consent(desk: _Desk, person: Patient) -> str:
    practice_id, key = desk.practice.id, desk.conversation.phone_key
    if patients.opted_out_at(desk.session, practice_id, key):
        return "Opted out of texts"
    yes = consents.active(desk.session, practice_id, person.id, key)
    if yes is None:
        return "No consent to billing texts on this number"
    amounts = "amounts in texts are fine" if yes.unencrypted_ok else "amounts only on the page"
    return f"Consent {_day(yes.given_at.date())} ({yes.source}); {amounts}"


def _next_reminder(desk: _Desk, person: Patient, held: Sequence[Hold]) -> str:
    """The next step of the cadence, or what stands in its way."""
    stopping = [hold for hold in held if hold.line_id is None]
    if stopping:
        return f"None while on hold: {said('holds', stopping[0].kind)}"
    coming = [step for step in _coming(desk, person) if step is not None]
    if not coming:
        return "None: nothing is owed, or all reminders have been sent"
    on, key, number = min(coming)
    return f"{_day(on)}: {said('steps', key)}, statement {number}"


def _coming(desk: _Desk, person: Patient) -> list[tuple[date, str, str] | None]:
    known_on = day_in(desk.practice.timezone, person.created_at)
    owed = reminders.owed_statements(desk.session, desk.practice.id, person.id)
    steps = [
        (next_step(desk.cadence, day_zero(s.statement_on, known_on, desk.cadence), desk.today), s)
        for s in owed
    ]
    return [(found[1], found[0].key, s.external_id) if found else None for found, s in steps]


def _day(on: date) -> str:
    return f"{on:%a %b} {on.day}, {on.year}"
