"""What a state asks for where somebody cannot pay: the shipped table, and its arithmetic."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.places import ALL_STATES
from bot.rules.plans import Installment
from bot.rules.state_help import (
    StateHelp,
    asks_too_much,
    by_state,
    heaviest_month,
    income_for,
    most_a_month,
)

PARSED = yaml.safe_load((Path(__file__).parents[2] / "data" / "states.yml").read_text())
SHIPPED = by_state(PARSED)
BARE = StateHelp("XX", "somebody", "a source (S)", date(2026, 11, 25))
PERCENTS = st.integers(1, 100)
CENTS = st.integers(0, 10_000_000)
PARTS = st.lists(
    st.builds(
        Installment, st.dates(date(2026, 1, 1), date(2027, 12, 31)), st.integers(1, 1_000_000)
    ),
    max_size=30,
)


def with_share(percent: int) -> StateHelp:
    return replace(BARE, income_percent=percent, income="income")


@pytest.mark.parametrize("rule", SHIPPED.values(), ids=SHIPPED)
def test_every_rule_has_its_source_and_the_day_it_was_checked(rule: StateHelp) -> None:
    assert rule.state in ALL_STATES
    assert any(mark in rule.source for mark in ("(S)", "(S2)", "(S;", "(S2;", "M)"))
    assert rule.as_of <= date(2026, 12, 31)
    assert rule.binds


@pytest.mark.parametrize("rule", SHIPPED.values(), ids=SHIPPED)
def test_no_row_says_nothing(rule: StateHelp) -> None:
    without = {"state", "binds", "source", "as_of", "note"}
    said = {name for name in StateHelp.__dataclass_fields__ if name not in without}
    assert any(getattr(rule, name) not in (None, False, "") for name in said)


def test_a_share_of_no_income_is_refused() -> None:
    row = {"state": "XX", "binds": "x", "source": "x", "as_of": date(2026, 1, 1)}
    with pytest.raises(ValueError, match="XX"):
        by_state({"states": [{**row, "income_percent": 5}]})


@given(PERCENTS, CENTS)
def test_the_most_a_month_is_within_the_share_and_a_cent_more_is_not(
    percent: int, income: int
) -> None:
    most = most_a_month(with_share(percent), income)
    assert most is not None
    assert most * 100 <= income * percent < (most + 1) * 100


@given(PERCENTS, CENTS)
def test_the_income_named_for_a_payment_bears_it_and_a_cent_less_does_not(
    percent: int, month: int
) -> None:
    rule = with_share(percent)
    income = income_for(rule, month)
    assert income is not None
    assert (most_a_month(rule, income) or 0) >= month
    if income:
        assert (most_a_month(rule, income - 1) or 0) < month


@given(PARTS)
def test_the_heaviest_month_is_no_less_than_a_payment_and_no_more_than_all(
    parts: list[Installment],
) -> None:
    total = sum(part.cents for part in parts)
    assert max((part.cents for part in parts), default=0) <= heaviest_month(parts) <= total


@given(CENTS, PARTS)
def test_where_no_share_is_known_nothing_is_too_much(income: int, parts: list[Installment]) -> None:
    assert not asks_too_much(None, income, parts)
    assert not asks_too_much(BARE, income, parts)
    assert (most_a_month(BARE, income), income_for(BARE, income)) == (None, None)


@given(PERCENTS, CENTS, PARTS)
def test_who_earns_more_is_never_asked_too_much_by_what_suits_less(
    percent: int, income: int, parts: list[Installment]
) -> None:
    rule = with_share(percent)
    if not asks_too_much(rule, income, parts):
        assert not asks_too_much(rule, income + 100, parts)


def test_two_payments_of_one_month_weigh_together() -> None:
    weekly = [Installment(date(2026, 3, 1) + timedelta(days=7 * n), 1500) for n in range(4)]
    assert heaviest_month(weekly) == 6000
    assert asks_too_much(with_share(4), 120_000, weekly)
    assert not asks_too_much(with_share(5), 120_000, weekly)
