"""What an action may say: keys of the wording files and the values they need."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time

from bot.rules.cards import Card
from bot.rules.plans import PlanProposal


@dataclass(frozen=True)
class Money:
    cents: int


@dataclass(frozen=True)
class Link:
    """Our short link for the RequestPayment or ShowPage of the same outcome."""


@dataclass(frozen=True)
class Schedule:
    """Several installments, said as a list of amounts and days."""

    proposal: PlanProposal


@dataclass(frozen=True)
class Bills:
    """Several bills, said as a list of days and amounts. Goes with a Money of the same Say."""

    rows: tuple[tuple[date, int], ...]


@dataclass(frozen=True)
class ClockTime:
    """A moment, said in the practice's zone as a patient would ("3:40 pm today")."""

    at: datetime


@dataclass(frozen=True)
class Phrase:
    """Words from the wording files inside other words ("your balance or a plan")."""

    key: str


@dataclass(frozen=True)
class Listed:
    """Several phrases said as a list; `last` is the key of the word before the last one."""

    says: tuple["Say", ...]
    last: str | None = None


Value = (
    Money | Link | Schedule | Bills | Card | ClockTime | Phrase | Listed | date | time | int | str
)


@dataclass(frozen=True)
class Say:
    """A key of data/responses and the values it needs; never a sentence."""

    key: str
    values: Mapping[str, Value] = field(default_factory=dict)
