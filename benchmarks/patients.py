"""Made-up patients with balances, each on a fictional number, and the file to import them by."""

import csv
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from benchmarks.product import Product

SLUG, NUMBER = "bench", "+15125550199"
BORN = date(1980, 3, 14)
ZIP = "78701"
# Texas: 555-0100 to 555-0199 of every area code are nobody's.
AREAS = (
    "210", "214", "254", "281", "325", "346", "361", "409", "430", "432", "469", "682", "713",
    "737", "806", "817", "830", "832", "903", "915", "936", "940", "956", "972", "979",
)  # fmt: skip
PER_AREA = 100
MOST = len(AREAS) * PER_AREA
HEADER = (
    "practice", "patient_id", "first_name", "last_name", "date_of_birth", "zip", "phone", "email",
    "language", "guarantor_id", "sms_consent_at", "sms_consent_source", "unencrypted_ok",
    "account_id", "statement_id", "statement_date", "due_date", "service_date",
    "line_description", "line_code", "charge", "insurance_paid", "adjustment", "patient_paid",
)  # fmt: skip


@dataclass(frozen=True)
class Account:
    phone: str
    language: str


def accounts(languages: list[str]) -> list[Account]:
    """One for each language given; at most MOST of them."""
    if len(languages) > MOST:
        raise ValueError(f"there are {MOST} fictional numbers, not {len(languages)}")
    return [Account(phone(place), language) for place, language in enumerate(languages)]


def phone(place: int) -> str:
    area, line = divmod(place, PER_AREA)
    return f"+1{AREAS[area]}55501{line:02d}"


def open_practice(product: Product, people: list[Account]) -> None:
    """The practice with all its balances; safe to do again."""
    known = {line for line in product.command("practice", "list").splitlines() if line}
    if not any(f'"{SLUG}"' in line for line in known):
        product.command(
            "practice", "create", "--slug", SLUG, "--name", "Bench Clinic", "--number", NUMBER,
            "--phone", "(512) 555-0198", "--timezone", "America/Chicago", "--state", "TX",
        )  # fmt: skip
    file = product.home / "bench-balances.csv"
    write_balances(file, people, date.fromisoformat(product.now()[:10]))
    product.command("import", str(file), "--practice", SLUG, "--json")
    file.unlink()


def write_balances(file: Path, people: list[Account], today: date) -> None:
    with file.open("w", newline="") as out:
        rows = csv.writer(out)
        rows.writerow(HEADER)
        rows.writerows(_row(place, person, today) for place, person in enumerate(people))


def _row(place: int, person: Account, today: date) -> tuple[str, ...]:
    """$220.00 left of an office visit: a statement of five days ago, so nothing is due yet."""
    stated = today - timedelta(days=5)
    return (
        SLUG, f"B{place:05d}", "Alex", f"Number{place}", BORN.isoformat(), ZIP, person.phone, "",
        person.language, "", (today - timedelta(days=90)).isoformat(), "intake form", "yes",
        f"BA{place:05d}", f"BS{place:05d}", stated.isoformat(),
        (stated + timedelta(days=30)).isoformat(), (stated - timedelta(days=20)).isoformat(),
        "Office visit", "", "300.00", "80.00", "0.00", "0.00",
    )  # fmt: skip
