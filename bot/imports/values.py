"""One cell's text into one value. A ValueError says "what is wrong; expected what".

What would name a person (a phone number, a birthday) is never repeated in the problem.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.rules.money import parse_decimal
from nlu.contact import parse_phone

LONGEST = 200
LONGEST_SHOWN = 40
FIRST_DAY = date(1900, 1, 1)
YEAR = timedelta(days=366)
YES = {"yes": True, "y": True, "true": True, "1": True}
NO = {"no": False, "n": False, "false": False, "0": False}
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_ZIP = re.compile(r"(?P<zip>\d{3,5})(?:-\d{4})?")
_PHONE = re.compile(r"[+\d][\d\s().+-]*|\([\d\s().+-]+")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")


@dataclass(frozen=True)
class Desk:
    """Where and when the file is read: what a bare day or hour in it means."""

    now: datetime
    zone: str
    practice_names: tuple[str, ...]

    @property
    def today(self) -> date:
        return self.now.astimezone(ZoneInfo(self.zone)).date()


def words(text: str, desk: Desk) -> str:
    if len(text) > LONGEST:
        raise ValueError(f"is {len(text)} characters long; expected at most {LONGEST}")
    return text


def birthday(text: str, desk: Desk) -> date:
    day = _day(text, "is no day")
    if not FIRST_DAY <= day <= desk.today:
        raise ValueError("is no birthday; expected a day from 1900 until today, YYYY-MM-DD")
    return day


def day(text: str, desk: Desk) -> date:
    found = _day(text, f"{shown(text)} is no day")
    if not FIRST_DAY <= found <= desk.today + YEAR:
        raise ValueError(f"{shown(text)} is far off; expected a day from 1900 to a year from now")
    return found


def moment(text: str, desk: Desk) -> datetime:
    """A day means its beginning at the practice; an hour without a zone is the practice's."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{shown(text)} is no moment; expected like 2026-03-11T10:00") from None
    if _DAY.fullmatch(text):
        found = datetime.combine(found.date(), time())
    if found.tzinfo is None:
        found = found.replace(tzinfo=ZoneInfo(desk.zone))
    if found > desk.now:
        raise ValueError(f"{shown(text)} is still to come; expected when the yes was given")
    return found.astimezone(UTC)


def zip_code(text: str, desk: Desk) -> str:
    """Spreadsheets drop leading zeros; every US ZIP code has five digits, so they come back."""
    found = _ZIP.fullmatch(text)
    if found is None:
        raise ValueError("is no ZIP code; expected five digits")
    return found["zip"].zfill(5)


def phone(text: str, desk: Desk) -> str:
    """E.164."""
    number = parse_phone(text) if _PHONE.fullmatch(text) else None
    if number is None:
        raise ValueError("is no phone number; expected ten digits like 512-555-0101, or +1...")
    return number


def email(text: str, desk: Desk) -> str:
    if not _EMAIL.fullmatch(text):
        raise ValueError("is no e-mail address; expected like ana@example.org, or nothing")
    return words(text, desk)


def language(text: str, desk: Desk) -> str:
    if text.lower() not in ("en", "es"):
        raise ValueError(f"{shown(text)} is not spoken here; expected en or es")
    return text.lower()


def yes_or_no(text: str, desk: Desk) -> bool:
    found = (YES | NO).get(text.lower())
    if found is None:
        raise ValueError(f"{shown(text)} is no answer; expected yes or no")
    return found


def cents(text: str, desk: Desk) -> int:
    if len(text) > LONGEST_SHOWN:
        raise ValueError(f"{shown(text)} is not an amount; expected dollars like 1240.50")
    return parse_decimal(text)


def charge(text: str, desk: Desk) -> int:
    found = cents(text, desk)
    if found < 0:
        raise ValueError(f"{shown(text)} is below zero; expected what was taken off in adjustment")
    return found


def practice(text: str, desk: Desk) -> str:
    if text.casefold() not in desk.practice_names:
        raise ValueError(f"{shown(text)} is another practice; expected {desk.practice_names[0]}")
    return text


def shown(text: str) -> str:
    return repr(text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}...")


def _day(text: str, problem: str) -> date:
    try:
        if _DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise ValueError(f"{problem}; expected YYYY-MM-DD")


Parser = Callable[[str, Desk], object]
PARSERS: dict[str, Parser] = {
    "practice": practice,
    "patient_id": words,
    "first_name": words,
    "last_name": words,
    "date_of_birth": birthday,
    "zip": zip_code,
    "phone": phone,
    "email": email,
    "language": language,
    "guarantor_id": words,
    "sms_consent_at": moment,
    "sms_consent_source": words,
    "unencrypted_ok": yes_or_no,
    "account_id": words,
    "statement_id": words,
    "statement_date": day,
    "due_date": day,
    "service_date": day,
    "line_description": words,
    "line_code": words,
    "charge": charge,
    "insurance_paid": cents,
    "adjustment": cents,
    "patient_paid": cents,
}
