"""Said after a link or of a payment: read for what it is, and never a sum beyond what is owed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions import already_paid, pay_now, payment_problem, request_receipt, request_refund
from actions._links import sent
from actions._payments import asks_whether, claims_link, pair_of_same, whereabouts
from bot.action import LookForPayment, Money, OpenHold, Outcome, RequestPayment
from bot.bill import AttemptView, LinkView, PaymentView
from bot.rules.attempts import Story, story_of
from tests.factories import (
    TODAY,
    asked,
    facts,
    keys,
    make_bill,
    make_context,
    make_statement,
    two_bills,
    unknown,
)

LINK = asked(sent(None))


def tried(story: Story, cents: int = 22000, on: date = TODAY) -> AttemptView:
    return AttemptView(cents, story, on)


def requests(outcome: Outcome | None) -> list[RequestPayment]:
    assert outcome is not None
    return [fact for fact in outcome.facts if isinstance(fact, RequestPayment)]


@pytest.mark.parametrize(
    "text",
    [
        "done", "paid", "ok paid it", "just paid", "I paid", "all done thanks", "payment sent",
        "yes i paid it online", "paid the 60 just now", "listo", "ya pagué", "pagado",
        "listo, ya lo pague",
        "acabo de pagar", "ya quedo pagado gracias",
    ],
)  # fmt: skip
def test_a_payment_claimed_after_a_link_is_of_that_link(text: str) -> None:
    assert claims_link(make_context(text, memory=LINK))
    assert not claims_link(make_context(text))


@pytest.mark.parametrize(
    "text",
    [
        "done with this", "i'm done with you people", "paid my rent so no money", "paid last week",
        "paid by check", "not done", "how is it paid", "i paid 60 at the office", "pagué la renta",
        "ya pague en efectivo", "i want to be done",
    ],
)  # fmt: skip
def test_what_is_paid_otherwise_is_no_claim_of_the_link(text: str) -> None:
    assert not claims_link(make_context(text, memory=LINK))


@pytest.mark.parametrize(
    "text",
    [
        "did it go through?", "did you get it", "did u receive my payment", "has it posted yet",
        "did my payment come through", "can you confirm my payment", "was it received",
        "ya paso mi pago?", "les llego?", "lo recibieron?", "entro el pago",
    ],
)  # fmt: skip
def test_whether_it_came_in_is_asked(text: str) -> None:
    assert asks_whether(make_context(text))


@pytest.mark.parametrize(
    "text", ["it did not work", "did it hurt", "i paid", "que paso con mi cita", "what is it for"]
)
def test_what_asks_for_nothing_of_a_payment_is_not_taken_for_it(text: str) -> None:
    assert not asks_whether(make_context(text))


@pytest.mark.parametrize(
    ("story", "key"),
    [
        (Story.FAILED, "try_failed"),
        (Story.UNFINISHED, "try_unfinished"),
        (Story.UNCLEAR, "paid_looking"),
    ],
)
def test_the_latest_try_is_told(story: Story, key: str) -> None:
    bill = make_bill(attempts=(tried(story), tried(Story.PAID, on=date(2026, 1, 3))))
    assert keys(whereabouts(make_context("?", bill=bill))) == [key]


def test_a_payment_from_the_desk_after_an_unfinished_try_is_the_one_told() -> None:
    paid = PaymentView(5000, date(2026, 3, 10))
    old = tried(Story.UNFINISHED, on=date(2026, 3, 2))
    bill = make_bill(attempts=(old,), payments=(paid,))
    assert keys(whereabouts(make_context("?", bill=bill))) == ["paid_found_left"]


def test_a_status_we_do_not_know_is_looked_for() -> None:
    assert {story_of(s) for s in ("created", "open")} == {Story.UNCLEAR}


@given(st.integers(100, 900_000), st.integers(1, 2_000_000), st.integers(0, 900_000))
def test_no_answer_after_a_link_asks_for_more_than_is_owed(
    owed: int, said: int, pending: int
) -> None:
    bill = make_bill(
        statements=(make_statement(balance_cents=owed),), pending_cents=min(pending, owed)
    )
    text = f"make it {said // 100}.{said % 100:02d}"
    context = make_context(text, "pay_now", bill=bill, memory=LINK)
    outcome = pay_now.answer(context, sent(None))
    asks = requests(outcome) if outcome else []
    assert all(fact.cents is None or fact.cents <= bill.payable_cents for fact in asks)
    told = [v.cents for say in (outcome.says if outcome else ()) for v in say.values.values()
            if isinstance(v, Money)]  # fmt: skip
    assert all(cents <= max(owed, 100) for cents in told)


@given(st.integers(1, 9_000_000))
def test_a_fresh_link_is_for_what_is_still_owed(tried_cents: int) -> None:
    bill = make_bill(attempts=(tried(Story.FAILED, tried_cents),))
    outcome = payment_problem.respond(make_context("declined", "payment_problem", bill=bill))
    assert [fact.cents for fact in requests(outcome)] == [
        tried_cents if tried_cents < 22000 else None
    ]


@pytest.mark.parametrize(
    "text", ["just the small one", "the lab one", "60", "march 2", "la mas chica", "the last one"]
)
def test_one_of_two_bills_is_paid_alone(text: str) -> None:
    context = make_context(text, bill=two_bills(), memory=LINK)
    assert requests(pay_now.answer(context, sent(None))) == [RequestPayment(6000, statement_id=2)]


@pytest.mark.parametrize("text", ["both", "pay both", "las dos", "all of it", "bueno, todo"])
def test_both_bills_are_the_whole(text: str) -> None:
    context = make_context(text, bill=two_bills(), memory=LINK)
    assert requests(pay_now.answer(context, sent(6000, 2))) == [RequestPayment(None)]


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("that's all", "deny"), ("eso es todo", "thank"), ("ok", "affirm"), ("no", "deny"),
        ("i will pay 60 on friday", "promise_to_pay"), ("50 a month", "set_up_plan"),
        ("what is the other bill for", "explain_charge"), ("call me at 3", "request_call"),
    ],
)  # fmt: skip
def test_other_wishes_are_no_other_sum(text: str, means: str) -> None:
    context = make_context(text, means, bill=two_bills(), memory=LINK)
    assert pay_now.answer(context, sent(None)) is None


def test_a_third_try_in_one_talk_is_for_a_person() -> None:
    bill = make_bill(attempts=(tried(Story.FAILED), tried(Story.FAILED)))
    context = make_context("declined", "payment_problem", bill=bill)
    assert facts(payment_problem.respond(context)) == ["FetchPerson"]


def test_a_new_link_that_fails_is_not_answered_with_an_old_payment() -> None:
    bill = make_bill(
        attempts=(tried(Story.PAID, 5000),),
        payments=(PaymentView(5000, TODAY),),
        link=LinkView(is_expired=False, is_tried=False),
    )
    context = make_context("the link is dead", "payment_problem", bill=bill)
    assert keys(payment_problem.respond(context)) == ["fresh_link"]


def test_two_payments_far_apart_are_no_double_charge() -> None:
    far = (PaymentView(5000, date(2026, 3, 1)), PaymentView(5000, date(2026, 2, 1)))
    near = (PaymentView(5000, date(2026, 3, 2)), PaymentView(5000, date(2026, 3, 1)))
    assert pair_of_same(make_context("twice", bill=make_bill(payments=far))) is None
    assert pair_of_same(make_context("twice", bill=make_bill(payments=near))) == near


def test_an_unknown_caller_is_looked_for_and_told_nothing() -> None:
    outcome = already_paid.respond(unknown("i paid that", "already_paid"))
    kinds = {type(fact) for fact in outcome.facts}
    assert kinds == {LookForPayment, OpenHold}
    assert keys(outcome) == ["paid_who", "identity_ask"]
    assert not any(isinstance(v, Money) for say in outcome.says for v in say.values.values())


def test_an_unknown_caller_who_claims_the_link_is_asked_who_they_are() -> None:
    outcome = already_paid.respond(unknown("done", "already_paid", memory=LINK))
    assert keys(outcome) == ["identity_ask"]


def test_receipts_of_a_year_leave_out_what_was_sent_back() -> None:
    bill = make_bill(
        payments=(PaymentView(6000, date(2026, 3, 2)), PaymentView(900, date(2025, 3, 2))),
        refunds=(PaymentView(1000, date(2026, 3, 5)),),
    )
    context = make_context("all receipts for taxes", "request_receipt", bill=bill)
    assert request_receipt.respond(context).says[0].values["amount"] == Money(5000)


def test_a_refund_that_was_sent_is_told() -> None:
    bill = make_bill(refunds=(PaymentView(1000, date(2026, 3, 5)),))
    outcome = request_refund.respond(make_context("refund?", "request_refund", bill=bill))
    assert keys(outcome) == ["refund_sent"]
    assert facts(outcome) == ["FetchPerson"]
