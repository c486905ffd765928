"""Days in patients' words; today is a Wednesday."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading_cases import DATES, NO_DATE, PAST, TODAY, WAITED_FOR

from nlu.dates import parse_date, parse_past_date
from nlu.entities import find_entities


@pytest.mark.parametrize(("text", "expected"), DATES.items())
def test_a_day_named_is_resolved(text: str, expected: str) -> None:
    days = [day.on for day in find_entities(text, TODAY, None).dates]
    assert days[0] == date.fromisoformat(f"2026-{expected}")
    assert parse_date(text, TODAY) == days[0]


@pytest.mark.parametrize("text", NO_DATE)
def test_words_that_only_look_like_days_are_none(text: str) -> None:
    assert find_entities(text, TODAY, None).dates == ()


@pytest.mark.parametrize(("text", "expected"), PAST.items())
def test_what_happened_lies_in_the_past(text: str, expected: str) -> None:
    on = date.fromisoformat(f"2026-{expected}")
    assert [day.on for day in find_entities(text, TODAY, None).dates] == [on]
    assert parse_past_date(text, TODAY) == on
    assert parse_date(text, TODAY) is None


@pytest.mark.parametrize(("text", "expected"), WAITED_FOR.items())
def test_a_payday_without_a_day_is_kept_as_such(text: str, expected: str) -> None:
    (day,) = find_entities(text, TODAY, None).dates
    assert (day.on, day.word) == (None, expected)


@pytest.mark.parametrize(("text", "expected"), [
    ("15", "2026-03-15"), ("2 weeks", "2026-03-25"), ("the 3", "2026-04-03"),
    ("maybe 10 days", "2026-03-21"), ("sat", "2026-03-14"), ("5", "2026-04-05"),
])  # fmt: skip
def test_an_answer_to_when_may_be_bare(text: str, expected: str) -> None:
    assert parse_date(text, TODAY) == date.fromisoformat(expected)


def test_each_of_two_days_is_kept() -> None:
    days = find_entities("half friday, the rest when i get paid", TODAY, None).dates
    assert [day.on for day in days] == [date(2026, 3, 13), None]


@pytest.mark.parametrize(("text", "expected"), [
    ("i said the 3rd not the 13th", ["04-03"]), ("not the 13th, the 20th", ["03-20"]),
    ("not friday, monday", ["03-16"]), ("not on friday, monday", ["03-16"]),
    ("no el 13 sino el 20", ["03-20"]), ("el 20, no el 13", ["03-20"]),
    ("el lunes no, el martes", ["03-17"]), ("hoy no, mañana", ["03-12"]), ("not the 13th", []),
    ("no el viernes", ["03-13"]), ("no, the 13th", ["03-13"]), ("not until the 13th", ["03-13"]),
    ("no puedo hasta el 13", ["03-13"]), ("why not the 13th", ["03-13"]),
    ("i can't pay friday after all", []), ("i can't pay until friday", ["03-13"]),
    ("no voy a poder el viernes", []), ("i cant pay today but friday i can", ["03-13"]),
    ("hoy no puedo, el viernes si", ["03-11", "03-13"]),
])  # fmt: skip
def test_a_day_denied_is_none_of_those_named(text: str, expected: list[str]) -> None:
    days = [date.fromisoformat(f"2026-{day}") for day in expected]
    assert [day.on for day in find_entities(text, TODAY, None).dates] == days


def test_a_month_too_short_for_the_day_is_passed_over() -> None:
    assert parse_date("the 31st", date(2026, 4, 2)) == date(2026, 5, 31)


def test_a_day_of_this_year_gone_by_is_next_years() -> None:
    assert parse_date("jan 5", TODAY) == date(2027, 1, 5)


@given(st.dates(date(2024, 1, 1), date(2040, 12, 31)), st.sampled_from(sorted(DATES)))
def test_a_promise_never_lies_in_the_past(today: date, text: str) -> None:
    on = parse_date(text, today)
    assert on is None or on >= today


@given(st.dates(date(2024, 1, 1), date(2040, 12, 31)), st.integers(0, 364))
def test_a_day_written_in_figures_is_that_day(today: date, ahead: int) -> None:
    day = date.fromordinal(today.toordinal() + ahead)
    assert parse_date(f"i can pay on {day.month}/{day.day}/{day.year}", today) == day
