"""What came off the bill, and what only sounds like it."""

import pytest

from bot.guards import guard_all
from bot.weighing import weighed
from nlu.taken_off import asks_taken_off
from nlu.understanding import Intent, Understanding

ASKED = [
    "the discount. did it get taken off",
    "what was the full price before and what was taken off",
    "no insurance here, i was told theres a 20 percent cash discount, is that already off the bill",
    "did you take the discount off already",
    "is the cash discount on there",
    "how much was knocked off",
    "ya le quitaron el descuento",
    "el descuento si me lo aplicaron",
    "cual era el precio completo y cuanto quitaron",
    "me hicieron el descuento",
]
OTHERS = [
    "can i get a discount",
    "is there a discount for cash",
    "any discount if i pay today",
    "the discount is wrong",
    "you never took my discount off",
    "why didnt you take the discount off",
    "take me off",
    "take this off my phone",
    "get my number taken off",
    "was i taken off the list",
    "hay descuento si pago todo",
    "quiteme de la lista",
    "me pueden dar un descuento",
]


@pytest.mark.parametrize("text", ASKED)
def test_what_came_off_is_asked(text: str) -> None:
    assert asks_taken_off(text)


@pytest.mark.parametrize("text", OTHERS)
def test_nothing_is_asked_of_what_came_off(text: str) -> None:
    assert not asks_taken_off(text)


@pytest.mark.parametrize("text", ASKED)
def test_it_is_no_stop(text: str) -> None:
    heard = Understanding(
        (Intent("explain_charge", 0.9),), ranking=(Intent("explain_charge", 0.9),)
    )
    guarded = weighed(guard_all([text]), [text], heard)
    assert not guarded.is_opt_out
    assert not guarded.asks_opt_out


@pytest.mark.parametrize("text", ["take me off", "take my number off your list"])
def test_a_stop_stays_one(text: str) -> None:
    heard = Understanding((Intent("opt_out", 0.9),), ranking=(Intent("opt_out", 0.9),))
    guarded = weighed(guard_all([text]), [text], heard)
    assert guarded.is_opt_out or guarded.asks_opt_out
