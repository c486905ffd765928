"""What one text was understood to say. Imports nothing of ours: every room may read it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol


class Relative(StrEnum):
    """An amount said in relation to what is owed."""

    ALL = "all"
    REST = "rest"
    HALF = "half"
    THIRD = "third"
    MINIMUM = "minimum"
    AS_MUCH_AS_I_CAN = "as_much_as_i_can"


class Frequency(StrEnum):
    WEEKLY = "weekly"
    EVERY_TWO_WEEKS = "every_two_weeks"
    TWICE_A_MONTH = "twice_a_month"
    MONTHLY = "monthly"


class Decision(StrEnum):
    """What the expected cost of a mistake allows: act, ask back with choices, fetch a person."""

    ACT = "act"
    CLARIFY = "clarify"
    PERSON = "person"


@dataclass(frozen=True)
class Intent:
    """`confidence` is a probability, 0 to 1."""

    name: str
    confidence: float


@dataclass(frozen=True)
class Amount:
    """Exact `cents`, or `relative` to what is owed; `start`, `end` locate it in the text."""

    start: int
    end: int
    cents: int | None = None
    relative: Relative | None = None
    per: Frequency | None = None


@dataclass(frozen=True)
class DateMention:
    """`on` is None where a day is meant that only the patient knows ("when I get paid")."""

    start: int
    end: int
    on: date | None
    word: str


@dataclass(frozen=True)
class Entities:
    """Everything concrete in one text, each list in the order of the text.

    `first_on`: the next day of a weekly rhythm ("every friday").
    """

    amounts: tuple[Amount, ...] = ()
    dates: tuple[DateMention, ...] = ()
    count: int | None = None
    frequency: Frequency | None = None
    first_on: date | None = None
    time_of_day: str | None = None
    phone: str | None = None
    email: str | None = None
    line_item: str | None = None
    language: str | None = None


@dataclass(frozen=True)
class Part:
    """A sentence that wants something of its own, for the ledger to answer."""

    text: str
    intents: tuple[str, ...]


@dataclass(frozen=True)
class Understanding:
    """`intents` are what the text says, main one first; `ranking` the model's best guesses.

    `parts`: what single sentences want, where the rest of the text is for a person.
    """

    intents: tuple[Intent, ...]
    entities: Entities = Entities()
    language: str | None = None
    decision: Decision = Decision.ACT
    ranking: tuple[Intent, ...] = ()
    parts: tuple[Part, ...] = ()

    @property
    def main(self) -> str:
        return self.intents[0].name if self.intents else "out_of_scope"

    @property
    def confidence(self) -> float:
        return self.intents[0].confidence if self.intents else 0.0


class Ear(Protocol):
    """Whoever can understand a text: the Rasa server, or the essentials by keyword."""

    def understand(self, text: str, today: date, open_question: str | None) -> Understanding:
        """Never raises: when the model is away, the essentials by keyword."""
        ...
