"""Another week that is asked for moves a day; one that went by does not."""

from datetime import date

import pytest

from nlu.more_time import after_more_time, asks_more_time

FRIDAY = date(2026, 3, 13)


@pytest.mark.parametrize(
    "text",
    [
        "give me another week", "can i get one more week please", "i'll need another week, ok?",
        "could you give me an extra week", "another week", "necesito otra semana",
        "puede darme otra semana por favor", "una semana más por favor", "in another week",
    ],
)  # fmt: skip
def test_a_week_more(text: str) -> None:
    assert after_more_time(text, FRIDAY) == date(2026, 3, 20)


@pytest.mark.parametrize("text", ["give me another month", "otro mes para pagarlo"])
def test_a_month_more(text: str) -> None:
    assert after_more_time(text, FRIDAY) == date(2026, 4, 13)


@pytest.mark.parametrize(
    "text",
    [
        "another week of this", "another week went by", "its been another week",
        "i waited another week", "you said another week", "another week or two",
        "did you charge another week", "in another week i get paid", "otra semana de esto",
        "ya paso otra semana", "otra semana y nada", "otro mes de lo mismo",
    ],
)  # fmt: skip
def test_no_time_is_asked_for(text: str) -> None:
    assert not asks_more_time(text)
