"""While a code is awaited: what else is asked waits, and the code is explained or texted anew."""

from datetime import timedelta

import pytest
from flask import Flask

from bot.runtime import Runtime
from tests.web.chatting import ALICE, Visitor
from tests.web.test_chat_identity import STRANGER, another, asks, texts, visitor, words

__all__ = ["visitor"]


@pytest.mark.parametrize("text", ["how much is left", "when is it due", "cuanto me falta"])
def test_a_question_while_a_code_is_awaited_waits_for_it_and_nothing_begins_anew(
    visitor: Visitor, alice: int, text: str
) -> None:
    asks(visitor).says(ALICE)
    page = visitor.says(text, "ask_balance")
    assert "6 digits" in words(page)[-1] or "6 cifras" in words(page)[-1]
    assert "first and last name" not in words(page)[-1]
    assert "$220.00" in visitor.says(visitor.code())


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("what code", "explain_charge"),
        ("where do i find the code?", "help"),
        ("que codigo", "out_of_scope"),
    ],
)
def test_what_code_is_explained_and_is_no_wish(
    visitor: Visitor, alice: int, text: str, means: str
) -> None:
    asks(visitor).says(ALICE)
    page = visitor.says(text, means)
    assert "6 digits in a text" in words(page)[-1] or "6 cifras en un" in words(page)[-1]
    after = words(visitor.says(visitor.code()))
    assert "$220.00" in after[-1]
    assert "Which one" not in after[-1]


@pytest.mark.parametrize("text", ["i didnt get a code", "CODE", "send it again", "no me llego"])
def test_a_code_that_did_not_come_is_texted_anew(
    visitor: Visitor, runtime: Runtime, alice: int, text: str
) -> None:
    asks(visitor).says(ALICE)
    first, count = visitor.code(), len(texts(runtime))
    page = visitor.says(text, "payment_problem")
    assert len(texts(runtime)) == count + 1
    assert "first and last name" not in words(page)[-1]
    assert visitor.code() != first
    assert "$220.00" in visitor.says(visitor.code())


def test_codes_anew_end_as_soon_as_checks_do_and_tell_a_stranger_the_same(
    app: Flask, visitor: Visitor, runtime: Runtime, alice: int
) -> None:
    right = asks(another(app, runtime))
    right.says(ALICE)
    wrong = asks(visitor)
    wrong.says(STRANGER)
    for _ in range(2):
        known, unknown = right.says("no code came"), wrong.says("no code came")
        assert words(known)[-1] == words(unknown)[-1]
    assert "a person takes this from here" in words(right.says("no code came"))[-1]
    assert len(texts(runtime)) == 3


def test_once_the_code_has_run_out_who_it_is_is_asked_again(
    visitor: Visitor, runtime: Runtime, alice: int
) -> None:
    asks(visitor).says(ALICE)
    runtime.clock.advance(timedelta(minutes=11))  # type: ignore[attr-defined]
    page = visitor.says("how much is left", "ask_balance")
    assert "first and last name" in words(page)[-1]
