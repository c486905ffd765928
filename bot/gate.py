"""Gathers what the gates look at, from the rows of this very transaction."""

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from bot.action import Person
from bot.clock import day_in
from bot.closures import federal_holidays
from bot.context import known_person, people_of_visit
from bot.guards import guard
from bot.models import Conversation, Message, Practice
from bot.practice_settings import PracticeSettings
from bot.rules import policy
from bot.rules.caps import Caps
from bot.rules.gates import judge
from bot.rules.holds import HoldFact
from bot.rules.places import states_of
from bot.rules.quiet_hours import HARD, Hours, Window
from bot.rules.send_facts import SendFacts, SendLimits, TextKind
from bot.rules.states import State
from bot.rules.table import RuleTable
from bot.rules.texting_wishes import NO_WISH, from_body, hours_within
from bot.rules.verdicts import Verdict
from bot.store import (
    balances,
    consents,
    heard,
    holds,
    messages,
    patients,
    payments,
    practices,
    visits,
)
from bot.zones import candidate_zones

YEAR = timedelta(days=365)
TELLS = "tells"
UNASKED = "unasked"  # a receipt of a charge that the patient did not make just now


def judge_text(
    session: Session, table: RuleTable, conversation: Conversation, message: Message, now: datetime
) -> Verdict:
    """May this text go now? Read under the conversation's lock, in the sending transaction."""
    return judge(facts_of(session, table, conversation, message, now))


def facts_of(
    session: Session, table: RuleTable, conversation: Conversation, message: Message, now: datetime
) -> SendFacts:
    practice = practices.get(session, conversation.practice_id)
    settings = practices.settings_of(session, practice.id)
    today = day_in(practice.timezone, now)
    patient = message.patient_id and patients.get(session, practice.id, message.patient_id)
    zip_code = patient.zip if patient else None
    wish = from_body(patient.texting_wish) if patient else None
    return SendFacts(
        kind=TextKind(message.kind),
        now=now,
        due_at=message.send_after or message.created_at,
        today=today,
        is_first_party=practice.relationship == "first_party",
        is_sending_on=practice.sending_paused_at is None,
        is_wording_approved=True,
        opted_out_at=patients.opted_out_at(session, practice.id, conversation.phone_key),
        is_optout_confirmed=_is_confirmed(session, conversation, message),
        state=State(conversation.state),
        owner_id=conversation.staff_id,
        is_answered=heard.is_answered(session, practice.id, message),
        acted_at=_acted_at(session, message),
        discloses=TELLS in message.says,
        is_web=message.visit_id is not None,
        statement_id=message.statement_id,
        statement_on=balances.statement_on(session, practice.id, message.statement_id),
        sent_at=heard.reminders_sent_at(session, practice.id, conversation.id, now - YEAR),
        sent_for_balance=heard.reminders_about(session, practice.id, message.statement_id),
        last_conversation_at=heard.last_talk_at(session, practice.id, conversation.id),
        zones=candidate_zones(conversation.phone, zip_code, practice.timezone),
        hours=hours_within(
            hours_of(table, practice, settings, conversation.phone, zip_code), wish or NO_WISH
        ),
        wish=wish,
        limits=limits_of(table, settings),
        **_about_patient(session, conversation, message, today, now),
    )


def _about_patient(
    session: Session, conversation: Conversation, message: Message, today: date, now: datetime
) -> dict[str, Any]:
    """Nobody is known: the gates' closed defaults stand."""
    practice_id, patient_id = conversation.practice_id, message.patient_id
    if patient_id is None:
        # A colleague may answer whoever wrote, also a number that is no patient's.
        answers_stranger = message.kind == TextKind.STAFF
        return {"is_patients_number": answers_stranger}
    agreed = consents.active(session, practice_id, patient_id, conversation.phone_key)
    people = patients.on_number(session, practice_id, conversation.phone)
    verified = _verified(session, conversation, message, people, now)
    paid_for = message.kind == TextKind.RECEIPT
    held = holds.open_holds(session, practice_id, patient_id, today)
    return {
        "is_patients_number": _is_theirs(session, conversation, patient_id),
        "has_consent": agreed is not None,
        "is_unencrypted_ok": agreed is not None and agreed.unencrypted_ok,
        # A receipt answers a payment made by the secret link or the saved card of the patient.
        "is_verified": paid_for or (verified is not None and verified.id == patient_id),
        "balance_cents": _owed(session, practice_id, message),
        "disputed_cents": _disputed(session, practice_id, message, held, today),
        "is_payment_pending": payments.is_paying(session, practice_id, patient_id, now),
        "holds": held,
    }


