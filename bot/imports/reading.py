"""Rows of a balances file, CSV or XLSX, as text and nothing more."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.imports.columns import KNOWN, REQUIRED
from bot.imports.spreadsheet import XLSX, UnreadableFile, cells_of_xlsx

ENCODINGS = ("utf-8-sig", "cp1252", "latin-1")
TOLD = {"utf-8-sig": "utf-8", "cp1252": "latin-1 (Windows)"}
DELIMITERS = ",;\t"


@dataclass(frozen=True)
class Row:
    """`number` counts as a spreadsheet does; `spilled` cells stood beyond the last column."""

    number: int
    values: Mapping[str, str]
    spilled: int = 0


@dataclass(frozen=True)
class Table:
    """`encoding` is how the text was read; columns that we do not know are kept."""

    encoding: str
    columns: tuple[str, ...]
    rows: Iterator[Row]

    @property
    def columns_unknown(self) -> tuple[str, ...]:
        return tuple(name for name in self.columns if name and name not in KNOWN)


def read_rows(path: Path) -> Iterator[Row]:
    """Blank lines are skipped. Raises UnreadableFile."""
    return open_table(path).rows


def open_table(path: Path) -> Table:
    """The header is read at once, the rows as they are asked for. Raises UnreadableFile."""
    if path.suffix.lower() in XLSX:
        return _table("xlsx", cells_of_xlsx(path))
    text, encoding = _decoded(path.read_bytes())
    return _table(TOLD.get(encoding, encoding), _cells_of_csv(text))


def _table(encoding: str, lines: Iterator[list[str]]) -> Table:
    columns = tuple(_column_name(cell) for cell in next(lines, []))
    missing = [name for name in REQUIRED if name not in columns]
    if missing:
        raise UnreadableFile(f"lacks the column {', '.join(missing)}", "a header row naming it")
    twice = sorted({name for name in columns if name and columns.count(name) > 1})
    if twice:
        raise UnreadableFile(f"has the column {', '.join(twice)} twice", "each column once")
    return Table(encoding, columns, _rows(columns, lines))


def _rows(columns: tuple[str, ...], lines: Iterable[list[str]]) -> Iterator[Row]:
    for number, cells in enumerate(lines, start=2):
        cells = [_clean(cell) for cell in cells]
        if any(cells):
            spilled = sum(1 for cell in cells[len(columns) :] if cell)
            yield Row(number, dict(zip(columns, cells, strict=False)), spilled)


def _column_name(cell: str) -> str:
    return _clean(cell).lower().replace(" ", "_").replace("-", "_")


def _clean(cell: str) -> str:
    """Line breaks and control characters become spaces: neither a text nor a table wants them."""
    if not cell.isprintable():
        cell = "".join(letter if letter.isprintable() else " " for letter in cell)
    return cell.strip()


def _decoded(raw: bytes) -> tuple[str, str]:
    for encoding in ENCODINGS[:-1]:
        try:
            return raw.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    return raw.decode(ENCODINGS[-1]), ENCODINGS[-1]


def _cells_of_csv(text: str) -> Iterator[list[str]]:
    header = text.split("\n", 1)[0]
    delimiter = max(DELIMITERS, key=header.count)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    except csv.Error as fault:
        raise UnreadableFile(f"is no CSV ({fault})", "quotes that are closed again") from fault
