"""Whose money a sum is: what the insurance paid is not what the patient offers."""

from datetime import date

import pytest

from nlu.amounts import parse_amount
from nlu.entities import find_entities

TODAY = date(2026, 3, 11)


@pytest.mark.parametrize(
    "text",
    [
        "ok so ins paid 80. can i do it now",
        "insurance paid $80 so i pay now",
        "they already covered 80 dollars",
        "medicare put in 80",
        "insurance adjusted 30, what now",
        "80 was paid by my insurance",
        "el seguro ya pago 80",
        "ya pago el seguro 80",
        "pagaron 80 dolares del seguro",
        "los 80 que pago la aseguranza",
    ],
)
def test_what_an_insurance_paid_is_not_offered(text: str) -> None:
    assert not [a for a in find_entities(text, TODAY, None).amounts if a.cents]
    assert parse_amount(text) is None


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("insurance paid 80 so i can do 50 now", 50_00),
        ("i paid 80 today", 80_00),
        ("i can pay 80 today", 80_00),
        ("they want 80 and i can pay 80", 80_00),
        ("my insurance is bad, i can do 25 a month", 25_00),
        ("i paid the insurance and can put 40 on it", 40_00),
        ("let me put 60 on it", 60_00),
        ("pago 80 hoy", 80_00),
        ("el seguro no pago, yo pago 80", 80_00),
        ("ya pago el seguro 80 y quiero pagar 50 hoy", 50_00),
        ("yo pago 20 por mes", 20_00),
        ("they said i can pay 80 now", 80_00),
    ],
)
def test_what_the_patient_offers_is_read(text: str, cents: int) -> None:
    found = [a.cents for a in find_entities(text, TODAY, None).amounts if a.cents]
    assert found[:1] == [cents] or parse_amount(text) is not None
    assert cents in found
