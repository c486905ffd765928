"""Days promised by patients and times promised to them."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.closures import federal_holidays
from bot.rules.answer_by import is_open, person_answers_by
from bot.rules.promises import add_business_days, business_day_from, hold_until
from bot.rules.quiet_hours import NeverOpen, Window

ZONE = "America/Chicago"
OPENING = (
    Window(frozenset(range(5)), time(8), time(12)),
    Window(frozenset(range(5)), time(13), time(17)),
)
THANKSGIVING = date(2026, 11, 26)


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(ZONE)).astimezone(UTC)


def test_a_promise_is_waited_for_two_days_longer() -> None:
    assert hold_until(date(2026, 11, 30)) == date(2026, 12, 2)


@pytest.mark.parametrize(
    ("day", "shifted"),
    [("2026-11-25", "2026-11-25"), ("2026-11-26", "2026-11-27"), ("2026-11-28", "2026-11-30")],
)
def test_a_day_off_moves_to_the_next_working_day(day: str, shifted: str) -> None:
    found = business_day_from(date.fromisoformat(day), federal_holidays())
    assert found == date.fromisoformat(shifted)


def test_ten_working_days_skip_weekends_and_holidays() -> None:
    assert add_business_days(date(2026, 11, 20), 10, federal_holidays()) == date(2026, 12, 7)


def test_a_practice_that_never_opens_is_told_so() -> None:
    closed = frozenset(date(2026, 11, 1) + timedelta(days=n) for n in range(90))
    with pytest.raises(ValueError, match="no working day"):
        business_day_from(date(2026, 11, 1), closed)


@pytest.mark.parametrize(
    ("now", "queue", "promised"),
    [
        ("2026-11-23 09:00", 0, "2026-11-23 09:15"),
        ("2026-11-23 09:01", 0, "2026-11-23 09:15"),
        ("2026-11-23 09:00", 3, "2026-11-23 09:45"),
        ("2026-11-23 11:55", 0, "2026-11-23 13:15"),
        ("2026-11-23 16:55", 0, "2026-11-24 08:15"),
        ("2026-11-23 22:00", 0, "2026-11-24 08:15"),
        ("2026-11-25 16:58", 1, "2026-11-27 08:30"),
        ("2026-11-28 10:00", 0, "2026-11-30 08:15"),
    ],
)
def test_a_person_answers_within_opening_hours(now: str, queue: int, promised: str) -> None:
    found = person_answers_by(local(now), ZONE, OPENING, federal_holidays(), queue, 10)
    assert found == local(promised)


@given(
    st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC)),
    st.integers(0, 60),
    st.integers(1, 30),
)
def test_the_promise_is_later_than_now_and_while_somebody_is_in(
    now: datetime, queue: int, minutes: int
) -> None:
    found = person_answers_by(now, ZONE, OPENING, frozenset({THANKSGIVING}), queue, minutes)
    assert found - now >= timedelta(minutes=minutes * (queue + 1))
    assert is_open(found - timedelta(seconds=1), ZONE, OPENING, frozenset({THANKSGIVING}))


def test_no_time_is_promised_where_nobody_works() -> None:
    with pytest.raises(NeverOpen):
        person_answers_by(local("2026-11-23 09:00"), ZONE, (), frozenset(), 0, 10)


def test_state_holidays_are_known_beside_the_federal_ones() -> None:
    assert THANKSGIVING in federal_holidays()
    assert date(2027, 3, 2) in federal_holidays("TX")
    assert date(2027, 3, 2) not in federal_holidays()
