"""The only sender: re-check the gates, commit `sending`, call the carrier, commit what it said.

An ambiguous send is looked up before anything is ever sent again. `unknown` is seen by a person.
"""

from datetime import UTC, datetime, timedelta

from sqlalchemy.orm import Session

from bot.gate import judge_text
from bot.gateways.sms import SendLater, SendRefused, SendUnknown, SentText
from bot.models import Conversation, Message, Practice
from bot.rules.delivery import ErrorKind, MessageStatus, after_error, from_twilio, later
from bot.rules.send_facts import TextKind
from bot.rules.verdicts import Verdict
from bot.runtime import Runtime
from bot.store import (
    audit,
    consents,
    conversations,
    handoffs,
    heard,
    messages,
    patients,
    practices,
    queue,
)

MOST_TRIES = 6
LOOKS = 3
UNREAD_FOR = timedelta(seconds=60)


def send_text(runtime: Runtime, practice_id: int, message_id: int) -> None:
    """Run twice, or by two workers at once, the text goes out once."""
    claimed = _claim(runtime, practice_id, message_id)
    if claimed is None:
        return
    to, sender, body = claimed
    try:
        sent = runtime.sms.send(to, sender, body, ref_of(practice_id, message_id))
    except SendRefused as refusal:
        _refused(runtime, practice_id, message_id, refusal.code)
    except SendLater:
        _back_to_queue(runtime, practice_id, message_id)
    except SendUnknown:
        _look_soon(runtime, practice_id, message_id)
    else:
        _sent(runtime, practice_id, message_id, sent)


def look_up(runtime: Runtime, practice_id: int, message_id: int) -> None:
    """A text whose fate nobody knows: found at the carrier, sent again, or shown to a person."""
    with runtime.database.transaction(practice_id) as session:
        found = _sending(session, practice_id, message_id)
        if found is None:
            return
        message, conversation, practice = found
        wanted = (conversation.phone, practice.number, message.body, message.sending_at)
        message.looks += 1
        looks = message.looks
    assert wanted[3] is not None
    try:
        sent = runtime.sms.find(wanted[0], wanted[1], wanted[2], wanted[3])
    except SendLater:
        _unclear(runtime, practice_id, message_id, looks)
        return
    if sent is not None:
        _sent(runtime, practice_id, message_id, sent)
    elif looks < LOOKS:
        _look_soon(runtime, practice_id, message_id)
    else:
        _back_to_queue(runtime, practice_id, message_id)


def take_status(
    runtime: Runtime, practice_id: int, message_id: int, sid: str, status: str, code: int | None
) -> None:
    """A status callback: never backwards, in whatever order they come, however often."""
    ours = from_twilio(status)
    with runtime.database.transaction(practice_id) as session:
        message = messages.lock(session, practice_id, message_id)
        if message is None or ours is None or message.twilio_sid not in (None, sid):
            return
        message.twilio_sid = sid
        newer = later(message.status, ours)
        if newer == message.status:
            return
        message.status = newer
        message.sent_at = message.sent_at or runtime.clock.now()
        if code:
            _after(runtime, session, message, code)


def ref_of(practice_id: int, message_id: int) -> str:
    return f"{practice_id:x}-{message_id:x}"


def read_ref(ref: str) -> tuple[int, int] | None:
    head, _, tail = ref.partition("-")
    try:
        return int(head, 16), int(tail, 16)
    except ValueError:
        return None


def _claim(runtime: Runtime, practice_id: int, message_id: int) -> tuple[str, str, str] | None:
    """Gates and claim in one transaction, under the conversation's lock."""
    now = runtime.clock.now()
    with runtime.database.transaction(practice_id) as session:
        message = messages.get(session, practice_id, message_id)
        if message is None or message.status != MessageStatus.QUEUED:
            return None
        conversation = conversations.lock(session, practice_id, message.conversation_id)
        if heard.waits_behind(session, message, now):
            _defer_send(session, message, timedelta(seconds=1))
            return None
        verdict = judge_text(session, runtime.rules, conversation, message, now)
        messages.decide(session, practice_id, message_id, verdict, runtime.rules.version, now)
        if not verdict.allowed:
            _hold_back(message, verdict)
            return None
        if message.visit_id is not None:
            _put_in_chat(session, conversation, message, now)
            return None
        if not messages.claim(session, practice_id, message_id, now):
            return None
        practice = practices.get(session, practice_id)
        return conversation.phone, practice.number, message.body


def _put_in_chat(
    session: Session, conversation: Conversation, message: Message, now: datetime
) -> None:
    """Its page fetches it. A colleague's words go out as a text if it does not."""
    message.status, message.sent_at = MessageStatus.SENT, now
    if message.kind == TextKind.STAFF and not conversation.is_strangers:
        queue.defer(
            session,
            "text_instead",
            at=datetime.now(UTC) + UNREAD_FOR,
            practice_id=message.practice_id,
            message_id=message.id,
        )


