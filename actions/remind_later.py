"""Not now: nothing of our own before the hour or the day they name, and then one text."""

import re
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from actions._bills import owed
from actions._days import day_after, later_day, means_today
from actions._days_denied import day_denied
from actions._owed import nothing_owed
from actions._words import is_no, plain
from bot.action import ClockTime, Context, OpenHold, Outcome, Question, Say
from bot.contact_facts import AskedKind, AskText
from bot.rules.asked_times import FORENOON, MORNING, at_clock, by_day, next_at
from bot.rules.holds import HoldKind
from bot.rules.promises import business_day_from
from nlu.hours import Span, find_span, find_wait, find_wait_of_days
from nlu.reading import read

ACTION = "remind_later"
WHEN = "remind_when"
UNNAMED_DAYS, BUSY_DAYS = 7, 1
_BUSY = re.compile(
    r"\b(?:busy|driving|meeting|work|working|class|church|dinner|cooking|sleeping|shower|customer|"
    r"ocupad\w+|manejando|trabaj\w+|junta|clase|misa|cocinando|comiendo|reunion|okupad\w+|turno)\b"
)
_REMIND = re.compile(r"\b(?:remind\w*|reminder|recuerd\w+|recordatorio|recordar\w*)\b")
_DAY_BEFORE = re.compile(
    r"\b(?:the |a |one |1 )?day (?:before|prior)\b|\b(?:un |1 |el )?dia (?:antes|anterior|previo)\b"
)


def respond(context: Context) -> Outcome:
    if context.person and context.bill.balance_cents <= 0:
        return Outcome(says=(nothing_owed(context.bill),))
    if other := day_denied(context):
        return other
    eve = _eve(context)
    if eve is not None:
        return _on_the_eve(context, eve)
    at = _moment(context)
    if at is not None:
        return _at(context, at)
    day = day_after(context) or _waited_out(context)
    if day is not None:
        return _on(context, day)
    ahead = BUSY_DAYS if means_today(context) or _is_busy(context) else UNNAMED_DAYS
    return _unnamed(context, business_day_from(context.today + timedelta(days=ahead)))


def answer(context: Context, question: Question) -> Outcome | None:
    """Another day or hour; a no leaves the one that was said."""
    at, day = _moment(context), day_after(context) or _waited_out(context)
    if at is not None:
        return _at(context, at)
    if day is not None:
        return _on(context, day)
    if is_no(context.text) or context.understanding.main in ("remind_later", "deny", "affirm"):
        day = date.fromisoformat(str(question.about["day"]))
        return Outcome(says=(Say("remind_noted", {"day": day}),))
    return None


def _waited_out(context: Context) -> date | None:
    """ "They said like 3 weeks": the next open day after that."""
    wait = find_wait_of_days(read(context.text, context.language).text)
    return business_day_from(context.today + wait) if wait else None


def _eve(context: Context) -> date | None:
    """ "Remind me the day before": of the day they named for a payment, or else of the due day."""
    if not _DAY_BEFORE.search(plain(context.text)):
        return None
    due = [s.due_on for s in owed(context.bill) if s.due_on]
    day = context.promised.on if context.promised else min(due, default=None)
    eve = day - timedelta(days=1) if day else None
    return eve if eve and eve > context.today else None


def _on_the_eve(context: Context, eve: date) -> Outcome:
    """A day that was promised keeps its silence: the one text goes out all the same."""
    quiet, text = _facts(context, eve)
    facts = (text,) if context.promised else (quiet, text)
    return Outcome(says=(Say("remind_noted", {"day": eve}),), facts=facts)


def _moment(context: Context) -> datetime | None:
    """None where no hour is named, or only a day."""
    said, zone = read(context.text, context.language).text, context.practice.timezone
    wait = find_wait(said)
    if wait is not None:
        return by_day(context.now + wait, zone)
    span = find_span(said)
    if span is None:
        return None
    clock = _clock(span)
    day = later_day(context) or _of_the_promise(context)
    if day is not None:
        return by_day(at_clock(day, clock, zone), zone)
    return by_day(next_at(clock, context.now, zone), zone)


def _of_the_promise(context: Context) -> date | None:
    """ "Remind me at 10": of the day they named for a payment, where no other is named."""
    is_reminder = _REMIND.search(plain(context.text)) is not None
    if context.promised is None or not is_reminder or means_today(context):
        return None
    return context.promised.on if context.promised.on > context.today else None


def _clock(span: Span) -> time:
    """Inside the hours they named, at their beginning."""
    if span.opens is not None:
        return span.opens
    is_early = span.closes is not None and span.closes <= MORNING
    return time(8) if is_early else MORNING


def _at(context: Context, at: datetime) -> Outcome:
    day = at.astimezone(ZoneInfo(context.practice.timezone)).date()
    says, text = (Say("remind_at", {"time": ClockTime(at)}),), AskText(AskedKind.LATER, at)
    if context.promised is not None and context.promised.on == day:
        return Outcome(says=says, facts=(text,))  # the promise keeps its own silence
    return Outcome(says=says, facts=(_quiet_before(context, day), text))


def _on(context: Context, day: date) -> Outcome:
    return Outcome(says=(Say("remind_noted", {"day": day}),), facts=_facts(context, day))


def _unnamed(context: Context, day: date) -> Outcome:
    """The day we would take is said aloud; another one may be named, and need not be."""
    return Outcome(
        says=(Say("remind_open", {"day": day}),),
        facts=_facts(context, day),
        question=Question(WHEN, ACTION, {"day": day.isoformat()}),
    )


def _facts(context: Context, day: date) -> tuple[OpenHold, AskText]:
    at = at_clock(day, FORENOON, context.practice.timezone)
    return _quiet_before(context, day), AskText(AskedKind.LATER, at)


def _quiet_before(context: Context, day: date) -> OpenHold:
    return OpenHold(HoldKind.PROMISE, until=max(day - timedelta(days=1), context.today))


def _is_busy(context: Context) -> bool:
    return _BUSY.search(plain(context.text)) is not None
