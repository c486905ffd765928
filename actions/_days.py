"""Which day a text speaks of."""

import re
from datetime import date, timedelta

from actions._paydays import next_payday
from actions._words import plain
from bot.action import Context

_AFTER = re.compile(r"\b(?:after|past|despues del?|pasando|pasado)(?: the| el| la)?$")


def later_day(context: Context) -> date | None:
    """The last day after today that is named: "20 today and the rest on the first"."""
    days = later_days(context)
    return days[-1] if days else None


def first_later_day(context: Context) -> date | None:
    days = later_days(context)
    return days[0] if days else None


def day_after(context: Context) -> date | None:
    """As `later_day`, and the day behind it where it is "after" that one."""
    day = later_day(context)
    mention = next((d for d in context.understanding.entities.dates[::-1] if d.on == day), None)
    if day is None or mention is None:
        return day
    before = plain(context.text[: mention.start])
    return day + timedelta(days=1) if _AFTER.search(before) else day


def means_today(context: Context) -> bool:
    return any(d.on == context.today for d in context.understanding.entities.dates)


def means_payday(context: Context) -> bool:
    """A day is meant that only the patient knows; of two sums the first may be for today."""
    said = context.understanding.entities
    has_two = len(said.amounts) > 1
    dates = [d for d in said.dates if not (has_two and d.on == context.today)]
    return bool(dates) and all(d.on is None for d in dates)


def later_days(context: Context) -> list[date]:
    """ "When I get paid" is the next such day, once the patient told when that is."""
    dates = context.understanding.entities.dates
    days = [d.on or next_payday(context, d.word) for d in dates]
    return [day for day in days if day and day > context.today]
