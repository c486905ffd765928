"""A statement as a balances file tells it and as we keep it. Amounts are cents, signed as told."""

from dataclasses import dataclass
from datetime import date

from bot.models import EntryKind

LineKey = tuple[date | None, str, str | None]


@dataclass(frozen=True, slots=True)
class Amounts:
    """A charge, and what has been taken off it."""

    charge: int
    insurance: int = 0
    adjustment: int = 0
    patient_paid: int = 0

    @property
    def billed(self) -> int:
        """Before what the patient has paid."""
        return self.charge - self.insurance - self.adjustment

    @property
    def net(self) -> int:
        return self.billed - self.patient_paid


@dataclass(frozen=True, slots=True)
class Line:
    service_on: date | None
    description: str
    code: str | None
    amounts: Amounts

    @property
    def key(self) -> LineKey:
        return self.service_on, self.description, self.code


@dataclass(frozen=True, slots=True)
class KeptLine:
    position: int
    line: Line


@dataclass(frozen=True, slots=True)
class ToldStatement:
    external_id: str
    account: str
    statement_on: date
    due_on: date | None
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class KeptStatement:
    """`paid_there`: payments entered from files; `paid_here`: those that Tender took.

    `entries` counts what imports have entered so far.
    """

    id: int
    external_id: str
    account: str
    statement_on: date
    due_on: date | None
    lines: tuple[KeptLine, ...]
    entries: int
    paid_there: int
    paid_here: int


@dataclass(frozen=True, slots=True)
class NewEntry:
    kind: EntryKind
    cents: int
    source: str
    note: str = ""
