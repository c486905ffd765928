"""What an outcome may make true about reaching somebody: whether, when, how, in which language."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.rules.texting_wishes import TextingWish


class AskedKind(StrEnum):
    """A text they asked for, or the day they named for a payment."""

    LATER = "later"
    PROMISE = "promise"


@dataclass(frozen=True)
class OptOutNumber:
    source: str


@dataclass(frozen=True)
class OptInNumber:
    source: str


@dataclass(frozen=True)
class SpeakLanguage:
    language: str


@dataclass(frozen=True)
class KeepWish:
    """How they like to be texted from now on; NO_WISH takes every wish back."""

    wish: TextingWish


@dataclass(frozen=True)
class AskText:
    """One text at `due_at`. Of a promise: its day, and the sum in cents where one was named.

    `first_on`: the first of two days; `first_cents` of the sum are for it.
    """

    kind: AskedKind
    due_at: datetime
    promised_on: date | None = None
    cents: int | None = None
    first_on: date | None = None
    first_cents: int | None = None


@dataclass(frozen=True)
class WithdrawPromise:
    """The day that was named does not stand any more."""


@dataclass(frozen=True)
class CallOffPerson:
    """The person whom they had asked for need not write any more."""


@dataclass(frozen=True)
class KeepEmail:
    """Only ever of a verified person."""

    email: str


@dataclass(frozen=True)
class Promised:
    """A day named for a payment that has not come yet; `cents` None: no sum was named.

    `first_on`: a day before it, where two were named; `first_cents` of the sum are for it.
    """

    on: date
    cents: int | None = None
    first_on: date | None = None
    first_cents: int | None = None


ContactFact = (
    OptOutNumber
    | OptInNumber
    | SpeakLanguage
    | KeepWish
    | AskText
    | WithdrawPromise
    | CallOffPerson
    | KeepEmail
)
