"""Balances in: a practice's file becomes patients, statements and ledger entries."""

from bot.imports.booking import import_balances
from bot.imports.reading import Row, read_rows
from bot.imports.report import ImportReport, RowError
from bot.imports.spreadsheet import UnreadableFile

__all__ = ["ImportReport", "Row", "RowError", "UnreadableFile", "import_balances", "read_rows"]
