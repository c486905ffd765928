"""The days of a plan: weekly, biweekly, twice a month, monthly, whatever a month's length."""

import calendar
from datetime import date, timedelta
from enum import StrEnum

_HALF_MONTH_DAYS = 15


class Frequency(StrEnum):
    WEEKLY = "weekly"
    BIWEEKLY = "biweekly"
    TWICE_A_MONTH = "twice_a_month"
    MONTHLY = "monthly"


_STEP_DAYS = {Frequency.WEEKLY: 7, Frequency.BIWEEKLY: 14}


def due_dates(first_on: date, frequency: Frequency, count: int) -> tuple[date, ...]:
    return tuple(_due_date(first_on, frequency, position) for position in range(count))


def month_after(first_on: date, months: int, day: int | None = None) -> date:
    """The same day of a later month; the 31st is the last day of a shorter one."""
    years, month = divmod(first_on.month - 1 + months, 12)
    year, month = first_on.year + years, month + 1
    return date(year, month, min(day or first_on.day, calendar.monthrange(year, month)[1]))


def _due_date(first_on: date, frequency: Frequency, position: int) -> date:
    if frequency in _STEP_DAYS:
        return first_on + timedelta(days=_STEP_DAYS[frequency] * position)
    if frequency is Frequency.MONTHLY:
        return month_after(first_on, position)
    return _half_month(first_on, position)


def _half_month(first_on: date, position: int) -> date:
    """The 1st goes with the 16th, the 15th with the 30th, the 20th with the next 5th."""
    months, is_second = divmod(position, 2)
    if not is_second:
        return month_after(first_on, months)
    if first_on.day <= _HALF_MONTH_DAYS:
        return month_after(first_on, months, first_on.day + _HALF_MONTH_DAYS)
    return month_after(first_on, months + 1, first_on.day - _HALF_MONTH_DAYS)
