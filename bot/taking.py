"""Texts that a turn takes: when, what they were understood to say, and whose they are."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot.action import Person
from bot.models import Conversation, Message
from bot.rules.identity import STANDARD
from bot.store import messages
from nlu.understanding import Understanding

ONE_SITTING = timedelta(minutes=STANDARD.ttl_minutes)
MOST_AT_ONCE = 50


def take(
    rows: Sequence[Message], understanding: Understanding, person: Person | None, now: datetime
) -> None:
    """Nobody's while it is not known who writes: a number may be a family's."""
    for row in rows:
        row.taken_at = now
        row.understood = noted(understanding)
        row.patient_id = person.id if person else None


def claim(
    session: Session,
    conversation: Conversation,
    visit_id: int | None,
    person: Person,
    now: datetime,
) -> None:
    """Who proves now who they are wrote what came just before as well, in one sitting.

    By text or in the browser where they proved it: what came the other way is not theirs by that.
    """
    since = now - ONE_SITTING
    rows = messages.last_inbound(
        session, conversation.practice_id, conversation.id, since, MOST_AT_ONCE
    )
    here = [row for row in rows if row.visit_id == visit_id]
    for row in reversed(here):
        if row.patient_id is not None:
            return
        row.patient_id = person.id


def noted(understanding: Understanding) -> dict[str, object]:
    """Kept beside the text: for staff and for learning."""
    return {
        "intents": [[intent.name, round(intent.confidence, 3)] for intent in understanding.intents],
        "decision": understanding.decision,
        "language": understanding.language,
    }
