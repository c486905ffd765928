"""The time by which a person answers: counted in opening hours, so that it can be kept."""

from collections.abc import Container, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.rules.quiet_hours import NeverOpen, Window

_QUARTER = timedelta(minutes=15)
_HORIZON_DAYS = 60


def person_answers_by(
    now: datetime,
    zone: str,
    opening: Sequence[Window],
    closed_on: Container[date],
    queue_length: int,
    minutes_each: int,
) -> datetime:
    """UTC. `queue_length` people are ahead; each takes `minutes_each` of opening time.

    Rounded up to the quarter hour, but never past closing.
    """
    work = timedelta(minutes=minutes_each * (queue_length + 1))
    for opens_at, closes_at in _shifts(now, ZoneInfo(zone), opening, closed_on):
        begins_at = max(opens_at, now.astimezone(UTC))
        if closes_at - begins_at >= work:
            return min(_quarter_up(begins_at + work), closes_at)
        work -= max(closes_at - begins_at, timedelta())
    raise NeverOpen(f"nobody is in for {_HORIZON_DAYS} days")


def is_open(
    now: datetime, zone: str, opening: Sequence[Window], closed_on: Container[date]
) -> bool:
    local = now.astimezone(ZoneInfo(zone))
    return local.date() not in closed_on and any(window.has(local) for window in opening)


def next_open_day(day: date, desk: Window, closed_on: Container[date]) -> date:
    """`day` itself where somebody is in then."""
    days = (day + timedelta(days=ahead) for ahead in range(_HORIZON_DAYS))
    return next((d for d in days if d.weekday() in desk.days and d not in closed_on), day)


def _shifts(
    now: datetime, zone: ZoneInfo, opening: Sequence[Window], closed_on: Container[date]
) -> Iterator[tuple[datetime, datetime]]:
    today = now.astimezone(zone).date()
    by_time = sorted(opening, key=lambda window: window.opens)
    for day in (today + timedelta(days=ahead) for ahead in range(_HORIZON_DAYS)):
        for window in by_time:
            if day.weekday() in window.days and day not in closed_on:
                yield _at(day, window.opens, zone), _at(day, window.closes, zone)


def _at(day: date, clock: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, clock, tzinfo=zone).astimezone(UTC)


def _quarter_up(moment: datetime) -> datetime:
    past = timedelta(
        minutes=moment.minute % 15, seconds=moment.second, microseconds=moment.microsecond
    )
    return moment + (_QUARTER - past) if past else moment
