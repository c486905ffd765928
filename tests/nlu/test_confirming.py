"""A sum said to have it confirmed, and what looks like it."""

import pytest

from nlu.confirming import Confirming, find_confirming
from nlu.speaker import asks_cost


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("ok and the total was 310 right", Confirming(310_00, True, False)),
        ("entonces quedan 110, correcto", Confirming(110_00, True, True)),
        ("so its 75 now?", Confirming(75_00, True, True)),
        ("so i owe $1,240.50?", Confirming(1_240_50, True, True)),
        ("so its 60 left", Confirming(60_00, False, True)),
        ("o sea que son 110 verdad", Confirming(110_00, True, False)),
        ("y el total era 310 no", Confirming(310_00, True, False)),
        ("is it 85?", Confirming(85_00, True, False)),
    ],
)
def test_a_sum_to_be_confirmed(text: str, wanted: Confirming) -> None:
    assert find_confirming(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "so 60 is for the xray?",
        "so 75 now?",
        "can i pay 75 now?",
        "so its 75 a month right",
        "so its the 15th right",
        "entonces es el 15 de abril verdad",
        "so its 4 payments right",
        "i paid 40 right?",
        "the total is wrong it was 75",
        "insurance paid 80 right",
        "310 is too much",
        "it was 310 and now its 75?",
        "son 3 meses verdad",
        "it was not 310",
        "el seguro pago 90 verdad",
        "why is it 310?",
        "make it 75 ok?",
        "my zip is 78701 right",
    ],
)
def test_no_sum_to_be_confirmed(text: str) -> None:
    assert find_confirming(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "is there a late fee",
        "will there be a late fee",
        "do you guys charge late fees",
        "is there a penalty if im late",
        "hay multa si me tardo",
        "cobran recargo por pagar tarde",
    ],
)
def test_a_fee_is_asked_about(text: str) -> None:
    assert asks_cost(text)


@pytest.mark.parametrize(
    "text",
    [
        "you charged me a late fee",
        "whats this late fee on here",
        "why is there a late fee",
        "me cobraron una multa",
        "por que me pusieron multa",
        "i will be late with my payment",
    ],
)
def test_a_fee_that_was_charged_is_another_matter(text: str) -> None:
    assert not asks_cost(text)
