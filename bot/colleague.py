"""Who takes a conversation over says once who they are: a first name, and the practice's."""

from datetime import datetime

from sqlalchemy.orm import Session

from bot.action import Say
from bot.models import Conversation, Staff
from bot.rules.colleagues import first_name
from bot.rules.names import words_of
from bot.rules.segments import to_gsm7
from bot.rules.send_facts import TextKind
from bot.runtime import Runtime
from bot.say import Speech, frame_of
from bot.store import audit


def is_first(session: Session, conversation: Conversation, author: Staff) -> bool:
    """Nothing of theirs has gone out since they took over."""
    newest = audit.newest(
        session,
        conversation.practice_id,
        f"staff:{author.id}",
        ("taken_over", "replied"),
        f"conversation:{conversation.id}",
    )
    return newest != "replied"


def greeting(
    runtime: Runtime, session: Session, conversation: Conversation, author: Staff, now: datetime
) -> str:
    name = first_name(author.name)
    say = Say("colleague", {"name": to_gsm7(name)}) if name else Say("colleague_nameless")
    frame = frame_of(runtime, session, conversation, Speech((say,), TextKind.STAFF), now)
    return runtime.wording.render((say,), frame)


def greeted(greeting: str, author: Staff, text: str) -> str:
    """As it is where it says its author's name already."""
    name = words_of(first_name(author.name) or "")
    return text if name and set(name) <= set(words_of(text)) else f"{greeting} {text}"
