"""One of several bills: what is asked of it, and what only looks like it."""

import pytest

from nlu.one_bill import asks_which_is, asks_why_several, narrows_to_bill, pays_misspelt


@pytest.mark.parametrize("text", [
    "why is there two", "why do i have 2 bills", "how come there are three", "por que son dos",
    "por que hay otra factura", "why did i get a second one",
])  # fmt: skip
def test_why_there_are_several(text: str) -> None:
    assert asks_why_several(text)


@pytest.mark.parametrize("text", [
    "why 220", "why do i owe 2 hundred", "why was i charged twice", "why two texts",
    "why did you charge me two times the same", "por que me cobraron dos veces", "why so much",
    "why 2 dollars",
])  # fmt: skip
def test_other_whys(text: str) -> None:
    assert not asks_why_several(text)


@pytest.mark.parametrize(
    "text", ["which one is the pt", "which is my lab", "cual es la de terapia"]
)
def test_which_is_which(text: str) -> None:
    assert asks_which_is(text)


@pytest.mark.parametrize("text", [
    "which one is the smallest", "what is the deductible", "which is the best way to pay by",
    "cual es el saldo", "which one is due first", "cual es la mas vieja",
])  # fmt: skip
def test_what_else_is_asked(text: str) -> None:
    assert not asks_which_is(text)


def test_a_smaller_question_disputes_nothing() -> None:
    assert narrows_to_bill("not the total, jus the feb visit")
    assert narrows_to_bill("no el total, solo la de febrero")
    assert not narrows_to_bill("that is not the total i was told")
    assert not narrows_to_bill("the total is not right")


def test_a_slip_of_the_finger_still_pays() -> None:
    assert pays_misspelt("can i oay that one now")
    assert not pays_misspelt("can i lay that one down")
