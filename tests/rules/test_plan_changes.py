"""A changed plan asks for the very same cents, in order, never before today, inside the policy."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.due_dates import Frequency, due_dates
from bot.rules.money import split_evenly
from bot.rules.plan_changes import (
    ChangeRefusal,
    Parts,
    Running,
    move,
    move_all,
    resize,
    shortened,
    skip,
)
from bot.rules.plans import Installment, PlanPolicy, PlanProposal, Refusal, as_wished, propose

TODAY = date(2026, 3, 11)
POLICY = PlanPolicy()


@st.composite
def runnings(draw: st.DrawFn) -> Running:
    count = draw(st.integers(1, 4))
    taken = draw(st.integers(0, 4 - count))
    total = draw(st.integers(2500 * count, 900_000))
    first = TODAY + timedelta(days=draw(st.integers(-20, 30)))
    frequency = draw(st.sampled_from(Frequency))
    days = due_dates(first, frequency, count)
    parts = zip(days, split_evenly(total, count), strict=True)
    return Running(tuple(Installment(on, cents) for on, cents in parts), taken, 0, frequency)


def total(parts: Parts) -> int:
    return sum(part.cents for part in parts)


def is_in_order(parts: Parts) -> bool:
    days = [part.due_on for part in parts]
    return days == sorted(set(days))


@given(runnings())
def test_a_skip_leaves_one_day_out_and_nothing_else(plan: Running) -> None:
    after = skip(plan)
    assert isinstance(after, tuple)
    assert [part.cents for part in after] == [part.cents for part in plan.open]
    assert is_in_order(after)
    assert plan.open[0].due_on not in [part.due_on for part in after]
    kept = [part.due_on for part in plan.open[1:]]
    assert [part.due_on for part in after][: len(kept)] == kept


def test_a_second_skip_is_not_ours_to_give() -> None:
    plan = Running((Installment(TODAY, 5000),), 0, 1, Frequency.MONTHLY)
    assert skip(plan) is ChangeRefusal.SKIPPED_BEFORE


@given(runnings(), st.integers(0, 3), st.integers(-30, 120))
def test_a_moved_payment_stays_between_its_neighbours(plan: Running, at: int, ahead: int) -> None:
    place, day = at % len(plan.open), TODAY + timedelta(days=ahead)
    after = move(plan, place, day, TODAY, POLICY)
    if isinstance(after, ChangeRefusal):
        return
    assert total(after) == total(plan.open)
    assert is_in_order(after)
    assert after[place].due_on == day >= TODAY
    assert [p for p in after if p.due_on != day] == [
        p for i, p in enumerate(plan.open) if i != place
    ]


@given(runnings(), st.integers(-30, 120))
def test_all_moved_payments_keep_their_amounts_and_rhythm(plan: Running, ahead: int) -> None:
    day = TODAY + timedelta(days=ahead)
    after = move_all(plan, day, TODAY, POLICY)
    if isinstance(after, ChangeRefusal):
        return
    assert [part.cents for part in after] == [part.cents for part in plan.open]
    assert [part.due_on for part in after] == list(due_dates(day, plan.frequency, len(after)))
    assert day >= TODAY


@given(runnings(), st.none() | st.integers(1, 200_000))
def test_a_resized_plan_is_exact_and_inside_the_policy(plan: Running, each: int | None) -> None:
    after = resize(plan, each, TODAY, POLICY)
    if isinstance(after, ChangeRefusal):
        return
    assert total(after) == total(plan.open)
    assert is_in_order(after)
    assert after[0].due_on >= TODAY
    assert len(after) + plan.taken <= POLICY.max_count
    assert min(part.cents for part in after) >= min(POLICY.min_cents, total(plan.open))
    most = max(part.cents for part in plan.open)
    if each is not None and each < most:
        assert max(part.cents for part in after) <= each


@given(runnings(), st.integers(-100, 1_000_000))
def test_less_owed_takes_from_the_last_payments(plan: Running, owed: int) -> None:
    after = shortened(plan.open, owed)
    assert total(after) == min(max(owed, 0), total(plan.open))
    for before, now in zip(plan.open, after[:-1], strict=False):
        assert before == now


@given(
    owed=st.integers(5000, 500_000),
    least=st.none() | st.integers(2500, 200_000),
    most=st.integers(2500, 400_000),
)
def test_bounds_hold_and_nothing_within_them_is_larger(
    owed: int, least: int | None, most: int
) -> None:
    found = propose(owed, TODAY, POLICY, least_cents=least, most_cents=most)
    allowed = [split_evenly(owed, n) for n in range(2, min(4, owed // POLICY.min_cents) + 1)]
    fitting = [each for each in allowed if each[-1] <= most and each[0] >= (least or 0)]
    assert isinstance(found, PlanProposal) == bool(fitting)
    if isinstance(found, PlanProposal):
        sizes = tuple(part.cents for part in found.installments)
        assert sizes[-1] <= most
        assert sizes == max(fitting, key=max)


@given(st.integers(5000, 500_000), st.integers(100, 3000))
def test_less_than_we_can_do_is_met_with_the_smallest_there_is(owed: int, most: int) -> None:
    found = propose(owed, TODAY, POLICY, most_cents=most)
    if isinstance(found, PlanProposal):
        return
    assert found.nearest is not None
    gentlest = propose(owed, TODAY, POLICY)
    assert isinstance(gentlest, PlanProposal)
    assert len(found.nearest.installments) <= len(gentlest.installments)
    assert sum(part.cents for part in found.nearest.installments) == owed


@pytest.mark.parametrize(
    ("wish", "payments"),
    [({"count": 10}, 10), ({"each_cents": 500}, 44), ({"most_cents": 4000}, 6)],
)
def test_what_was_asked_beyond_the_policy_is_exact_too(wish: dict[str, int], payments: int) -> None:
    asked = as_wished(22000, TODAY, **wish)  # type: ignore[arg-type]
    assert asked is not None
    assert len(asked.installments) == payments
    assert total(asked.installments) == 22000 == asked.total_cents


def test_what_nobody_could_mean_is_no_schedule() -> None:
    assert as_wished(10_000_000, TODAY, each_cents=500) is None
    assert isinstance(propose(10_000_000, TODAY, POLICY, each_cents=500), Refusal)
