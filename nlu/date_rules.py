"""The grammar of days: how patients name one, as (pattern, which day) rules, tried in order."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from nlu import days

Resolve = Callable[[re.Match[str], date, bool], date | None]
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
DAY = f"(?P<day>{'|'.join(WEEKDAYS)})s?"
MONTH = rf"(?P<month>{'|'.join(MONTHS)}|mayo)\.?"
YEAR = r"(?:,? ?(?:de |del )?(?P<year>(?:19|20)\d\d)\b)?"
NUMBER = r"(?P<n>\d{1,2})"
NTH = rf"{NUMBER}(?:st|nd|rd|th)"
COMING = r"(?:que viene|proximo|que entra|entrante|siguiente)"
NEXT_ES = r"(?:(?:el |la )?proxim[oa]|(?:el |la )?siguiente)"
COUNT = (
    r"(?P<count>\d{1,2}|an?|one|uno?s?|una|(?:a |the )?(?:couple|cople)(?: of)?|"
    r"(?:a |the )?few|un par de|unas)"
)
UNIT = r"(?P<unit>day|days|week|weeks|month|months|year)"
COUNTS = {"couple": 2, "few": 3, "unos": 3, "unas": 3, "un par de": 2}
NOT_A_DAY = (
    r"(?! ?(?:%|percent|por ciento|payment|installment|time|visit|party|grade|street|floor|dollar|"
    r"month|week|day|hour|reminder|text|message|bill|ave|pm|am|of us|kid)s?)"
)


def said(match: re.Match[str], name: str) -> str:
    """What the group, or its second spelling (`day2`), caught; "" where none did."""
    caught = match.groupdict().items()
    return next((word for key, word in caught if word and key.rstrip("234") == name), "")


def _year(match: re.Match[str]) -> int | None:
    year = said(match, "year")
    if not year:
        return None
    return int(year) if len(year) == 4 else 2000 + int(year)


def _on(match: re.Match[str], month: int, number: int, today: date, ahead: bool) -> date | None:
    year = _year(match)
    if year:
        return days.valid(year, month, number)
    return days.month_day_near(today, month, number, ahead)


def named_month(match: re.Match[str], today: date, ahead: bool) -> date | None:
    month = MONTHS.index(said(match, "month").replace("mayo", "may")) + 1
    return _on(match, month, int(match["n"]), today, ahead)


def month_and_day(match: re.Match[str], today: date, ahead: bool) -> date | None:
    """US order; a first number above 12 can only be the day."""
    month, number = int(match["m"]), int(match["n"])
    if month > 12:
        month, number = number, month
    return _on(match, month, number, today, ahead)


def iso(match: re.Match[str], today: date, ahead: bool) -> date | None:
    return days.valid(int(match["y"]), int(match["m"]), int(match["n"]))


def weekday(match: re.Match[str], today: date, ahead: bool) -> date:
    return days.weekday_near(today, WEEKDAYS.index(said(match, "day")), ahead)


def weekday_back(match: re.Match[str], today: date, ahead: bool) -> date:
    return days.weekday_near(today, WEEKDAYS.index(said(match, "day")), False)


def weekday_in(weeks: int) -> Resolve:
    return lambda match, today, ahead: days.weekday_of_week(
        today, WEEKDAYS.index(said(match, "day")), weeks
    )


def weekday_and_weeks(match: re.Match[str], today: date, ahead: bool) -> date:
    """ "a week from friday", "two weeks from monday"."""
    start = days.weekday_near(today, WEEKDAYS.index(said(match, "day")), True)
    return start + timedelta(7 * count(said(match, "count")))


def weekdays_from_now(match: re.Match[str], today: date, ahead: bool) -> date:
    start = days.weekday_near(today, WEEKDAYS.index(said(match, "day")), True)
    return start + timedelta(7 * (count(said(match, "count")) - 1))


def nth(match: re.Match[str], today: date, ahead: bool) -> date | None:
    return days.day_of_month_near(today, int(match["n"]), ahead)


def nth_in(months: int) -> Resolve:
    def resolve(match: re.Match[str], today: date, ahead: bool) -> date | None:
        month = days.add_months(days.month_start(today), months)
        return days.valid(month.year, month.month, int(match["n"]))

    return resolve


def count(word: str) -> int:
    if word.isdigit():
        return int(word)
    bare = re.sub(r"^(?:a|the) (?=couple|few|cople)| of$", "", word).replace("cople", "couple")
    return COUNTS.get(bare, 1)


def moved(today: date, number: int, unit: str) -> date:
    unit = unit.rstrip("s")
    if unit in ("month", "year"):
        return days.add_months(today, number * (12 if unit == "year" else 1))
    return today + timedelta(number * (7 if unit == "week" else 1))


def from_now(match: re.Match[str], today: date, ahead: bool) -> date:
    return moved(today, count(said(match, "count")), said(match, "unit"))


def ago(match: re.Match[str], today: date, ahead: bool) -> date:
    return moved(today, -count(said(match, "count")), said(match, "unit"))


def days_on(number: int) -> Resolve:
    return lambda match, today, ahead: today + timedelta(number)


def month_end_in(months: int) -> Resolve:
    return lambda match, today, ahead: days.month_end(
        days.add_months(days.month_start(today), months)
    )


def named_month_end(match: re.Match[str], today: date, ahead: bool) -> date | None:
    month = MONTHS.index(said(match, "month").replace("mayo", "may")) + 1
    start = days.month_day_near(days.month_start(today), month, 1, ahead)
    return days.month_end(start) if start else None


def week_of_month(match: re.Match[str], today: date, ahead: bool) -> date | None:
    """The first day of that week: the 1st, 8th, 15th, 22nd, or seven days before the end."""
    start: date | None = days.add_months(days.month_start(today), 1)
    if said(match, "month"):
        month = MONTHS.index(said(match, "month").replace("mayo", "may")) + 1
        start = days.month_day_near(days.month_start(today), month, 1, ahead)
    if start is None or match["week"] == "last":
        return start and days.month_end(start) - timedelta(6)
    return start + timedelta(7 * (int(match["week"][0]) - 1))


def mid_named_month(match: re.Match[str], today: date, ahead: bool) -> date | None:
    month = MONTHS.index(said(match, "month").replace("mayo", "may")) + 1
    return days.month_day_near(today, month, 15, ahead)


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


def mid_month(match: re.Match[str], today: date, ahead: bool) -> date | None:
    return days.day_of_month_near(today, 15, True)


def next_month_start(match: re.Match[str], today: date, ahead: bool) -> date:
    return days.add_months(days.month_start(today), 1)


def year_end(match: re.Match[str], today: date, ahead: bool) -> date:
    return date(today.year, 12, 31)
