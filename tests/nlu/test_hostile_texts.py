"""Any text is read, and twice as long a text takes about twice as long, never ever more."""

from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlu.entities import LONGEST, find_entities
from nlu.named_days import named_day

TODAY = date(2026, 3, 11)
PIECES = [
    "1", "1/", "1-", "1.", "1,", "1:", "1 ", " ", "a", "ab ", "the ", "and ", "1 and ", "1 day ",
    "1 day and ", "monday ", "monday the ", "1st ", "first ", "1st of ", "may ", "may 1 ", "a@",
    "a@b.", "$", "$1,", "$1 or ", "twenty ", "a hundred and ", "mil y ", "a week from ", "pay ",
    "pay 20 or ", "half ", "when my ", "cada ", "between ", "split it over ", "el ", "dia ", "(1",
    "+1", "1 1", "not this monday ", "last ", "fin de ", "1 years 1 months ", "the 1 of ", "xmas ",
    "www.", "999 years ", "el 1-1 ", "on 4.2", "-- ", "é", "\n", "19 70 ", "en 8 ", "x 5",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=400))
def test_no_mixture_of_pieces_breaks_the_reading(pieces: list[str]) -> None:
    text = "".join(pieces)[:LONGEST]
    find_entities(text, TODAY, "es")
    named_day(text, TODAY, "en")


@given(st.text(max_size=LONGEST))
def test_no_text_at_all_breaks_it(text: str) -> None:
    find_entities(text, TODAY, None)


@pytest.mark.parametrize("piece", PIECES)
def test_the_time_grows_with_the_length_alone(piece: str) -> None:
    short, long = _seconds(piece, LONGEST // 4), _seconds(piece, LONGEST)
    assert long < 40 * short + 0.05  # 4 is linear, 16 quadratic; nested loops come to thousands


def test_a_text_of_two_hundred_thousand_letters_is_cut() -> None:
    short, long = _seconds("1", LONGEST), _seconds("1", 200_000)
    assert long < 4 * short + 0.05


def _seconds(piece: str, letters: int) -> float:
    text = (piece * letters)[:letters]
    return min(_once(text) for _ in range(2))


def _once(text: str) -> float:
    started = process_time()
    find_entities(text, TODAY, None)
    return process_time() - started
