"""The open payments of a running plan, and which of them and which day a text speaks of."""

import re
from datetime import date, timedelta

from actions._days import later_day
from actions._words import plain
from bot.action import Context
from bot.bill import InstallmentView, PlanView
from bot.rules.due_dates import Frequency, due_dates, month_after
from bot.rules.plan_changes import Parts, Running
from bot.rules.plans import Installment
from nlu.next_payment import cannot_pay_that
from nlu.plan_ask import bare_day, days_on, months_named
from nlu.plan_ear import pause_days
from nlu.plan_wish import find_plan_wish
from nlu.understanding import DateMention

_FIRST = re.compile(r"(?:(?:the|el|la) )?(?:first|1st|primer[oa]?)")
_LED = re.compile(
    r"\b(?:to|on|by|till?|until|from|of|every|each|al|a|para|hasta|desde|de|del|cada|dia|day)"
    r"(?: the| el)?\W*$"
)
_OF = re.compile(r"(?:of|de|del)\b")
_MANY = 60
_SHORTER = 2  # days that a month may have less than the 30 of its span
_SHORT = 3  # words: there "el primero" is a day told


def open_views(plan: PlanView) -> tuple[InstallmentView, ...]:
    return tuple(part for part in plan.installments if not part.paid and not part.under_way)


def running(plan: PlanView) -> Running:
    parts = tuple(Installment(part.due_on, part.cents) for part in open_views(plan))
    taken = len(plan.installments) - len(parts)
    return Running(parts, taken, plan.skips, plan.frequency)


def under_way(plan: PlanView) -> InstallmentView | None:
    return next((part for part in plan.installments if part.under_way), None)


def place_meant(context: Context, parts: Parts) -> int:
    """The payment whose day or month is named, else the next."""
    days = [mention.on for mention in context.understanding.entities.dates if mention.on]
    named = _places(months_named(_without_days(context), context.language), parts) or [0]
    return next((at for at, part in enumerate(parts) if part.due_on in days), named[0])


def places_of_months(context: Context, parts: Parts) -> list[int] | None:
    """Where the payments of the named months stand; None where no month is named."""
    months = months_named(context.text, context.language)
    return _places(months, parts) if months else None


def day_meant(context: Context, parts: Parts, place: int) -> date | None:
    """Where to: "a week later" counts from its own day; its own day is no new one."""
    own = parts[place].due_on
    span = days_on(context.text, context.language)
    if span is not None:
        return own + timedelta(days=span)
    if cannot_pay_that(context.text):
        return None
    mentions = [m for m in context.understanding.entities.dates if m.on]
    days = [m.on for m in mentions if m.on and not _is_first_payment(context, m)]
    others = [day for day in days if day != own]
    wish = find_plan_wish(
        context.text, context.understanding.entities, context.today, context.language
    )
    first = context.understanding.entities.first_on
    if others:
        return _beside(own, others[-1]) if place > 0 else others[-1]
    if mentions:
        return None
    bare = bare_day(context.text, context.today, context.language)
    return later_day(context) or first or wish.starts_on or bare


def paused_until(context: Context, parts: Parts, every: Frequency) -> date | None:
    """The first day after a pause longer than from one payment to the next: "pause it a month"."""
    span = pause_days(context.text, context.language)
    own = parts[0].due_on
    is_next = span is None or due_dates(own, every, 2)[1] >= own + timedelta(days=span - _SHORTER)
    if span is None or is_next:
        return None
    until = month_after(own, span // 30, own.day) if span % 30 == 0 else own + timedelta(days=span)
    return next(day for day in due_dates(own, every, _MANY) if day >= until)


def _places(months: tuple[int, ...], parts: Parts) -> list[int]:
    return [at for at, part in enumerate(parts) if part.due_on.month in months]


def _is_first_payment(context: Context, mention: DateMention) -> bool:
    """ "El primero puede ser mas tarde": the payment, not a first of the month to move to."""
    is_first = _FIRST.fullmatch(plain(context.text[mention.start : mention.end])) is not None
    is_led = _LED.search(plain(context.text[: mention.start])) is not None
    is_of_month = _OF.match(plain(context.text[mention.end :])) is not None
    is_day = is_led or is_of_month or len(context.text.split()) <= _SHORT
    return is_first and not is_day


def _without_days(context: Context) -> str:
    """ "To april 30" names a day to move to, not the payment of April."""
    text = context.text
    for day in sorted(context.understanding.entities.dates, key=lambda day: -day.start):
        text = f"{text[: day.start]} {text[day.end :]}"
    return text


def _beside(own: date, day: date) -> date:
    """ "The april one to the 25th" means the 25th of April."""
    near = month_after(own, 0, day.day)
    return day if abs((day - own).days) <= abs((near - own).days) else near
