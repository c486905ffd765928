"""How many payments, and how often."""

import pytest
from reading_cases import COUNTS, FREQUENCIES, TODAY

from nlu.counts import parse_count, parse_frequency
from nlu.entities import find_entities
from nlu.understanding import Frequency


@pytest.mark.parametrize(("text", "expected"), COUNTS.items())
def test_a_number_of_payments_is_read(text: str, expected: int) -> None:
    assert parse_count(text) == expected


@pytest.mark.parametrize("text", ["i dont know", "50 dollars", "3 kids", "friday", "200"])
def test_other_numbers_count_no_payments(text: str) -> None:
    assert parse_count(text) is None


@pytest.mark.parametrize(("text", "expected"), FREQUENCIES.items())
def test_how_often_is_read(text: str, expected: Frequency) -> None:
    assert parse_frequency(text) == expected


@pytest.mark.parametrize("text", ["in a week", "friday", "give me a month", "i paid twice"])
def test_a_single_span_is_no_frequency(text: str) -> None:
    assert parse_frequency(text) is None


def test_how_often_the_patient_is_paid_is_not_how_often_to_pay() -> None:
    entities = find_entities("i get paid every two weeks, can pay 50 on friday", TODAY, None)
    assert entities.frequency is None
    assert entities.amounts[0].per is None
