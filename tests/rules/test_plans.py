"""Plans: to the cent, inside the policy, on days that exist."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.due_dates import Frequency, due_dates
from bot.rules.plans import (
    PlanPolicy,
    PlanProposal,
    Refusal,
    RefusalReason,
    default_proposal,
    propose,
)

TODAY = date(2026, 11, 23)
POLICY = PlanPolicy()


def proposed(balance_cents: int, **wish: object) -> PlanProposal:
    plan = propose(balance_cents, TODAY, POLICY, **wish)  # type: ignore[arg-type]
    assert isinstance(plan, PlanProposal), plan
    return plan


def refused(balance_cents: int, **wish: object) -> Refusal:
    refusal = propose(balance_cents, TODAY, POLICY, **wish)  # type: ignore[arg-type]
    assert isinstance(refusal, Refusal), refusal
    return refusal


def cents_of(plan: PlanProposal | None) -> list[int]:
    assert plan is not None
    return [installment.cents for installment in plan.installments]


@given(
    balance=st.integers(-100, 2_000_000),
    today=st.dates(date(2024, 1, 1), date(2032, 12, 31)),
    count=st.none() | st.integers(-2, 30),
    each=st.none() | st.integers(-100, 500_000),
    frequency=st.none() | st.sampled_from(Frequency),
    first_in=st.none() | st.integers(-5, 90),
    policy=st.builds(
        PlanPolicy,
        min_cents=st.integers(100, 20_000),
        max_count=st.integers(2, 12),
        first_within_days=st.integers(0, 60),
        frequencies=st.sampled_from([(Frequency.MONTHLY,), tuple(Frequency)]),
    ),
)
def test_whatever_is_wished_a_plan_is_exact_and_inside_the_policy(
    balance: int,
    today: date,
    count: int | None,
    each: int | None,
    frequency: Frequency | None,
    first_in: int | None,
    policy: PlanPolicy,
) -> None:
    first_on = None if first_in is None else today + timedelta(days=first_in)
    answer = propose(
        balance, today, policy, count=count, each_cents=each, frequency=frequency, first_on=first_on
    )
    plan = answer.nearest if isinstance(answer, Refusal) else answer
    has_plan = balance > 0 and balance // policy.min_cents >= 2
    assert (plan is not None) == has_plan
    for found in filter(None, [plan]):
        days = [installment.due_on for installment in found.installments]
        assert sum(cents_of(found)) == balance == found.total_cents
        assert min(cents_of(found)) >= policy.min_cents
        assert 2 <= len(days) <= policy.max_count
        assert days == sorted(set(days))
        assert today <= days[0] <= today + timedelta(days=policy.first_within_days)
        assert found.frequency in policy.frequencies


def test_the_last_payment_takes_the_remainder() -> None:
    assert cents_of(proposed(10001, count=3)) == [3333, 3333, 3335]


def test_an_amount_each_gives_the_count_that_fits() -> None:
    assert cents_of(proposed(18000, each_cents=5000)) == [5000, 5000, 5000, 3000]


def test_a_last_payment_under_the_minimum_joins_the_one_before() -> None:
    assert cents_of(proposed(21000, each_cents=5200)) == [5200, 5200, 5200, 5400]


def test_too_many_payments_are_answered_with_the_most_there_are() -> None:
    refusal = refused(24000, count=12)
    assert refusal.reason is RefusalReason.TOO_MANY
    assert cents_of(refusal.nearest) == [6000] * 4


def test_too_little_each_is_answered_with_the_nearest_above() -> None:
    refusal = refused(24000, each_cents=1000)
    assert refusal.reason is RefusalReason.EACH_TOO_SMALL
    assert cents_of(refusal.nearest) == [6000] * 4


def test_an_amount_that_needs_too_many_payments_is_answered_with_four() -> None:
    refusal = refused(100000, each_cents=10000)
    assert refusal.reason is RefusalReason.TOO_MANY
    assert cents_of(refusal.nearest) == [25000] * 4


@pytest.mark.parametrize(
    ("balance", "wish", "reason"),
    [
        (0, {}, RefusalReason.NOTHING_OWED),
        (4999, {}, RefusalReason.BALANCE_TOO_SMALL),
        (9000, {"count": 4}, RefusalReason.EACH_TOO_SMALL),
        (9000, {"count": 1}, RefusalReason.PAYS_IN_FULL),
        (9000, {"each_cents": 9000}, RefusalReason.PAYS_IN_FULL),
        (20000, {"count": 2, "each_cents": 5000}, RefusalReason.DOES_NOT_ADD_UP),
        (20000, {"first_on": TODAY - timedelta(days=1)}, RefusalReason.FIRST_IN_PAST),
        (20000, {"first_on": TODAY + timedelta(days=31)}, RefusalReason.FIRST_TOO_LATE),
    ],
)
def test_a_refusal_names_its_reason(
    balance: int, wish: dict[str, object], reason: RefusalReason
) -> None:
    assert refused(balance, **wish).reason is reason


def test_a_frequency_the_practice_does_not_offer_is_refused_with_one_it_does() -> None:
    policy = PlanPolicy(frequencies=(Frequency.MONTHLY,))
    refusal = propose(20000, TODAY, policy, frequency=Frequency.WEEKLY)
    assert isinstance(refusal, Refusal)
    assert refusal.reason is RefusalReason.FREQUENCY_NOT_OFFERED
    assert refusal.nearest is not None
    assert refusal.nearest.frequency is Frequency.MONTHLY


@pytest.mark.parametrize("policy", [PlanPolicy(max_count=1), PlanPolicy(frequencies=())])
def test_a_practice_may_offer_no_plans_at_all(policy: PlanPolicy) -> None:
    assert propose(20000, TODAY, policy) == Refusal(RefusalReason.NO_PLANS_OFFERED, None)


def test_a_minimum_of_nothing_still_makes_whole_payments() -> None:
    plan = propose(3, TODAY, PlanPolicy(min_cents=0))
    assert isinstance(plan, PlanProposal)
    assert cents_of(plan) == [1, 1, 1]


def test_by_default_the_gentlest_plan_is_offered() -> None:
    plan = default_proposal(24000, TODAY, POLICY)
    assert isinstance(plan, PlanProposal)
    assert cents_of(plan) == [6000] * 4
    assert plan.frequency is Frequency.MONTHLY


@pytest.mark.parametrize(
    ("first", "frequency", "days"),
    [
        ("2027-01-31", Frequency.MONTHLY, ["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30"]),
        ("2028-01-30", Frequency.MONTHLY, ["2028-01-30", "2028-02-29", "2028-03-30"]),
        ("2026-12-15", Frequency.TWICE_A_MONTH, ["2026-12-15", "2026-12-30", "2027-01-15"]),
        ("2027-01-31", Frequency.TWICE_A_MONTH, ["2027-01-31", "2027-02-16", "2027-02-28"]),
        ("2027-02-14", Frequency.TWICE_A_MONTH, ["2027-02-14", "2027-02-28", "2027-03-14"]),
        ("2026-12-28", Frequency.WEEKLY, ["2026-12-28", "2027-01-04"]),
        ("2026-12-28", Frequency.BIWEEKLY, ["2026-12-28", "2027-01-11"]),
    ],
)
def test_due_days_exist_in_every_month(first: str, frequency: Frequency, days: list[str]) -> None:
    found = due_dates(date.fromisoformat(first), frequency, len(days))
    assert [day.isoformat() for day in found] == days
