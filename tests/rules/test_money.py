"""Cents and words for them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.money import money, parse_decimal, split_evenly


@pytest.mark.parametrize(
    ("cents", "text"),
    [
        (124050, "$1,240.50"),
        (0, "$0.00"),
        (5, "$0.05"),
        (-500, "-$5.00"),
        (100000000, "$1,000,000.00"),
    ],
)
def test_money_always_shows_its_cents(cents: int, text: str) -> None:
    assert money(cents) == text


@pytest.mark.parametrize(
    ("text", "cents"),
    [("1240.50", 124050), ("$1,240.5", 124050), (" 7 ", 700), ("-5.00", -500), ("0.07", 7)],
)
def test_decimal_dollars_become_cents(text: str, cents: int) -> None:
    assert parse_decimal(text) == cents


@pytest.mark.parametrize(
    "text", ["", "abc", "1.234", "1,24.00", "1e3", "٣", "12.", "9" * 12, "NaN"]
)
def test_what_is_no_amount_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(ValueError, match="expected"):
        parse_decimal(text)


@given(st.integers(-(10**10), 10**10))
def test_money_reads_back_to_the_same_cents(cents: int) -> None:
    assert parse_decimal(money(cents)) == cents


@given(st.integers(0, 10**9), st.integers(1, 60))
def test_a_split_sums_to_the_cent_and_only_the_last_differs(total: int, count: int) -> None:
    parts = split_evenly(total, count)
    assert sum(parts) == total
    assert len(parts) == count
    assert len(set(parts[:-1])) <= 1
    assert 0 <= parts[-1] - parts[0] < count


def test_nothing_is_split_into_no_payments() -> None:
    with pytest.raises(ValueError, match="0 payments"):
        split_evenly(100, 0)