def _verified(
    session: Session,
    conversation: Conversation,
    message: Message,
    people: tuple[Person, ...],
    now: datetime,
) -> Person | None:
    """Where it will be read: on the phone, or in the browser that asked."""
    if message.visit_id is None:
        return known_person(conversation, people, now, None)
    visit = visits.get(session, message.practice_id, message.visit_id)
    return known_person(conversation, people_of_visit(session, visit), now, visit)


def limits_of(table: RuleTable, settings: PracticeSettings) -> SendLimits:
    """The rule table's numbers, tightened by the practice's own gap between reminders."""
    limits = policy.send_limits(table)
    gap = max(limits.caps.gap_days, settings.reminder_gap_days)
    caps = Caps(
        limits.caps.per_24h, limits.caps.per_7d, gap, limits.caps.per_balance, limits.caps.per_365d
    )
    return SendLimits(**{**limits.__dict__, "caps": caps})


def hours_of(
    table: RuleTable,
    practice: Practice,
    settings: PracticeSettings,
    phone: str,
    zip_code: str | None,
) -> Hours:
    """The practice's own hours, inside the law's and those of every state that may apply."""
    states = {*states_of(phone, zip_code), *((practice.state,) if practice.state else ())}
    law = policy.hours(table, sorted(states), federal_holidays(practice.state))
    own = Window(frozenset(settings.text_days), settings.text_from, settings.text_until)
    return Hours((own,), ((HARD,), *law.state_windows), law.closed_on)


def _owed(session: Session, practice_id: int, message: Message) -> int | None:
    """A reminder is about one statement; a text about none is about all."""
    if message.patient_id is None:
        return None
    owed = balances.balances_by_statement(session, practice_id, message.patient_id)
    if message.statement_id is not None:
        return owed.get(message.statement_id)
    return sum(owed.values())


def _disputed(
    session: Session, practice_id: int, message: Message, held: tuple[HoldFact, ...], today: date
) -> int:
    """By lines that are held: a hold of the whole stops a reminder by itself."""
    if message.patient_id is None or not any(hold.line_id for hold in held):
        return 0
    zone = practices.get(session, practice_id).timezone
    views = balances.statement_views(session, practice_id, message.patient_id, today, zone)
    return sum(v.disputed_cents for v in views if message.statement_id in (None, v.id))


def _is_theirs(session: Session, conversation: Conversation, patient_id: int | None) -> bool:
    if patient_id is None:
        return False
    key = conversation.phone_key
    patient = patients.get(session, conversation.practice_id, patient_id)
    suppressed = patients.is_suppressed(session, conversation.practice_id, patient_id, key)
    return patient.phone_key == key and not suppressed


def _is_confirmed(session: Session, conversation: Conversation, message: Message) -> bool:
    """By us, or by the carrier, which answers its own keywords (I02: one confirmation)."""
    if message.answers_id is not None:
        answered = messages.get(session, message.practice_id, message.answers_id)
        if answered is not None and guard(answered.body).answered_by_carrier:
            return True
    return heard.optout_confirmed(session, conversation.practice_id, conversation.id)


def _acted_at(session: Session, message: Message) -> datetime | None:
    """When the patient did what this text answers."""
    if message.answers_id is None:
        paid_by_patient = message.kind == TextKind.RECEIPT and UNASKED not in message.says
        return message.created_at if paid_by_patient else None
    answered = messages.get(session, message.practice_id, message.answers_id)
    return answered.created_at if answered else None
