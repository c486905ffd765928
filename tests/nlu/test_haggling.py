"""A deal asked for, apart from what only sounds like one."""

import pytest

from nlu.haggling import haggles, tells_hardship


@pytest.mark.parametrize(
    "text",
    [
        "10% off if i pay now", "any discount for cash", "can you do 1000 even", "settle for half",
        "lower it by 10 percent", "can you lower the bill", "do you offer a discount",
        "would you take 600 and call it even", "can you knock some off", "will you accept less",
        "hay descuento", "me hacen un descuento si pago hoy", "me lo dejan en 1000",
        "me rebajan algo", "descuento", "aceptan la mitad", "bajen la cuenta un 10%",
    ],
)  # fmt: skip
def test_less_is_asked_for(text: str) -> None:
    assert haggles(text)
    assert not tells_hardship(text)


@pytest.mark.parametrize(
    "text",
    [
        "lower the payments", "can the payments be lower", "half now half later", "can i pay half",
        "what is the discount on my bill", "why did insurance take 10% off", "make it 1000",
        "can i do 100 a month", "when my settlement comes", "did i get a discount",
        "por que me hicieron descuento", "bajen los pagos", "settle down", "can i pay 50",
        "pago la mitad", "i can do 50", "is the discount already in there",
    ],
)  # fmt: skip
def test_no_less_is_asked_for(text: str) -> None:
    assert not haggles(text)


@pytest.mark.parametrize("text", ["i lost my job any discount", "no puedo, hay descuento?"])
def test_hardship_beside_it_is_heard(text: str) -> None:
    assert haggles(text)
    assert tells_hardship(text)
