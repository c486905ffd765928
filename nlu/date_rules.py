"""Which day each way of naming one comes to: (what was caught, today, looking ahead) -> day."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from nlu import days
from nlu.date_words import (
    count,
    month_said,
    moved,
    moved_by_span,
    said,
    weekday_said,
    year_said,
)
from nlu.feasts import feast_near

NO_SUCH_DAY = date.min  # "february 30": a day is meant that no calendar has
ANCHORS = {"tomorrow": 1, "manana": 1, "yesterday": -1, "ayer": -1}
_MONTHS_FOR_WEEKDAY = 2  # how far "friday the 13th" is looked for

# None: the words name no day after all, and other rules may read them.
Resolve = Callable[[re.Match[str], date, bool], date | None]


def _on(match: re.Match[str], month: int, number: int, today: date, ahead: bool) -> date:
    year = year_said(match, today)
    if year:
        return days.valid(year, month, number) or NO_SUCH_DAY
    return days.month_day_near(today, month, number, ahead) or NO_SUCH_DAY


def named_month(match: re.Match[str], today: date, ahead: bool) -> date:
    return _on(match, month_said(match), int(said(match, "n")), today, ahead)


def month_and_day(match: re.Match[str], today: date, ahead: bool) -> date:
    """US order; a first number above 12 can only be the day."""
    month, number = int(match["m"]), int(match["n"])
    if month > 12:
        month, number = number, month
    return _on(match, month, number, today, ahead)


def iso(match: re.Match[str], today: date, ahead: bool) -> date:
    return days.valid(int(match["y"]), int(match["m"]), int(match["n"])) or NO_SUCH_DAY


# --- weekdays ----------------------------------------------------------------------------------


def weekday(match: re.Match[str], today: date, ahead: bool) -> date:
    return days.weekday_near(today, weekday_said(match), ahead)


def weekday_back(match: re.Match[str], today: date, ahead: bool) -> date:
    return days.weekday_near(today, weekday_said(match), False)


def weekday_in(weeks: int) -> Resolve:
    return lambda match, today, ahead: days.weekday_of_week(today, weekday_said(match), weeks)


def weekday_on(weeks: int) -> Resolve:
    """So many weeks after the coming one."""
    return lambda match, today, ahead: (
        days.weekday_near(today, weekday_said(match), True) + timedelta(7 * weeks)
    )


def weekday_and_weeks(match: re.Match[str], today: date, ahead: bool) -> date:
    """ "a week from friday", "two weeks from monday"."""
    start = days.weekday_near(today, weekday_said(match), True)
    return start + timedelta(7 * count(said(match, "count")))


def weekdays_from_now(match: re.Match[str], today: date, ahead: bool) -> date:
    start = days.weekday_near(today, weekday_said(match), True)
    return start + timedelta(7 * (count(said(match, "count")) - 1))


def weekday_and_nth(match: re.Match[str], today: date, ahead: bool) -> date | None:
    """ "thursday the 21st": the near day that is both, else the number counts."""
    day = _agreeing(match, today, 1 if ahead else -1)
    return day or days.day_of_month_near(today, int(said(match, "n")), ahead)


def weekday_and_number(match: re.Match[str], today: date, ahead: bool) -> date | None:
    """ "martes 24" where the 24th is a Tuesday; else the number is something else."""
    step = 1 if ahead else -1
    return _agreeing(match, today, step) or _agreeing(match, today, -step)


def _agreeing(match: re.Match[str], today: date, step: int) -> date | None:
    for months in range(_MONTHS_FOR_WEEKDAY + 1):
        month = days.add_months(days.month_start(today), step * months)
        day = days.valid(month.year, month.month, int(said(match, "n")))
        if day and day.weekday() == weekday_said(match) and (day - today).days * step >= 0:
            return day
    return None


def nth_weekday(months: int) -> Resolve:
    def resolve(match: re.Match[str], today: date, ahead: bool) -> date:
        month = days.add_months(days.month_start(today), months)
        return days.nth_weekday(month, weekday_said(match), _which(match)) or NO_SUCH_DAY

    return resolve


def nth_weekday_near(match: re.Match[str], today: date, ahead: bool) -> date:
    """Of a month named, else of this month, or the next where it has gone by."""
    if said(match, "month"):
        year = year_said(match, today)
        start = days.month_start(today)
        month = date(year, month_said(match), 1) if year else None
        month = month or days.month_day_near(start, month_said(match), 1, ahead)
        assert month is not None
        return days.nth_weekday(month, weekday_said(match), _which(match)) or NO_SUCH_DAY
    day = nth_weekday(0)(match, today, ahead)
    if day is NO_SUCH_DAY or day is None or day == today or (day > today) == ahead:
        return day or NO_SUCH_DAY
    return nth_weekday(1 if ahead else -1)(match, today, ahead) or NO_SUCH_DAY


def _which(match: re.Match[str]) -> int:
    return int(match["week"][0]) if match["week"][0].isdigit() else -1


# --- days of a month ---------------------------------------------------------------------------


def nth(match: re.Match[str], today: date, ahead: bool) -> date | None:
    return days.day_of_month_near(today, int(said(match, "n")), ahead)


def nth_in(months: int) -> Resolve:
    def resolve(match: re.Match[str], today: date, ahead: bool) -> date:
        month = days.add_months(days.month_start(today), months)
        return days.valid(month.year, month.month, int(said(match, "n"))) or NO_SUCH_DAY

    return resolve


def nth_appointed(match: re.Match[str], today: date, ahead: bool) -> date | None:
    """ "for the 27th" appoints a day of this month, whatever happened before."""
    day = days.valid(today.year, today.month, int(said(match, "n")))
    return nth(match, today, True) if day is None or (ahead and day < today) else day


def month_end_in(months: int) -> Resolve:
    return lambda match, today, ahead: days.month_end(
        days.add_months(days.month_start(today), months)
    )


def named_month_end(match: re.Match[str], today: date, ahead: bool) -> date | None:
    start = days.month_day_near(days.month_start(today), month_said(match), 1, ahead)
    return days.month_end(start) if start else None


def of_named_month(number: int) -> Resolve:
    def resolve(match: re.Match[str], today: date, ahead: bool) -> date | None:
        return days.month_day_near(today, month_said(match), number, ahead)

    return resolve


def week_of_month(match: re.Match[str], today: date, ahead: bool) -> date | None:
    """The first day of that week: the 1st, 8th, 15th, 22nd, or seven days before the end."""
    this = days.month_start(today)
    if not said(match, "month"):
        return _week_start(match, days.add_months(this, 1))
    month = days.month_day_near(this, month_said(match), 1, ahead)
    start = _week_start(match, month) if month else None
    if start is None or not ahead or start >= today:
        return start
    is_running = (today - start).days < 7
    return today if is_running else _week_start(match, days.add_months(this, 12))


def _week_start(match: re.Match[str], month: date) -> date:
    if match["week"] == "last":
        return days.month_end(month) - timedelta(6)
    return month + timedelta(7 * (int(match["week"][0]) - 1))


def mid_month(match: re.Match[str], today: date, ahead: bool) -> date | None:
    return days.day_of_month_near(today, 15, True)


def next_month_start(match: re.Match[str], today: date, ahead: bool) -> date:
    return days.add_months(days.month_start(today), 1)


def year_end(match: re.Match[str], today: date, ahead: bool) -> date:
    return date(today.year, 12, 31)


# --- spans -------------------------------------------------------------------------------------


def days_on(number: int) -> Resolve:
    return lambda match, today, ahead: today + timedelta(number)


def from_now(match: re.Match[str], today: date, ahead: bool) -> date:
    return moved(today, count(said(match, "count")), said(match, "unit"))


def ago(match: re.Match[str], today: date, ahead: bool) -> date:
    return moved(today, -count(said(match, "count")), said(match, "unit"))


def span(sign: int) -> Resolve:
    """So long after, or before, the day it is counted from; today where none is named."""

    def resolve(match: re.Match[str], today: date, ahead: bool) -> date:
        start = today + timedelta(ANCHORS.get(said(match, "anchor"), 0))
        try:
            return moved_by_span(start, said(match, "span"), sign)
        except (ValueError, OverflowError):  # "999 years 999 years 999 years ago"
            return NO_SUCH_DAY

    return resolve


def span_later(match: re.Match[str], today: date, ahead: bool) -> date | None:
    """ "2 days later" in a tale of the past is counted from a day we do not know."""
    return span(1)(match, today, ahead) if ahead else None


def weekend(weeks: int) -> Resolve:
    def resolve(match: re.Match[str], today: date, ahead: bool) -> date:
        day = days.weekday_of_week(today, days.SATURDAY, weeks)
        return day if day >= today else today  # said on Sunday, it is today

    return resolve


def week_end(weeks: int) -> Resolve:
    def resolve(match: re.Match[str], today: date, ahead: bool) -> date:
        day = days.weekday_of_week(today, days.FRIDAY, weeks)
        return day if day >= today else today

    return resolve


def week_start(match: re.Match[str], today: date, ahead: bool) -> date:
    return days.weekday_of_week(today, days.MONDAY, 1)


def feast(then: int) -> Resolve:
    return lambda match, today, ahead: feast_near(today, match["feast"], ahead) + timedelta(then)


def weekday_after_feast(match: re.Match[str], today: date, ahead: bool) -> date:
    start = feast_near(today, match["feast"], ahead)
    return days.weekday_near(start, weekday_said(match), True)
