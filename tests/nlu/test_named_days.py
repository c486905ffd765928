"""The day a text names, near or far, gone by or to come."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlu.evaluate_dates import evaluate_dates
from nlu.named_days import named_day
from nlu.numbers import VALUES
from nlu.spelling import spelled

LINES = (Path(__file__).parent / "dates.jsonl").read_text().splitlines()
SPANISH = [line for line in LINES if json.loads(line)["lang"] == "es"]
ENGLISH = [line for line in LINES if json.loads(line)["lang"] == "en"]
NONE = [line for line in LINES if json.loads(line)["date"] is None]
MONDAY = date(2027, 6, 7)


@pytest.mark.parametrize("lines", [ENGLISH, SPANISH, NONE])
def test_patients_phrasing_is_resolved(lines: list[str]) -> None:
    share = evaluate_dates(lines)
    assert share is not None
    assert share >= 0.95


@pytest.mark.parametrize(("text", "language", "expected"), [
    ("i was seen june 2 2019", "en", "2019-06-02"),
    ("the bill from 11/30/2024", "en", "2024-11-30"),
    ("9-20-31", "en", "2031-09-20"),
    ("7/8/58", "en", "1958-07-08"),
    ("15.6.2027", "en", "2027-06-15"),
    ("on the third of march nineteen eighty two", "en", "1982-03-03"),
    ("wednesday the ninth", "en", "2027-06-09"),
    ("a year and 2 days ago", "en", "2026-06-05"),
    ("three days from tomorrow", "en", "2027-06-11"),
    ("two days before yesterday", "en", "2027-06-04"),
    ("six business days from now", "en", "2027-06-15"),
    ("the last thursday of september", "en", "2027-09-30"),
    ("fourth monday of last month", "en", "2027-05-24"),
    ("the 31st of this month", "en", None),
    ("the fifth friday of june", "en", None),
    ("it was two weeks later that i was charged", "en", None),
    ("el 9/7", "es", "2027-07-09"),
    ("el 9/7", "en", "2027-09-07"),
    ("le doy 1/2", "es", None),
    ("el vigésimo quinto de julio", "es", "2027-07-25"),
    ("el jueves de la semana pasada", "es", "2027-06-03"),
    ("el segundo sábado de julio", "es", "2027-07-10"),
    ("merry christmas", "en", None),
    ("my dob is 3/4/1960", "en", None),
    ("half now the rest on payday", "en", "2027-06-07"),
])  # fmt: skip
def test_a_day_is_named_in_many_ways(text: str, language: str, expected: str | None) -> None:
    day = date.fromisoformat(expected) if expected else None
    assert named_day(text, MONDAY, language) == day


@given(st.dates(date(1990, 1, 1), date(2060, 12, 31)))
def test_a_whole_date_names_its_day_whatever_today_is(day: date) -> None:
    assert named_day(f"it was {day:%B} {day.day}, {day.year}", MONDAY) == day
    assert named_day(f"it was {day.isoformat()}", MONDAY) == day


@pytest.mark.parametrize("word", sorted(word for word in VALUES if len(word) > 3))
def test_no_number_is_taken_for_a_slip_of_another(word: str) -> None:
    assert VALUES[spelled(word)] == VALUES[word]
