"""Fewer texts are no stop, and a stop that names the day is no wish for fewer."""

from datetime import date, time

import pytest

from bot.wishing import is_limited
from nlu.wishes import find_wish

TODAY = date(2026, 3, 11)
STOPS = (
    "stop texting me multiple times in the day",
    "quit texting me 3 times in the day",
    "dont text me in the day or at night",
    "stop texting me in the daytime and every other time",
    "stop messaging me all times in the day please",
    "no me manden mensajes ni en el dia ni en la noche",
    "do not text me during the day or during the night",
    "dont text me at any time in the day",
    "no quiero mensajes a ninguna hora en el dia",
    "ya no me escriban de dia, ni de tarde, ni de noche",
    "stop texting me when i work and when im home",
    "dont text me while on the clock or off it",
    "no me escriban cuando trabajo ni cuando no trabajo",
    "dont text me so late in the day",
)
BY_DAY = (
    "pls dont text me in the day, my boss counts every buzz",
    "no me escriban de dia ando en el trabajo",
    "dont text me during the day",
    "no texts during the day please",
    "deje de escribirme de dia por favor",
)


@pytest.mark.parametrize("text", STOPS)
def test_a_stop_that_names_the_day_stays_one(text: str) -> None:
    assert not is_limited(text, TODAY)


@pytest.mark.parametrize("text", BY_DAY)
def test_no_texts_by_day_are_texts_in_the_evening(text: str) -> None:
    found = find_wish(text, TODAY)
    assert found is not None and found.wish.opens == time(17)
    assert is_limited(text, TODAY)
