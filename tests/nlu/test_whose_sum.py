"""Whose sum is asked about."""

import pytest

from nlu.understanding import Intent, Understanding
from nlu.whose_sum import with_whose_sum

BALANCE = Understanding((Intent("ask_balance", 0.9),))


@pytest.mark.parametrize(
    ("text", "main"),
    [
        ("cuanto puso el seguro en total", "insurance_question"),
        ("y el seguro cuanto dio", "insurance_question"),
        ("and insurance? how much did they do", "insurance_question"),
        ("what did insurance pay in total", "insurance_question"),
        ("how much did medicare cover", "insurance_question"),
        ("so my 30 went to that one? good", "already_paid"),
        ("mis 30 si se aplicaron a esa?", "already_paid"),
        ("did my 30 go to the lab one", "already_paid"),
        ("my 50 is on there right", "already_paid"),
        ("how much do i owe after insurance", "ask_balance"),
        ("what is left that insurance did not pay", "ask_balance"),
        ("cuanto debo si el seguro pago", "ask_balance"),
        ("how much is my bill", "ask_balance"),
        ("do you take my insurance and how much do i owe", "ask_balance"),
        ("my 30 never went to that one", "ask_balance"),
        ("why did my 30 go there", "ask_balance"),
        ("my 2 kids went there", "ask_balance"),
        ("i have 60 left in my account", "ask_balance"),
        ("cuanto es lo mio", "ask_balance"),
        ("los 2 que fueron", "ask_balance"),
    ],
)
def test_whose_sum(text: str, main: str) -> None:
    assert with_whose_sum(BALANCE, text).main == main
