"""Small questions after an answer, apart from what looks like them."""

import pytest

from nlu.sure_asks import (
    asks_all_received,
    asks_card_fails,
    asks_if_sure,
    asks_of_credit,
    asks_why_texted,
    sum_doubted,
)


@pytest.mark.parametrize(
    "text",
    ["are you sure", "r u sure?", "you sure about that", "¿está seguro?", "is that right"],
)
def test_it_is_asked_whether_it_is_so(text: str) -> None:
    assert asks_if_sure(text)


@pytest.mark.parametrize(
    "text",
    ["are you sure you are real", "are you sure insurance paid", "i am sure", "sure",
     "seguro medico", "are you a robot", "it is right", "mi seguro"],
)  # fmt: skip
def test_it_is_not_asked_whether_it_is_so(text: str) -> None:
    assert not asks_if_sure(text)


def test_a_sum_is_doubted() -> None:
    assert sum_doubted("is it really 60") == 6000  # noqa: PLR2004
    assert sum_doubted("de verdad debo 1,240.50?") == 124050  # noqa: PLR2004
    assert sum_doubted("is it 60") is None
    assert sum_doubted("is it really a bill") is None


def test_why_we_texted() -> None:
    assert asks_why_texted("why did you text me then")
    assert asks_why_texted("entonces para que me escriben")
    assert not asks_why_texted("why did you charge me")
    assert not asks_why_texted("why do you need it")


def test_whether_all_was_received() -> None:
    assert asks_all_received("did you get all that")
    assert asks_all_received("did u get my messages")
    assert asks_all_received("recibió todo eso?")
    assert not asks_all_received("did you get my payment")
    assert not asks_all_received("did you get it")
    assert not asks_all_received("did you get my check")


def test_what_if_a_card_fails() -> None:
    assert asks_card_fails("what if my card fails")
    assert asks_card_fails("what happens if the card gets declined")
    assert asks_card_fails("y si mi tarjeta no pasa")
    assert not asks_card_fails("my card failed")
    assert not asks_card_fails("my card was declined what now")


def test_credit_alone() -> None:
    assert asks_of_credit("credit report")
    assert asks_of_credit("credit report?")
    assert asks_of_credit("and my credit score")
    assert not asks_of_credit("someone used my name its on my credit report")
    assert not asks_of_credit("credit card")
