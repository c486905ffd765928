"""Paying: all, a part, and what may not be asked for."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions import pay_now, registry
from bot.action import Money, RequestPayment
from bot.parts import each
from tests.factories import facts, keys, make_bill, make_context, make_plan, make_statement


@pytest.mark.parametrize(
    ("text", "cents"),
    [("pay 100 today", 10000), ("half now", 11000), ("pay a third", 7334), ("$20", 2000)],
)
def test_a_part_is_what_the_link_asks_for(text: str, cents: int) -> None:
    outcome = pay_now.respond(make_context(text, "pay_now"))
    assert outcome.facts == (RequestPayment(cents),)
    assert outcome.says[0].values["left"] == Money(22000 - cents)


@pytest.mark.parametrize("text", ["i want to pay", "pay it all", "pay the rest", "220 now"])
def test_all_is_the_whole_balance_of_the_moment(text: str) -> None:
    assert pay_now.respond(make_context(text, "pay_now")).facts == (RequestPayment(None),)


def test_more_than_owed_becomes_what_is_owed() -> None:
    outcome = pay_now.respond(make_context("pay $500", "pay_now"))
    assert keys(outcome) == ["pay_link_capped"]
    assert outcome.facts == (RequestPayment(None),)


def test_less_than_a_dollar_is_asked_again() -> None:
    outcome = pay_now.respond(make_context("50 cents", "pay_now"))
    assert outcome.question == pay_now.HOW_MUCH
    assert outcome.facts == ()


def test_as_much_as_i_can_is_asked_how_much() -> None:
    assert keys(pay_now.respond(make_context("as much as i can", "pay_now"))) == ["pay_how_much"]


def test_what_is_on_its_way_is_left_out_of_the_link() -> None:
    outcome = pay_now.respond(make_context("pay", "pay_now", bill=make_bill(pending_cents=2000)))
    assert outcome.facts == (RequestPayment(20000),)


def test_a_bill_that_is_being_checked_gets_no_link() -> None:
    bill = make_bill(statements=(make_statement(disputed=True),))
    outcome = pay_now.respond(make_context("pay", "pay_now", bill=bill))
    assert keys(outcome) == ["pay_disputed"]
    assert outcome.facts == ()


def test_the_card_is_saved_when_a_plan_is_asked_for_in_the_same_breath() -> None:
    context = make_context("pay 40 now and the rest in 3 payments", "pay_now+set_up_plan")
    assert pay_now.respond(context).facts == (RequestPayment(4000, saves_card=True),)


def test_an_amount_by_the_month_is_left_to_the_plan() -> None:
    context = make_context("i want to pay 50 a month", "pay_now+set_up_plan")
    assert pay_now.respond(context).says == ()


def test_a_later_day_is_a_promise() -> None:
    assert facts(pay_now.respond(make_context("i will pay friday", "pay_now"))) == [
        "OpenHold",
        "AskText",
    ]


def test_a_part_beside_a_plan_shows_what_the_plan_is_after_it() -> None:
    bill = make_bill(plan=make_plan((date(2026, 3, 18), 11000)))
    outcome = pay_now.respond(make_context("pay 50 now", "pay_now", bill=bill))
    assert facts(outcome) == ["RequestPayment"]
    assert keys(outcome) == ["plan_extra"]


@given(st.integers(100, 2_000_000), st.integers(1, 2_000_000))
def test_no_link_ever_asks_for_more_than_is_owed(owed: int, asked: int) -> None:
    bill = make_bill(statements=(make_statement(balance_cents=owed),))
    text = f"pay ${asked // 100}.{asked % 100:02d}"
    outcome = pay_now.respond(make_context(text, "pay_now", bill=bill))
    asks = [fact.cents for fact in outcome.facts if isinstance(fact, RequestPayment)]
    assert all(cents is None or 100 <= cents < owed for cents in asks)


@pytest.mark.parametrize(("text", "now", "later"), [
    ("half now half on the 15th", 11000, 11000), ("60 ahorita y lo demas el dia 15", 6000, 16000),
    ("mitad ahora y mitad el 15", 11000, 11000), ("50 now, 50 on the 15th", 5000, 5000),
])  # fmt: skip
@pytest.mark.parametrize("heard", ["pay_now", "pay_now+promise_to_pay"])
def test_what_is_left_for_a_day_is_promised(text: str, now: int, later: int, heard: str) -> None:
    context = make_context(text, heard)
    outcome = each(registry(), context, heard.split("+"))
    assert facts(outcome) == ["RequestPayment", "OpenHold", "AskText"]
    assert outcome.facts[0] == RequestPayment(now)
    assert keys(outcome) == ["pay_link_part", "promise_noted_amount"]
    assert outcome.says[1].values["amount"] == Money(later)


def test_what_is_left_for_a_payday_asks_when_that_is() -> None:
    outcome = pay_now.respond(make_context("half now half on payday", "pay_now"))
    assert outcome.facts == (RequestPayment(11000),)
    assert keys(outcome) == ["pay_link_part", "promise_payday"]
