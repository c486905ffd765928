"""The demo: two practices, their people, and patients on fictional numbers. Loaded once."""

import csv
import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy.orm import Session
from werkzeug.security import generate_password_hash

from bot.clock import day_in
from bot.imports import import_balances
from bot.models import Practice
from bot.practice_settings import PracticeSettings
from bot.rules.holds import HoldKind
from bot.store import balances, holds, patients, payments, practices, staff
from bot.store.session import Database

SHEETS = Path(__file__).parent.parent / "data" / "demo"
SENDERS = {"cedar": "Cedar Family Clinic", "maple": "Maple Street Practice"}
NUMBERS = {"cedar": "+15125550100", "maple": "+15125550200"}
PEOPLE = {
    "cedar": (("Maria", "admin", "maria-demo"), ("Sam", "staff", "sam-demo")),
    "maple": (("Jo", "admin", "jo-demo"),),
}
DAYS = ("statement_date", "due_date", "service_date")
SHOWN = "C-110"  # whose page the first screen links to: no reminder replaces her link
DISPUTED = "S-1011"


def load_demo(database: Database, now: datetime, home: Path) -> None:
    """Twice is once: a practice that is there already is left as it is."""
    for slug in SENDERS:
        _load(database, slug, now)
    _write_handsets(home)


def demo_token(database: Database, now: datetime) -> str:
    """A fresh link of the kind a verified patient is texted, for the first screen."""
    with database.directory() as session:
        practice = practices.by_slug(session, "cedar")
    assert practice is not None
    with database.transaction(practice.id) as session:
        patient = patients.by_external_id(session, practice.id, SHOWN)
        return payments.request_payment(session, practice.id, patient.id, None, now)[1]


def _load(database: Database, slug: str, now: datetime) -> None:
    """Its settings come last: a load that was cut off before them is done again."""
    with database.directory() as session:
        known = practices.by_slug(session, slug)
        practice = known or practices.add(session, _practice(slug, now))
    with database.transaction(practice.id) as session:
        if practices.has_settings(session, practice.id):
            return
    _import(database, practice, now)
    with database.transaction(practice.id) as session:
        for name, role, password in PEOPLE[slug]:
            row = staff.add(session, practice.id, f"{name.lower()}@{slug}.example", name, role, now)
            row.password_hash = generate_password_hash(password)
        if slug == "cedar":
            _dispute(session, practice.id, now)
        practices.save_settings(session, practice.id, PracticeSettings(), "demo", now)


def _practice(slug: str, now: datetime) -> Practice:
    return Practice(
        slug=slug,
        name=SENDERS[slug],
        sender_name=SENDERS[slug],
        number=NUMBERS[slug],
        phone="(512) 555-0199",
        timezone="America/Chicago",
        state="TX",
        relationship="first_party",
        created_at=now,
    )


def _import(database: Database, practice: Practice, now: datetime) -> None:
    """The sheet's days are counted from today, so that reminders are due whenever it is loaded."""
    today = day_in(practice.timezone, now)
    with TemporaryDirectory() as folder:
        dated = Path(folder) / "balances.csv"
        with dated.open("w", newline="") as out:
            rows = list(_dated(SHEETS / f"{practice.slug}.csv", today))
            writer = csv.DictWriter(out, fieldnames=list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
        report = import_balances(database, practice.id, dated, now)
    assert not report.errors, report.errors


def _dated(sheet: Path, today: date) -> Iterator[dict[str, str]]:
    with sheet.open(newline="") as lines:
        for row in csv.DictReader(lines):
            for name in (*DAYS, "sms_consent_at"):
                if row[name]:
                    row[name] = (today + timedelta(days=int(row[name]))).isoformat()
            yield row


def _dispute(session: Session, practice_id: int, now: datetime) -> None:
    patient = patients.by_external_id(session, practice_id, "C-111")
    statement = next(
        row
        for row in balances.statements_of(session, practice_id, patient.id)
        if row.external_id == DISPUTED
    )
    holds.open_hold(
        session, practice_id, patient.id, HoldKind.DISPUTE, now,
        statement_id=statement.id, note="says the lab was never done",
    )  # fmt: skip


def _write_handsets(home: Path) -> None:
    """For the sandbox's toy handsets."""
    shown: dict[str, dict[str, str]] = {}
    for slug, number in NUMBERS.items():
        with (SHEETS / f"{slug}.csv").open(newline="") as lines:
            for row in csv.DictReader(lines):
                if row["phone"]:
                    handset = shown.setdefault(
                        row["phone"],
                        {
                            "number": row["phone"],
                            "name": "",
                            "practice_number": number,
                            "language": row["language"],
                        },
                    )
                    handset["name"] = _joined(handset["name"], row["first_name"])
    place = home / "sandbox"
    place.mkdir(parents=True, exist_ok=True)
    (place / "handsets.json").write_text(json.dumps(list(shown.values())))


def _joined(names: str, name: str) -> str:
    known = names.split(" & ") if names else []
    return names if name in known else " & ".join([*known, name])
