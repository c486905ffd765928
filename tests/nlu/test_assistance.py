"""Asking for help with a bill, and what merely sounds like it."""

import pytest

from nlu.assistance import asks_to_apply, asks_what_help


@pytest.mark.parametrize("text", [
    "how do i apply", "id like to apply for that", "can i apply for assistance please",
    "i want to apply", "where do i apply for the help", "quiero solicitar ayuda",
    "donde esta la solicitud", "como pido el apoyo", "mande la solicitud",
])  # fmt: skip
def test_help_is_asked_for(text: str) -> None:
    assert asks_to_apply(text)


@pytest.mark.parametrize("text", [
    "apply my payment to the other bill", "can you apply the discount", "did my insurance apply",
    "how do i apply for a refund", "i want to apply for a payment plan", "does that apply to me",
    "apply it to february", "solicito un recibo", "quiero pedir una copia", "pedir una cita",
    "how long until they apply the insurance", "i applied for medicaid",
])  # fmt: skip
def test_other_things_are_applied(text: str) -> None:
    assert not asks_to_apply(text)


@pytest.mark.parametrize("text", [
    "what kind of help", "what help is there", "what are my options", "how does it work",
    "que ayuda hay", "que tipo de apoyo", "en que consiste la ayuda", "como funciona",
])  # fmt: skip
def test_the_help_is_asked_about(text: str) -> None:
    assert asks_what_help(text)


@pytest.mark.parametrize("text", [
    "i need help", "help me", "what do i owe", "how do i pay", "que debo", "como pago",
    "what is this for", "can someone help",
])  # fmt: skip
def test_no_help_is_asked_about(text: str) -> None:
    assert not asks_what_help(text)
