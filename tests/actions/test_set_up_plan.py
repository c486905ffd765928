"""Plans: proposed inside the policy, agreed only in so many words, exact to the cent."""

import json

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from actions import set_up_plan
from bot.action import AgreePlan, Context, Outcome, ProposePlan, Question, RequestPayment
from bot.rules.plans import PlanProposal
from tests.factories import asked, facts, keys, make_bill, make_context, make_statement


def proposed(outcome: Outcome | None) -> PlanProposal:
    assert outcome is not None
    return next(fact.proposal for fact in outcome.facts if isinstance(fact, ProposePlan))


def opened(text: str = "in 2 payments", **changes: object) -> Question:
    """The question after a first proposal, as it comes back from the database."""
    question = set_up_plan.respond(make_context(text, "set_up_plan", **changes)).question
    assert question is not None
    return Question(question.name, question.action, json.loads(json.dumps(dict(question.about))))


def answered(
    text: str, question: Question, means: str = "affirm", **changes: object
) -> Outcome | None:
    context: Context = make_context(text, means, memory=asked(question), **changes)
    return set_up_plan.answer(context, question)


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("in 2 payments", [11000, 11000]),
        ("in 3 payments", [7333, 7333, 7334]),
        ("100 a month", [10000, 12000]),
        ("50 every two weeks", [5000, 5000, 5000, 7000]),
        ("a plan please", [5500, 5500, 5500, 5500]),
    ],
)
def test_a_wish_inside_the_policy_is_what_is_proposed(text: str, cents: list[int]) -> None:
    plan = proposed(set_up_plan.respond(make_context(text, "set_up_plan")))
    assert [part.cents for part in plan.installments] == cents


@pytest.mark.parametrize(
    "text",
    [
        "AGREE",
        "I agree",
        "yes i agree",
        "ok agreed",
        "acepto",
        "si acepto",
        "de acuerdo",
    ],
)
def test_our_yes_agrees_also_with_words_around_it(text: str) -> None:
    outcome = answered(text, opened())
    assert facts(outcome) == ["AgreePlan", "RequestPayment"]


@pytest.mark.parametrize("text", ["ok", "sounds good", "dale", "si", "sure", "yes"])
def test_another_yes_is_asked_for_our_word(text: str) -> None:
    outcome = answered(text, opened())
    assert keys(outcome) == ["plan_say_agree"]
    assert facts(outcome) == []


@pytest.mark.parametrize("text", ["i don't agree", "no acepto", "agree to what?", "if i agree"])
def test_our_word_with_a_no_or_a_question_agrees_to_nothing(text: str) -> None:
    outcome = answered(text, opened(), "deny")
    assert outcome is None or "AgreePlan" not in facts(outcome)


@pytest.mark.parametrize("text", ["YES", "yes.", "Start", "unstop"])
def test_a_bare_reserved_word_is_asked_for_agree(text: str) -> None:
    outcome = answered(text, opened())
    assert keys(outcome) == ["plan_say_agree"]
    assert outcome is not None
    assert outcome.kept


@pytest.mark.parametrize("text", ["yes but how much is the fee?", "if i must, maybe", "ok why"])
def test_a_yes_with_a_question_in_it_agrees_to_nothing(text: str) -> None:
    outcome = answered(text, opened(), "explain_charge")
    assert outcome is None or "AgreePlan" not in facts(outcome)


def test_the_card_may_be_saved_and_nothing_is_asked_for_now() -> None:
    outcome = answered("AGREE", opened())
    assert outcome is not None
    assert RequestPayment(0, saves_card=True) in outcome.facts


def test_what_was_to_be_paid_now_is_still_in_the_link_after_agreeing() -> None:
    text = "pay 40 now and the rest in 3 payments"
    context = make_context(text, "pay_now+set_up_plan")
    question = set_up_plan.respond(context).question
    assert question is not None
    outcome = answered("AGREE", question)
    assert outcome is not None
    assert RequestPayment(4000, saves_card=True) in outcome.facts


def test_what_was_paid_meanwhile_is_not_asked_for_again() -> None:
    text = "pay 40 now and the rest in 3 payments"
    question = set_up_plan.respond(make_context(text, "pay_now+set_up_plan")).question
    assert question is not None
    bill = make_bill(statements=(make_statement(balance_cents=18000),))
    outcome = answered("AGREE", question, bill=bill)
    assert outcome is not None
    assert RequestPayment(0, saves_card=True) in outcome.facts


def test_a_balance_that_changed_is_proposed_afresh() -> None:
    bill = make_bill(statements=(make_statement(balance_cents=15000),))
    outcome = answered("AGREE", opened(), bill=bill)
    assert proposed(outcome).total_cents == 15000


def test_a_counter_offer_is_proposed_and_not_agreed() -> None:
    outcome = answered("make it 4", opened(), "set_up_plan")
    assert len(proposed(outcome).installments) == 4


def test_the_third_counter_offer_fetches_a_person() -> None:
    question = opened()
    for text in ("60 a month", "70 a month"):
        outcome = answered(text, question, "set_up_plan")
        assert outcome is not None
        assert outcome.question is not None
        question = outcome.question
    outcome = answered("80 a month", question, "set_up_plan")
    assert facts(outcome) == ["AskOfPlan", "FetchPerson"]


def test_a_yes_that_repeats_the_terms_agrees() -> None:
    assert "AgreePlan" in facts(answered("yes i agree to 2 payments", opened()))


@given(st.integers(2500, 5_000_000), st.integers(2, 40))
def test_every_agreed_plan_sums_to_what_is_owed(owed: int, count: int) -> None:
    bill = make_bill(statements=(make_statement(balance_cents=owed),))
    outcome = set_up_plan.respond(make_context(f"in {count} payments", "set_up_plan", bill=bill))
    assume(outcome.question is not None)
    assert outcome.question is not None
    agreed = answered("AGREE", outcome.question, bill=bill)
    assert agreed is not None
    plan = next(f.proposal for f in agreed.facts if isinstance(f, AgreePlan))
    assert sum(part.cents for part in plan.installments) == owed
    assert 2 <= len(plan.installments) <= 4
