"""What an import did, and what was wrong with which row."""

from dataclasses import dataclass, fields
from typing import Self


@dataclass(frozen=True, order=True)
class RowError:
    """`row` counts as a spreadsheet does: the header is row 1. 0 is the file itself."""

    row: int
    column: str
    problem: str
    expected: str


@dataclass(frozen=True)
class Counts:
    """What one batch did."""

    statements_new: int = 0
    statements_same: int = 0
    statements_adjusted: int = 0
    patients_new: int = 0
    patients_changed: int = 0
    consents_new: int = 0
    numbers_suppressed: int = 0
    kept_as_told: int = 0
    lines: int = 0

    def __add__(self, other: Self) -> Self:
        names = (field.name for field in fields(self))
        return type(self)(*(getattr(self, name) + getattr(other, name) for name in names))


@dataclass(frozen=True)
class ImportReport:
    """`lines` are rows that came in; `numbers_suppressed` told us they are not that patient.

    `kept_as_told`: fields that patients told us over what the file still says.
    """

    statements_new: int = 0
    statements_same: int = 0
    statements_adjusted: int = 0
    patients_new: int = 0
    patients_changed: int = 0
    consents_new: int = 0
    numbers_suppressed: int = 0
    kept_as_told: int = 0
    lines: int = 0
    rows: int = 0
    encoding: str = ""
    columns_unknown: tuple[str, ...] = ()
    errors: tuple[RowError, ...] = ()
