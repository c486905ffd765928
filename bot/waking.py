"""A thread that is written in again: reopened, its old question let go, its language followed."""

from datetime import datetime, timedelta

from bot.context import forgetful
from bot.models import Conversation
from bot.rules.states import Event
from bot.store import conversations
from nlu.understanding import Understanding

FRESH_START = timedelta(days=3)
LEAST_WORDS = 3  # of a text that changes the language of a thread
SUPPORTED = ("en", "es")


def wake(
    conversation: Conversation, text: str, understanding: Understanding, now: datetime
) -> None:
    """A closed thread reopens; a question of days ago is let go; the language is followed."""
    last = conversation.last_inbound_at
    has_chosen = "language_changed" in conversations.memory_of(conversation).last_keys
    reopen(conversation, now)
    is_telling = last is None or (_is_sentence(text) and not has_chosen)
    if understanding.language in SUPPORTED and is_telling:
        conversation.language = understanding.language


def reopen(conversation: Conversation, now: datetime) -> None:
    conversations.change_state(conversation, Event.PATIENT_WROTE)
    last = conversation.last_inbound_at
    if last is not None and now - last > FRESH_START:
        memory = conversations.memory_of(conversation)
        conversations.keep_memory(conversation, forgetful(memory))


def _is_sentence(text: str) -> bool:
    """A borrowed word or two ("gracias bro") do not change the language of a thread."""
    return len(text.split()) >= LEAST_WORDS
