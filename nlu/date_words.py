"""The words that days are named with: pieces of patterns, and what a piece said comes to."""

import re
from datetime import date, timedelta

from nlu import days

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
A_DAY = f"(?:{'|'.join(WEEKDAYS)})s?"
DAY = f"(?P<day>{'|'.join(WEEKDAYS)})s?"
DAY_TOO = DAY.replace("<day>", "<day2>")
_VERB_MAY = r"(?! (?:be|not|have|i|we|you|need|take|get|go|come|want|also)\b)"
MONTH = rf"(?P<month>{'|'.join(MONTHS).replace('may', f'may{_VERB_MAY}')}|mayo)\.?"
MONTH_TOO = MONTH.replace("<month>", "<month2>")
YEAR = (
    r"(?:[,.]? ?(?:de |del |of )?"
    r"(?:(?P<year>(?:19|20)\d\d|'\d\d)\b|(?P<year2>19 \d{1,2})\b(?! ?[/-])))?"
)
NUMBER = r"(?P<n>0?[1-9]|[12]\d|3[01])(?!\d)"
NUMBER_TOO = NUMBER.replace("<n>", "<n2>")
SUFFIX = r"(?: ?(?:st|nd|rd|th)|rst|er|ro|ero|o)\b"
NTH = rf"{NUMBER}{SUFFIX}"
COMING = r"(?:que viene|proxim[oa]|que entra|entrante|siguiente|que sigue)"
NEXT_ES = r"(?:(?:el |la )?proxim[oa]|(?:el |la )?siguiente)"
NEXT_WEEK = rf"(?:(?:the )?next week|(?:la )?week {COMING}|(?:la )?(?:proxima|siguiente|otra) week)"
LAST_WEEK = r"(?:last week|(?:la )?ultima week|(?:la )?week pasada)"
THIS_WEEK = r"(?:this week|esta week)"
NEXT_MONTH = rf"(?:(?:the )?(?:next|following) month|month {COMING}|{NEXT_ES} month)"
LAST_MONTH = r"(?:(?:the )?(?:last|previous|past) month|(?:el )?month pasado)"
THIS_MONTH = r"(?:this month|este month)"
_COUNT = (
    r"(?:\d{1,3}|an?|one|uno?s?|una|(?:a |the )?(?:couple|cople)(?: of)?|(?:a |the )?few|"
    r"un par de|unas)"
)
_UNIT = (
    r"(?:(?:business|working|work) days?|days? (?:habiles|laborales)|days?|weeks?|fortnights?|"
    r"months?|years?)"
)
_PIECE = rf"{_COUNT} (?:more |mas )?{_UNIT}\b"
COUNT = rf"(?P<count>{_COUNT})"
UNIT = r"(?P<unit>days?|weeks?|months?|years?)"
SPAN = rf"(?P<span>{_PIECE}(?:,? (?:and |y )?{_PIECE}){{0,2}})"
SPAN_TOO = SPAN.replace("<span>", "<span2>")
NOT_A_DAY = (
    r"(?! ?(?:%|percent|por ciento|payment|installment|time|visit|party|grade|street|floor|dollar|"
    r"month|week|day|hour|reminder|text|message|bill|ave|pm|am|of us|kid)s?)"
)
_PARTS = re.compile(rf"(?P<count>{_COUNT}) (?:more |mas )?(?P<unit>{_UNIT})\b")
_COUNTS = {"couple": 2, "few": 3, "unos": 3, "unas": 3, "un par de": 2}


def said(match: re.Match[str], name: str) -> str:
    """What the group, or its second spelling (`day2`), caught; "" where none did."""
    caught = match.groupdict().items()
    return next((word for key, word in caught if word and key.rstrip("234") == name), "")


def weekday_said(match: re.Match[str]) -> int:
    return WEEKDAYS.index(said(match, "day"))


def month_said(match: re.Match[str]) -> int:
    return MONTHS.index(said(match, "month").replace("mayo", "may")) + 1


def year_said(match: re.Match[str], today: date) -> int | None:
    """Two digits name the year nearest to come, up to twenty years on, else one gone by."""
    year = said(match, "year").lstrip("'")
    if " " in year:  # "nineteen seventy eight", "nineteen zero one"
        return 1900 + int(year.split()[1])
    if len(year) != 2:
        return int(year) if year else None
    near = today.year - today.year % 100 + int(year)
    return near if near <= today.year + 20 else near - 100


def count(word: str) -> int:
    if word.isdigit():
        return int(word)
    bare = re.sub(r"^(?:a|the) (?=couple|few|cople)| of$", "", word).replace("cople", "couple")
    return _COUNTS.get(bare, 1)


def moved(today: date, number: int, unit: str) -> date:
    if re.match(r"business|work|days? \w", unit):
        return days.add_business_days(today, number)
    unit = unit.rstrip("s")
    if unit in ("month", "year"):
        return days.add_months(today, number * (12 if unit == "year" else 1))
    return today + timedelta(number * {"week": 7, "fortnight": 14}.get(unit, 1))


def moved_by_span(start: date, span: str, sign: int) -> date:
    """Every piece of "2 years 1 month 21 days", the longest units first."""
    pieces = [(count(part["count"]), part["unit"]) for part in _PARTS.finditer(span)]
    for number, unit in sorted(pieces, key=lambda piece: "ymwfd".index(_size(piece[1]))):
        start = moved(start, sign * number, unit)
    return start


def _size(unit: str) -> str:
    return unit[0] if unit[0] in "ymwf" and not unit.startswith("work") else "d"
