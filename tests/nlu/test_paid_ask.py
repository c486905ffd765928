"""A question of what was paid, and what says so."""

from nlu.paid_ask import asks_if_now, asks_if_paid

ASKED = ["did i already pay it", "have i paid this", "did we pay this one already?",
         "¿ya la pagué?",
         "i dont know if i paid that", "not sure whether we already paid", "ya pague esta cuenta?",
         "no se si ya lo pague", "i paid it right?", "has my husband paid this"]  # fmt: skip
SAID = ["i paid that already", "ya pague", "ya lo pague ayer", "how much did i pay",
         "didnt i pay that",
        "when did i pay", "i did pay it", "que ya pague, les digo", "i already paid this twice!",
        "can i pay", "what have i paid so far", "por que me cobran si ya pague"]  # fmt: skip


def test_only_a_question_is_one() -> None:
    assert [text for text in ASKED if not asks_if_paid(text)] == []
    assert [text for text in SAID if asks_if_paid(text)] == []


def test_whether_to_pay_now_is_no_wish_to_pay() -> None:
    asked = ["do i pay now?", "so should i pay it then", "entonces pago?",
             "¿y ya lo pago?",
             "do i still need to pay this",
             "tengo que pagar ahora?", "so do i have to pay"]  # fmt: skip
    said = ["i pay now", "pago ahora", "do i pay by card or check", "pago el viernes?",
            "how do i pay", "should i pay 50", "let me pay", "pay", "pagar"]  # fmt: skip
    assert [text for text in asked if not asks_if_now(text)] == []
    assert [text for text in said if asks_if_now(text)] == []
