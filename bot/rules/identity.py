"""Is it the patient: no amount before that is known, and only for a while (R16)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Protocol


class Factor(StrEnum):
    BIRTH_DATE = "birth_date"
    ZIP = "zip"


@dataclass(frozen=True)
class IdentityPolicy:
    """`ttl_minutes` without activity end a check; `max_hours` end it however lively the talk."""

    tries: int = 3
    window_hours: int = 24
    ttl_minutes: int = 30
    max_hours: int = 24
    required: frozenset[Factor] = frozenset({Factor.BIRTH_DATE})


STANDARD = IdentityPolicy()
GROWN_UP = 18


class Identifiable(Protocol):
    """What the record says of a patient; None where the practice has not told us."""

    @property
    def birth_date(self) -> date | None: ...
    @property
    def zip(self) -> str | None: ...


def is_verified(
    verified_at: datetime | None,
    last_activity_at: datetime | None,
    now: datetime,
    policy: IdentityPolicy,
) -> bool:
    """A check from the future (a clock set back) counts for nothing."""
    if verified_at is None or verified_at > now:
        return False
    active_at = max(verified_at, last_activity_at or verified_at)
    idle = now - active_at
    return idle < timedelta(minutes=policy.ttl_minutes) and (
        now - verified_at < timedelta(hours=policy.max_hours)
    )


def tries_left(failed_at: Sequence[datetime], now: datetime, policy: IdentityPolicy) -> int:
    window = timedelta(hours=policy.window_hours)
    return max(0, policy.tries - sum(now - at < window for at in failed_at))


def is_minor(born: date, today: date) -> bool:
    """Somebody for whom a grown-up answers."""
    had_birthday = (today.month, today.day) >= (born.month, born.day)
    return today.year - born.year - (not had_birthday) < GROWN_UP


def matches(
    given_birth_date: date | None,
    given_zip: str | None,
    patient: Identifiable,
    policy: IdentityPolicy = STANDARD,
) -> bool:
    """Every factor given is right and every required one is given. Never says which failed."""
    given: dict[Factor, object] = {
        Factor.BIRTH_DATE: given_birth_date,
        Factor.ZIP: _five(given_zip),
    }
    known: dict[Factor, object] = {
        Factor.BIRTH_DATE: patient.birth_date,
        Factor.ZIP: _five(patient.zip),
    }
    asked = {factor for factor in Factor if given[factor] is not None} | policy.required
    return bool(asked) and all(
        known[factor] is not None and known[factor] == given[factor] for factor in asked
    )


def _five(text: str | None) -> str | None:
    """ZIP+4 counts by its first five digits; a short one has lost its leading zero to Excel."""
    digits = "".join(letter for letter in (text or "").split("-")[0] if letter.isdecimal())
    return digits.zfill(5)[:5] if digits else None
