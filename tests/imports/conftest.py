"""An import into the practice of the test."""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

import pytest

from bot.clock import Clock
from bot.imports import ImportReport, import_balances
from bot.models import Practice
from bot.store.session import Database
from tests.imports.sheets import write_csv

Import = Callable[..., ImportReport]


@pytest.fixture
def now(clock: Clock) -> datetime:
    return clock.now()


@pytest.fixture
def bring(database: Database, practice: Practice, now: datetime, tmp_path: Path) -> Import:
    """Rows in, report out; each call is a new file."""

    def bring_in(*rows: Mapping[str, str], dry_run: bool = False) -> ImportReport:
        path = write_csv(tmp_path / "balances.csv", rows)
        return import_balances(database, practice.id, path, now, dry_run=dry_run)

    return bring_in
