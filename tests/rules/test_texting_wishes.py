"""No text of our own accord at an hour, on a day or in a way that the patient asked us not to."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.asked_times import after_promise, at_clock, by_day, next_at
from bot.rules.gates import judge
from bot.rules.holds import HoldKind
from bot.rules.promises import hold_until
from bot.rules.quiet_hours import HARD, POLITE, RECOMMENDED, NeverOpen, Window, next_moment
from bot.rules.renewals import MOST_RENEWALS, WARNING, Awaited, Late, judge_wait, renewed
from bot.rules.send_facts import TextKind
from bot.rules.texting_wishes import (
    NO_WISH,
    Channel,
    TextingWish,
    free_at,
    from_body,
    hours_within,
    in_words,
    is_wished,
    meets,
    standing,
    to_body,
)

from .texts import NOW, a_text

FRIDAY = TextingWish(days=frozenset({4}))
ZONES = ("America/New_York", "America/Denver")
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)

moments = st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC))
clocks = st.times(time(6), time(23)).map(lambda at: at.replace(microsecond=0))
wishes = st.builds(
    lambda days, hours, gap, channel: TextingWish(
        days=days, opens=hours[0], closes=hours[1], gap_days=gap, channel=channel
    ),
    st.frozensets(st.integers(0, 6), min_size=1),
    st.tuples(st.none() | clocks, st.none() | clocks).filter(
        lambda pair: pair[0] is None or pair[1] is None or pair[0] < pair[1]
    ),
    st.sampled_from((0, 14, 30)),
    st.sampled_from(Channel),
)


@given(moments, wishes)
def test_the_next_moment_is_allowed_and_wished_everywhere(
    moment: datetime, wish: TextingWish
) -> None:
    try:
        allowed = next_moment(moment, ZONES, hours_within(RECOMMENDED, wish))
    except NeverOpen:
        return
    assert allowed >= moment
    assert is_wished(allowed, ZONES, wish)
    for zone in ZONES:
        local = allowed.astimezone(ZoneInfo(zone))
        assert local.weekday() in wish.days
        assert HARD.has(local)


@given(moments, wishes)
def test_no_reminder_goes_against_a_wish(now: datetime, wish: TextingWish) -> None:
    facts = a_text(now=now, due_at=now, wish=wish, hours=hours_within(RECOMMENDED, wish))
    if judge(facts).allowed:
        assert is_wished(now, facts.zones, wish)
        assert wish.channel is Channel.TEXT


@given(moments, wishes)
def test_a_receipt_goes_whatever_was_wished(now: datetime, wish: TextingWish) -> None:
    plain = a_text(TextKind.RECEIPT, now=now, due_at=now)
    wished = a_text(TextKind.RECEIPT, now=now, due_at=now, wish=wish)
    assert judge(plain).allowed == judge(wished).allowed


@given(wishes)
def test_a_wish_is_kept_as_it_was_said(wish: TextingWish) -> None:
    assert from_body(to_body(wish)) == wish


@pytest.mark.parametrize("kind", [TextKind.REMINDER, TextKind.NOTICE])
def test_a_day_that_was_not_asked_for_waits_with_its_reason(kind: TextKind) -> None:
    verdict = judge(a_text(kind, wish=FRIDAY, hours=hours_within(RECOMMENDED, FRIDAY)))
    assert (verdict.allowed, verdict.rule) == (False, "P06")
    assert verdict.reason == "the patient asked for texts only Fri"
    assert verdict.retry_at is not None
    assert verdict.retry_at.astimezone(ZoneInfo("America/New_York")).weekday() == 4


@pytest.mark.parametrize(
    ("wish", "reason"),
    [
        (TextingWish(channel=Channel.EMAIL), "the patient asked for e-mail instead of texts"),
        (TextingWish(channel=Channel.CALL), "the patient asked for calls instead of texts"),
        (TextingWish(channel=Channel.MAIL), "the patient asked for letters instead of texts"),
    ],
)
def test_another_channel_withholds_for_good(wish: TextingWish, reason: str) -> None:
    verdict = judge(a_text(wish=wish))
    assert (verdict.reason, verdict.retry_at) == (reason, None)


def test_a_pause_ends_on_its_day() -> None:
    day = NOW.date() + 3 * DAY
    waits = judge(a_text(wish=TextingWish(not_before=day)))
    assert waits.reason == "the patient asked for no texts before Nov 26"
    assert waits.retry_at is not None
    assert waits.retry_at.date() >= day
    assert judge(a_text(wish=TextingWish(not_before=NOW.date()))).allowed


def test_once_a_month_is_thirty_days_apart() -> None:
    monthly = TextingWish(gap_days=30)
    assert free_at((NOW - 29 * DAY,), NOW, monthly) == NOW + DAY
    assert free_at((NOW - 30 * DAY,), NOW, monthly) is None
    verdict = judge(a_text(wish=monthly, sent_at=(NOW - 20 * DAY,)))
    assert verdict.reason == "the patient asked for at most one text in 30 days"


def test_a_wish_nobody_looked_up_lets_no_reminder_out() -> None:
    assert judge(a_text(wish=None)).rule == "P06"


@pytest.mark.parametrize(
    ("wish", "fits"),
    [
        (NO_WISH, True),
        (TextingWish(days=frozenset({6})), False),
        (TextingWish(opens=time(19)), False),
        (TextingWish(opens=time(18)), True),
    ],
)
def test_a_wish_that_no_hour_of_ours_fits_is_known(wish: TextingWish, fits: bool) -> None:
    assert meets(wish, POLITE) is fits
    assert meets(wish, (Window(frozenset(range(5)), time(9), time(19)),)) is fits


@pytest.mark.parametrize("bad", [{"days": frozenset()}, {"opens": time(9), "closes": time(9)}])
def test_hours_that_nothing_fits_are_no_wish(bad: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="no hour fits"):
        TextingWish(**bad)  # type: ignore[arg-type]


def test_a_pause_whose_day_has_come_is_gone_and_the_rest_stands() -> None:
    today = date(2026, 3, 11)
    later = TextingWish(not_before=today + DAY)
    assert standing(TextingWish(not_before=today), today) == NO_WISH
    assert standing(later, today) == later
    assert standing(TextingWish(not_before=today, gap_days=30), today) == TextingWish(gap_days=30)


def test_colleagues_read_the_whole_wish() -> None:
    wish = TextingWish(frozenset({0, 4}), time(9), time(12), date(2026, 4, 1), 30)
    assert in_words(wish) == (
        "only Mon, Fri; from 09:00 until 12:00; at most one text in 30 days; not before Wed Apr 1"
    )


@given(moments, st.sampled_from(ZONES))
def test_a_text_that_was_asked_for_never_falls_into_the_night(moment: datetime, zone: str) -> None:
    at = by_day(moment, zone)
    assert at >= moment
    assert HARD.has(at.astimezone(ZoneInfo(zone)))
    assert at - moment < DAY


@given(moments, clocks, st.sampled_from(ZONES))
def test_an_hour_named_is_the_next_time_it_is_that_late(
    now: datetime, clock: time, zone: str
) -> None:
    at = next_at(clock, now, zone)
    assert timedelta() < at - now <= DAY + timedelta(hours=1)
    assert at.astimezone(ZoneInfo(zone)).time() == clock


@given(st.dates(date(2026, 1, 1), date(2028, 1, 1)), st.sampled_from(ZONES))
def test_a_promise_is_asked_about_after_its_days_of_grace(day: date, zone: str) -> None:
    assert after_promise(day, zone).astimezone(ZoneInfo(zone)).date() == hold_until(day) + DAY
    assert after_promise(day, zone) > at_clock(hold_until(day), time(20), zone)


# --- a person who was promised by a time ----------------------------------------------------------


def waiting(**changes: object) -> Awaited:
    facts: dict[str, object] = {"opened_at": NOW - DAY, "due_at": NOW, "renewals": 0}
    return Awaited(**{**facts, **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("awaited", "at", "late"),
    [
        (waiting(), NOW - WARNING - MINUTE, Late.NOT_YET),
        (waiting(), NOW - WARNING, Late.RENEW),
        (waiting(), NOW + timedelta(hours=3), Late.RENEW),
        (waiting(renewals=MOST_RENEWALS), NOW, Late.ALARM),
        (waiting(), NOW + 2 * DAY, Late.ALARM),
        (waiting(holds=frozenset({HoldKind.DECEASED})), NOW, Late.ALARM),
        (waiting(holds=frozenset({HoldKind.DISPUTE})), NOW, Late.RENEW),
        (waiting(opened_at=NOW), NOW + MINUTE, Late.NOT_YET),
    ],
)
def test_a_promise_is_renewed_in_time_and_twice_at_most(
    awaited: Awaited, at: datetime, late: Late
) -> None:
    assert judge_wait(awaited, at) is late


@given(moments, moments)
def test_the_new_time_is_later_than_the_old_one(due_at: datetime, counted: datetime) -> None:
    assert renewed(due_at, counted) > due_at
    assert renewed(due_at, counted) >= counted
