"""Somebody else who pays, apart from promises, insurers and money that comes back."""

import pytest

from nlu.payers import another_pays, asks_what_seen, wants_sent


@pytest.mark.parametrize(
    "text",
    [
        "my husband will pay", "can he use the link", "can my wife pay one of them",
        "mi hijo lo va a pagar", "my mom is paying", "could my brother pay it", "lo paga mi hija",
        "puede pagar mi esposo", "puede usar el enlace", "can someone else pay this",
    ],
)  # fmt: skip
def test_another_may_pay(text: str) -> None:
    assert another_pays(text)


@pytest.mark.parametrize(
    "text",
    [
        "my husband paid it", "my insurance will pay", "my wife handles the bills",
        "my husband will pay when he gets paid", "can my husband call you", "can they pay me back",
        "mi esposo ya lo pago", "i will pay for my son", "voy a pagar lo de mi hijo",
        "can he pay me back", "my son was there", "can i use the link",
    ],
)  # fmt: skip
def test_nobody_else_pays(text: str) -> None:
    assert not another_pays(text)


def test_what_is_seen_and_where_it_is_to_go() -> None:
    assert asks_what_seen("what will he see")
    assert asks_what_seen("can my wife see what it was for")
    assert asks_what_seen("que va a ver")
    assert not asks_what_seen("i want to see my bill")
    assert not asks_what_seen("what will the doctor see")
    assert wants_sent("send it to him 512 555 4444")
    assert wants_sent("mandele el enlace a mi hijo") or wants_sent("mande el enlace a mi hijo")
    assert not wants_sent("send it to me")
    assert not wants_sent("text me at 512 555 4444")
