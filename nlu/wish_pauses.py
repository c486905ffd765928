"""A pause in a wish: "no texts in december", "nothing before christmas", "hasta enero no"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from nlu import wish_words as w
from nlu.date_words import COMING, MONTHS, NEXT_ES
from nlu.dates import find_dates
from nlu.days import add_months, month_start
from nlu.feasts import FEAST, feast_near
from nlu.reading import read
from nlu.wish_limits import is_short

_WEEK_DAYS = 7
_HOLIDAYS_BEGIN = (11, 20)  # until the day after New Year
_AFTER_HOLIDAYS = "after the holidays"
_HOLIDAYS = (
    r"(?:(?:all )?(?:the )?holiday(?:s| season)|(?:todas )?(?:las |los )?(?:fiestas|navidades|"
    r"days festivos))"
)
_MONTH = rf"(?:{'|'.join(MONTHS)}|mayo)"
_OVER = (
    r"(?:(?:all of|all|the rest of|anytime|any ?time|at all|todo el|todo|en|el|la|los|por|para|in|"
    r"during|over|through|throughout|around|on|at|durante|this|for|este|esta|month of|month de|"
    r"the month of) )*"
)
_SPAN = re.compile(
    rf"\b{_OVER}(?:(?P<holidays>{_HOLIDAYS})|(?P<month>{_MONTH})(?! ?\d)|"
    rf"(?P<now>(?:this|este|esta|(?:the )?rest of the|(?:lo que queda|el resto) (?:de la|del?)) "
    r"(?P<unit>month|week))|"
    rf"(?P<next>(?:the )?next (?P<unit2>month|week)|(?P<unit3>month|week) {COMING}|"
    rf"{NEXT_ES} (?P<unit4>month|week))|(?P<today>today|hoy)|{FEAST})\b"
)
_UNTIL = re.compile(
    r"\b(?:until|till|til|hasta(?: que)?|before|antes de(?:l| la| las| los)?|pasando|pasadas)\b"
    r"(?P<after> (?:after|despues(?: de(?:l| la| las)?)?|pas\w+))?"
)
UNTIL_THEN = re.compile(r"\b(?:until|till|til|before|hasta|antes de) (?:then|entonces|eso)\b")
_AFTER_THE_HOLIDAYS = re.compile(rf"\W*(?:after |despues de |pas\w+ )*{_HOLIDAYS}\b")
_NOTHING = re.compile(
    rf"(?:{w.NOT}|\b(?:nothing|nada|none|ningun\w*|hold off|wait|esper\w+)\b)"
    r"(?: (?:texts?|mensajes?|more|mas|please|por favor|de|me|para mi|anything))*[ ,]*$"
)
_NAMED_LATE = 7  # days: "not until friday" is a day to pay on, further ahead it is a pause


@dataclass(frozen=True)
class Pause:
    """Nothing of our own from `begins` (None: from now) until `ends`; `start`, `end` in the text.

    `is_refused`: the text says no to it. `is_alone`: besides it nothing else is said.
    `is_bound`: named by its end alone ("until the 15th").
    """

    start: int
    end: int
    ends: date
    begins: date | None = None
    is_refused: bool = False
    is_alone: bool = False
    is_bound: bool = False


def find_pause(said: str, today: date, names_texting: bool) -> Pause | None:
    """The one that is meant as no texts for a while; `said` as nlu.wishes.as_said gives it."""
    pauses = list(pauses_in(said, today))
    until_then = UNTIL_THEN.search(said)
    if until_then and pauses and _never(said, until_then):
        return replace(pauses[0], begins=None, is_bound=True)
    meant = (pause for pause in pauses if pause.is_refused)
    return next((pause for pause in meant if names_texting or pause.is_alone), None)


def pauses_in(said: str, today: date) -> Iterator[Pause]:
    """Every stretch of days that is named, refused or not."""
    for until in _UNTIL.finditer(said):
        found = _until(said, until, today)
        if found is not None:
            yield found
    for match in _SPAN.finditer(said):
        if match["month"] != "may" or match["month"] != match.group():  # "may i"
            yield _spanned(said, match, today)


def _until(said: str, until: re.Match[str], today: date) -> Pause | None:
    clause = w.CLAUSE_ENDS.search(said, until.end())
    end = clause.start() if clause else len(said)
    refusal = w.THEN_NEVER.search(said, until.end(), len(said) if end == len(said) else end + 1)
    end = refusal.start() if refusal else end
    ends = _last_day(
        said[until.end("after") if until["after"] else until.end() : end], until, today
    )
    if ends is None or ends <= today:
        return None
    rest = said[: until.start()] + " " + (said[refusal.end() :] if refusal else said[end:])
    is_refused = bool(refusal or _NOTHING.search(said[: until.start()])) or _never(said, until)
    is_late = (ends - today).days > _NAMED_LATE and is_short(_NOTHING.sub(" ", rest.strip()))
    return Pause(until.start(), end, ends, None, is_refused, is_late, is_bound=True)


def _last_day(named: str, until: re.Match[str], today: date) -> date | None:
    """The first day that is free again. A feast itself is kept in peace, and so is "after"."""
    if _AFTER_THE_HOLIDAYS.match(named) and (until["after"] or "antes" not in until.group()):
        return feast_near(today, _AFTER_HOLIDAYS, ahead=True)
    feast = re.match(rf"\W*(?:que )?(?:pas\w+ )?(?:the |la |el )?{FEAST}\b", named)
    if feast:
        return feast_near(today, feast["feast"], ahead=True) + timedelta(days=1)
    dates, _ = find_dates(read(named), today)
    day = next((m.value.on for m in dates if m.value.on and m.value.on > today), None)
    if day is not None:
        return day + timedelta(days=1) if until["after"] else day
    month = re.match(rf"\W*(?:the )?({_MONTH})\b", named)
    return _month_ahead(month[1], today) if month else None


def _spanned(said: str, match: re.Match[str], today: date) -> Pause:
    begins, ends = _days_of(match, today)
    refusal = refused_after(said, match.end())
    is_no = re.search(w.NOT, said[: match.start()]) or w.AFTER_IT_NO.search(said[match.end() :])
    rest = f"{said[: match.start()]} {said[match.end() :]}"
    is_alone = is_no is not None and not match["today"] and is_short(rest)
    is_refused = bool(refusal or is_alone or _never(said, match))
    begins_on = begins if begins > today else None
    return Pause(match.start(), match.end(), ends, begins_on, is_refused, is_alone)


def _days_of(match: re.Match[str], today: date) -> tuple[date, date]:
    """The first day of it, and the first one after it."""
    if match["holidays"]:
        ends = feast_near(today, _AFTER_HOLIDAYS, ahead=True)
        return date(ends.year - 1, *_HOLIDAYS_BEGIN), ends
    if match["month"]:
        return _of_month(match["month"], today)
    if match["feast"]:
        on = feast_near(today, match["feast"], ahead=True)
        return on, on + timedelta(days=1)
    if match["today"]:
        return today, today + timedelta(days=1)
    unit = next(filter(None, (match[n] for n in ("unit", "unit2", "unit3", "unit4"))))
    next_one = next_start(today, unit)
    return (next_one, next_start(next_one, unit)) if match["next"] else (today, next_one)


def _of_month(name: str, today: date) -> tuple[date, date]:
    begins = month_start(today)
    if _number(name) != today.month:
        begins = _month_ahead(name, today)
    return begins, add_months(begins, 1)


def _month_ahead(name: str, today: date) -> date:
    """Its first day, the next time it comes."""
    month = _number(name)
    return date(today.year + (month <= today.month), month, 1)


def _number(name: str) -> int:
    return MONTHS.index(name.replace("mayo", "may")) + 1


def next_start(today: date, unit: str) -> date:
    if unit == "month":
        return add_months(month_start(today), 1)
    return today + timedelta(days=_WEEK_DAYS - today.weekday())


def refused_after(said: str, end: int) -> re.Match[str] | None:
    """ "en diciembre no me escriban", "on sundays don't text me": up to where the refusal ends."""
    return w.THEN_NEVER.match(said, end)


def _never(said: str, match: re.Match[str]) -> bool:
    return w.NEVER_THEN.search(said[: match.start()]) is not None
