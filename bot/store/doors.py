"""Two doors to one thread, texts and the web chat: who are you? is answered where it was asked.

What else is asked is one conversation's, and goes on at either door.
"""

from typing import Any

from bot.models import Conversation
from bot.store.conversations import DOORS

IDENTITY = "identity"
DOOR, ASIDE = DOORS
EMPTY: dict[str, Any] = {
    "question": None,
    "wishes": [],
    "clarifications": 0,
    "alike": 0,
    "owner": None,
}


def go_through(conversation: Conversation, visit_id: int | None) -> None:
    """From here on the memory is as at this door; what waits at the other is set aside for it."""
    memory, here = dict(conversation.memory), _door(visit_id)
    before = str(memory.get(DOOR, _door(None)))
    if before == here:
        return
    aside = dict(memory.get(ASIDE, {}))
    waiting = aside.pop(here, None)
    if waiting is not None or _asks_who(memory):
        if memory.get("question") or memory.get("wishes"):
            aside[before] = {name: memory.get(name, EMPTY[name]) for name in EMPTY}
        memory |= waiting or EMPTY
    conversation.memory = {**memory, DOOR: here, ASIDE: aside}


def close(conversation: Conversation) -> None:
    """What was asked at either is old, or a colleague's by now."""
    kept = {name: value for name, value in conversation.memory.items() if name != ASIDE}
    conversation.memory = kept


def _asks_who(memory: dict[str, Any]) -> bool:
    question = memory.get("question") or {}
    return question.get("name") == IDENTITY or bool(memory.get("wishes"))


def _door(visit_id: int | None) -> str:
    return f"web {visit_id}" if visit_id else "text"
