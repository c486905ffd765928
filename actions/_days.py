"""Which day a text speaks of."""

from datetime import date

from bot.action import Context


def later_day(context: Context) -> date | None:
    """The last day after today that is named: "20 today and the rest on the first"."""
    days = [d.on for d in context.understanding.entities.dates if d.on and d.on > context.today]
    return days[-1] if days else None


def first_later_day(context: Context) -> date | None:
    days = [d.on for d in context.understanding.entities.dates if d.on and d.on > context.today]
    return days[0] if days else None


def means_today(context: Context) -> bool:
    return any(d.on == context.today for d in context.understanding.entities.dates)


def means_payday(context: Context) -> bool:
    """A day is meant that only the patient knows."""
    dates = context.understanding.entities.dates
    return bool(dates) and all(d.on is None for d in dates)
