"""When a text may go out: local wall clock, in every place the patient may be (R03-R06, R33)."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

EVERY_DAY = frozenset(range(7))
_HORIZON_DAYS = 21


class NeverOpen(ValueError):
    """No moment of the next three weeks is allowed in every candidate zone."""


@dataclass(frozen=True)
class Window:
    """Local time `opens` <= t < `closes` on `days` (Monday is 0)."""

    days: frozenset[int]
    opens: time
    closes: time

    def has(self, local: datetime) -> bool:
        return local.weekday() in self.days and self.opens <= local.time() < self.closes


HARD = Window(EVERY_DAY, time(8), time(21))
POLITE = (
    Window(frozenset({0, 1, 2, 3, 4}), time(9), time(19)),
    Window(frozenset({5}), time(10), time(17)),
)


@dataclass(frozen=True)
class Hours:
    """A practice's own windows, those of each state that may apply, and days without texts.

    `closed_on` are local calendar days (federal holidays); the hard window holds besides these.
    """

    windows: tuple[Window, ...] = POLITE
    state_windows: tuple[tuple[Window, ...], ...] = ()
    closed_on: Container[date] = field(default=frozenset())


RECOMMENDED = Hours()
HARD_ONLY = Hours((HARD,))


def may_text_at(moment: datetime, zones: Sequence[str], hours: Hours = RECOMMENDED) -> bool:
    """True only if it is a polite hour in EVERY candidate zone; no or unknown zone is a no."""
    found = [known_zone(name) for name in zones]
    return bool(found) and all(zone is not None and _open(moment, zone, hours) for zone in found)


def next_moment(moment: datetime, zones: Sequence[str], hours: Hours = RECOMMENDED) -> datetime:
    """`moment` itself if allowed, else the first allowed one after it, UTC."""
    if may_text_at(moment, zones, hours):
        return moment.astimezone(UTC)
    for opening in sorted(set(_openings(moment, zones, hours))):
        if opening > moment and may_text_at(opening, zones, hours):
            return opening
    raise NeverOpen(f"no allowed moment within {_HORIZON_DAYS} days for zones {list(zones)}")


def _open(moment: datetime, zone: ZoneInfo, hours: Hours) -> bool:
    local = moment.astimezone(zone)
    if local.date() in hours.closed_on or not HARD.has(local):
        return False
    rules = (hours.windows, *hours.state_windows)
    return all(any(window.has(local) for window in windows) for windows in rules)


def _openings(moment: datetime, zones: Sequence[str], hours: Hours) -> Iterator[datetime]:
    """The intersection of windows can only begin where one of them does."""
    rules = ((HARD,), hours.windows, *hours.state_windows)
    times = {window.opens for windows in rules for window in windows}
    for zone in (found for name in zones if (found := known_zone(name)) is not None):
        today = moment.astimezone(zone).date()
        for day in (today + timedelta(days=ahead) for ahead in range(_HORIZON_DAYS + 1)):
            for opens in times:
                yield datetime.combine(day, opens, tzinfo=zone).astimezone(UTC)


@lru_cache(maxsize=256)
def known_zone(name: str) -> ZoneInfo | None:
    """None for a name nobody knows (`Etc/Unknown`): its hours are never open."""
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, KeyError):  # ZoneInfoNotFoundError is a KeyError
        return None
