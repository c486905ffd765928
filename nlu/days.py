"""Calendar arithmetic: which day is meant, looking ahead or back from a given one."""

import calendar
from datetime import date, timedelta

MONDAY, FRIDAY, SATURDAY = 0, 4, 5


def add_months(day: date, months: int) -> date:
    """The same day of another month, or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, last_of(year, month + 1)))


def last_of(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


def month_end(day: date) -> date:
    return day.replace(day=last_of(day.year, day.month))


def month_start(day: date) -> date:
    return day.replace(day=1)


def add_business_days(day: date, number: int) -> date:
    """Saturdays and Sundays do not count; a negative number goes back."""
    step = 1 if number > 0 else -1
    for _ in range(abs(number)):
        day += timedelta(step)
        while day.weekday() >= SATURDAY:
            day += timedelta(step)
    return day


def weekday_near(today: date, weekday: int, ahead: bool) -> date:
    """The nearest such weekday after `today`, or before it; never `today` itself."""
    if ahead:
        return today + timedelta((weekday - today.weekday() - 1) % 7 + 1)
    return today - timedelta((today.weekday() - weekday - 1) % 7 + 1)


def weekday_of_week(today: date, weekday: int, weeks: int) -> date:
    """That weekday of this week (0), next week (1)...; weeks begin on Monday (ISO 8601)."""
    return today + timedelta(weekday - today.weekday() + 7 * weeks)


def nth_weekday(month: date, weekday: int, number: int) -> date | None:
    """The number-th such weekday of the month; -1 the last; None where it has none."""
    if number < 0:
        last = month_end(month)
        return last - timedelta((last.weekday() - weekday) % 7)
    first = month_start(month)
    day = first + timedelta((weekday - first.weekday()) % 7 + 7 * (number - 1))
    return day if day.month == month.month else None


def easter(year: int) -> date:
    """Sunday, by the Gregorian reckoning (Meeus, Jones and Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), g = divmod(b, 4), (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    rest = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * rest) // 451
    month, number = divmod(h + rest - 7 * m + 114, 31)
    return date(year, month, number + 1)


def day_of_month_near(today: date, number: int, ahead: bool) -> date | None:
    """The next (or last) month's day of that number; months too short for it are passed over."""
    if not 1 <= number <= 31:
        return None
    step = 1 if ahead else -1
    for months in range(0, 3 * step, step):
        month = add_months(month_start(today), months)
        if number > last_of(month.year, month.month):
            continue
        day = month.replace(day=number)
        if day != today and (day > today) == ahead:
            return day
    return None


def month_day_near(today: date, month: int, number: int, ahead: bool) -> date | None:
    """The day nearest ahead (or back), `today` included; None for a day no calendar has."""
    years = (0, 1, 2, 3, 4) if ahead else (0, -1, -2, -3, -4)  # 29 February comes every four years
    for years_on in years:
        day = valid(today.year + years_on, month, number)
        if day and (day == today or (day > today) == ahead):
            return day
    return None


def valid(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None
