"""A patient says it is paid and our rows cannot tell: the payment partner is asked, and it is told.

What has come about books and tells itself (receipts.py); only what has not is told here.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from bot import checkout, receipts
from bot.action import ClockTime, Person, Say
from bot.context import answers_at, verified_person
from bot.gateways.payments import PaymentsLater, PaymentsRefused
from bot.models import AttemptStatus, Conversation, Message, PaymentAttempt
from bot.rules.holds import HoldKind
from bot.rules.send_facts import TextKind
from bot.rules.states import State
from bot.runtime import Runtime
from bot.say import Speech, drafted, send_later
from bot.store import (
    conversations,
    handoffs,
    holds,
    messages,
    patients,
    payments,
    practices,
    queue,
)

PROMISED = "paid_looking"
UNFINISHED = "paid_not_finished"
UNCLEAR = "paid_look_person"
TOLD = {UNFINISHED, UNCLEAR}


def look_for_payment(runtime: Runtime, practice_id: int, message_id: int) -> None:
    """`message_id`: the text that said so. Run twice, the second run finds nothing to tell."""
    found = _tries(runtime, practice_id, message_id)
    if not found:
        return
    is_clear = _look(runtime, practice_id, found)
    with runtime.database.transaction(practice_id) as session:
        message = messages.get(session, practice_id, message_id)
        assert message is not None
        conversation = conversations.lock(session, practice_id, message.conversation_id)
        now = runtime.clock.now()
        ids = [attempt.id for attempt in found]
        if _is_settled(session, practice_id, ids, now):
            return
        if _waits_for_word(session, conversation, message):
            _tell(runtime, session, conversation, is_clear, now)


def _tries(runtime: Runtime, practice_id: int, message_id: int) -> Sequence[PaymentAttempt]:
    """The open tries of whoever wrote it; of everybody on the number where that is not known."""
    with runtime.database.transaction(practice_id) as session:
        message = messages.get(session, practice_id, message_id)
        if message is None:
            return ()
        conversation = conversations.get(session, practice_id, message.conversation_id)
        assert conversation is not None
        people = patients.on_number(session, practice_id, conversation.phone)
        return [
            attempt
            for person in people
            for attempt in payments.open_attempts(session, practice_id, person.id)
        ]


def _look(runtime: Runtime, practice_id: int, found: Sequence[PaymentAttempt]) -> bool:
    """False: the payment partner did not answer."""
    try:
        for attempt in found:
            receipts.look(runtime, practice_id, attempt)
    except (PaymentsLater, PaymentsRefused):
        return False
    return True


def _is_settled(session: Session, practice_id: int, ids: list[int], now: datetime) -> bool:
    """Paid, on its way or failed: each told itself as it was booked."""
    attempts = [payments.attempt(session, practice_id, each) for each in ids]
    known = [attempt for attempt in attempts if attempt is not None]
    for attempt in known:
        if attempt.status == AttemptStatus.PAID:
            kind = HoldKind.PAYMENT_CHECK
            holds.release_kind(session, practice_id, attempt.patient_id, kind, now)
    told = (AttemptStatus.PAID, AttemptStatus.PROCESSING, AttemptStatus.FAILED)
    return any(attempt.status in told for attempt in known)


def _waits_for_word(session: Session, conversation: Conversation, message: Message) -> bool:
    """We said that we look, nothing has been told since, and no colleague has taken over."""
    thread = messages.thread(session, conversation.practice_id, conversation.id)
    has_promised = any(row.answers_id == message.id and PROMISED in row.says for row in thread)
    has_told = any(row.id > message.id and TOLD & {*row.says} for row in thread)
    return has_promised and not has_told and State(conversation.state) is not State.STAFF


def _tell(
    runtime: Runtime, session: Session, conversation: Conversation, is_clear: bool, now: datetime
) -> None:
    people = patients.on_number(session, conversation.practice_id, conversation.phone)
    person = verified_person(conversation, people, now)
    if person is None:
        return
    payable = checkout.payable_cents(session, conversation.practice_id, person.id, now)
    if is_clear and payable > 0:
        token = _fresh_link(session, conversation, person, payable, now)
        speech = Speech((Say(UNFINISHED),), TextKind.RECEIPT, person, link_token=token)
    else:
        speech = _person_instead(session, conversation, person, now)
    send_later(
        runtime,
        session,
        messages.queue(session, drafted(runtime, session, conversation, speech, now)),
    )


def _fresh_link(
    session: Session, conversation: Conversation, person: Person, payable: int, now: datetime
) -> str:
    """For the same sum, as far as it is still owed; the one before is superseded."""
    practice_id = conversation.practice_id
    zone = practices.get(session, practice_id).timezone
    latest = payments.attempt_views(session, practice_id, person.id, zone)[0]
    _, token = payments.request_payment(
        session, practice_id, person.id, min(latest.cents, payable), now,
        statement_id=latest.statement_id,
    )  # fmt: skip
    return token


def _person_instead(
    session: Session, conversation: Conversation, person: Person, now: datetime
) -> Speech:
    practice_id = conversation.practice_id
    practice = practices.get(session, practice_id)
    due_at = answers_at(session, practice, practices.settings_of(session, practice_id), now)
    handoffs.fetch_person(
        session, practice_id, conversation.id, "payment_check", "payment", due_at, now
    )
    holds.open_hold(session, practice_id, person.id, HoldKind.PAYMENT_CHECK, now)
    queue.defer(session, "tell_staff", practice_id=practice_id, conversation_id=conversation.id)
    return Speech((Say(UNCLEAR, {"time": ClockTime(due_at)}),), TextKind.RECEIPT, person)
