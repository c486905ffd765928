"""No payment this month is hard times; it is no wish of when texts may come."""

from datetime import date

import pytest

from nlu.this_month import cannot_this_month
from nlu.wishes import find_wish

TODAY = date(2026, 3, 11)


@pytest.mark.parametrize(
    "text",
    [
        "i cant this month", "cant do it this month", "sorry this month is bad for me",
        "this month aint gonna work", "este mes no puedo", "no voy a poder pagar este mes",
        "perdón pero esta quincena no me alcanza", "este mes ando muy apretada",
    ],
)  # fmt: skip
def test_it_is_of_paying(text: str) -> None:
    assert cannot_this_month(text)
    assert find_wish(text, TODAY) is None


@pytest.mark.parametrize(
    "text",
    [
        "not this month", "no texts this month", "i cant come this month", "can i skip this month",
        "what if i cant this month", "i cant open the link this month", "este mes no me escriban",
        "este mes no puedo ir a la cita", "i cant this month but i can the 5th of april",
        "cant talk this month", "i can this month",
    ],
)  # fmt: skip
def test_more_or_something_else_is_not(text: str) -> None:
    assert not cannot_this_month(text)


def test_a_wish_of_a_month_stays() -> None:
    assert find_wish("not this month", TODAY) is not None
    assert find_wish("este mes no me escriban", TODAY, "es") is not None
