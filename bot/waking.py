"""A thread that is written in again: reopened, its old question let go, its language followed."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot.context import forgetful
from bot.models import Conversation, Message
from bot.rules.states import Event
from bot.store import conversations, doors, messages
from bot.tongue import language_now
from nlu.understanding import Understanding

FRESH_START = timedelta(days=3)
LANGUAGE_TELLS = 10  # texts before that may show which language the patient writes


def wake(
    session: Session,
    conversation: Conversation,
    text: str,
    understanding: Understanding,
    now: datetime,
) -> None:
    """A closed thread reopens; a question of days ago is let go; the language is followed."""
    last, memory = conversation.last_inbound_at, conversations.memory_of(conversation)
    reopen(conversation, now)
    before = _heard_lately(session, conversation, now) if last is not None else None
    current = conversation.language
    conversation.language = language_now(current, text, understanding, memory, before)


def reopen(conversation: Conversation, now: datetime) -> None:
    conversations.change_state(conversation, Event.PATIENT_WROTE)
    last = conversation.last_inbound_at
    if last is not None and now - last > FRESH_START:
        memory = conversations.memory_of(conversation)
        doors.close(conversation)
        conversations.keep_memory(conversation, forgetful(memory))


def _heard_lately(session: Session, conversation: Conversation, now: datetime) -> list[Message]:
    rows = messages.last_inbound(
        session, conversation.practice_id, conversation.id, now - FRESH_START, LANGUAGE_TELLS
    )
    return [row for row in rows if row.taken_at is not None]
