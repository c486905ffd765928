"""Which language a thread goes on in: the patient's own, and not at one borrowed word."""

from collections.abc import Sequence
from typing import Any

from bot.action import Memory
from bot.models import Message
from bot.parts import SMALL_TALK
from nlu.language import is_plain
from nlu.understanding import Understanding

SPOKEN = ("en", "es")
LEAST_WORDS = 3  # of a text that changes the language by itself
FEWEST_WORDS = 2  # of one that does after another text in it
CHOICE = "change_language"


def language_now(
    current: str, text: str, heard: Understanding, memory: Memory, before: Sequence[Message] | None
) -> str:
    """`before`: the patient's texts already answered, oldest first; None: this is the first."""
    said = heard.language
    if said not in SPOKEN or said == current or not is_plain(text, said):
        return current
    if before is None:
        return said
    words = len([word for word in text.split() if not any(c.isdigit() for c in word)])
    if words >= LEAST_WORDS:
        return current if "language_changed" in memory.last_keys else said
    is_talk = all(intent.name in SMALL_TALK for intent in heard.intents)
    if words < FEWEST_WORDS or is_talk or not _writes(said, before):
        return current
    return said


def _writes(language: str, before: Sequence[Message]) -> bool:
    """Whether a text since the last chosen language was in this one; courtesies tell nothing."""
    for row in reversed(before):
        understood: dict[str, Any] = row.understood or {}
        names = {str(name) for name, _ in understood.get("intents", [])}
        if CHOICE in names:
            return False
        if understood.get("language") == language and not (names and names <= SMALL_TALK):
            return True
    return False
