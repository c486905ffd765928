"""What a conversation about bills makes true, beside the facts of bot/action.py."""

from dataclasses import dataclass

from bot.rules.holds import HoldKind


@dataclass(frozen=True)
class NarrowHold:
    """What was held whole is let go, for the part of it that is held instead."""

    kind: HoldKind
    statement_id: int


@dataclass(frozen=True)
class TakeBackHold:
    """Every hold of the kind: the verified patient takes back what they had said."""

    kind: HoldKind


@dataclass(frozen=True)
class MailStatement:
    """`address` None: the one on file."""

    address: str | None = None


@dataclass(frozen=True)
class HideWords:
    """A member id is kept in the hand-off's note alone, not in the texts that told it."""

    words: str


BillFact = NarrowHold | TakeBackHold | MailStatement | HideWords
