"""Money in patients' words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading_cases import AMOUNTS, NO_AMOUNT, PER, TODAY

from nlu.amounts import cents, parse_amount
from nlu.entities import find_entities
from nlu.understanding import Amount, Frequency, Relative


def _values(amounts: tuple[Amount, ...]) -> list[int | Relative | None]:
    return [amount.relative or amount.cents for amount in amounts]


@pytest.mark.parametrize(("text", "expected"), AMOUNTS.items())
def test_every_amount_named_is_found(text: str, expected: list[int | Relative]) -> None:
    assert _values(find_entities(text, TODAY, None).amounts) == expected


@pytest.mark.parametrize("text", NO_AMOUNT)
def test_other_numbers_are_no_amounts(text: str) -> None:
    assert find_entities(text, TODAY, None).amounts == ()


@pytest.mark.parametrize(("text", "expected"), PER.items())
def test_an_amount_knows_its_period(text: str, expected: tuple[int, Frequency]) -> None:
    (amount,) = find_entities(text, TODAY, None).amounts
    assert (amount.cents, amount.per) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("50", 5000), ("like 40", 4000), ("maybe 25?", 2500), ("3", 300), ("veinte", 2000),
    ("unos 30", 3000), ("60 on friday", 6000), ("the 15th i can do 20", 2000),
    ("i could manage seventy five", 7500),
])  # fmt: skip
def test_an_answer_to_how_much_may_be_a_bare_number(text: str, expected: int) -> None:
    amount = parse_amount(text)
    assert amount is not None
    assert amount.cents == expected


@pytest.mark.parametrize("text", ["i dont know", "3 payments", "78701", "friday", "415-555-1234"])
def test_an_answer_without_money_is_no_amount(text: str) -> None:
    assert parse_amount(text) is None


def test_an_amount_stands_where_it_was_written() -> None:
    text = "Puedo pagár cincuenta dólares"
    (amount,) = find_entities(text, TODAY, "es").amounts
    assert text[amount.start : amount.end] == "cincuenta dólares"


@given(st.integers(1, 9_999_999))
def test_dollars_written_out_come_back_to_the_cent(value: int) -> None:
    text = f"I can pay ${value // 100:,}.{value % 100:02d} on friday"
    (amount,) = find_entities(text, TODAY, None).amounts
    assert amount.cents == value


@given(st.integers(0, 99_999_999))
def test_a_number_with_thousands_parted_is_read_to_the_cent(value: int) -> None:
    assert cents(f"{value // 100:,}.{value % 100:02d}") == value


@given(st.text(max_size=80))
def test_no_text_breaks_the_reading(text: str) -> None:
    for amount in find_entities(text, TODAY, None).amounts:
        assert 0 <= amount.start < amount.end <= len(text)
