"""A colleague takes a conversation, writes in it, and gives it back; the assistant is silent."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from sqlalchemy.orm import Session

from bot.colleague import greeted, greeting, is_first
from bot.context import forgetful
from bot.models import Conversation, Direction, Message, Staff
from bot.rules.delivery import MessageStatus
from bot.rules.segments import to_gsm7
from bot.rules.send_facts import TextKind
from bot.rules.states import Event, State
from bot.runtime import Runtime
from bot.say import send_later
from bot.store import audit, conversations, doors, handoffs, live, messages, patients, staff, visits

SILENCED = (
    TextKind.REPLY, TextKind.HANDOFF, TextKind.REMINDER, TextKind.NOTICE, TextKind.ASKED,
    TextKind.RENEWAL,
)  # fmt: skip
WITHHELD_BECAUSE = "a colleague took over before it was sent"


class NotYours(Exception):
    """Somebody else has the conversation, or nobody has: take it over first."""


def take_over(runtime: Runtime, practice_id: int, conversation_id: int, staff_id: int) -> None:
    """From this commit on the assistant says nothing; what it had queued is withheld (I12)."""
    now = runtime.clock.now()
    with _changed(runtime, practice_id, conversation_id) as (session, conversation):
        conversations.change_state(conversation, Event.TAKEN_OVER)
        conversation.staff_id = staff_id
        handoff = handoffs.open_of(session, practice_id, conversation_id)
        if handoff is not None:
            handoff.assignee_id = staff_id
        for message in messages.thread(session, practice_id, conversation_id):
            if _is_silenced(message):
                message.status, message.reason = MessageStatus.WITHHELD, WITHHELD_BECAUSE
        _note(session, conversation, "taken_over", staff_id, now)


def reply(
    runtime: Runtime, practice_id: int, conversation_id: int, staff_id: int, body: str
) -> None:
    """In the colleague's name; their first text says it. Raises NotYours. A double click is one."""
    now = runtime.clock.now()
    with _changed(runtime, practice_id, conversation_id) as (session, conversation):
        author = _own(session, conversation, staff_id)
        text = to_gsm7(body) if conversation.language == "en" else body
        thread = list(messages.thread(session, practice_id, conversation_id))
        first = greeted(greeting(runtime, session, conversation, author, now), author, text)
        if thread and thread[-1].author == author.name and thread[-1].body in (text, first):
            return
        said = first if is_first(session, conversation, author) else text
        message = messages.queue(
            session, _written(session, conversation, author.name, said, thread, now)
        )
        send_later(runtime, session, message)
        _note(session, conversation, "replied", staff_id, now, message.id)


def give_back(runtime: Runtime, practice_id: int, conversation_id: int, staff_id: int) -> None:
    """To the assistant, which starts afresh: what it had asked before is let go."""
    now = runtime.clock.now()
    with _changed(runtime, practice_id, conversation_id) as (session, conversation):
        conversations.change_state(conversation, Event.RETURNED)
        doors.close(conversation)
        memory = forgetful(conversations.memory_of(conversation))
        conversations.keep_memory(conversation, memory)
        _let_go(session, conversation, now)
        _note(session, conversation, "returned", staff_id, now)


def resolve(runtime: Runtime, practice_id: int, conversation_id: int, staff_id: int) -> None:
    """Done. The patient's next text opens it again, with the assistant."""
    now = runtime.clock.now()
    with _changed(runtime, practice_id, conversation_id) as (session, conversation):
        conversations.change_state(conversation, Event.RESOLVED)
        _let_go(session, conversation, now)
        _note(session, conversation, "resolved", staff_id, now)


@contextmanager
def _changed(
    runtime: Runtime, practice_id: int, conversation_id: int
) -> Iterator[tuple[Session, Conversation]]:
    """Under the conversation's lock; whoever watches is told after the commit."""
    with runtime.database.transaction(practice_id) as session:
        yield session, conversations.lock(session, practice_id, conversation_id)
    live.publish(runtime.settings.redis_url, practice_id, conversation_id)


def _own(session: Session, conversation: Conversation, staff_id: int) -> Staff:
    """The colleague, if the conversation is theirs."""
    colleague = staff.get(session, conversation.practice_id, staff_id)
    is_theirs = conversation.state == State.STAFF and conversation.staff_id == staff_id
    if colleague is None or not is_theirs:
        raise NotYours
    return colleague


def _is_silenced(message: Message) -> bool:
    return (
        message.direction == Direction.OUTBOUND
        and message.status == MessageStatus.QUEUED
        and message.kind in SILENCED
    )


def _let_go(session: Session, conversation: Conversation, now: datetime) -> None:
    conversation.staff_id = None
    handoffs.close(session, conversation.practice_id, conversation.id, now)


def _written(
    session: Session,
    conversation: Conversation,
    author: str,
    text: str,
    thread: list[Message],
    now: datetime,
) -> Message:
    heard = [message for message in thread if message.direction == Direction.INBOUND]
    return Message(
        practice_id=conversation.practice_id,
        conversation_id=conversation.id,
        direction=Direction.OUTBOUND,
        kind=TextKind.STAFF,
        body=text,
        author=author,
        says=[],
        media=[],
        patient_id=conversation.patient_id or _somebody_on(session, conversation),
        answers_id=heard[-1].id if heard else None,
        visit_id=_visit_of(session, conversation, heard[-1], now) if heard else None,
        status=MessageStatus.QUEUED,
        tries=0,
        looks=0,
        created_at=now,
    )


def _visit_of(
    session: Session, conversation: Conversation, answered: Message, now: datetime
) -> int | None:
    """The web chat, for who wrote there last and is still looking; a stranger has nothing else."""
    if answered.visit_id is None:
        return None
    visit = visits.get(session, conversation.practice_id, answered.visit_id)
    return visit.id if conversation.is_strangers or visits.is_here(visit, now) else None


def _somebody_on(session: Session, conversation: Conversation) -> int | None:
    """Not identified yet, but the number is on record: enough to be answered, not to be told."""
    people = patients.on_number(session, conversation.practice_id, conversation.phone)
    return people[0].id if people else None


def _note(
    session: Session,
    conversation: Conversation,
    action: str,
    staff_id: int,
    now: datetime,
    message_id: int | None = None,
) -> None:
    audit.note(
        session,
        conversation.practice_id,
        f"staff:{staff_id}",
        action,
        f"conversation:{conversation.id}",
        now,
        message=message_id,
    )
