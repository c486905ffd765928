"""Files as practices have them: delimiters, encodings, spreadsheets, and broken ones."""

from datetime import datetime
from pathlib import Path

import pytest

from bot.imports import ImportReport, RowError, import_balances, read_rows
from bot.models import Practice
from bot.store.session import Database
from tests.imports import books
from tests.imports.sheets import bob, row, write_csv, write_xlsx

ROWS = (
    row(first_name="Zoë"),
    row(first_name="Zoë", line_description="Lab panel", charge="40.10"),
    bob(),
)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1"])
def test_every_usual_csv_reads_the_same(tmp_path: Path, delimiter: str, encoding: str) -> None:
    path = write_csv(tmp_path / "b.csv", ROWS, delimiter=delimiter, encoding=encoding)
    assert [dict(found.values) for found in read_rows(path)] == list(ROWS)


def test_xlsx_brings_in_what_csv_does(
    database: Database, practice: Practice, now: datetime, tmp_path: Path
) -> None:
    import_balances(database, practice.id, write_csv(tmp_path / "b.csv", ROWS), now)
    workbook = write_xlsx(tmp_path / "b.xlsx", ROWS)
    report = import_balances(database, practice.id, workbook, now)
    assert report == ImportReport(statements_same=2, lines=3, rows=3, encoding="xlsx")


def test_a_fallback_encoding_and_unknown_columns_are_reported(
    database: Database, practice: Practice, now: datetime, tmp_path: Path
) -> None:
    path = write_csv(tmp_path / "b.csv", [row(first_name="Zoë", Doctor="x")], encoding="latin-1")
    report = import_balances(database, practice.id, path, now)
    assert (report.encoding, report.columns_unknown) == ("latin-1 (Windows)", ("doctor",))
    assert books.patient(database, practice.id).first_name == "Zoë"


def test_unknown_columns_are_kept_in_the_row(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "b.csv", [row(Doctor="Who")])
    assert next(read_rows(path)).values["doctor"] == "Who"


def test_blank_lines_are_skipped_and_counted_as_a_spreadsheet_counts(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "b.csv", [row(), bob()])
    header, first, second = path.read_text().splitlines()
    path.write_text("\n".join([header, first, "", ",,,", second, ""]))
    assert [found.number for found in read_rows(path)] == [2, 5]


def test_line_breaks_and_control_characters_become_spaces(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "b.csv", [row(line_description="Office\nvisit\x00\xa0")])
    assert next(read_rows(path)).values["line_description"] == "Office visit"


def test_a_zip_code_gets_its_leading_zero_back(
    database: Database, practice: Practice, now: datetime, tmp_path: Path
) -> None:
    import_balances(database, practice.id, write_xlsx(tmp_path / "b.xlsx", [row(zip="02134")]), now)
    assert books.patient(database, practice.id).zip == "02134"


def test_a_shifted_row_is_refused(
    database: Database, practice: Practice, now: datetime, tmp_path: Path
) -> None:
    path = write_csv(tmp_path / "b.csv", [row(line_description="Visit")])
    path.write_text(path.read_text().replace("Visit", "Visit, long"))
    errors = import_balances(database, practice.id, path, now).errors
    assert (2, "row", "has 1 more cells than the header") in [
        (e.row, e.column, e.problem) for e in errors
    ]


BROKEN = {
    "empty.csv": (b"", "lacks the column patient_id, first_name"),
    "header.csv": (b"name,amount\nx,1\n", "lacks the column patient_id, first_name"),
    "twice.csv": (
        b"patient_id,first_name,last_name,account_id,statement_id,statement_date,"
        b"line_description,charge,charge\n",
        "has the column charge twice",
    ),
    "text.xlsx": (b"patient_id,first_name", "is no XLSX"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_file_that_cannot_be_read_is_one_error(
    database: Database, practice: Practice, now: datetime, tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    path.write_bytes(BROKEN[name][0])
    report = import_balances(database, practice.id, path, now)
    assert [(e.row, e.column) for e in report.errors] == [(0, "file")]
    assert report.errors[0].problem.startswith(BROKEN[name][1])


def test_a_quote_never_closed_brings_nothing_in(
    database: Database, practice: Practice, now: datetime, tmp_path: Path
) -> None:
    path = write_csv(tmp_path / "b.csv", [row()] * 2)
    path.write_text(path.read_text() + '"' + "x\n" * 70_000)
    report = import_balances(database, practice.id, path, now)
    assert isinstance(report.errors[0], RowError)
    assert books.balances(database, practice.id) == {}
