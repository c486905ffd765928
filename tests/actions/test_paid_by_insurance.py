"""Whether the insurer paid is asked, or it is told with a question of its own."""

import pytest

from actions._paid_by_insurance import asks_whether, names_insurers_payment

TOLD = [
    "my insurance already paid this why am i getting a bill?",
    "mi seguro ya pago todo, cuantas veces les digo?",
    "my insurance paid that. why do i still get texts?",
    "why am i getting this when my insurance paid?",
    "por que me cobran si el seguro ya pago?",
    "si mi seguro ya pago por que me mandan esto?",
    "medicaid covers this so do i still owe?",
    "this was already paid by my insurance, what is going on?",
    "i told you my insurance paid it. what is this?",
    "el seguro ya pago eso, que es esto?",
    "my insurance paid that",
    "aetna paid you guys in full, how many times do i have to say it?",
    "el seguro ya pago, me siguen cobrando?",
    "eso ya lo cubrio el seguro",
    "medicare pays for this! do you even check?",
    "insurance paid it already can you check again?",
]
ASKED = [
    "did my insurance pay already?",
    "did my insurance pay already",
    "el seguro ya pago su parte?",
    "¿el seguro ya pagó su parte?",
    "my insurance already paid right?",
    "my insurance already paid their part right?",
    "has the insurance paid yet",
    "do you know if my insurance paid",
    "sabe si el seguro ya pago",
    "was this paid by my insurance?",
    "wasnt this covered by insurance?",
    "why hasn't my insurance paid?",
    "por que el seguro no pago?",
    "why did my insurance only pay 80?",
    "how much did my insurance pay?",
    "el seguro ya pago su parte de esta consulta?",
    "my insurance paid it, didn't they?",
    "el seguro ya pago verdad?",
    "does my insurance cover this or do i pay?",
    "did insurance pay? why do i owe?",
]


@pytest.mark.parametrize("text", TOLD)
def test_a_payment_of_the_insurer_is_told(text: str) -> None:
    assert names_insurers_payment(text)
    assert not asks_whether(text)


@pytest.mark.parametrize("text", ASKED)
def test_whether_the_insurer_paid_is_asked(text: str) -> None:
    assert names_insurers_payment(text)
    assert asks_whether(text)
