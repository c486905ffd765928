"""What is owed, by what the ledger shows."""

from datetime import date

from actions import ask_balance
from bot.action import Money
from tests.factories import (
    facts,
    keys,
    make_bill,
    make_context,
    make_plan,
    make_statement,
    two_bills,
)


def test_the_balance_is_the_sum_of_the_bills() -> None:
    outcome = ask_balance.respond(make_context(bill=two_bills()))
    assert keys(outcome) == ["balance_several"]
    assert outcome.says[0].values["amount"] == Money(28000)


def test_nothing_owed_is_said_with_thanks() -> None:
    assert keys(ask_balance.respond(make_context(bill=make_bill(statements=())))) == [
        "nothing_owed"
    ]


def test_a_balance_below_zero_is_in_their_favor() -> None:
    bill = make_bill(statements=(make_statement(balance_cents=-500),))
    outcome = ask_balance.respond(make_context(bill=bill))
    assert outcome.says[0].values["amount"] == Money(500)


def test_money_on_its_way_is_not_asked_for_again() -> None:
    outcome = ask_balance.respond(make_context(bill=make_bill(pending_cents=5000)))
    assert keys(outcome) == ["balance_pending"]


def test_a_disputed_part_is_not_payable() -> None:
    first, second = two_bills().statements
    bill = make_bill(statements=(first, make_statement(**{**second.__dict__, "disputed": True})))
    outcome = ask_balance.respond(make_context(bill=bill))
    assert outcome.says[0].values["payable"] == Money(22000)


def test_with_a_plan_the_next_payment_is_told() -> None:
    plan = make_plan((date(2026, 3, 18), 11000), (date(2026, 4, 18), 11000))
    outcome = ask_balance.respond(make_context(bill=make_bill(plan=plan)))
    assert outcome.says[0].values["next"] == Money(11000)


def test_one_word_of_the_choice_is_taken_up() -> None:
    outcome = ask_balance.answer(make_context("PLAN"), ask_balance.NEXT_STEP)
    assert outcome is not None
    assert [wish.intent for wish in outcome.wishes] == ["set_up_plan"]
    assert facts(outcome) == []


def test_a_no_to_the_choices_takes_up_none() -> None:
    assert ask_balance.answer(make_context("no plan"), ask_balance.NEXT_STEP) is None
