"""XLSX cells as the text that the same file would hold as CSV."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

XLSX = (".xlsx", ".xlsm")


class UnreadableFile(Exception):
    """The file as a whole cannot be read: the problem, and what is expected."""

    def __init__(self, problem: str, expected: str) -> None:
        super().__init__(f"the file {problem}; expected {expected}")
        self.problem = problem
        self.expected = expected


def cells_of_xlsx(path: Path) -> Iterator[list[str]]:
    """Of the sheet that was open when the file was saved; formulas as their last value."""
    try:
        workbook = load_workbook(path, read_only=True, data_only=True)
    except (BadZipFile, InvalidFileException, KeyError, ValueError) as fault:
        raise UnreadableFile("is no XLSX", "a workbook saved as XLSX, or a CSV") from fault
    with closing(workbook):
        sheet = workbook.active
        if sheet is not None:
            for cells in sheet.iter_rows(values_only=True):
                yield [_text(cell) for cell in cells]


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, datetime):
        midnight = cell.hour == cell.minute == cell.second == 0
        return cell.date().isoformat() if midnight else cell.isoformat(timespec="seconds")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float):
        # A spreadsheet keeps 15 digits; what stands behind them is noise of binary fractions.
        return f"{cell:.15g}"
    return str(cell)
