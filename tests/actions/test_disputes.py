"""A wrong bill: held alone, for a person, with the patient's own words."""

from datetime import date

from actions import already_paid, dispute_charge, explain_charge
from bot.action import Money, OpenHold, Outcome, Question
from bot.bill import PaymentView
from bot.rules.holds import HoldKind
from tests.factories import (
    asked,
    facts,
    keys,
    make_bill,
    make_context,
    make_line,
    make_statement,
    two_bills,
    unknown,
)


def hold_of(outcome: Outcome | None) -> OpenHold:
    assert outcome is not None
    return next(fact for fact in outcome.facts if isinstance(fact, OpenHold))


def test_only_the_bill_that_is_named_is_held() -> None:
    context = make_context("the lab charge is wrong", "dispute_charge", bill=two_bills())
    outcome = dispute_charge.respond(context)
    assert hold_of(outcome).statement_id == 2
    assert outcome.says[1].values["amount"] == Money(22000)


def test_which_bill_is_asked_where_none_is_named() -> None:
    context = make_context("this is wrong", "dispute_charge", bill=two_bills())
    outcome = dispute_charge.respond(context)
    assert keys(outcome) == ["dispute_which"]
    assert facts(outcome) == []


def test_asked_once_and_not_told_everything_is_held_for_a_person() -> None:
    which = Question("dispute_which", "dispute_charge", {"note": "wrong"})
    context = make_context("all", "dispute_charge", bill=two_bills(), memory=asked(which))
    assert hold_of(dispute_charge.respond(context)).statement_id is None


def test_the_words_of_the_patient_are_kept_as_a_note() -> None:
    why = Question("dispute_why", "dispute_charge", {"statement": 1, "note": "wrong"})
    context = make_context("i was not there", "dispute_charge", memory=asked(why))
    assert hold_of(dispute_charge.answer(context, why)).note == "wrong\ni was not there"


def test_what_is_clearly_something_else_is_no_reason() -> None:
    why = Question("dispute_why", "dispute_charge", {"statement": 1, "note": "wrong"})
    context = make_context("how much do i owe", "ask_balance", memory=asked(why))
    assert dispute_charge.answer(context, why) is None


def test_an_unknown_caller_is_believed() -> None:
    outcome = dispute_charge.respond(unknown("this is not my bill", "dispute_charge"))
    assert hold_of(outcome).statement_id is None
    assert keys(outcome) == ["dispute_who", "identity_ask"]


def test_a_payment_in_the_ledger_is_thanked_for() -> None:
    bill = make_bill(statements=(), payments=(PaymentView(22000, date(2026, 3, 2)),))
    outcome = already_paid.respond(make_context("i paid", "already_paid", bill=bill))
    assert keys(outcome) == ["paid_found"]
    assert facts(outcome) == []


def test_a_payment_that_is_not_found_is_checked() -> None:
    outcome = already_paid.respond(make_context("i paid 220 by check", "already_paid"))
    assert hold_of(outcome).kind is HoldKind.PAYMENT_CHECK
    assert "FetchPerson" in facts(outcome)


def test_another_payment_than_the_one_named_is_not_taken_for_it() -> None:
    bill = make_bill(payments=(PaymentView(1000, date(2026, 1, 2)),))
    outcome = already_paid.respond(make_context("i paid the 220", "already_paid", bill=bill))
    assert keys(outcome) == ["paid_check", "paid_how"]


def test_what_is_charged_and_taken_off_adds_up_to_what_is_left() -> None:
    lines = (make_line(adjustment_cents=2000, patient_paid_cents=3000),)
    bill = make_bill(statements=(make_statement(lines=lines, balance_cents=17000),))
    outcome = explain_charge.respond(make_context("why", "explain_charge", bill=bill))
    cents = [v.cents for say in outcome.says for v in say.values.values() if isinstance(v, Money)]
    charged, *off, left = cents
    assert charged - sum(off) == left


def test_a_bill_that_does_not_add_up_goes_to_a_person() -> None:
    bill = make_bill(statements=(make_statement(balance_cents=99900),))
    outcome = explain_charge.respond(make_context("why", "explain_charge", bill=bill))
    assert facts(outcome) == ["FetchPerson"]
