"""How many payments, and how often."""

from datetime import date

import pytest
from reading_cases import COUNTS, FREQUENCIES, TODAY

from nlu.counts import is_so_many, parse_count, parse_frequency
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


@pytest.mark.parametrize(("text", "every", "first_on"), [
    ("every friday", "weekly", date(2026, 3, 13)), ("cada viernes", "weekly", date(2026, 3, 13)),
    ("fridays", "weekly", date(2026, 3, 13)), ("20 on fridays", "weekly", date(2026, 3, 13)),
    ("how about every monday", "weekly", date(2026, 3, 16)),
    ("every wednesday", "weekly", date(2026, 3, 18)),
    ("weekly on fridays", "weekly", date(2026, 3, 13)), ("20 a week", "weekly", None),
    ("50 every other friday", "every_two_weeks", date(2026, 3, 13)),
])  # fmt: skip
def test_a_weekday_of_the_rhythm_is_its_first_day(
    text: str, every: str, first_on: date | None
) -> None:
    entities = find_entities(text, TODAY, None)
    assert (entities.frequency, entities.first_on) == (every, first_on)


@pytest.mark.parametrize(
    "text", ["i work fridays", "two fridays from now", "i get paid on fridays"]
)
def test_weekdays_that_are_no_rhythm_of_payments(text: str) -> None:
    entities = find_entities(text, TODAY, None)
    assert (entities.frequency, entities.first_on) == (None, None)


def test_how_often_the_patient_is_paid_is_not_how_often_to_pay() -> None:
    entities = find_entities("i get paid every two weeks, can pay 50 on friday", TODAY, None)
    assert entities.frequency is None
    assert entities.amounts[0].per is None


@pytest.mark.parametrize(("text", "number"), [
    ("esta bien la de 4", 4), ("la de cuatro", 4), ("the 4 one", 4), ("entonces la de 4", 4),
    ("me quedo con la de 3 por favor", 3), ("the one with 4", 4),
])  # fmt: skip
def test_the_one_of_so_many_counts_payments(text: str, number: int) -> None:
    found = find_entities(text, date(2026, 11, 25), None)
    assert is_so_many(text)
    assert (found.count, found.amounts) == (number, ())


@pytest.mark.parametrize("text", [
    "la de 60", "la de 4 dolares", "la del 4", "la de 4 de marzo", "la factura de 12 dolares",
    "the one from 4/12", "one of 3 kids", "the one for 120", "la de las 4 pm", "el de 12.40",
    "50 of it", "the 2nd one",
])  # fmt: skip
def test_a_sum_a_day_or_a_place_counts_no_payments(text: str) -> None:
    found = find_entities(text, date(2026, 11, 25), None)
    assert not is_so_many(text)
    assert found.count is None
