"""Which bill was told last, and how far: kept in the question that stays open after it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from actions._bills import owed
from actions._words import plain
from bot.action import Context, Question
from bot.bill import StatementView

TOLD = "bill_told"
_TELLING = (TOLD, "next_step")
_THAT_ONE = re.compile(
    r"\b(?:that|this|the same) (?:one|bill)\b|"
    r"\b(?:pay|oay|clear|do|take care of) (?:it|that|this)\b|"
    r"\bpagar(?:la|lo)\b|\b(?:la|lo|esa|esta|ese|este) (?:puedo|podria|quiero|pago|voy a)\b|"
    r"\bpag\w+ (?:esa|esta|ese)\b"
)


@dataclass(frozen=True)
class Told:
    """`shown`: how many items were told; `item`: the one told alone; `tries`: in how many ways.

    `note`: what was not clear, in the patient's words. `aspects`: what of it was told so far.
    """

    statement_id: int
    shown: int = 0
    item: int = 0
    tries: int = 0
    note: str = ""
    aspects: tuple[str, ...] = ()

    def having(self, aspect: str) -> "Told":
        return replace(self, aspects=(*dict.fromkeys((*self.aspects, aspect)),))

    def question(self) -> Question:
        about = {
            "statement": self.statement_id,
            "shown": self.shown,
            "item": self.item,
            "tries": self.tries,
            "note": self.note,
            "aspects": list(self.aspects),
        }
        return Question(TOLD, "explain_charge", about)


def told_before(context: Context) -> Told | None:
    question = context.memory.question
    return told_in(question.about) if question and question.name == TOLD else None


def told_in(about: Mapping[str, object]) -> Told:
    statement_id, shown, item, tries = (
        value if isinstance(value := about.get(name), int) else 0
        for name in ("statement", "shown", "item", "tries")
    )
    kept = about.get("aspects")
    aspects = tuple(map(str, kept)) if isinstance(kept, list | tuple) else ()
    return Told(statement_id, shown, item, tries, str(about.get("note", "")), aspects)


def told_statement(context: Context) -> StatementView | None:
    """The bill that was told last, while it is still owed."""
    told = told_before(context)
    if told is None:
        return None
    return next((s for s in owed(context.bill) if s.id == told.statement_id), None)


def that_one(context: Context) -> StatementView | None:
    """The one of several bills that was spoken of just now, where a text means it by "that one"."""
    question, statements = context.memory.question, owed(context.bill)
    if question is None or question.name not in _TELLING or len(statements) < 2:
        return None
    if not _THAT_ONE.search(plain(context.text)):
        return None
    spoken_of = question.about.get("statement")
    return next((s for s in statements if s.id == spoken_of and s.open_cents > 0), None)
