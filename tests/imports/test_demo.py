"""The demo practice shows each case that staff and patients will meet, and is loaded once."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from bot.demo import load_demo
from bot.models import Practice
from bot.reminders import remind
from bot.runtime import Runtime
from bot.store import practices
from bot.store.session import Database
from tests.imports import books


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path


@pytest.fixture
def cedar(database: Database, now: datetime, home: Path) -> Practice:
    load_demo(database, now, home)
    with database.directory() as session:
        found = practices.by_slug(session, "cedar")
    assert found is not None
    return found


def test_loaded_twice_is_loaded_once(
    database: Database, cedar: Practice, now: datetime, home: Path
) -> None:
    before = books.sizes(database, cedar.id)
    load_demo(database, now, home)
    assert books.sizes(database, cedar.id) == before


def test_the_demo_has_a_plan_sized_balance_and_a_paid_up_one(
    database: Database, cedar: Practice
) -> None:
    owed = books.balances(database, cedar.id)
    assert (owed["S-1004"], owed["S-1008"]) == (124000, 0)


def test_reminders_are_due_and_some_are_withheld_with_a_reason(
    runtime: Runtime, cedar: Practice, now: datetime
) -> None:
    planned = list(remind(runtime, cedar.id, now, dry_run=True))
    texted = {p.external_id for p in planned if p.allowed}
    withheld = {p.external_id: p.reason for p in planned if not p.allowed}
    assert {"C-101", "C-102", "C-103", "C-104"} <= texted
    assert {"C-110", "C-111"} <= set(withheld)


def test_every_phone_is_a_handset_and_a_shared_one_is_one(cedar: Practice, home: Path) -> None:
    handsets = json.loads((home / "sandbox" / "handsets.json").read_text())
    named = {h["number"]: h for h in handsets}
    assert len(handsets) == len(named)
    assert named["+15125550105"]["name"] == "Karen & Ryan"
    assert named["+15125550105"]["practice_number"] == cedar.number
