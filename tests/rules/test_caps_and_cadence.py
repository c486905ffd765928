"""How often, and in which order."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.cadence import Cadence, Step, cadences_from, day_zero, due_step, next_step
from bot.rules.caps import Caps, cap_in_force, cap_reached

NOW = datetime(2026, 11, 23, 15, tzinfo=UTC)
STATEMENT_ON = date(2026, 11, 1)
CADENCES = cadences_from(
    yaml.safe_load((Path(__file__).parents[2] / "data" / "cadences.yml").read_text())
)
RECOMMENDED = CADENCES["recommended"]

caps = st.builds(
    Caps,
    per_24h=st.just(1),
    per_7d=st.integers(1, 2),
    gap_days=st.integers(3, 30),
    per_balance=st.integers(1, 6),
    per_365d=st.integers(1, 9),
)


@given(caps, st.lists(st.integers(0, 90_000), max_size=60))
def test_caps_are_never_exceeded_whenever_we_try(limit: Caps, gaps_in_minutes: list[int]) -> None:
    sent: list[datetime] = []
    now = NOW
    for gap in gaps_in_minutes:
        now += timedelta(minutes=gap)
        sent += [now] if cap_reached(sent, now, limit) is None else []
    for span, most in [(1, limit.per_24h), (7, limit.per_7d), (365, limit.per_365d)]:
        counts = [
            sum(timedelta() <= at - old < timedelta(days=span) for old in sent) for at in sent
        ]
        assert max(counts, default=0) <= most
    gaps = [b - a for a, b in zip(sent, sent[1:], strict=False)]
    assert min(gaps, default=timedelta(days=99)) >= timedelta(days=limit.gap_days)


@given(caps, st.lists(st.integers(0, 500_000), max_size=12))
def test_a_cap_is_free_at_the_moment_it_names_and_not_before(limit: Caps, ages: list[int]) -> None:
    sent = [NOW - timedelta(minutes=age) for age in ages]
    reached = cap_in_force(sent, NOW, limit)
    for free_at in [reached.free_at] if reached and reached.free_at else []:
        assert cap_reached(sent, free_at, limit) is None
        assert cap_reached(sent, free_at - timedelta(seconds=1), limit) is not None


@pytest.mark.parametrize(
    ("days_ago", "sent_for_balance", "reason"),
    [
        ([], 0, None),
        ([8], 1, None),
        ([7], 1, None),
        ([6], 1, "already texted within 7 days"),
        ([], 4, "this balance has had 4 reminders"),
        (list(range(10, 190, 20)), 0, "already texted as often as allowed in a year"),
    ],
)
def test_a_reached_cap_says_why(
    days_ago: list[int], sent_for_balance: int, reason: str | None
) -> None:
    sent = [NOW - timedelta(days=days) for days in days_ago]
    assert cap_reached(sent, NOW, Caps(), sent_for_balance=sent_for_balance) == reason


def test_a_text_that_seems_to_come_from_the_future_still_counts() -> None:
    assert cap_reached([NOW + timedelta(hours=2)], NOW, Caps()) is not None


@pytest.mark.parametrize(
    ("day", "sent", "due"),
    [
        (20, [], None),
        (21, [], "reminder_1"),
        (34, ["reminder_1"], None),
        (35, ["reminder_1"], "reminder_2"),
        (50, [], "reminder_3"),
        (50, ["reminder_3"], None),
        (36, ["reminder_3"], None),
        (400, ["reminder_1"], "reminder_4"),
        (400, ["reminder_4"], None),
    ],
)
def test_only_the_latest_due_step_goes(day: int, sent: list[str], due: str | None) -> None:
    found = due_step(RECOMMENDED, STATEMENT_ON, STATEMENT_ON + timedelta(days=day), sent)
    assert (found.key if found else None) == due


@given(st.lists(st.integers(0, 30), max_size=40))
def test_after_any_downtime_steps_go_in_order_once_and_one_a_day(pauses: list[int]) -> None:
    sent: list[str] = []
    today = STATEMENT_ON
    for pause in pauses:
        today += timedelta(days=pause)
        step = due_step(RECOMMENDED, STATEMENT_ON, today, sent)
        sent += [step.key] if step else []
        assert due_step(RECOMMENDED, STATEMENT_ON, today, sent) is None
    assert sent == sorted(set(sent))


def test_a_statement_heard_of_late_begins_at_its_first_step() -> None:
    known_on = STATEMENT_ON + timedelta(days=100)
    zero = day_zero(STATEMENT_ON, known_on, RECOMMENDED)
    assert due_step(RECOMMENDED, zero, known_on, []) == Step(21, "reminder_1")
    assert day_zero(STATEMENT_ON, STATEMENT_ON, RECOMMENDED) == STATEMENT_ON


def test_the_next_step_and_its_day_can_be_shown() -> None:
    found = next_step(RECOMMENDED, STATEMENT_ON, date(2026, 11, 22))
    assert found == (Step(35, "reminder_2"), date(2026, 12, 6))
    assert next_step(RECOMMENDED, STATEMENT_ON, date(2027, 11, 22)) is None


@pytest.mark.parametrize("name", ["recommended", "gentle", "compact"])
def test_a_shipped_cadence_stays_inside_the_caps(name: str) -> None:
    days = [step.day for step in CADENCES[name].steps]
    assert days[0] >= 21
    assert len(days) <= Caps().per_balance
    assert min(b - a for a, b in zip(days, days[1:], strict=False)) >= Caps().gap_days


@pytest.mark.parametrize("steps", [(), (Step(0, "a"),), (Step(5, "a"), Step(5, "b"))])
def test_a_cadence_that_does_not_rise_is_refused(steps: tuple[Step, ...]) -> None:
    with pytest.raises(ValueError, match="must rise"):
        Cadence("odd", steps)


def test_a_cadence_that_repeats_itself_is_refused() -> None:
    with pytest.raises(ValueError, match="twice"):
        Cadence("odd", (Step(1, "a"), Step(2, "a")))
