"""A person was promised by a time: kept, or apologised for and told anew before it lapses (F14)."""

from datetime import datetime

from sqlalchemy.orm import Session

from bot.action import ClockTime, Say
from bot.clock import day_in
from bot.context import answers_at
from bot.gate import judge_text
from bot.models import Conversation, Handoff, Message
from bot.rules.delivery import MessageStatus
from bot.rules.holds import HoldKind
from bot.rules.renewals import FORGIVEN, MOST_RENEWALS, WARNING, Awaited, Late, judge_wait, renewed
from bot.rules.send_facts import TextKind
from bot.rules.states import State
from bot.runtime import Runtime
from bot.say import Speech, drafted, send_later
from bot.store import audit, conversations, handoffs, holds, messages, patients, practices, queue

LONGEST_LATE = 7 * FORGIVEN


def renew(runtime: Runtime, practice_id: int, now: datetime) -> None:
    """Each hand-off in a transaction of its own, under its conversation's lock."""
    with runtime.database.transaction(practice_id) as session:
        due = handoffs.running_out(session, practice_id, now - LONGEST_LATE, now + WARNING)
        ids = [(handoff.id, handoff.conversation_id) for handoff in due]
    for handoff_id, conversation_id in ids:
        with runtime.database.transaction(practice_id) as session:
            conversation = conversations.lock(session, practice_id, conversation_id)
            handoff = handoffs.get(session, practice_id, handoff_id)
            if _is_waiting(handoff, conversation):
                _judged(runtime, session, conversation, handoff, now)


def _is_waiting(handoff: Handoff, conversation: Conversation) -> bool:
    """Nobody has taken it over meanwhile; a colleague who has is not disturbed."""
    is_open = handoff.closed_at is None and handoff.alarmed_at is None
    return is_open and handoff.assignee_id is None and conversation.state != State.STAFF


def _judged(
    runtime: Runtime, session: Session, conversation: Conversation, handoff: Handoff, now: datetime
) -> None:
    held = _held(session, conversation, now)
    awaited = Awaited(handoff.opened_at, handoff.due_at, handoff.renewals, held)
    late = judge_wait(awaited, now)
    if late is Late.RENEW:
        _renew(runtime, session, conversation, handoff, now)
    elif late is Late.ALARM:
        _alarm(session, handoff, now)


def _held(session: Session, conversation: Conversation, now: datetime) -> frozenset[HoldKind]:
    """Of whoever is reached there, also where the number has been forgotten since."""
    practice_id = conversation.practice_id
    today = day_in(practices.get(session, practice_id).timezone, now)
    people = [p.id for p in patients.on_number(session, practice_id, conversation.phone)]
    found = [h for each in people for h in holds.open_holds(session, practice_id, each, today)]
    kinds = frozenset(hold.kind for hold in found)
    is_forgotten = patients.is_forgotten(session, practice_id, conversation.phone_key)
    return kinds | {HoldKind.WRONG_NUMBER} if is_forgotten else kinds


def _renew(
    runtime: Runtime, session: Session, conversation: Conversation, handoff: Handoff, now: datetime
) -> None:
    """At night nothing is said: the morning's first tick tells the new time."""
    practice = practices.get(session, handoff.practice_id)
    settings = practices.settings_of(session, practice.id)
    due_at = renewed(handoff.due_at, answers_at(session, practice, settings, now))
    key = "promise_renewed_again" if handoff.renewals else "promise_renewed"
    say = Say(key, {"time": ClockTime(due_at)})
    message = _draft(runtime, session, conversation, say, now)
    verdict = judge_text(session, runtime.rules, conversation, message, now)
    if not verdict.allowed and verdict.retry_at is not None:
        return
    if not verdict.allowed:
        message.status, message.reason = MessageStatus.WITHHELD, verdict.reason
    messages.queue(session, message)
    messages.decide(session, practice.id, message.id, verdict, runtime.rules.version, now)
    if not verdict.allowed:
        _alarm(session, handoff, now)
        return
    handoff.due_at, handoff.renewals = due_at, handoff.renewals + 1
    send_later(runtime, session, message)
    _note(session, handoff, "promise_renewed", now, message.id)
    _tell(session, "tell_staff", handoff)


def _draft(
    runtime: Runtime,
    session: Session,
    conversation: Conversation,
    say: Say,
    now: datetime,
) -> Message:
    known = conversation.patient_id
    person = patients.get(session, conversation.practice_id, known) if known else None
    speech = Speech(
        says=(say,),
        kind=TextKind.RENEWAL,
        person=patients.as_person(person) if person else None,
    )
    return drafted(runtime, session, conversation, speech, now)


def _alarm(session: Session, handoff: Handoff, now: datetime) -> None:
    handoff.alarmed_at = now
    _note(session, handoff, "promise_lapsed", now)
    _tell(session, "alarm_staff", handoff)


def _note(
    session: Session, handoff: Handoff, action: str, now: datetime, message_id: int | None = None
) -> None:
    audit.note(
        session, handoff.practice_id, "assistant", action,
        f"conversation:{handoff.conversation_id}", now,
        handoff=handoff.id, renewals=min(handoff.renewals, MOST_RENEWALS), message=message_id,
    )  # fmt: skip


def _tell(session: Session, job: str, handoff: Handoff) -> None:
    queue.defer(
        session, job, practice_id=handoff.practice_id, conversation_id=handoff.conversation_id
    )
