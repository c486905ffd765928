"""Nobody is texted at night, wherever they may be, on whatever day the clocks change."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.rules.places import US_ZONES
from bot.rules.quiet_hours import (
    HARD_ONLY,
    RECOMMENDED,
    Hours,
    NeverOpen,
    Window,
    may_text_at,
    next_moment,
)

ZONES = (*US_ZONES, "America/Boise", "America/Puerto_Rico", "America/Adak")
CHRISTMAS = date(2026, 12, 25)
HOLIDAYS = Hours(closed_on=frozenset({CHRISTMAS}))

moments = st.datetimes(
    datetime(2025, 1, 1), datetime(2031, 1, 1), timezones=st.just(UTC)
) | st.builds(
    lambda day, minutes: datetime.combine(day, time(), UTC) + timedelta(minutes=minutes),
    st.sampled_from([date(2026, 3, 8), date(2026, 11, 1), date(2027, 3, 14), date(2027, 11, 7)]),
    st.integers(-600, 2000),
)


def local(text: str, zone: str = "America/New_York") -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


@given(moments, st.lists(st.sampled_from(ZONES), min_size=1, max_size=4))
@example(datetime(2026, 3, 8, 7, tzinfo=UTC), ["America/New_York"])
def test_an_allowed_moment_is_polite_in_every_candidate_zone(
    moment: datetime, zones: list[str]
) -> None:
    allowed = next_moment(moment, zones, HOLIDAYS)
    assert allowed >= moment
    for zone in zones:
        clock = allowed.astimezone(ZoneInfo(zone))
        opens, closes = (time(10), time(17)) if clock.weekday() == 5 else (time(9), time(19))
        assert clock.weekday() != 6
        assert clock.date() != CHRISTMAS
        assert opens <= clock.time() < closes


@given(moments, st.lists(st.sampled_from(ZONES), min_size=1, max_size=3))
def test_no_earlier_moment_was_allowed(moment: datetime, zones: list[str]) -> None:
    allowed = next_moment(moment, zones, RECOMMENDED)
    quarter = timedelta(minutes=15)
    first = moment - timedelta(
        minutes=moment.minute % 15, seconds=moment.second, microseconds=moment.microsecond
    )
    between = [first + quarter * n for n in range(1, 60 * 4) if first + quarter * n < allowed]
    assert allowed == moment or not may_text_at(moment, zones, RECOMMENDED)
    assert not any(may_text_at(at, zones, RECOMMENDED) for at in between if allowed != moment)


@given(moments, st.sampled_from(ZONES))
def test_no_practice_hours_are_wider_than_the_hard_window(moment: datetime, zone: str) -> None:
    all_day = Hours((Window(frozenset(range(7)), time(0), time(23, 59)),))
    clock = moment.astimezone(ZoneInfo(zone)).time()
    assert may_text_at(moment, [zone], all_day) == (time(8) <= clock < time(21))


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("2026-11-23 08:59:59", False),
        ("2026-11-23 09:00", True),
        ("2026-11-23 18:59", True),
        ("2026-11-23 19:00", False),
        ("2026-11-28 10:00", True),
        ("2026-11-28 17:00", False),
        ("2026-11-29 12:00", False),
        ("2026-12-25 12:00", False),
    ],
)
def test_windows_begin_on_the_dot_and_end_before_it(text: str, allowed: bool) -> None:
    assert may_text_at(local(text), ["America/New_York"], HOLIDAYS) is allowed


def test_an_area_with_two_zones_waits_for_the_later_one() -> None:
    zones = ["America/New_York", "America/Chicago"]
    assert not may_text_at(local("2026-11-23 09:30"), zones)
    assert next_moment(local("2026-11-23 06:00"), zones) == local("2026-11-23 10:00")


def test_a_state_may_be_stricter_than_the_practice() -> None:
    rhode_island = (Window(frozenset(range(5)), time(9), time(18)),)
    hours = Hours(state_windows=(rhode_island,))
    assert next_moment(local("2026-11-27 18:00"), ["America/New_York"], hours) == local(
        "2026-11-30 09:00"
    )


@pytest.mark.parametrize("zones", [[], ["Etc/Unknown"], ["America/New_York", "Mars/Olympus"], [""]])
def test_an_unknown_place_is_never_open(zones: list[str]) -> None:
    assert not may_text_at(local("2026-11-23 12:00"), zones, HARD_ONLY)
    with pytest.raises(NeverOpen):
        next_moment(local("2026-11-23 12:00"), zones, HARD_ONLY)


@pytest.mark.parametrize("day", ["2026-01-15", "2026-07-15", "2026-03-08", "2026-11-01"])
def test_a_number_of_unknown_place_still_has_its_hours(day: str) -> None:
    found = next_moment(local(f"{day} 00:00"), US_ZONES)
    assert found - local(f"{day} 00:00") < timedelta(days=2)
