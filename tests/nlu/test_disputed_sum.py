"""What is disputed and what is offered, told apart by plain words."""

import pytest

from nlu.disputed_sum import without_unsaid_payment
from nlu.understanding import Intent, Understanding

BOTH = Understanding((Intent("dispute_charge", 0.9), Intent("pay_now", 0.7)))


@pytest.mark.parametrize(
    "text",
    [
        "theres a 45 dollar thing on here that nobody did. take it off pls",
        "the 60 is a mistake, remove it",
        "im not paying for that 45 thing",
        "why would i pay 45 for a test i never had",
        "quiten los 45 eso nunca me lo hicieron",
        "no voy a pagar esos 60, no me hicieron nada",
    ],
)
def test_a_disputed_sum_alone_pays_nothing(text: str) -> None:
    assert [i.name for i in without_unsaid_payment(BOTH, text).intents] == ["dispute_charge"]


@pytest.mark.parametrize(
    "text",
    [
        "take the 45 off and ill pay the rest",
        "the lab is wrong, send me a link for the visit",
        "the 45 is wrong but i can do 20 today",
        "take off the 45, ill take care of the 60",
        "im not paying the 45 but ill pay the 60",
        "the first one isnt mine, charge my card for the other",
        "quiten los 45 y pago lo demas",
        "esa de 45 no es mia, mandeme el enlace de la otra",
        "no voy a pagar los 45, los 60 si los pago",
        "los 45 estan mal, hoy doy 20",
    ],
)
def test_who_pays_the_rest_is_heard(text: str) -> None:
    assert without_unsaid_payment(BOTH, text) == BOTH
