"""A patient's word to pay by a day, and the days that count as working days (R17)."""

from collections.abc import Container
from datetime import date, timedelta

GRACE_DAYS = 2
_SATURDAY = 5
_LONGEST_CLOSURE_DAYS = 31


def hold_until(promised_on: date) -> date:
    """The last day of silence after a promise: two days of grace for a payment on its way."""
    return promised_on + timedelta(days=GRACE_DAYS)


def is_business_day(day: date, closed_on: Container[date] = frozenset()) -> bool:
    return day.weekday() < _SATURDAY and day not in closed_on


def business_day_from(day: date, closed_on: Container[date] = frozenset()) -> date:
    """`day`, or the first working day after it; `closed_on` are the practice's holidays."""
    for ahead in range(_LONGEST_CLOSURE_DAYS):
        shifted = day + timedelta(days=ahead)
        if is_business_day(shifted, closed_on):
            return shifted
    raise ValueError(f"no working day within {_LONGEST_CLOSURE_DAYS} days of {day}")


def add_business_days(day: date, count: int, closed_on: Container[date] = frozenset()) -> date:
    """`count` working days after `day` (ten is the FCC's limit for an opt-out by letter)."""
    for _ in range(count):
        day = business_day_from(day + timedelta(days=1), closed_on)
    return day
