"""One file into one practice: read, checked, then booked some hundred statements at a time."""

from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from bot.imports.batches import Batch, batches_of, settled
from bot.imports.bills import book_bills
from bot.imports.checking import check
from bot.imports.gathering import Sheet, gather
from bot.imports.people import book_people
from bot.imports.reading import Table, open_table
from bot.imports.report import Counts, ImportReport, RowError
from bot.imports.spreadsheet import UnreadableFile
from bot.imports.values import Desk
from bot.imports.yeses import book_consents
from bot.store import imported_bills, imported_people, practices
from bot.store.session import Database

Progress = Callable[[int, int], None]


def import_balances(
    database: Database,
    practice_id: int,
    path: Path,
    now: datetime,
    *,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> ImportReport:
    """The same file twice changes nothing. A dry run does everything and takes it all back.

    `progress` hears how many rows of how many are booked. A file that cannot be read at all is
    one error of row 0.
    """
    try:
        table = open_table(path)
        desk = _desk(database, practice_id, now)
        sheet = gather(check(row, desk) for row in table.rows)
    except UnreadableFile as fault:
        error = RowError(0, "file", fault.problem, fault.expected)
        return ImportReport(errors=(error,))
    book = _book_dry if dry_run else _book
    counts = sum(book(database, practice_id, sheet, desk, progress or _silent), start=Counts())
    return _report(table, sheet, counts)


def _desk(database: Database, practice_id: int, now: datetime) -> Desk:
    with database.transaction(practice_id) as session:
        practice = practices.get(session, practice_id)
    return Desk(now, practice.timezone, (practice.slug, practice.name.casefold()))


def _book(
    database: Database, practice_id: int, sheet: Sheet, desk: Desk, progress: Progress
) -> Iterator[Counts]:
    """A transaction a batch: what came in stays in when the power fails."""
    done = 0
    for batch in batches_of(sheet):
        with database.transaction(practice_id) as session:
            yield _book_batch(session, practice_id, sheet, batch, desk)
        done += batch.rows
        progress(done, sheet.rows)
    progress(sheet.rows, sheet.rows)


def _book_dry(
    database: Database, practice_id: int, sheet: Sheet, desk: Desk, progress: Progress
) -> Iterator[Counts]:
    with database.transaction(practice_id) as session:
        done = 0
        for batch in batches_of(sheet):
            yield _book_batch(session, practice_id, sheet, batch, desk)
            done += batch.rows
            progress(done, sheet.rows)
        session.rollback()
    progress(sheet.rows, sheet.rows)


def _book_batch(
    session: Session, practice_id: int, sheet: Sheet, batch: Batch, desk: Desk
) -> Counts:
    imported_people.take_turn(session, practice_id)
    known = imported_people.known(session, practice_id, batch.people)
    accounts = imported_bills.accounts(session, practice_id, batch.accounts)
    homes = imported_bills.accounts_of_statements(session, practice_id, batch.statements)
    bills, people, errors = settled(sheet, batch, known, accounts, homes)
    sheet.errors += errors
    ids, counts = book_people(session, practice_id, people, known, desk.now)
    given = book_consents(session, practice_id, people, ids, known, desk.now)
    counts += Counts(consents_new=given)
    return counts + book_bills(
        session, practice_id, bills, sheet, ids, accounts, desk.today, desk.now
    )


def _report(table: Table, sheet: Sheet, counts: Counts) -> ImportReport:
    return ImportReport(
        **asdict(counts),
        rows=sheet.rows,
        encoding=table.encoding,
        columns_unknown=table.columns_unknown,
        errors=tuple(sorted(sheet.errors)),
    )


def _silent(done: int, total: int) -> None:
    """Nobody is watching."""
