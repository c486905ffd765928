"""The scheduler's third duty: texts that were asked for, and promises whose day has gone by."""

from datetime import datetime

from sqlalchemy.orm import Session

from bot.action import Say
from bot.contact_facts import AskedKind
from bot.gate import judge_text
from bot.models import AskedText, Conversation, Message, Patient
from bot.rules.delivery import MessageStatus
from bot.rules.send_facts import TextKind
from bot.runtime import Runtime
from bot.say import Speech, drafted, send_later
from bot.store import asked_texts, balances, conversations, messages, patients, payments, reminders

KEPT, PAID, SENT = "the promise was kept", "nothing is owed any more", "sent"
ELSEWHERE = "the patient has another number"


def send_due(runtime: Runtime, practice_id: int, now: datetime) -> None:
    """Each in a transaction of its own; what has to wait for its hour stays open."""
    with runtime.database.transaction(practice_id) as session:
        due = asked_texts.due(session, practice_id, now)
    for asked_id in due:
        with runtime.database.transaction(practice_id) as session:
            if not _send(runtime, session, practice_id, asked_id, now):
                session.rollback()


def _send(
    runtime: Runtime, session: Session, practice_id: int, asked_id: int, now: datetime
) -> bool:
    """False: it waits, and nothing of it is kept."""
    asked = asked_texts.locked(session, practice_id, asked_id)
    if asked is None:
        return False
    conversation = conversations.lock(session, practice_id, asked.conversation_id)
    patient = patients.get(session, practice_id, asked.patient_id)
    needless = _needless(session, asked, patient, conversation)
    if needless is not None:
        _end(asked, needless, now)
        return True
    message = _draft(runtime, session, conversation, asked, patient, now)
    verdict = judge_text(session, runtime.rules, conversation, message, now)
    if not verdict.allowed and verdict.retry_at is not None:
        return False
    if not verdict.allowed:
        message.status, message.reason = MessageStatus.WITHHELD, verdict.reason
    messages.queue(session, message)
    messages.decide(session, practice_id, message.id, verdict, runtime.rules.version, now)
    _end(asked, SENT if verdict.allowed else verdict.reason, now, message.id)
    if verdict.allowed:
        memory = conversations.memory_of(conversation)
        conversations.keep_memory(conversation, conversations.introduced(memory))
        send_later(runtime, session, message)
    return True


def _needless(
    session: Session, asked: AskedText, patient: Patient, conversation: Conversation
) -> str | None:
    """Why no text is due any more: paid, kept, or reached elsewhere by now."""
    if patient.phone_key != conversation.phone_key:
        return ELSEWHERE
    if balances.balance_cents(session, asked.practice_id, patient.id) <= 0:
        return PAID
    if asked.cents is None:
        return None
    paid = balances.paid_since(session, asked.practice_id, patient.id, asked.asked_at)
    return KEPT if paid >= asked.cents else None


def _draft(
    runtime: Runtime,
    session: Session,
    conversation: Conversation,
    asked: AskedText,
    patient: Patient,
    now: datetime,
) -> Message:
    """Where several people share the number, nobody is named."""
    practice_id = conversation.practice_id
    owed = reminders.owed_statements(session, practice_id, patient.id)
    _, token = payments.request_payment(
        session, practice_id, patient.id, None, now, needs_check=True
    )
    is_alone = len(patients.on_number(session, practice_id, conversation.phone)) == 1
    is_promise = asked.kind == AskedKind.PROMISE
    speech = Speech(
        says=(_say(asked, "" if is_alone else "_noname"),),
        kind=TextKind.REMINDER if is_promise else TextKind.ASKED,
        person=patients.as_person(patient),
        statement_id=owed[0].id if owed else None,
        answers_id=None if is_promise else asked.asked_in_id,
        link_token=token,
    )
    return drafted(runtime, session, conversation, speech, now)


def _say(asked: AskedText, end: str) -> Say:
    if asked.kind != AskedKind.PROMISE or asked.promised_on is None:
        return Say(f"reminder_asked{end}")
    return Say(f"reminder_promised{end}", {"day": asked.promised_on})


def _end(asked: AskedText, outcome: str, now: datetime, message_id: int | None = None) -> None:
    asked.ended_at, asked.outcome, asked.message_id = now, outcome, message_id
