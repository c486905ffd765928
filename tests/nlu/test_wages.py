"""Who was paid: they, or we."""

import pytest

from nlu.understanding import Decision, Intent, Understanding
from nlu.wages import speaks_of_wages, without_wages


@pytest.mark.parametrize(
    "text",
    [
        "got paid today lemme put sum on that bill",
        "just got paid so i can pay it",
        "finally got paid",
        "we got paid this morning, whats the link",
        "they paid me today can i put 40 on it",
        "payday today! whats the link",
        "i got my check today",
        "me pagaron hoy quiero abonar algo",
        "ya me pagaron, les doy 50",
        "hoy cobré",
        "ya cobre mi sueldo quiero dar 30",
        "me depositaron la quincena",
    ],
)
def test_wages_are_no_payment_to_us(text: str) -> None:
    assert speaks_of_wages(text)


@pytest.mark.parametrize(
    "text",
    [
        "i got paid and paid it already",
        "it got paid last week",
        "that bill got paid",
        "this got paid by my insurance",
        "did it get paid",
        "i paid when i got paid",
        "ya cobre y ya pague la cuenta",
        "me pagaron y les mande 50",
        "you got paid already",
        "you guys got paid in march",
        "insurance got paid for it",
        "i paid already",
    ],
)
def test_a_payment_to_us_is_heard(text: str) -> None:
    assert not speaks_of_wages(text)


def test_wages_alone_are_money_to_pay_with() -> None:
    heard = Understanding((Intent("already_paid", 0.9),))
    sober = without_wages(heard, "finally got paid")
    assert (sober.main, sober.decision) == ("pay_now", Decision.ACT)
