"""What a conversation about bills makes true, beside the facts of bot/action.py."""

from dataclasses import dataclass

from bot.rules.holds import HoldKind
from bot.rules.mails import MailKind


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
class MailPage:
    """`address` None: the one on file. `as_file`: the PDF itself was asked for."""

    kind: MailKind
    address: str | None = None
    as_file: bool = False


@dataclass(frozen=True)
class HideWords:
    """A member id is kept in the hand-off's note alone, not in the texts that told it."""

    words: str


BillFact = NarrowHold | TakeBackHold | MailPage | HideWords
