"""Balances files as tests write them: one good row, and what a test changes of it."""

import csv
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

from openpyxl import Workbook

ROW = {
    "patient_id": "P1",
    "first_name": "Alice",
    "last_name": "Moreno",
    "date_of_birth": "1980-03-14",
    "zip": "78701",
    "phone": "(512) 555-0101",
    "email": "alice@example.org",
    "language": "en",
    "guarantor_id": "",
    "sms_consent_at": "2026-01-05",
    "sms_consent_source": "intake form",
    "unencrypted_ok": "yes",
    "account_id": "A1",
    "statement_id": "S1",
    "statement_date": "2026-02-10",
    "due_date": "2026-03-31",
    "service_date": "2026-01-20",
    "line_description": "Office visit",
    "line_code": "99213",
    "charge": "300.00",
    "insurance_paid": "80.00",
    "adjustment": "20.00",
    "patient_paid": "50.00",
}
BOB = {
    "patient_id": "P2", "first_name": "Bob", "phone": "512-555-0102", "email": "",
    "account_id": "A2", "statement_id": "S2",
}  # fmt: skip


def row(**changes: str) -> dict[str, str]:
    return {**ROW, **changes}


def bob(**changes: str) -> dict[str, str]:
    return row(**{**BOB, **changes})


def write_csv(
    path: Path,
    rows: Sequence[Mapping[str, str]],
    *,
    delimiter: str = ",",
    encoding: str = "utf-8",
) -> Path:
    with path.open("w", newline="", encoding=encoding) as out:
        writer = csv.DictWriter(out, list(rows[0]), delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)
    return path


DAYS = ("date_of_birth", "statement_date", "due_date", "service_date")
MONEY = ("charge", "insurance_paid", "adjustment", "patient_paid")


def write_xlsx(path: Path, rows: Sequence[Mapping[str, str]]) -> Path:
    """As a spreadsheet keeps it: days as days, amounts and ZIP codes as numbers."""
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.append(list(rows[0]))
    for cells in rows:
        sheet.append([_cell(name, text) for name, text in cells.items()])
    workbook.save(path)
    workbook.close()
    return path


def _cell(name: str, text: str) -> date | float | int | str | None:
    if not text:
        return None
    if name in DAYS:
        return datetime.fromisoformat(text)
    if name in MONEY:
        return float(text)
    return int(text) if name == "zip" else text