def text_instead(runtime: Runtime, practice_id: int, message_id: int) -> None:
    """The visitor left before it was shown: by text, if every gate allows it."""
    with runtime.database.transaction(practice_id) as session:
        message = messages.lock(session, practice_id, message_id)
        if message is None or message.visit_id is None or message.status != MessageStatus.SENT:
            return
        message.visit_id, message.sent_at, message.status = None, None, MessageStatus.QUEUED
        _defer_send(session, message, timedelta())


def _hold_back(message: Message, verdict: Verdict) -> None:
    """What time alone can mend waits for its hour; anything else is withheld with its reason."""
    if verdict.retry_at is not None:
        message.send_after, message.reason = verdict.retry_at, verdict.reason
        return
    message.status, message.reason = MessageStatus.WITHHELD, verdict.reason


def _sending(
    session: Session, practice_id: int, message_id: int
) -> tuple[Message, Conversation, Practice] | None:
    message = messages.lock(session, practice_id, message_id)
    if message is None or message.status != MessageStatus.SENDING:
        return None
    conversation = conversations.get(session, practice_id, message.conversation_id)
    assert conversation is not None
    return message, conversation, practices.get(session, practice_id)


def _sent(runtime: Runtime, practice_id: int, message_id: int, sent: SentText) -> None:
    """A status callback may have been quicker than this commit: the later status stands."""
    with runtime.database.transaction(practice_id) as session:
        message = messages.lock(session, practice_id, message_id)
        assert message is not None
        message.twilio_sid = sent.sid
        message.status = later(message.status, MessageStatus.SENT)
        message.sent_at = message.sent_at or runtime.clock.now()


def _refused(runtime: Runtime, practice_id: int, message_id: int, code: int | None) -> None:
    with runtime.database.transaction(practice_id) as session:
        message = messages.lock(session, practice_id, message_id)
        assert message is not None
        message.status = MessageStatus.FAILED
        _after(runtime, session, message, code)


def _after(runtime: Runtime, session: Session, message: Message, code: int | None) -> None:
    """What the carrier's error asks of us (compliance.md section 3)."""
    action, now = after_error(code), runtime.clock.now()
    message.error_code, message.reason = code, action.reason
    conversation = conversations.get(session, message.practice_id, message.conversation_id)
    assert conversation is not None
    if action.kind is ErrorKind.PERMANENT_OPTOUT:
        key = conversation.phone_key
        patients.opt_out(session, message.practice_id, key, "carrier 21610", now)
    elif action.kind in (ErrorKind.REASSIGNED, ErrorKind.BAD_NUMBER, ErrorKind.BLOCKED):
        consents.revoke(session, message.practice_id, conversation.phone_key, now)
        conversation.verified_at = None
        _show_person(session, message, action.kind, now)
    elif action.kind is ErrorKind.STOP_PRACTICE:
        practices.pause_sending(session, message.practice_id, now)
        _show_person(session, message, action.kind, now)
    elif action.kind is not ErrorKind.RETRY_LATER:
        _show_person(session, message, action.kind, now)
    audit.note(
        session, message.practice_id, "carrier", action.kind, f"message:{message.id}", now,
        code=code,
    )  # fmt: skip


def _back_to_queue(runtime: Runtime, practice_id: int, message_id: int) -> None:
    """Nothing went out. Every further try runs every gate again."""
    with runtime.database.transaction(practice_id) as session:
        message = messages.lock(session, practice_id, message_id)
        if message is None or message.status != MessageStatus.SENDING:
            return
        if message.tries >= MOST_TRIES:
            _give_up(runtime, session, message)
            return
        message.status, message.looks = MessageStatus.QUEUED, 0
        _defer_send(session, message, timedelta(seconds=min(60, 2**message.tries)))


def _give_up(runtime: Runtime, session: Session, message: Message) -> None:
    message.status = MessageStatus.UNKNOWN
    message.reason = "the carrier did not answer; please look"
    _show_person(session, message, "send_unknown", runtime.clock.now())


def _look_soon(runtime: Runtime, practice_id: int, message_id: int) -> None:
    with runtime.database.transaction(practice_id) as session:
        queue.defer(
            session,
            "look_up_text",
            at=datetime.now(UTC) + timedelta(seconds=runtime.settings.look_after_seconds),
            practice_id=practice_id,
            message_id=message_id,
        )


def _unclear(runtime: Runtime, practice_id: int, message_id: int, looks: int) -> None:
    if looks < LOOKS:
        _look_soon(runtime, practice_id, message_id)
        return
    with runtime.database.transaction(practice_id) as session:
        message = messages.lock(session, practice_id, message_id)
        if message is not None and message.status == MessageStatus.SENDING:
            _give_up(runtime, session, message)


def _defer_send(session: Session, message: Message, wait: timedelta) -> None:
    queue.defer(
        session,
        "send_text",
        at=datetime.now(UTC) + wait,
        practice_id=message.practice_id,
        message_id=message.id,
    )


def _show_person(session: Session, message: Message, why: str, now: datetime) -> None:
    handoffs.fetch_person(
        session, message.practice_id, message.conversation_id, str(why), "delivery", now, now
    )
