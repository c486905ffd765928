"""The moment of a text that was asked for: the patient's own hour, kept inside the law's."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.rules.promises import hold_until
from bot.rules.quiet_hours import HARD

MORNING = time(9)
FORENOON = time(10)
_LAST = time(20, 30)  # leaves the carrier half an hour before the night


def at_clock(day: date, clock: time, zone: str) -> datetime:
    """UTC."""
    return datetime.combine(day, clock, tzinfo=ZoneInfo(zone)).astimezone(UTC)


def by_day(moment: datetime, zone: str) -> datetime:
    """`moment`, or the next morning where it falls into the night."""
    local = moment.astimezone(ZoneInfo(zone))
    if HARD.opens <= local.time() <= _LAST:
        return moment.astimezone(UTC)
    day = local.date() + timedelta(days=0 if local.time() < HARD.opens else 1)
    return at_clock(day, MORNING, zone)


def next_at(clock: time, now: datetime, zone: str) -> datetime:
    """The next time it is that late."""
    today = now.astimezone(ZoneInfo(zone)).date()
    first = at_clock(today, clock, zone)
    return first if first > now else at_clock(today + timedelta(days=1), clock, zone)


def after_promise(promised_on: date, zone: str) -> datetime:
    """When a promise that was not kept is kindly asked about: after its days of grace."""
    return at_clock(hold_until(promised_on) + timedelta(days=1), FORENOON, zone)
